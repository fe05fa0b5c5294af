import { sql } from 'kysely';
import type { FacetKind } from '#shared/features/goal/goal-row.rules.ts';
import type { SumPart } from '#shared/features/indicator/indicator.definition.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { monthOf } from '#shared/kernel/period.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listConditions } from '#electron/kernel/record/record-list.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** What was reached in a year, by month, person, and channel or model: the pattern of a distribution. */
export type Reached = {
  /** 0–11. */
  readonly month: number;
  readonly personId: number | null;
  readonly facet: string | null;
  readonly value: number;
};

const everybody: Parameters<typeof listConditions>[2] = {
  actor: { personId: 0, name: '', roles: [], language: 'zh-CN', sessionKey: '' },
  scope: 'all',
};

const facetTables: ReadonlySet<SumPart['table']> = new Set(['vehicleOrder', 'lead']);

/** The lists that an indicator adds up; none where it is typed or reckoned otherwise. */
function partsOf(indicator: string): readonly SumPart[] {
  const working = shippedIndicators.get(indicator)?.working;
  return working?.kind === 'sum' ? working.parts : [];
}

/** Whether an indicator can be split by channel or model. */
export const hasFacets = (indicator: string): boolean => {
  const parts = partsOf(indicator);
  return parts.length > 0 && parts.every(({ table }) => facetTables.has(table));
};

/**
 * The pattern of a year as far as it is known on a day: months that are not over yet are those of the year before, so that
 * a plan made in November does not end with an empty December.
 */
export async function listPattern(
  reader: Reader | Writer,
  indicator: string,
  year: number,
  today: Day,
  facet: FacetKind | null = null,
): Promise<Reached[]> {
  const isOver = ({ month }: Reached): boolean => monthPeriod(year, month) < monthOf(today);
  const known = (await listReached(reader, indicator, year, facet)).filter(isOver);
  if (known.length === 0 || `${year}-12-31` < today) return known;
  const before = await listReached(reader, indicator, year - 1, facet);
  return [...known, ...before.filter((one) => !isOver(one))];
}

/** What was reached in the months of a year. Empty where the indicator has no lists of its own. */
export async function listReached(
  reader: Reader | Writer,
  indicator: string,
  year: number,
  facet: FacetKind | null = null,
): Promise<Reached[]> {
  const reached: Reached[] = [];
  for (const part of partsOf(indicator)) reached.push(...(await listPart(reader, part, year, facet)));
  return reached;
}

async function listPart(
  reader: Reader | Writer,
  { table, feature, day, measure, counted, person }: SumPart,
  year: number,
  facet: FacetKind | null,
): Promise<Reached[]> {
  const column = (name: string) => sql.id(snake(table), snake(name));
  const input: ListInput = {
    page: 1,
    pageSize: 1,
    sort: [],
    search: '',
    filters: [...counted],
    bin: false,
  };
  const counts = listConditions(definitionOf(feature), input, everybody);
  const { rows } = await sql<Reached>`
    select cast(substr(${column(day)}, 6, 2) as integer) - 1 as month,
      ${person === undefined ? sql`null` : column(person)} as "personId",
      ${facet === null || !facetTables.has(table) ? sql`null` : column(facet)} as facet,
      coalesce(sum(${measure === 'rows' ? sql`1` : column(measure)}), 0) as value
    from ${sql.id(snake(table))}
    where ${sql.id(snake(table))}.removed_at is null and ${column(day)} between ${`${year}-01-01`} and ${`${year}-12-31`}
      and ${counts}
    group by 1, 2, 3`.execute(reader);
  return rows.filter(({ value }) => value > 0);
}
