import { indicators, type Indicator } from '#shared/features/goal/goal.fields.ts';
import {
  daysOfGoal,
  daysOfMonth,
  monthsOf,
  partOfDays,
  readDays,
  type MonthDays,
} from '#shared/features/goal/goal-day.rules.ts';
import { shippedMeasures, type GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear, totalAt, totalsOf, type GoalKind } from '#shared/features/goal/goal-tree.rules.ts';
import { isMonth, isWeek, monthDays, weekDays, yearOf, type DaySpan } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { getPlan, planInForce } from './goal.repository.ts';
import { loadPlan, readRows } from './goal.sheet.ts';

/** What other features read of the goals in force. */

/** A goal of a month or week of the store, a department or a person. */
export type PeriodGoal = {
  readonly indicator: Indicator;
  readonly period: string;
  readonly level: 'store' | 'department' | 'person';
  readonly departmentName: string | null;
  readonly personName: string | null;
  readonly value: number;
};

/**
 * Goals of weeks and months: a week's goal that was set as a record counts, else what the tree of the year in force gives its
 * days; of a month the tree counts, else the record. Of several records for the same thing the newest counts.
 */
export async function listPeriodGoals(reader: Reader, periods: readonly string[]): Promise<PeriodGoal[]> {
  const set = await listSetGoals(reader, periods);
  const derived = await listTreeGoals(reader, periods);
  const key = ({ indicator, period, level, departmentName, personName }: PeriodGoal): string =>
    JSON.stringify([indicator, period, level, departmentName, personName]);
  const goals = new Map<string, PeriodGoal>();
  const covered = new Set(derived.map(({ indicator, period }) => `${indicator} ${period}`));
  const setWeeks = new Set(
    set.filter(({ period }) => isWeek(period)).map(({ indicator, period }) => `${indicator} ${period}`),
  );
  for (const goal of derived) {
    // A week that was set by hand counts as it was set, for all its levels.
    if (!setWeeks.has(`${goal.indicator} ${goal.period}`)) goals.set(key(goal), goal);
  }
  for (const goal of set)
    if (isWeek(goal.period) || !covered.has(`${goal.indicator} ${goal.period}`)) goals.set(key(goal), goal);
  return [...goals.values()];
}

/** Goals that are records, in the order in which they were made. */
async function listSetGoals(reader: Reader, periods: readonly string[]): Promise<PeriodGoal[]> {
  const rows = await reader
    .selectFrom('goal')
    .leftJoin('department', 'department.id', 'goal.departmentId')
    .leftJoin('person', 'person.id', 'goal.personId')
    .select([
      'goal.indicator',
      'goal.period',
      'goal.level',
      'department.name as departmentName',
      'person.name as personName',
      'goal.value',
    ])
    .where('goal.removedAt', 'is', null)
    .where('goal.period', 'in', periods)
    .orderBy('goal.id')
    .execute();
  return rows as PeriodGoal[]; // choices written through the field table only
}

const spanOfPeriod = (period: string): DaySpan | undefined =>
  isWeek(period) ? weekDays(period) : isMonth(period) ? monthDays(period) : undefined;

type TreeCell = {
  readonly indicator: string;
  readonly rowKey: string;
  readonly period: string;
  readonly given: number;
  readonly days: string | null;
};

/** Goals of periods as the tree in force has them, from the days of its cells. */
async function listTreeGoals(reader: Reader, periods: readonly string[]): Promise<PeriodGoal[]> {
  const spans = periods.flatMap((period) => {
    const span = spanOfPeriod(period);
    return span ? [{ period, span, months: monthsOf(span) }] : [];
  });
  const byYear = Map.groupBy(new Set(spans.flatMap(({ months }) => months)), yearOf);
  const cells = new Map<string, TreeCell[]>();
  const rows = new Map<string, GoalRow>();
  const parentKey = new Map<string, string>();
  const order = new Map<string, number>();
  for (const [year, months] of byYear) {
    const plan = await planInForce(reader, year);
    if (!plan) continue;
    const found = await reader
      .selectFrom('goalCell')
      .select(['indicator', 'rowKey', 'period', 'given', 'days'])
      .where('planId', '=', plan.id)
      .where('period', 'in', months)
      .where('given', 'is not', null)
      .execute();
    for (const cell of found) {
      const list = cells.get(cell.period) ?? [];
      cells.set(cell.period, list);
      list.push({ ...cell, given: cell.given ?? 0 });
    }
    const known = await readRows(reader, year, new Set(found.map(({ rowKey }) => rowKey)));
    for (const [at, row] of known.entries()) {
      rows.set(row.key, row);
      order.set(row.key, at);
      const above = known[row.parent];
      if (above) parentKey.set(row.key, above.key);
    }
  }
  if (cells.size === 0) return [];
  const calendar = await readWorkCalendar(reader);
  const goals: PeriodGoal[] = [];
  const known = new Map<string, MonthDays>();
  const daysOf = (month: string): MonthDays => {
    const before = known.get(month) ?? daysOfMonth(month, calendar);
    known.set(month, before);
    return before;
  };
  for (const { period, span, months } of spans) {
    const sums = new Map<Indicator, Map<string, number>>();
    for (const month of months)
      for (const { indicator, rowKey, given, days } of cells.get(month) ?? []) {
        const one = indicators.find((key) => key === indicator);
        if (!one || shippedMeasures.get(one)?.kind !== 'sum') continue;
        const part = isWeek(period)
          ? partOfDays(daysOfGoal(given, rowKey, readDays(days), daysOf(month)), month, span)
          : given;
        const own = sums.get(one) ?? new Map<string, number>();
        sums.set(one, own);
        for (let at: string | undefined = rowKey; at !== undefined; at = parentKey.get(at))
          own.set(at, (own.get(at) ?? 0) + part);
      }
    for (const [indicator, own] of sums)
      for (const [key, value] of [...own].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) {
        const row = rows.get(key);
        if (!row || row.kind === 'facet') continue;
        const above = row.kind === 'person' ? rows.get(parentKey.get(key) ?? '') : row;
        goals.push({
          indicator,
          period,
          level: row.kind,
          departmentName: above?.kind === 'department' ? above.name : null,
          personName: row.kind === 'person' ? row.name : null,
          value,
        });
      }
  }
  return goals;
}

/** A row of the goals of a year as a table: totals by month, of one indicator. */
export type GoalTableRow = {
  readonly indicator: string;
  readonly unit: GoalUnit;
  /** Months and rows add up; of others see `goal-tree.rules`. */
  readonly adds: GoalKind;
  readonly key: string;
  readonly kind: GoalRow['kind'];
  /** '' for the store. */
  readonly name: string;
  /** Steps below the store. */
  readonly depth: number;
  /** Twelve; null: no goal. */
  readonly months: readonly (number | null)[];
  /** Sum of the months; of a state its last month; null for rates that differ, and where there is no goal. */
  readonly year: number | null;
};

/**
 * 一年目标一览: the goals of a year as a table, rows with goals only, store first. Of the edition given, else the one in
 * force, else none. Reader for the annual plan and other documents.
 */
export async function readGoalTable(
  reader: Reader | Writer,
  year: number,
  keys: readonly string[] = indicators,
  planId?: number,
): Promise<GoalTableRow[]> {
  const plan = planId === undefined ? await planInForce(reader, year) : await getPlan(reader, planId);
  if (!plan) return [];
  const loaded = await loadPlan(reader, plan, keys);
  const table: GoalTableRow[] = [];
  for (const { indicator, unit, sheet } of loaded.sheets.values()) {
    const totals = totalsOf(sheet);
    for (const [row, { key, kind, name, parent }] of loaded.rows.entries()) {
      const months = totals.slice(row * monthsOfYear, (row + 1) * monthsOfYear);
      if (months.every((value) => value === null)) continue;
      let depth = 0;
      for (let at = parent; at >= 0; at = loaded.rows[at]?.parent ?? -1) depth += 1;
      const year_ = totalAt(totals, sheet.kind, { row, span: { from: 0, to: monthsOfYear } });
      table.push({ indicator, unit, adds: sheet.kind, key, kind, name, depth, months, year: year_ });
    }
  }
  return table;
}
