import { CompiledQuery, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type { Reader, Writer } from './database.ts';
import { lentHandle } from './lent-handle.ts';

type Value = string | number | null;

/** A query whose text never changes: neither built nor compiled anew at each call. Columns come back in camelCase. */
export type FixedQuery<Row> = {
  all(on: Reader | Writer, ...values: readonly Value[]): Promise<Row[]>;
  first(on: Reader | Writer, ...values: readonly Value[]): Promise<Row | undefined>;
  /** Of an insert: the id of the new row. */
  insert(on: Writer, ...values: readonly Value[]): Promise<number>;
};

const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** The rows with their columns in camelCase; those of a text that names them so are given on as they are. */
function camelRows<Row>(): (rows: readonly unknown[]) => Row[] {
  let renamed: readonly (readonly [from: string, to: string])[] | undefined;
  let isPlain = false;
  return (rows) => {
    const found = rows as readonly Readonly<Record<string, unknown>>[]; // what SQLite gives
    const [first] = found;
    if (!first) return [];
    renamed ??= Object.keys(first).map((name) => [name, camel(name)] as const);
    isPlain ||= renamed.every(([from, to]) => from === to);
    if (isPlain) return found as readonly unknown[] as Row[]; // the type of a row is the text's own affair
    const names = renamed;
    return found.map((row) => Object.fromEntries(names.map(([from, to]) => [to, row[from]])) as Row);
  };
}

/**
 * For the few statements that run with every booking; a built query costs several times what SQLite needs to run it. They go
 * past Kysely to the connection below the reader or open transaction, where it is lent. The type of a row is the text's own
 * affair: kept beside it.
 *
 * `= +?` instead of `= ?`: SQLite looks at what is bound to a bare parameter beside an index, and plans the statement anew at
 * each call (26 µs of 28, measured); the plan of these few does not depend on the value.
 */
export function fixedQuery<Row = never>(text: string): FixedQuery<Row> {
  const statements = new WeakMap<SqliteDatabase, SqliteStatement>();
  const rowsOf = camelRows<Row>();
  const statementOn = (on: Reader | Writer): SqliteStatement | undefined => {
    const handle = lentHandle(on);
    if (!handle) return undefined;
    const known = statements.get(handle);
    if (known) return known;
    const made = handle.prepare(text);
    statements.set(handle, made);
    return made;
  };
  const run = async (on: Reader | Writer, values: readonly Value[]) =>
    on.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  const all = async (on: Reader | Writer, values: readonly Value[]): Promise<Row[]> => {
    const statement = statementOn(on);
    return statement ? rowsOf(statement.all(values)) : (await run(on, values)).rows;
  };
  return {
    all: (on, ...values) => all(on, values),
    first: async (on, ...values) => (await all(on, values))[0],
    async insert(on, ...values) {
      const statement = statementOn(on);
      const { insertId } = statement
        ? { insertId: statement.run(values).lastInsertRowid }
        : await run(on, values);
      return Number(insertId);
    },
  };
}
