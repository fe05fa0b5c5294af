import type { RawCell, RawRow } from './raw-row.ts';

/** Where the headings of a foreign table stand. */
export type TableHeader = {
  /** Line of the (last) heading row. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly firstDataRow: number;
};

const textOf = (cell: RawCell | undefined): string => String(cell ?? '').trim();

/** Score of a row as heading: known names count most, then distinct short texts; numbers speak against it. */
function scoreOf(row: RawRow, isKnown: (name: string) => boolean): number {
  const texts = row.cells.map(textOf).filter((text) => text !== '');
  if (texts.length === 0) return -1;
  const known = texts.filter(isKnown).length;
  const numbers = row.cells.filter(
    (cell) => typeof cell === 'number' || /^[\d.,:/\- ]+$/u.test(textOf(cell) || 'x'),
  ).length;
  return known * 10 + Math.min(new Set(texts).size, 40) * 0.1 - numbers;
}

/**
 * Finds the heading row below titles and above data, two-row headings with merged cells included: their parts are joined by
 * `/` (`客户/名称`). With no known name at all the first row of two or more texts is taken.
 */
export function guessHeader(rows: readonly RawRow[], isKnown: (name: string) => boolean): TableHeader {
  const candidates = rows.slice(0, 30);
  let best: { row: RawRow; score: number } | undefined;
  for (const row of candidates) {
    const score = scoreOf(row, isKnown);
    if (!best || score > best.score) best = { row, score };
  }
  if (!best) return { headerRow: 1, headers: [], firstDataRow: 2 };
  const at = candidates.indexOf(best.row);
  const above = candidates[at - 1];
  const below = candidates[at + 1];
  const mergedAbove = above?.merged?.some((area) => area.columns > 1 && area.columns < best.row.cells.length);
  const mergedHere = best.row.merged?.some((area) => area.columns > 1 || area.rows > 1);
  if (above && above.row === best.row.row - 1 && mergedAbove) return joined(above, best.row);
  if (below && below.row === best.row.row + 1 && mergedHere && scoreOf(below, isKnown) > 0)
    return joined(best.row, below);
  return { headerRow: best.row.row, headers: best.row.cells.map(textOf), firstDataRow: best.row.row + 1 };
}

function joined(upper: RawRow, lower: RawRow): TableHeader {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const uppers = Array.from({ length: width }, (_, column) => {
    const area = upper.merged?.find((a) => column >= a.column && column < a.column + a.columns);
    return textOf(upper.cells[area ? area.column : column]);
  });
  const headers = uppers.map((top, column) => {
    const bottom = textOf(lower.cells[column]);
    return top === '' || top === bottom ? bottom : bottom === '' ? top : `${top}/${bottom}`;
  });
  return { headerRow: lower.row, headers, firstDataRow: lower.row + 1 };
}

const totalWord = /^(?:合\s*计|总\s*计|小\s*计|本页合计|本页小计|共计|total|subtotal|sum)\s*[:：]?$/iu;

/** 合计, 总计 and 小计 rows, which are no data: the word stands in one of the first cells that say anything. */
export const isTotalRow = (cells: readonly RawCell[]): boolean =>
  cells
    .filter((cell) => cell !== null && cell !== '')
    .slice(0, 2)
    .some((cell) => typeof cell === 'string' && totalWord.test(cell.trim()));

/** Fingerprint of a table's headings, by which its mapping is remembered: order and blanks do not matter. */
export const tableShape = (headers: readonly string[]): string =>
  headers
    .map((header) => header.replaceAll(/\s/gu, '').toLowerCase())
    .filter((header) => header !== '')
    .sort()
    .join('|')
    .slice(0, 4000);
