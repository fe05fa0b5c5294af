import { normalText } from '#shared/kernel/normal-text.ts';
import type { RawCell, RawRow } from './raw-row.ts';

/** Where the headings of a foreign table stand; lines count from 1 as in Excel. */
export type TableHeader = {
  /** Line of the (last) heading row. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly firstDataRow: number;
};

/** Rows in which the headings are looked for. */
const HEAD_ROWS = 30;
const LONGEST_HEADING = 30;
const VALUE = /^[\d.,:/\-+%¥ ]+$|^[A-Z0-9-]{8,}$|\d{4,}/u;

/** Text of a heading: one line, no blanks between Chinese characters (客 户 名 称), no star of a required field. */
function headingOf(cell: RawCell | undefined): string {
  const text = normalText(String(cell ?? ''));
  return text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').replace(/^[*\s]+|[*:\s]+$/gu, '');
}

const isFilled = (cell: RawCell | undefined): boolean => cell !== undefined && cell !== null && cell !== '';

/** Whether a cell reads like a heading rather than like a value. */
const isLabel = (cell: RawCell): boolean =>
  typeof cell === 'string' && cell.length <= LONGEST_HEADING && !VALUE.test(cell);

type Known = (name: string) => boolean;

const knownIn = ({ cells }: RawRow, isKnown: Known): number =>
  cells.filter((cell) => isFilled(cell) && isKnown(headingOf(cell))).length;

/** Known names count most, then distinct labels; values speak against it. */
function scoreOf(row: RawRow, isKnown: Known): number {
  const filled = row.cells.filter(isFilled);
  const labels = new Set(filled.filter(isLabel)).size;
  return (
    knownIn(row, isKnown) * 10 + Math.min(labels, 40) * 0.2 - (filled.length - labels) - (labels < 2 ? 5 : 0)
  );
}

/** A title row above a group row above the names is the most that exports have. */
const HEADING_ROWS = 3;

/**
 * Finds the headings below title rows and above the data. Headings of two or three rows are joined by `/` (`客户/名称`), by the
 * merged areas where the file has them, else by the gaps of the upper rows. Without any known name the row most like headings
 * wins.
 * @param rows the first rows of the sheet
 */
export function guessHeader(rows: readonly RawRow[], isKnown: Known): TableHeader {
  const candidates = rows.slice(0, HEAD_ROWS);
  let at = -1;
  let best = -Infinity;
  candidates.forEach((row, index) => {
    const score = scoreOf(row, isKnown);
    if (score > best) {
      best = score;
      at = index;
    }
  });
  const row = candidates[at];
  if (row === undefined) return { headerRow: 1, headers: [], firstDataRow: 2 };
  const isNamed = (place: number): boolean =>
    candidates.slice(place, place + 1).some((one) => knownIn(one, isKnown) > 0);
  let [top, bottom] = [at, at];
  const isRoom = (): boolean => bottom - top + 1 < HEADING_ROWS;
  while (isRoom() && isPair(candidates[top - 1], candidates[top], isNamed(at))) top -= 1;
  while (isRoom() && isPair(candidates[bottom], candidates[bottom + 1], isNamed(bottom + 1))) bottom += 1;
  const block = candidates.slice(top, bottom + 1);
  const last = block.at(-1) ?? row;
  return { headerRow: last.row, headers: joined(block), firstDataRow: last.row + 1 };
}

/** A cell such as 单位：元 stands beside a title, never above headings. */
const isRemark = (cell: RawCell): boolean => /[:：]\s*\S/u.test(String(cell));

/**
 * Whether two rows are halves of one heading and not a title above headings or headings above data. Without merged areas that
 * say so the lower half must hold known names (`isNamed`).
 */
function isPair(upper: RawRow | undefined, lower: RawRow | undefined, isNamed: boolean): boolean {
  if (!upper || lower?.row !== upper.row + 1) return false;
  const tops = upper.cells.filter(isFilled);
  const bottoms = lower.cells.filter(isFilled);
  if (!tops.every(isLabel) || !bottoms.every(isLabel) || bottoms.length === 0) return false;
  if (tops.some(isRemark)) return false;
  const merged = upper.merged ?? [];
  if (merged.some((area) => area.rows > 1) && merged.some((area) => area.columns > 1)) return true;
  if (tops.length < 2 || !isNamed) return false;
  const gaps = lower.cells.filter(
    (cell, column) => column > 0 && isFilled(cell) && !isFilled(upper.cells[column]),
  );
  return gaps.length > 0;
}

/** The headings of some rows, each with what stands above it. */
function joined(rows: readonly RawRow[]): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const merges = rows.some(({ merged }) => merged !== undefined);
  const groups = rows.map(() => '');
  return Array.from({ length: width }, (_, column) => {
    const own = rows.map(({ cells }) => headingOf(cells[column]));
    const highest = own.findIndex((text) => text !== '');
    const parts = rows.map(({ merged, cells }, level) => {
      // A group ends where one above it begins.
      if (highest >= 0 && level > highest) groups[level] = '';
      if (own[level]) groups[level] = own[level];
      const area = merged?.find((a) => column >= a.column && column < a.column + a.columns);
      if (area) return headingOf(cells[area.column]);
      const isAbove = own.slice(level + 1).some((text) => text !== '');
      return own[level] || (merges || !isAbove ? '' : (groups[level] ?? ''));
    });
    return parts.filter((text, level) => text !== '' && text !== parts[level - 1]).join('/');
  });
}

const TOTAL =
  /^(?:本页|本月|本日|本期|全部)?(?:合计|总计|小计|共计|累计)(?:数|金额|行)?(?:\(.*\))?:?$|^(?:grand ?)?total:?$|^sub ?total:?$|^sum:?$|^共\d+[条行台笔辆](?:记录|数据)?$/iu;

/** Cheap test before the exact one: asked for every row of a file. */
const HINT = /[计共]|total|sum/iu;

/** Whether a row is a 合计 (total), 总计 (grand total) or 小计 (subtotal) and no data: its first or second value says so. */
export function isTotalRow(cells: readonly RawCell[]): boolean {
  let seen = 0;
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    seen += 1;
    if (typeof cell === 'string' && cell.length <= 40 && HINT.test(cell)) {
      if (TOTAL.test(normalText(cell).replaceAll(' ', ''))) return true;
    }
    if (seen === 2) return false;
  }
  return false;
}

/**
 * Fingerprint of a table's headings, by which its mapping is remembered. The order of the columns, blanks, case and full
 * width do not matter.
 */
export function tableShape(headers: readonly string[]): string {
  return headers
    .map((header) => headingOf(header).replaceAll(/\s/gu, '').toLowerCase())
    .filter((header) => header !== '')
    .sort()
    .join('|')
    .slice(0, 4000);
}
