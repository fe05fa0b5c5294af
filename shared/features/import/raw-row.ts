/** One cell of a foreign table: text without outer blanks, a number, or nothing. Dates arrive as text. */
export type RawCell = string | number | null;

/** A merged area whose upper left cell lies in this row; `column` counts from 0. */
export type MergedArea = { readonly column: number; readonly columns: number; readonly rows: number };

/**
 * One row of a foreign table. `row` counts from 1 and is the line a person sees in Excel. Rows without any value are left
 * out. `merged` is given for the first rows only (two-row headers); a merged value stands in the upper left cell alone.
 */
export type RawRow = {
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly merged?: readonly MergedArea[];
};
