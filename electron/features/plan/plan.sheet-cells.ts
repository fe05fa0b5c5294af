import type { Cell, WriteSheet } from 'hucre/xlsx';
import { plainCell } from '#electron/kernel/csv.ts';

/** Cells of the workbook: texts and numbers as they are, computed ones as formulas with the result that they must give. */

/** A formula without its `=`, and what it gives; '' where it gives nothing. */
export type Computed = {
  readonly formula: string;
  readonly result: number | string;
  readonly format: Format;
};
export type Format = 'count' | 'yuan' | 'percent' | 'hundredths';
/** A number that was given, where its column has no format of its own. */
export type Given = { readonly given: number | null; readonly format: Format };
export type SheetCell = string | number | null | Computed | Given;

export type SheetRow = { readonly cells: readonly SheetCell[]; readonly total?: boolean };

const formats: Readonly<Record<Format, string>> = {
  count: '#,##0',
  yuan: '#,##0.00',
  percent: '0.0%',
  hundredths: '#,##0.00',
};

/** `A`, `Z`, `AA` … for a column counted from 0. */
export function columnName(column: number): string {
  const rest = column % 26;
  const front = Math.floor(column / 26);
  return `${front === 0 ? '' : columnName(front - 1)}${String.fromCodePoint(65 + rest)}`;
}

/** Address of a cell; column from 0, row as the sheet counts it, from 1. */
export const at = (column: number, row: number): string => `${columnName(column)}${row}`;

/** The first row of data: below the titles. */
export const firstRow = 2;

const money = (fen: number): number => fen / 100;
/** Money as yuan; null stays empty. */
export const yuan = (fen: number | null): number | null => (fen === null ? null : money(fen));

export const computed = (formula: string, result: number | null, format: Format): Computed => ({
  formula,
  result: result ?? '',
  format,
});

/** A sum of ranges; empty where none of their cells has a number. */
export const sumOf = (ranges: string, result: number | null, format: Format): Computed =>
  computed(`IF(COUNT(${ranges})=0,"",SUM(${ranges}))`, result, format);

/** The quotient of two cells, empty where one is empty or there is nothing to divide by. */
export const quotient = (above: string, below: string): string =>
  `IF(OR(${above}="",${below}="",${below}=0),"",${above}/${below})`;

/** An exact quotient: the sheet divides without rounding to basis points. */
export const rateOf = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below === 0 ? null : above / below;

const isComputed = (cell: SheetCell): cell is Computed =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;
const isGiven = (cell: SheetCell): cell is Given =>
  typeof cell === 'object' && cell !== null && 'given' in cell;

function written(cell: SheetCell, bold: boolean, format: Format | undefined): Partial<Cell> {
  const font = bold ? { font: { bold: true } } : {};
  if (isComputed(cell))
    return {
      type: 'formula',
      value: cell.result,
      formula: cell.formula,
      formulaResult: cell.result,
      style: { numFmt: formats[cell.format], ...font },
    };
  if (isGiven(cell)) return { value: cell.given, style: { numFmt: formats[cell.format], ...font } };
  if (typeof cell === 'number')
    return { value: cell, style: { numFmt: formats[format ?? 'count'], ...font } };
  return { value: cell === null ? null : plainCell(cell), style: { ...font } };
}

/** One sheet: titles, rows, and per column its width and the format of its plain numbers. */
export function sheetOf(
  name: string,
  columns: readonly { readonly title: string; readonly width?: number; readonly format?: Format }[],
  rows: readonly SheetRow[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const look = {
    font: { bold: true, color: { rgb: 'FFFFFF' } },
    fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: '1C4A6E' } },
  };
  columns.forEach(({ title }, column) => cells.set(`0,${column}`, { value: plainCell(title), style: look }));
  rows.forEach((row, index) =>
    row.cells.forEach((cell, column) =>
      cells.set(`${index + 1},${column}`, written(cell, row.total ?? false, columns[column]?.format)),
    ),
  );
  return {
    name,
    columns: columns.map(({ width }) => ({ width: width ?? 12 })),
    rows: [
      columns.map(({ title }) => plainCell(title)),
      ...rows.map(({ cells: line }) =>
        line.map((cell) =>
          isComputed(cell)
            ? cell.result
            : isGiven(cell)
              ? cell.given
              : typeof cell === 'string'
                ? plainCell(cell)
                : cell,
        ),
      ),
    ],
    cells,
    freezePane: { rows: 1, columns: 1 },
  };
}
