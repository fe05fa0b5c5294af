import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Writer } from '../database.ts';
import { snake } from '../sql-name.ts';
import { recordDefinitions } from './record-registry.ts';

/** A column that says whose a row is. `where`: which of them may be given away. */
export type GivenColumn = {
  readonly table: string;
  readonly column: string;
  /** Whose the row is, where another column tells it while this one is empty. */
  readonly holder?: RawBuilder<number | null>;
  readonly where?: RawBuilder<SqlBool>;
};

/** So many ids in one statement. */
const atOnce = 500;

/** Gives rows from one to another; those that no longer belong to the first stay. Returns the ids that moved. */
export async function giveRows(
  writer: Writer,
  { table, column, holder = sql.id(column) as RawBuilder<number | null>, where = sql`1` }: GivenColumn,
  ids: readonly number[],
  { from, to, now }: { readonly from: number; readonly to: number; readonly now: string },
): Promise<number[]> {
  const isRecord = recordDefinitions().some((definition) => snake(definition.table) === table);
  const stamp = isRecord ? sql`, version = version + 1, updated_at = ${now}` : sql``;
  const moved: number[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const { rows } = await sql<{ id: number }>`
      update ${sql.id(table)} set ${sql.id(column)} = ${to} ${stamp}
      where rowid in (${sql.join(ids.slice(at, at + atOnce))}) and ${holder} = ${from} and ${where}
      returning rowid as id`.execute(writer);
    moved.push(...rows.map(({ id }) => id));
  }
  return moved;
}
