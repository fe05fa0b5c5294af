import { CompiledQuery } from 'kysely';
import type { Reader, Writer } from './database.ts';
import type { Sqlite } from './sqlite.ts';

/** A value as SQLite gives it. */
export type Cell = string | number | Uint8Array | null;
/** Rows of a statement, as arrays in the order of its columns. */
export type ReadRows = (
  sql: string,
  ids: readonly number[] | undefined,
) => Iterable<readonly Cell[]> | Promise<Iterable<readonly Cell[]>>;

/** Reads on a connection of its own, without an object for each row. */
export const rowsOf =
  (sqlite: Sqlite): ReadRows =>
  (sql) =>
    sqlite.prepare<[], readonly Cell[]>(sql).raw().all();

/** Reads inside the call's own handle, for the vehicles that are named. */
export const rowsIn =
  (reader: Reader | Writer): ReadRows =>
  async (sql, ids = []) => {
    const { rows } = await reader
      .getExecutor()
      .executeQuery<Readonly<Record<string, Cell>>>(CompiledQuery.raw(sql, [JSON.stringify(ids)]));
    return rows.map((row) => Object.values(row));
  };
