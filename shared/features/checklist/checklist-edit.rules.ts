import {
  contentProblems,
  itemsOf,
  type ChecklistContent,
  type ChecklistItem,
  type ChecklistSection,
  type ContentProblem,
  type ItemType,
} from './checklist.content.ts';

/** A section, or an item in it. */
export type Place = { readonly section: number; readonly item: number | null };
/** A changed content, and what is chosen afterwards. */
export type Edited = { readonly content: ChecklistContent; readonly place: Place | null };

/** Most sections and most items in one, as the schema of a draft has them. */
const mostSections = 40;
const mostItems = 120;

export const isSamePlace = (a: Place | null, b: Place | null): boolean =>
  a?.section === b?.section && a?.item === b?.item;

/** Every place of a list from top to bottom. */
export const placesOf = (content: ChecklistContent): readonly Place[] =>
  content.sections.flatMap(({ items }, section): Place[] => [
    { section, item: null },
    ...items.map((_, item) => ({ section, item })),
  ]);

export const itemAt = (content: ChecklistContent, place: Place | null): ChecklistItem | undefined =>
  place?.item === null || place === null ? undefined : content.sections[place.section]?.items[place.item];

/** A code that nobody has: the stem, or the stem with the next number. */
function freeCode(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem) && !/^(?:item|section)$/u.test(stem)) return stem;
  const root = stem.replace(/-\d+$/u, '').slice(0, 54);
  for (let number = 1; ; number += 1) if (!taken.has(`${root}-${number}`)) return `${root}-${number}`;
}
const itemCodes = (content: ChecklistContent): Set<string> =>
  new Set(itemsOf(content).map(({ code }) => code));
const sectionCodes = (content: ChecklistContent): Set<string> =>
  new Set(content.sections.map(({ code }) => code));

const withSection = (content: ChecklistContent, at: number, section: ChecklistSection): ChecklistContent => ({
  ...content,
  sections: content.sections.with(at, section),
});
const withItems = (content: ChecklistContent, at: number, items: ChecklistItem[]): ChecklistContent => {
  const section = content.sections[at];
  return section ? withSection(content, at, { ...section, items }) : content;
};

const newItem = (code: string): ChecklistItem => ({
  type: 'okNg',
  code,
  title: { zh: '' },
  required: true,
  mayNotApply: false,
  ngNote: true,
  ngPhoto: false,
});

/** A new section behind the chosen one, with a first item; a list that is full stays as it is. */
export function addSection(content: ChecklistContent, place: Place | null): Edited {
  if (content.sections.length >= mostSections) return { content, place };
  const at = place ? place.section + 1 : content.sections.length;
  const section: ChecklistSection = {
    code: freeCode('section', sectionCodes(content)),
    title: { zh: '' },
    items: [newItem(freeCode('item', itemCodes(content)))],
  };
  return {
    content: { ...content, sections: content.sections.toSpliced(at, 0, section) },
    place: { section: at, item: null },
  };
}

/** A new item below the chosen place. */
export function addItem(content: ChecklistContent, place: Place): Edited {
  const items = content.sections[place.section]?.items;
  if (!items || items.length >= mostItems) return { content, place };
  const at = place.item === null ? 0 : place.item + 1;
  const item = newItem(freeCode('item', itemCodes(content)));
  return {
    content: withItems(content, place.section, items.toSpliced(at, 0, item)),
    place: { section: place.section, item: at },
  };
}

/** The same once more below, with codes of its own. */
export function duplicate(content: ChecklistContent, place: Place): Edited {
  const section = content.sections[place.section];
  if (!section) return { content, place };
  const taken = itemCodes(content);
  const copied = (item: ChecklistItem): ChecklistItem => {
    const code = freeCode(item.code, taken);
    taken.add(code);
    return { ...item, code };
  };
  if (place.item === null) {
    if (content.sections.length >= mostSections) return { content, place };
    const copy = {
      ...section,
      code: freeCode(section.code, sectionCodes(content)),
      items: section.items.map(copied),
    };
    const at = place.section + 1;
    return {
      content: { ...content, sections: content.sections.toSpliced(at, 0, copy) },
      place: { section: at, item: null },
    };
  }
  const item = section.items[place.item];
  if (!item || section.items.length >= mostItems) return { content, place };
  const at = place.item + 1;
  return {
    content: withItems(content, place.section, section.items.toSpliced(at, 0, copied(item))),
    place: { section: place.section, item: at },
  };
}

/** Takes an item or a whole section away; its neighbour is chosen. */
export function remove(content: ChecklistContent, place: Place): Edited {
  if (place.item === null) {
    const sections = content.sections.toSpliced(place.section, 1);
    const left = Math.min(place.section, sections.length - 1);
    return { content: { ...content, sections }, place: left < 0 ? null : { section: left, item: null } };
  }
  const items = content.sections[place.section]?.items.toSpliced(place.item, 1) ?? [];
  const left = Math.min(place.item, items.length - 1);
  return {
    content: withItems(content, place.section, items),
    place: { section: place.section, item: left < 0 ? null : left },
  };
}

/** One up or down: a section past its neighbour, an item past its neighbour or into the next section. */
export function move(content: ChecklistContent, place: Place, by: -1 | 1): Edited {
  const { section, item } = place;
  const own = content.sections[section];
  const other = content.sections[section + by];
  if (!own) return { content, place };
  if (item === null) {
    if (!other) return { content, place };
    return {
      content: { ...content, sections: content.sections.with(section, other).with(section + by, own) },
      place: { section: section + by, item: null },
    };
  }
  const moved = own.items[item];
  const neighbour = own.items[item + by];
  if (!moved) return { content, place };
  if (neighbour)
    return {
      content: withItems(content, section, own.items.with(item, neighbour).with(item + by, moved)),
      place: { section, item: item + by },
    };
  if (!other || other.items.length >= mostItems) return { content, place };
  const at = by > 0 ? 0 : other.items.length;
  const without = withItems(content, section, own.items.toSpliced(item, 1));
  return {
    content: withItems(without, section + by, other.items.toSpliced(at, 0, moved)),
    place: { section: section + by, item: at },
  };
}

export const changeItem = (
  content: ChecklistContent,
  { section, item }: Place,
  next: ChecklistItem,
): ChecklistContent => {
  const items = content.sections[section]?.items;
  return items && item !== null ? withItems(content, section, items.with(item, next)) : content;
};

export const changeSection = (
  content: ChecklistContent,
  { section }: Place,
  patch: Partial<Pick<ChecklistSection, 'title' | 'code'>>,
): ChecklistContent => {
  const own = content.sections[section];
  return own ? withSection(content, section, { ...own, ...patch }) : content;
};

/** The same item answered in another way: texts and demands stay. */
export function withType(item: ChecklistItem, type: ItemType): ChecklistItem {
  if (item.type === type) return item;
  const { code, title, standard, required, ngNote, ngPhoto } = item;
  const base = { code, title, ...(standard ? { standard } : {}), required, ngNote, ngPhoto };
  const mayNotApply = 'mayNotApply' in item ? item.mayNotApply : false;
  switch (type) {
    case 'okNg':
      return { ...base, type, mayNotApply };
    case 'number':
      return { ...base, type, mayNotApply, unit: '', lowest: null, highest: null };
    case 'choice':
      return {
        ...base,
        type,
        choices: [
          { value: 'choice-1', title: { zh: '' }, isNg: false },
          { value: 'choice-2', title: { zh: '' }, isNg: true },
        ],
      };
    case 'text':
    case 'photo':
      return { ...base, type };
  }
}

/** Where a problem lies, and which field of the place it is about (`title.zh`, `choices.0.value`); null: the whole list. */
export function problemPlace({ path }: ContentProblem): {
  readonly place: Place | null;
  readonly field: string;
} {
  const [, section, part, item, ...rest] = path;
  if (typeof section !== 'number') return { place: null, field: path.join('.') };
  if (part === 'items' && typeof item === 'number')
    return { place: { section, item }, field: rest.join('.') };
  return { place: { section, item: null }, field: path.slice(2).join('.') };
}

/** The problems of one place, issue by field. */
export const problemsAt = (content: ChecklistContent, place: Place | null): ReadonlyMap<string, string> =>
  new Map(
    contentProblems(content)
      .map((problem) => ({ ...problemPlace(problem), issue: problem.issue }))
      .filter((problem) => isSamePlace(problem.place, place))
      .map(({ field, issue }) => [field, issue]),
  );
