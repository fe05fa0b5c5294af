import type { RawCell } from '../import/raw-row.ts';
import type { VehicleKind } from '../vehicle/vehicle.rules.ts';
import type { ChecklistContent, ChecklistItem, ItemType, RepairClass } from './checklist.content.ts';

/** Columns of the sheet of items, in order; their headings are texts `checklist.sheet.columns.<name>`. */
export const sheetColumns = [
  'section',
  'sectionEn',
  'sectionCode',
  'code',
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
  'choicesEn',
  'ngNote',
  'ngPhoto',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** Lines of the second sheet that are read: what the list is for. */
export const scopeLines = ['vehicleKinds', 'repairClasses', 'damageMap'] as const;
export type ScopeLine = (typeof scopeLines)[number];

/** Words of one language for what a cell may say. */
export type SheetWords = {
  readonly columns: Readonly<Record<SheetColumn, string>>;
  readonly scope: Readonly<Record<ScopeLine, string>>;
  readonly vehicleKinds: Readonly<Record<VehicleKind, string>>;
  readonly repairClasses: Readonly<Record<RepairClass, string>>;
  readonly types: Readonly<Record<ItemType, string>>;
  readonly yes: string;
  readonly no: string;
};

/** One problem beside its row; `row` is the line that a person sees in Excel. */
export type SheetProblem = {
  readonly sheet: 'items' | 'scope';
  readonly row: number;
  readonly column: SheetColumn | ScopeLine | null;
  readonly text: string;
  /** Key of a sentence in the `problem.issues` texts. */
  readonly issue: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What a file says: a content, or why it is none. */
export type SheetReading = {
  readonly content: ChecklistContent | null;
  readonly items: number;
  readonly problems: readonly SheetProblem[];
};

/** Stands for a choice without English, so that the lines of both columns stay beside each other. */
export const nothing = '-';

/** One item as texts and numbers, in the order of the columns. Choices stand one to a line: `[full] 满`, `[low] 低 (NG)`. */
export function itemRow(
  section: ChecklistContent['sections'][number],
  item: ChecklistItem,
  words: SheetWords,
): (string | number)[] {
  const flag = (value: boolean): string => (value ? words.yes : words.no);
  const limit = (value: number | null): string | number => (value === null ? '' : value / 1000);
  const cells: Record<SheetColumn, string | number> = {
    section: section.title.zh,
    sectionEn: section.title.en ?? '',
    sectionCode: section.code,
    code: item.code,
    title: item.title.zh,
    titleEn: item.title.en ?? '',
    standard: item.standard?.zh ?? '',
    standardEn: item.standard?.en ?? '',
    type: words.types[item.type],
    required: flag(item.required),
    mayNotApply: 'mayNotApply' in item ? flag(item.mayNotApply) : '',
    unit: item.type === 'number' ? item.unit : '',
    lowest: item.type === 'number' ? limit(item.lowest) : '',
    highest: item.type === 'number' ? limit(item.highest) : '',
    choices:
      item.type === 'choice'
        ? item.choices
            .map(({ value, title, isNg }) => `[${value}] ${title.zh}${isNg ? ' (NG)' : ''}`)
            .join('\n')
        : '',
    choicesEn: item.type === 'choice' ? item.choices.map(({ title }) => title.en || nothing).join('\n') : '',
    ngNote: flag(item.ngNote),
    ngPhoto: flag(item.ngPhoto),
  };
  return sheetColumns.map((column) => cells[column]);
}

/** Case, blanks and width do not matter in headings and words. */
const plainWord = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');

/** Where each column stands, or undefined when a row is not the heading of such a sheet. */
export function sheetHeading(
  cells: readonly RawCell[],
  languages: readonly SheetWords[],
): ReadonlyMap<SheetColumn, number> | undefined {
  const found = new Map<SheetColumn, number>();
  cells.forEach((cell, index) => {
    const column = wordKey(
      String(cell ?? ''),
      sheetColumns,
      languages.map(({ columns }) => columns),
    );
    if (column && !found.has(column)) found.set(column, index);
  });
  return found.has('title') && found.has('section') ? found : undefined;
}

/** The name of a thing in one of the languages, or its own key, as a person wrote it. */
export const wordKey = <Key extends string>(
  written: string,
  keys: readonly Key[],
  names: readonly Readonly<Record<Key, string>>[],
): Key | undefined =>
  keys.find((key) =>
    [key, ...names.map((one) => one[key])].some((name) => plainWord(name) === plainWord(written)),
  );

const yesWords = new Set(['1', 'y', 'yes', 'true', '是', '√', '✓', '有', '要']);
const noWords = new Set(['0', 'n', 'no', 'false', '否', '×', '✗', '无', '不', '不要']);

/** Yes or no as a person wrote it; undefined when it is neither. */
export function yesOrNo(written: string): boolean | undefined {
  const word = plainWord(written);
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : undefined;
}
