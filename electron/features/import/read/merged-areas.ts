import type { RawRow } from '#shared/features/import/raw-row.ts';
import { MERGE_ROWS } from './table-file.ts';

/** A merged area; `row` is the sheet line from 1, `column` counts from 0. */
export type MergeRange = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Whether merged areas could matter: the first rows have gaps before the first row that fills the table's width. */
export function needsMerges(rows: readonly RawRow[]): boolean {
  const head = rows.slice(0, MERGE_ROWS);
  const width = Math.max(0, ...head.map(({ cells }) => cells.length));
  const first = head[0];
  return first !== undefined && width > 1 && (first.cells.length < width || first.cells.includes(null));
}

/** The same rows; the first ones with the merged areas that start in them. */
export function attachMerges(rows: readonly RawRow[], ranges: readonly MergeRange[]): RawRow[] {
  const byRow = new Map<number, MergeRange[]>();
  for (const range of ranges) byRow.set(range.row, [...(byRow.get(range.row) ?? []), range]);
  return rows.map((row, index) => {
    const starting = index < MERGE_ROWS ? byRow.get(row.row) : undefined;
    if (starting === undefined) return row;
    return {
      ...row,
      merged: starting.map(({ column, columns, rows: high }) => ({ column, columns, rows: high })),
    };
  });
}
