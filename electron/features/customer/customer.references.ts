import { sql } from 'kysely';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** A column that names a customer. */
type Reference = { readonly table: string; readonly column: string; readonly feature: string };

/** What tells of customers themselves. */
const own = new Set(['customer', 'customer_merge', 'customer_distinct', 'assignment']);

/** Rows that triggers close: what was signed keeps the customer who signed it. */
const closed: Readonly<Record<string, string>> = { delivery: `state = 'handedOver'` };

/** Every column of the store that refers to a customer, as the database itself knows them: nothing new can be forgotten. */
export async function customerReferences(reader: Reader | Writer): Promise<readonly Reference[]> {
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    select m.name as table_name, f."from" as column_name
    from sqlite_schema m join pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" = 'customer' order by 1, 2`.execute(reader);
  const features = new Map(recordDefinitions().map(({ table, feature }) => [snake(table), feature]));
  return rows
    .filter(({ tableName }) => !own.has(tableName))
    .map(({ tableName: table, columnName: column }) => ({
      table,
      column,
      feature: features.get(table) ?? table,
    }));
}

const idsWhere = async (
  reader: Reader | Writer,
  { table, column }: Reference,
  customerId: number,
  isClosed: boolean,
): Promise<number[]> => {
  const shut = closed[table];
  if (isClosed && shut === undefined) return [];
  const condition = sql.raw(shut === undefined ? '1' : isClosed ? shut : `not (${shut})`);
  const { rows } = await sql<{ id: number }>`
    select rowid as id from ${sql.id(table)} where ${sql.id(column)} = ${customerId} and ${condition} order by 1`.execute(
    reader,
  );
  return rows.map(({ id }) => id);
};

/** Rows that would move, or that stay because they are closed. */
export const referringIds = async (
  reader: Reader | Writer,
  customerId: number,
  isClosed: boolean,
): Promise<readonly (Reference & { readonly ids: readonly number[] })[]> => {
  const found = [];
  for (const reference of await customerReferences(reader)) {
    const ids = await idsWhere(reader, reference, customerId, isClosed);
    if (ids.length > 0) found.push({ ...reference, ids });
  }
  return found;
};
