import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import type { Reader } from '../database.ts';
import type { RecordDefinition } from './record-definition.ts';
import { listConditions, sortKeys, tableRef, type Sight, type SortKey } from './record-list.ts';

export type Neighbours = { previous: number | null; next: number | null; position: number; total: number };

type Value = string | number | null;

/** A key's rows before (or after) a value. SQLite puts nulls first when rising and last when falling. */
function beyond({ key, descending }: SortKey, value: Value, before: boolean): RawBuilder<SqlBool> {
  const smaller = before !== descending; // on this side the keys are smaller
  if (value === null) return smaller ? sql<SqlBool>`0` : sql<SqlBool>`${key} is not null`;
  return smaller ? sql<SqlBool>`(${key} < ${value} or ${key} is null)` : sql<SqlBool>`${key} > ${value}`;
}

/** Rows before (or after) a row in the order of its keys: the first key decides, then the next among equals. */
function side(keys: readonly SortKey[], values: readonly Value[], before: boolean): RawBuilder<SqlBool> {
  const ways = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((one, at) => sql<SqlBool>`${one.key} is ${values[at] ?? null}`);
    return sql<SqlBool>`(${sql.join([...equal, beyond(key, values[index] ?? null, before)], sql` and `)})`;
  });
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

const orderOf = (keys: readonly SortKey[], backwards: boolean): RawBuilder<unknown> =>
  sql.join(
    keys.map(({ key, descending }) => (descending !== backwards ? sql`${key} desc` : sql`${key} asc`)),
  );

/** Where a record stands in its list, and who is before and after it; zeros where the list does not hold it. */
export async function readNeighbours(
  reader: Reader,
  definition: RecordDefinition,
  id: number,
  input: ListInput,
  sight: Sight,
): Promise<Neighbours> {
  const where = listConditions(definition, input, sight);
  const table = tableRef(definition);
  const keys = sortKeys(definition, input, sight.actor);
  const own = keys.at(-1)?.key; // the id ends every order
  const named = keys.map(({ key }, index) => sql`${key} as ${sql.id(`key${index}`)}`);
  const found = await sql<Record<string, Value>>`
    select ${sql.join(named)} from ${table} where ${where} and ${own} = ${id}`.execute(reader);
  const row = found.rows[0];
  if (!row) return { previous: null, next: null, position: 0, total: 0 };
  const values = keys.map((_, index) => row[`key${index}`] ?? null);
  const beside = (before: boolean): RawBuilder<unknown> =>
    sql`(select ${own} from ${table} where ${where} and ${side(keys, values, before)}
      order by ${orderOf(keys, before)} limit 1)`;
  const { rows } = await sql<Neighbours>`
    select ${beside(true)} as previous, ${beside(false)} as next,
      count(*) as total, coalesce(sum(${side(keys, values, true)}), 0) + 1 as position
    from ${table} where ${where}`.execute(reader);
  return rows[0] ?? { previous: null, next: null, position: 0, total: 0 };
}
