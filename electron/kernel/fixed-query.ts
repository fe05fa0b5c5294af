import { CompiledQuery } from 'kysely';
import type { Reader, Writer } from './database.ts';

type Value = string | number | null;

/** A query whose text never changes: neither built nor compiled anew at each call. Columns come back in camelCase. */
export type FixedQuery<Row> = {
  all(on: Reader | Writer, ...values: readonly Value[]): Promise<Row[]>;
  first(on: Reader | Writer, ...values: readonly Value[]): Promise<Row | undefined>;
  /** Of an insert: the id of the new row. */
  insert(on: Writer, ...values: readonly Value[]): Promise<number>;
};

/**
 * For the few statements that run with every booking; a built query costs several times what SQLite needs to run it. The
 * type of a row is the text's own affair: kept beside it.
 */
export function fixedQuery<Row = never>(text: string): FixedQuery<Row> {
  const run = async (on: Reader | Writer, values: readonly Value[]) =>
    on.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return {
    all: async (on, ...values) => (await run(on, values)).rows,
    first: async (on, ...values) => (await run(on, values)).rows[0],
    insert: async (on, ...values) => Number((await run(on, values)).insertId),
  };
}
