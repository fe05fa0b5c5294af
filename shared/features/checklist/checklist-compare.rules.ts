import { movedKeys } from '../../kernel/moved-keys.ts';
import type { Bilingual, ChecklistContent, ChecklistItem } from './checklist.content.ts';

/** One fact of an item, of a section or of the whole list that is not the same in two editions. */
export type FactChange = {
  readonly fact: Fact;
  readonly before: FactValue;
  readonly after: FactValue;
};
export const facts = [
  'title',
  'titleEn',
  'standard',
  'standardEn',
  'type',
  'required',
  'mayNotApply',
  'unit',
  'lowest',
  'highest',
  'choices',
  'ngNote',
  'ngPhoto',
  'section',
  'position',
  'vehicleKinds',
  'repairClasses',
  'damageMap',
] as const;
export type Fact = (typeof facts)[number];
/** Limits in thousandths of the unit; lists as texts in order. */
export type FactValue = string | number | boolean | null | readonly string[];

export type ItemDifference = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly code: string;
  readonly title: Bilingual;
  /** Title of the section where the item stands, or stood before it was removed. */
  readonly section: Bilingual;
  readonly changes: readonly FactChange[];
};

/** What one edition asks otherwise than another. */
export type ContentDifference = {
  /** Kinds of vehicle, repair classes, damage map. */
  readonly scope: readonly FactChange[];
  /** Sections that were renamed; new and vanished ones show in their items. */
  readonly sections: readonly { readonly code: string; readonly changes: readonly FactChange[] }[];
  /** In the order of the later edition; removed ones last. */
  readonly items: readonly ItemDifference[];
};

export const isSame = ({ scope, sections, items }: ContentDifference): boolean =>
  scope.length + sections.length + items.length === 0;

export type DifferenceCount = { readonly added: number; readonly removed: number; readonly changed: number };

/** How many items were added, removed and changed. */
export function countDifference({ items }: ContentDifference): DifferenceCount {
  const count = (kind: ItemDifference['kind']): number => items.filter((item) => item.kind === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

type Facts = Readonly<Partial<Record<Fact, FactValue>>>;
type Placed = { readonly item: ChecklistItem; readonly section: ChecklistContent['sections'][number] };

const titles = ({ zh, en }: Bilingual): Facts => ({ title: zh, titleEn: en || null });

function factsOf(item: ChecklistItem): Facts {
  const shared: Facts = {
    ...titles(item.title),
    standard: item.standard?.zh || null,
    standardEn: item.standard?.en || null,
    type: item.type,
    required: item.required,
    ngNote: item.ngNote,
    ngPhoto: item.ngPhoto,
  };
  switch (item.type) {
    case 'okNg':
      return { ...shared, mayNotApply: item.mayNotApply };
    case 'number': {
      const { mayNotApply, unit, lowest, highest } = item;
      return { ...shared, mayNotApply, unit, lowest, highest };
    }
    case 'choice':
      return {
        ...shared,
        choices: item.choices.map(
          ({ value, title, isNg }) =>
            `${value}: ${title.zh}${title.en ? ` / ${title.en}` : ''}${isNg ? ' [NG]' : ''}`,
        ),
      };
    case 'text':
    case 'photo':
      return shared;
  }
}

const equal = (a: FactValue, b: FactValue): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/** Facts that differ; one that only one side has is null on the other. */
function changesBetween(before: Facts, after: Facts): FactChange[] {
  return facts.flatMap((fact) => {
    const change = { fact, before: before[fact] ?? null, after: after[fact] ?? null };
    return equal(change.before, change.after) ? [] : [change];
  });
}

const placedItems = (content: ChecklistContent): readonly Placed[] =>
  content.sections.flatMap((section) => section.items.map((item) => ({ item, section })));

const scopeOf = (content: ChecklistContent): Facts => ({
  vehicleKinds: [...content.vehicleKinds].sort(),
  repairClasses: [...content.repairClasses].sort(),
  damageMap: content.damageMap,
});

/** What `after` asks otherwise than `before`. Items and sections are the same when their codes are. */
export function compareContents(before: ChecklistContent, after: ChecklistContent): ContentDifference {
  const old = new Map(placedItems(before).map((placed) => [placed.item.code, placed]));
  const now = placedItems(after);
  const codes = new Set(now.map(({ item }) => item.code));
  const moved = movedKeys(
    [...old.keys()],
    now.map(({ item }) => item.code),
  );
  const present = now.flatMap(({ item, section }): ItemDifference[] => {
    const line = { code: item.code, title: item.title, section: section.title };
    const was = old.get(item.code);
    if (!was) return [{ kind: 'added', ...line, changes: [] }];
    const changes = changesBetween(factsOf(was.item), factsOf(item));
    if (was.section.code !== section.code)
      changes.push({ fact: 'section', before: was.section.title.zh, after: section.title.zh });
    else if (moved.has(item.code)) changes.push({ fact: 'position', before: null, after: null });
    return changes.length > 0 ? [{ kind: 'changed', ...line, changes }] : [];
  });
  const gone = [...old.values()].flatMap(({ item, section }): ItemDifference[] =>
    codes.has(item.code)
      ? []
      : [{ kind: 'removed', code: item.code, title: item.title, section: section.title, changes: [] }],
  );
  const oldSections = new Map(before.sections.map((section) => [section.code, section]));
  const sections = after.sections.flatMap(({ code, title }) => {
    const was = oldSections.get(code);
    const changes = was ? changesBetween(titles(was.title), titles(title)) : [];
    return changes.length > 0 ? [{ code, changes }] : [];
  });
  return { scope: changesBetween(scopeOf(before), scopeOf(after)), sections, items: [...present, ...gone] };
}
