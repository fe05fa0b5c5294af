import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import { isFlow, type IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { exact, plus, stored } from '#shared/features/indicator/indicator.exact.ts';
import { monthsOfYear, periodKindOf, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import { daysBetween, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthOf, type Month } from '#shared/kernel/period.ts';
import { readRowKey } from '#shared/features/goal/goal-row.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readGoalTable, type GoalTableRow } from '../goal/goal.period.ts';
import { readMeasures } from '../goal/goal.measures.ts';
import { planInForce } from '../goal/goal.repository.ts';
import { whoKey } from './indicator.who.ts';

/** Goals as the figures need them: the one place that knows how goals are kept. */
export type Goals = {
  /** Levels and indicators that have a goal in the year. */
  readonly lines: readonly { readonly key: string; readonly who: Who }[];
  /** Goal of a period; of a quarter or year without one of its own the sum of its months, of rates what all share, of states the last month's. */
  of(key: string, period: string, who: Who): number | null;
};

const goalKey = (key: string, period: string, who: Who): string => `${key} ${period} ${whoKey(who)}`;

/** The months of a quarter or year; none of another period. */
function monthsIn(period: string): readonly Month[] {
  const kind = periodKindOf(period);
  if (kind === 'year') return monthsOfYear(Number(period));
  if (kind !== 'quarter') return [];
  const first = monthOf(periodSpan(period).first);
  return [0, 1, 2].map((months) => addMonthsTo(first, months));
}

/** What a row of the tree of goals is about; channels and models are no level of these figures. */
function whoOfRow({ key, kind }: Pick<GoalTableRow, 'key' | 'kind'>): Who | undefined {
  const row = kind === 'facet' ? undefined : readRowKey(key);
  if (!row) return undefined;
  if (row.personId !== null) return { level: 'person', departmentId: null, personId: row.personId };
  return {
    level: row.departmentId === null ? 'store' : 'department',
    departmentId: row.departmentId,
    personId: null,
  };
}

/**
 * The goals of a year: the tree in force where it has the indicator, with months and their year; else, and for weeks, goals
 * that are records, of several for one thing the newest.
 */
export async function readGoals(reader: Reader | Writer, year: number): Promise<Goals> {
  const tree = await readTree(reader, year);
  const kinds = new Map(tree.map(({ indicator, adds }) => [indicator, adds]));
  const inTree = new Set(tree.map(({ indicator }) => indicator));
  const lines = new Map<string, { key: string; who: Who }>();
  const values = new Map<string, number>();
  const add = (key: string, period: string, who: Who, value: number): void => {
    lines.set(`${key} ${whoKey(who)}`, { key, who });
    values.set(goalKey(key, period, who), value);
  };
  for (const row of await listRecords(reader, year)) {
    if (inTree.has(row.indicator) && periodKindOf(row.period) !== 'week') continue;
    const level = row.level as Who['level']; // written through the field table only
    add(
      row.indicator,
      row.period,
      {
        level,
        departmentId: level === 'department' ? row.departmentId : null,
        personId: level === 'person' ? row.personId : null,
      },
      row.value,
    );
  }
  for (const row of tree) {
    const who = whoOfRow(row);
    if (!who) continue;
    for (const [at, month] of monthsOfYear(year).entries()) {
      const value = row.months[at] ?? null;
      if (value !== null) add(row.indicator, month, who, value);
    }
    if (row.year !== null) add(row.indicator, String(year), who, row.year);
  }
  return {
    lines: [...lines.values()],
    of(key, period, who) {
      const own = values.get(goalKey(key, period, who));
      if (own !== undefined) return own;
      const months = monthsIn(period).map((month) => values.get(goalKey(key, month, who)));
      if (kinds.get(key) === 'state') return months.at(-1) ?? null;
      const [first] = months;
      if (first === undefined || months.includes(undefined)) return null;
      if (kinds.get(key) === 'rate') return months.every((value) => value === first) ? first : null;
      return months.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    },
  };
}

/** The tree in force: of the indicators that have goals in it. */
async function readTree(reader: Reader | Writer, year: number): Promise<readonly GoalTableRow[]> {
  const plan = await planInForce(reader, year);
  if (!plan) return [];
  const found = await reader
    .selectFrom('goalCell')
    .select('indicator')
    .distinct()
    .where('planId', '=', plan.id)
    .execute();
  const measures = await readMeasures(reader, year);
  const keys = found.map(({ indicator }) => indicator).filter((key) => measures.has(key));
  return keys.length === 0 ? [] : readGoalTable(reader, year, keys, plan.id);
}

/** Goals that are records, in the order in which they were made. */
const listRecords = (reader: Reader | Writer, year: number) =>
  reader
    .selectFrom('goal')
    .select(['indicator', 'period', 'level', 'departmentId', 'personId', 'value'])
    .where('removedAt', 'is', null)
    .where('period', '>=', String(year))
    .where('period', '<', String(year + 1))
    .orderBy('id')
    .execute();

/**
 * The goal of what has passed of a period, rounded: of a year or quarter its months' goals, of the running one (and of any
 * other period) the share of its days up to `asOf`, that day included. Of rates and states the whole goal.
 */
export function goalDue(
  goals: Goals,
  definition: Pick<IndicatorDefinition, 'key' | 'working'>,
  period: string,
  who: Who,
  asOf: Day,
): number | null {
  const whole = goals.of(definition.key, period, who);
  if (!isFlow(definition) || asOf >= periodSpan(period).last) return whole;
  const months = monthsIn(period);
  let total = exact(0n);
  let known = false;
  for (const part of months.length > 0 ? months : [period]) {
    const { first, last } = periodSpan(part);
    const goal = goals.of(definition.key, part, who);
    if (first > asOf || goal === null) continue;
    known = true;
    const passed = daysBetween(first, asOf < last ? asOf : last) + 1;
    total = plus(total, exact(BigInt(goal) * BigInt(passed), BigInt(daysBetween(first, last) + 1)));
  }
  if (known) return stored(total, 'count');
  if (whole === null || months.length === 0) return null;
  // A year's goal without months: by its own days.
  const { first, last } = periodSpan(period);
  return stored(
    exact(BigInt(whole) * BigInt(daysBetween(first, asOf) + 1), BigInt(daysBetween(first, last) + 1)),
    'count',
  );
}
