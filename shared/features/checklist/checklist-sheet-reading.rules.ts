import { numberTyped } from '../../kernel/scaled-number.ts';
import type { RawCell, RawRow } from '../import/raw-row.ts';
import {
  nothing,
  sheetColumns,
  sheetHeading,
  wordKey,
  yesOrNo,
  type SheetColumn,
  type SheetProblem,
  type SheetReading,
  type SheetWords,
} from './checklist-sheet.rules.ts';
import {
  checklistDraft,
  contentProblems,
  itemTypes,
  type Bilingual,
  type ChecklistContent,
  type ChecklistItem,
  type ItemType,
} from './checklist.content.ts';

/** Headings are looked for in so many rows: a title may stand above them. */
const headingRows = 20;
/** A file that is wrong throughout is told by its first problems. */
const mostProblems = 200;

type Line = Pick<RawRow, 'row' | 'cells'>;
type Tell = (column: SheetColumn | null, issue: string, params?: SheetProblem['params']) => void;

/** Reads the cells of one row by column. */
class RowCells {
  readonly #cells: readonly RawCell[];
  readonly #places: ReadonlyMap<SheetColumn, number>;

  constructor(cells: readonly RawCell[], places: ReadonlyMap<SheetColumn, number>) {
    this.#cells = cells;
    this.#places = places;
  }

  raw(column: SheetColumn): RawCell {
    return this.#cells[this.#places.get(column) ?? -1] ?? null;
  }

  text(column: SheetColumn): string {
    return String(this.raw(column) ?? '').trim();
  }

  get isEmpty(): boolean {
    return sheetColumns.every((column) => this.text(column) === '');
  }
}

const two = (zh: string, en: string): Bilingual => (en === '' ? { zh } : { zh, en });

function flagOf(cells: RowCells, column: SheetColumn, usual: boolean, tell: Tell): boolean {
  const written = cells.text(column);
  if (written === '') return usual;
  const answer = yesOrNo(written);
  if (answer === undefined) tell(column, 'not-yes-or-no');
  return answer ?? false;
}

function limitOf(cells: RowCells, column: 'lowest' | 'highest', tell: Tell): number | null {
  const cell = cells.raw(column);
  if (cell === null || cells.text(column) === '') return null;
  // A number of a workbook is a binary fraction: 3.2 is what it means when its thousandths are whole but for the last bits.
  const value =
    typeof cell === 'number'
      ? Math.abs(cell * 1000 - Math.round(cell * 1000)) < 1e-6
        ? Math.round(cell * 1000)
        : undefined
      : numberTyped(cell, 3);
  if (value === undefined) tell(column, 'not-three-places');
  return value ?? null;
}

function typeOf(cells: RowCells, languages: readonly SheetWords[], tell: Tell): ItemType {
  const written = cells.text('type');
  if (written === '') return 'okNg';
  const found = wordKey(
    written,
    itemTypes,
    languages.map(({ types }) => types),
  );
  if (!found) tell('type', 'not-a-choice');
  return found ?? 'okNg';
}

const choiceLine = /^(?:\[\s*([^\]]*?)\s*\]\s*)?(.*?)(\s*[(（]\s*NG\s*[)）])?$/iu;

function choicesOf(cells: RowCells) {
  const english = cells
    .text('choicesEn')
    .split(/\r?\n/u)
    .map((line) => (line.trim() === nothing ? '' : line.trim()));
  return cells
    .text('choices')
    .split(/\r?\n/u)
    .map((line, index) => ({ line: line.trim(), en: english[index] ?? '', index }))
    .filter(({ line }) => line !== '')
    .map(({ line, en, index }) => {
      const [, value = '', zh = '', ng] = choiceLine.exec(line) ?? [];
      return { value: value || `choice-${index + 1}`, title: two(zh.trim(), en), isNg: ng !== undefined };
    });
}

function itemOf(cells: RowCells, code: string, languages: readonly SheetWords[], tell: Tell): ChecklistItem {
  const standard = two(cells.text('standard'), cells.text('standardEn'));
  const type = typeOf(cells, languages, tell);
  const base = {
    code,
    title: two(cells.text('title'), cells.text('titleEn')),
    ...(standard.zh === '' && standard.en === undefined ? {} : { standard }),
    required: flagOf(cells, 'required', true, tell),
    ngNote: flagOf(cells, 'ngNote', type !== 'text' && type !== 'photo', tell),
    ngPhoto: flagOf(cells, 'ngPhoto', false, tell),
  };
  switch (type) {
    case 'okNg':
      return { ...base, type, mayNotApply: flagOf(cells, 'mayNotApply', false, tell) };
    case 'number':
      return {
        ...base,
        type,
        mayNotApply: flagOf(cells, 'mayNotApply', false, tell),
        unit: cells.text('unit'),
        lowest: limitOf(cells, 'lowest', tell),
        highest: limitOf(cells, 'highest', tell),
      };
    case 'choice':
      return { ...base, type, choices: choicesOf(cells) };
    case 'text':
    case 'photo':
      return { ...base, type };
  }
}

/** Codes that a list has already, by what they stand for: rows without a code find theirs again. */
function knownCodes(content: ChecklistContent): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const section of content.sections) {
    codes.set(`section ${section.title.zh}`, section.code);
    for (const item of section.items) codes.set(`item ${item.title.zh}`, item.code);
  }
  return codes;
}

/** A code that nobody has, from a stem and a number. */
function freeCode(stem: string, start: number, taken: ReadonlySet<string>): string {
  let number = start;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

type Draft = { sections: ChecklistContent['sections']; lines: number[][]; problems: SheetProblem[] };

/** Reads the rows below the heading into sections; `lines` keeps the row of every item. */
function readRows(
  rows: readonly Line[],
  places: ReadonlyMap<SheetColumn, number>,
  base: ChecklistContent,
  languages: readonly SheetWords[],
): Draft {
  const draft: Draft = { sections: [], lines: [], problems: [] };
  const known = knownCodes(base);
  const read = rows.map(({ row, cells }) => ({ row, cells: new RowCells(cells, places) }));
  const taken = new Set(read.map(({ cells }) => cells.text('code')));
  let at = -1;
  for (const { row, cells } of read.filter((one) => !one.cells.isEmpty)) {
    const tell: Tell = (column, issue, params) =>
      void draft.problems.push({
        sheet: 'items',
        row,
        column,
        text: column ? cells.text(column) : '',
        issue,
        ...(params ? { params } : {}),
      });
    const [title, given] = [cells.text('section'), cells.text('sectionCode')];
    if (title !== '' || given !== '') {
      at = draft.sections.findIndex(({ code, title: { zh } }) =>
        given === '' ? zh === title : code === given,
      );
      if (at === -1) {
        const codes = new Set(draft.sections.map(({ code }) => code));
        const remembered = known.get(`section ${title}`);
        const own = remembered !== undefined && !codes.has(remembered) ? remembered : undefined;
        const code = given || own || freeCode('section', draft.sections.length + 1, codes);
        at = draft.sections.push({ code, title: two(title, cells.text('sectionEn')), items: [] }) - 1;
        draft.lines.push([]);
      }
    }
    const section = draft.sections[at];
    if (!section) {
      tell('section', 'required');
      continue;
    }
    let code = cells.text('code');
    if (code === '') {
      const remembered = known.get(`item ${cells.text('title')}`);
      code = remembered !== undefined && !taken.has(remembered) ? remembered : freeCode('item', row, taken);
      taken.add(code);
    }
    section.items.push(itemOf(cells, code, languages, tell));
    draft.lines[at]?.push(row);
  }
  return draft;
}

/** Which column a place in an item stands in. */
function columnOf(path: readonly PropertyKey[]): SheetColumn | null {
  const [first, second, third, fourth] = path;
  if (first === 'title') return second === 'en' ? 'titleEn' : 'title';
  if (first === 'standard') return second === 'en' ? 'standardEn' : 'standard';
  if (first === 'choices') return third === 'title' && fourth === 'en' ? 'choicesEn' : 'choices';
  return sheetColumns.find((column) => column === first) ?? null;
}

/** A problem of the content beside the row that it came from. */
function placed(
  { sections, lines }: Draft,
  problem: {
    readonly path: readonly PropertyKey[];
    readonly issue: string;
    readonly params?: SheetProblem['params'];
  },
  cellText: (row: number, column: SheetColumn | null) => string,
): SheetProblem {
  const [, s = 0, part, i = 0, ...rest] = problem.path;
  const rows = lines[Number(s)] ?? [];
  const inItem = part === 'items' && problem.path.length > 3;
  const row = (inItem ? rows[Number(i)] : rows[0]) ?? 0;
  const column = inItem
    ? columnOf(rest)
    : part === 'code'
      ? 'sectionCode'
      : problem.path[3] === 'en'
        ? 'sectionEn'
        : sections.length > 0
          ? 'section'
          : null;
  const { issue, params } = problem;
  return { sheet: 'items', row, column, text: cellText(row, column), issue, ...(params ? { params } : {}) };
}

/** What the schema has against it: lengths and numbers of things. */
function schemaProblems(content: ChecklistContent) {
  const parsed = checklistDraft.safeParse(content);
  return (parsed.error?.issues ?? []).map((issue) => ({
    path: issue.path,
    issue: /^[a-z-]+$/u.test(issue.message) ? issue.message : 'too-big',
    ...('maximum' in issue ? { params: { maximum: Number(issue.maximum) } } : {}),
  }));
}

/**
 * Reads the rows of a sheet of items as a content with the scope of `base`. Undefined when no row is a heading of such a
 * sheet. With any problem there is no content: nothing is half read.
 */
export function readSheet(
  rows: readonly Line[],
  base: ChecklistContent,
  languages: readonly SheetWords[],
): SheetReading | undefined {
  const at = rows.slice(0, headingRows).findIndex(({ cells }) => sheetHeading(cells, languages));
  const places = at === -1 ? undefined : sheetHeading(rows[at]?.cells ?? [], languages);
  if (!places) return undefined;
  const body = rows.slice(at + 1);
  const draft = readRows(body, places, base, languages);
  const content: ChecklistContent = { ...base, sections: draft.sections };
  const byRow = new Map(body.map(({ row, cells }) => [row, new RowCells(cells, places)]));
  const cellText = (row: number, column: SheetColumn | null): string =>
    (column && byRow.get(row)?.text(column)) ?? '';
  const found = [...schemaProblems(content), ...contentProblems(content)].map((problem) =>
    placed(draft, problem, cellText),
  );
  const problems = [...draft.problems, ...found].sort((a, b) => a.row - b.row).slice(0, mostProblems);
  const items = draft.lines.reduce((sum, lines) => sum + lines.length, 0);
  return { content: problems.length === 0 ? content : null, items, problems };
}
