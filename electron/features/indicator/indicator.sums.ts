import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { SumPart } from '#shared/features/indicator/indicator.definition.ts';
import { supplyWindowDays } from '#shared/features/meeting/meeting.definitions.ts';
import type { Drill } from '#shared/features/meeting/meeting.pack.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listConditions, shownColumn, tableRef } from '#electron/kernel/record/record-list.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { everybody, listOf } from '../meeting/meeting.source.ts';

/** A span with the days around it in which a source must have rows, else its figure is "not supplied". */
export const around = ({ first, last }: DaySpan): DaySpan => ({
  first: addDays(first, -supplyWindowDays),
  last: addDays(last, supplyWindowDays),
});

/** Rows of somebody's; null: of everybody. A list of nobody finds nothing. */
export const ofPeople = (
  field: string | undefined,
  people: readonly number[] | null,
): readonly ListFilter[] =>
  people === null || field === undefined ? [] : [{ field, operator: 'oneOf', value: [...people] }];

/** From a sum to its rows. */
export const sumDrill = (part: SumPart, span: DaySpan, people: readonly number[] | null): Drill => ({
  feature: part.feature,
  measure: part.measure,
  filters: [
    ...part.counted,
    ...ofPeople(part.person, people),
    { field: part.day, operator: 'from', value: span.first },
    { field: part.day, operator: 'to', value: span.last },
  ],
});

/** What the list behind a figure adds up to: rows, or the sum of the measure. `mayCount` narrows what is looked at. */
export async function drillTotal(
  reader: Reader,
  { feature, filters, measure }: Drill,
  mayCount?: RawBuilder<SqlBool>,
): Promise<number> {
  const definition = definitionOf(feature);
  const input = listOf(filters);
  const total =
    measure === 'rows' ? sql`count(*)` : sql`coalesce(sum(${shownColumn(definition, input, measure)}), 0)`;
  const { rows } = await sql<{ total: number }>`select ${total} as total from ${tableRef(definition)}
    where ${listConditions(definition, input, everybody)} ${mayCount ? sql`and ${mayCount}` : sql``}`.execute(
    reader,
  );
  return rows[0]?.total ?? 0;
}

/** What counts of people, from days and persons read at once. */
export type ByPerson = ReadonlyMap<number, readonly PersonDay[]>;

export function sumOfPeople(byPerson: ByPerson, { first, last }: DaySpan, people: readonly number[]): number {
  let total = 0;
  for (const person of people)
    for (const { day, value } of byPerson.get(person) ?? []) if (day >= first && day <= last) total += value;
  return total;
}

export type PersonDay = { readonly day: Day; readonly person: number; readonly value: number };

const personDays = (part: SumPart, span: DaySpan): RawBuilder<PersonDay> => {
  const definition = definitionOf(part.feature);
  const column = (field: string) => sql.id(snake(part.table), snake(field));
  const [day, person] = [column(part.day), column(part.person ?? 'id')];
  const measure = part.measure === 'rows' ? sql`1` : column(part.measure);
  return sql<PersonDay>`
    select ${day} as day, ${person} as person, sum(${measure}) as value from ${tableRef(definition)}
    where ${listConditions(definition, listOf(part.counted), everybody)} and ${person} is not null
      and ${day} between ${span.first} and ${span.last}
    group by 1, 2`;
};

/** What counts of a sum by day and person; rows of nobody are left out. */
export async function readPersonDays(
  reader: Reader,
  part: SumPart,
  span: DaySpan,
): Promise<readonly PersonDay[]> {
  return (await personDays(part, span).execute(reader)).rows;
}

/** The same by month, each on its first day: for sums of whole months alone. */
export async function readPersonMonths(
  reader: Reader,
  part: SumPart,
  span: DaySpan,
): Promise<readonly PersonDay[]> {
  const { rows } = await sql<PersonDay>`
    select substr(day, 1, 7) || '-01' as day, person, sum(value) as value
    from (${personDays(part, span)}) group by 1, 2`.execute(reader);
  return rows;
}
