import { sql } from 'kysely';
import type { Labels } from '#shared/rpc/record.contract.ts';
import type { Reader, Writer } from '../database.ts';
import type { Actor } from '../handler.ts';
import {
  fieldEntries,
  firstGiven,
  titleFields,
  type RecordDefinition,
  type RecordValues,
} from './record-definition.ts';
import { tableRef } from './record-list.ts';
import { maskRow } from './record-mask.ts';
import { definitionOf } from './record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** A row as stored, in camelCase. */
export type StoredRow = Readonly<Record<string, string | number | null>> & {
  readonly id: number;
  readonly version: number;
};

/** Flags leave SQL as booleans; everything else as it is. */
export function fromStored(
  definition: RecordDefinition,
  row: Record<string, string | number | null>,
): Record<string, string | number | boolean | null> {
  const values: Record<string, string | number | boolean | null> = { ...row };
  for (const [name, field] of fieldEntries(definition)) {
    if (field.kind === 'flag') values[name] = row[name] === null ? null : row[name] === 1;
  }
  return values;
}

/** Values as SQL stores them: booleans become 0 and 1. */
export const toStored = (values: RecordValues): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );

export async function readRow(
  reader: Reader | Writer,
  definition: RecordDefinition,
  id: number,
): Promise<StoredRow | undefined> {
  const { rows } = await sql<StoredRow>`select * from ${tableRef(definition)} where id = ${id}`.execute(
    reader,
  );
  return rows[0];
}

// The table's name is data here: Kysely's typed builders are narrowed by hand at this one edge.
const dynamicTable = (definition: RecordDefinition): 'setting' => definition.table as 'setting';

export async function insertRow(
  writer: Writer,
  definition: RecordDefinition,
  row: Record<string, string | number | null>,
): Promise<number> {
  const done = await writer
    .insertInto(dynamicTable(definition))
    .values(row as never)
    .executeTakeFirstOrThrow();
  return Number(done.insertId);
}

export async function updateRow(
  writer: Writer,
  definition: RecordDefinition,
  id: number,
  row: Record<string, string | number | null>,
): Promise<void> {
  await writer
    .updateTable(dynamicTable(definition))
    .set(row as never)
    .where('id' as never, '=', id as never)
    .execute();
}

/** Names of the records that the rows refer to, masked where the person may not see them; without a name the detail stands in. */
export async function readLabels(
  reader: Reader,
  definition: RecordDefinition,
  rows: readonly Record<string, unknown>[],
  actor: Actor,
): Promise<Labels> {
  const wanted = new Map<string, Set<number>>();
  for (const [name, field] of fieldEntries(definition)) {
    if (field.kind !== 'reference' || !field.refers) continue;
    const ids = wanted.get(field.refers) ?? new Set<number>();
    for (const row of rows) if (typeof row[name] === 'number') ids.add(row[name]);
    wanted.set(field.refers, ids);
  }
  const labels: Record<string, Record<string, string>> = {};
  for (const [feature, ids] of wanted) {
    if (ids.size === 0) continue;
    const target = definitionOf(feature);
    const named = titleFields(target, actor.language);
    const columns = target.detail ? [...new Set([...named, target.detail])] : named;
    const found = await sql<Record<string, string | number | null>>`
      select id, ${sql.join(columns.map((name) => sql.id(snake(name))))}
      from ${tableRef(target)} where id in (${sql.join([...ids])})`.execute(reader);
    labels[feature] = Object.fromEntries(
      found.rows.map((row) => [String(row['id']), firstGiven(maskRow(target, row, actor), columns)]),
    );
  }
  return labels;
}
