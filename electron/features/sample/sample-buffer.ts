import type { Statement } from 'better-sqlite3';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/** Rows of one statement. */
const statementRows = 20;

export type Cell = string | number | null;
/** Rows of one table that wait to be written. */
export type Buffer = {
  readonly names: readonly string[];
  readonly width: number;
  readonly one: Statement;
  readonly many: Statement;
  cells: Cell[];
  rows: number;
};

export function bufferFor(
  sqlite: Sqlite,
  table: string,
  columns: readonly string[],
  names: readonly string[],
): Buffer {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const head = `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values `;
  const many = Array.from({ length: statementRows }, () => row).join(', ');
  return {
    names,
    width: columns.length,
    one: sqlite.prepare(head + row),
    many: sqlite.prepare(head + many),
    cells: [],
    rows: 0,
  };
}

/** Writes what waits, several rows to a statement. */
export function flush(buffer: Buffer): void {
  const { width, one, many, cells, rows } = buffer;
  let at = 0;
  for (; at + statementRows <= rows; at += statementRows)
    many.run(cells.slice(at * width, (at + statementRows) * width));
  for (; at < rows; at += 1) one.run(cells.slice(at * width, (at + 1) * width));
  buffer.cells = [];
  buffer.rows = 0;
}
