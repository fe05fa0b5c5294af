import { sql } from 'kysely';
import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import { indicatorDefinitions, supplyWindowDays } from '#shared/features/meeting/meeting.definitions.ts';
import type { PackDays } from '#shared/features/meeting/meeting.pack.ts';
import type { Source, SourceDay } from '#shared/features/meeting/meeting.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { ListFilter, ListInput } from '#shared/rpc/record.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listConditions } from '#electron/kernel/record/record-list.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** Rows of the sources added up by day. What counts is decided by the same conditions that the lists behind the figures use. */

export type SourceQuery = {
  readonly feature: string;
  readonly table: string;
  readonly day: string;
  readonly measure: string;
  readonly counted: readonly ListFilter[];
};

/** Sight of who sums up: everything, whoever asks. */
export const everybody: Parameters<typeof listConditions>[2] = {
  actor: { personId: 0, name: '', roles: [], language: 'zh-CN', sessionKey: '' },
  scope: 'all',
};
/** A list narrowed by filters alone. */
export const listOf = (filters: readonly ListFilter[]): ListInput => ({
  page: 1,
  pageSize: 1,
  sort: [],
  search: '',
  filters: [...filters],
  bin: false,
});

/** A source added up by day within a span. */
export async function readDays(reader: Reader, query: SourceQuery, span: DaySpan): Promise<SourceDay[]> {
  const day = sql.id(snake(query.table), snake(query.day));
  const counts = listConditions(definitionOf(query.feature), listOf(query.counted), everybody);
  const measure = query.measure === 'rows' ? sql`1` : sql.id(snake(query.table), snake(query.measure));
  const { rows } = await sql<SourceDay>`
    select ${day} as day, count(*) as rows, coalesce(sum(case when ${counts} then ${measure} end), 0) as value
    from ${sql.id(snake(query.table))}
    where removed_at is null and ${day} between ${span.first} and ${span.last}
    group by ${day} order by ${day}`.execute(reader);
  return rows;
}

/** The span of a pack's weeks and month, and that of the year before, each with the 60 days around it. */
function spansOf(days: PackDays): readonly [DaySpan, DaySpan] {
  const around = (first: Day, last: Day): DaySpan => ({
    first: addDays(first, -supplyWindowDays),
    last: addDays(last, supplyWindowDays),
  });
  const start = days.series[0]?.first ?? days.first;
  return [
    around(days.lastYear.first, days.lastYear.last),
    around(start < days.monthFirst ? start : days.monthFirst, days.last),
  ];
}

/** A source around the periods of a pack. */
export const readSource = (reader: Reader, query: SourceQuery, days: PackDays): Promise<Source> =>
  readSpans(reader, query, spansOf(days));

/** A source within some spans, ascending and apart, that hold the 60 days around what is to be counted. */
export async function readSpans(
  reader: Reader,
  query: SourceQuery,
  spans: readonly DaySpan[],
): Promise<Source> {
  const day = sql.id(snake(query.day));
  const table = sql.id(snake(query.table));
  const first = await sql<{ day: Day | null }>`
    select min(${day}) as day from ${table} where removed_at is null and ${day} is not null`.execute(reader);
  const days: SourceDay[] = [];
  for (const span of spans) days.push(...(await readDays(reader, query, span)));
  return { first: first.rows[0]?.day ?? null, days };
}

export const readIndicator = (reader: Reader, indicator: Indicator, days: PackDays): Promise<Source> =>
  readSource(reader, indicatorDefinitions[indicator], days);

/** Money out: no indicator of its own, but a source like the others. */
export const cashOutQuery: SourceQuery = {
  feature: 'cash',
  table: 'cash',
  day: 'occurredOn',
  measure: 'amountFen',
  counted: [{ field: 'direction', operator: 'is', value: 'out' }],
};
