import { sql, type RawBuilder, type SqlBool } from 'kysely';
import {
  holdingKinds,
  type Holding,
  type HoldingKind,
} from '#shared/features/assignment/assignment.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { GivenColumn } from '#electron/kernel/record/give-rows.ts';
import { holdingSources, type HoldingSource } from './assignment.sources.ts';

/** Living rows of a kind that are open. */
const openRows = ({ open }: HoldingSource, today: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`removed_at is null and (${open(today)})`;

const holderOf = ({ holder, column }: HoldingSource): RawBuilder<number | null> => holder ?? sql.ref(column);

/** The column of a kind as `giveRows` wants it: only what is still open moves. */
export const givenColumn = (kind: HoldingKind, today: Day): GivenColumn => {
  const { table, column, holder } = holdingSources[kind];
  return { table, column, ...(holder ? { holder } : {}), where: openRows(holdingSources[kind], today) };
};

/** Everything open that hangs on a person, by kind and in the order in which it was entered. */
export async function readHoldings(
  reader: Reader | Writer,
  personId: number,
  today: Day,
): Promise<readonly Holding[]> {
  const found: Holding[] = [];
  for (const kind of holdingKinds) {
    const source = holdingSources[kind];
    const customer = source.ofCustomer ? sql`customer_id` : sql`null`;
    const { rows } = await sql<{ id: number; customerId: number | null }>`
      select id, ${customer} as customer_id from ${sql.id(source.table)}
      where ${holderOf(source)} = ${personId} and ${openRows(source, today)} order by id`.execute(reader);
    for (const { id, customerId } of rows) found.push({ kind, id, customerId });
  }
  return found;
}

/** How much of everything hangs on whom. */
export async function countHoldings(reader: Reader, today: Day): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const kind of holdingKinds) {
    const source = holdingSources[kind];
    const { rows } = await sql<{ personId: number; count: number }>`
      select ${holderOf(source)} as person_id, count(*) as count from ${sql.id(source.table)}
      where ${holderOf(source)} is not null and ${openRows(source, today)} group by 1`.execute(reader);
    for (const { personId, count } of rows) counts.set(personId, (counts.get(personId) ?? 0) + count);
  }
  return counts;
}

const named = (source: HoldingSource) => sql`select id, ${source.title} as title, ${source.detail} as detail,
  ${source.ofCustomer ? sql`(select name from customer where customer.id = customer_id)` : sql`null`} as customer_name
  from ${sql.id(source.table)}`;

type NamedRow = { id: number; title: string | null; detail: string | null; customerName: string | null };

/** Names of the open records of one kind that a search finds, in the order of their ids. */
export async function readHoldingRows(
  reader: Reader,
  kind: HoldingKind,
  { personId, today, search }: { readonly personId: number; readonly today: Day; readonly search: string },
): Promise<readonly NamedRow[]> {
  const source = holdingSources[kind];
  const words = `%${search.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const { rows } = await sql<NamedRow>`select * from (${named(source)}
      where ${holderOf(source)} = ${personId} and ${openRows(source, today)})
    where ${search} = '' or coalesce(title, '') || ' ' || coalesce(detail, '') || ' ' || coalesce(customer_name, '')
      like ${words} escape '\\' order by id`.execute(reader);
  return rows;
}

/** Names of records, wherever they are now: for the sheet of a hand-over. */
export async function readNamed(
  reader: Reader,
  kind: HoldingKind,
  ids: readonly number[],
): Promise<ReadonlyMap<number, NamedRow>> {
  const { rows } = await sql<NamedRow>`${named(holdingSources[kind])}
    where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(reader);
  return new Map(rows.map((row) => [row.id, row]));
}
