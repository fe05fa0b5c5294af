import { indicators, type Indicator } from '#shared/features/goal/goal.fields.ts';
import {
  cashOutDrill,
  eventDrill,
  indicatorDrill,
  openOrderDrill,
  peopleDrill,
  plannedDeliveryDrill,
  receivableDrill,
  stockDrill,
} from '#shared/features/meeting/meeting.drills.ts';
import {
  defaultAgeBuckets,
  eventDaysAhead,
  indicatorDefinitions,
  packVersion,
} from '#shared/features/meeting/meeting.definitions.ts';
import type {
  Drill,
  Figure,
  PackDays,
  ProgressLine,
  WeeklyPack,
} from '#shared/features/meeting/meeting.pack.ts';
import {
  ageBucket,
  countPeriod,
  dataUpTo,
  matchStock,
  packDays,
  parseAgeBuckets,
  rateOf,
  type Counted,
  type Source,
} from '#shared/features/meeting/meeting.rules.ts';
import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts';
import type { DaySpan, Week } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { listItemsDue } from '../action/action.repository.ts';
import * as figures from './meeting.figures.ts';
import { cashOutQuery, readIndicator, readSource } from './meeting.source.ts';

const figure = (counted: Counted, drill: Drill): Figure => ({ ...counted, drill });
const given = (supplied: boolean, value: number, drill: Drill): Figure =>
  supplied ? { value, missing: null, drill } : { value: null, missing: 'never-supplied', drill };

/** The pack of a week as the data has it on a day; about thirty indexed reads. Throws RangeError where there is no such week. */
export async function readWeeklyPack(reader: Reader, week: Week, today: Day): Promise<WeeklyPack> {
  const days = packDays(week, today);
  const goals = await figures.listGoals(reader, [
    days.month,
    days.next.week,
    ...days.series.map((one) => one.week),
  ]);
  const sources = new Map<Indicator, Source>();
  for (const indicator of indicators) sources.set(indicator, await readIndicator(reader, indicator, days));
  const none: Source = { first: null, days: [] };
  const progress = indicators.map((indicator) =>
    progressOf(indicator, sources.get(indicator) ?? none, goals, days, today),
  );
  return {
    version: packVersion,
    days,
    progress,
    resources: await readResources(reader, days, progress, today),
    plan: await readPlan(reader, days, goals, today),
  };
}

function progressOf(
  indicator: Indicator,
  source: Source,
  goals: readonly figures.StoredGoal[],
  days: PackDays,
  today: Day,
): ProgressLine {
  const count = (span: DaySpan): Figure =>
    figure(countPeriod(source, span, today), indicatorDrill(indicator, span));
  // The store's own goal; of several for one period the newest counts.
  const goalOf = (period: string): number | null =>
    goals.findLast((goal) => goal.indicator === indicator && goal.period === period && goal.level === 'store')
      ?.value ?? null;
  const week = count({ first: days.first, last: days.last });
  const monthToDate = count({ first: days.monthFirst, last: days.asOf });
  const [weekGoal, monthGoal] = [goalOf(days.week), goalOf(days.month)];
  return {
    indicator,
    unit: indicatorDefinitions[indicator].unit,
    week,
    monthToDate,
    weekGoal,
    monthGoal,
    weekRate: rateOf(week.value, weekGoal),
    monthRate: rateOf(monthToDate.value, monthGoal),
    sameWeekLastYear: count({ first: days.lastYear.first, last: days.lastYear.last }),
    series: days.series.map((one) => ({
      week: one.week,
      value: countPeriod(source, { first: one.first, last: one.last }, today).value,
      goal: goalOf(one.week),
    })),
    dataUpTo: dataUpTo(source, days.last),
  };
}

async function readResources(
  reader: Reader,
  days: PackDays,
  progress: readonly ProgressLine[],
  today: Day,
): Promise<WeeklyPack['resources']> {
  const { asOf } = days;
  const ageBuckets = parseAgeBuckets((await readSetting(reader, 'ageBuckets')) ?? '') ?? defaultAgeBuckets;
  return {
    ageBuckets,
    stock: await readStock(reader, asOf, ageBuckets, progress),
    people: await readPeople(reader),
    receivables: await readReceivables(reader, days, ageBuckets),
    cash: await readCash(reader, days, progress, today),
  };
}

async function readStock(
  reader: Reader,
  asOf: Day,
  limits: readonly number[],
  progress: readonly ProgressLine[],
): Promise<WeeklyPack['resources']['stock']> {
  const supplied = await figures.hasRows(reader, 'stock');
  const ordersSupplied = progress.some(
    (line) => line.indicator === 'orders' && line.week.missing !== 'never-supplied',
  );
  const lines = matchStock(
    await figures.listStock(reader),
    await figures.listOpenOrders(reader, asOf),
    asOf,
    limits,
  );
  const sum = (of: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + of(line), 0);
  return {
    supplied,
    ordersSupplied,
    total: given(
      supplied,
      sum((line) => line.stock),
      stockDrill({}, asOf, limits),
    ),
    aged: given(
      supplied,
      sum((line) => line.ages[limits.length] ?? 0),
      stockDrill({ bucket: limits.length }, asOf, limits),
    ),
    openOrders: given(
      ordersSupplied,
      sum((line) => line.openOrders),
      openOrderDrill(asOf),
    ),
    gap: supplied && ordersSupplied ? sum((line) => line.gap) : null,
    lines,
  };
}

async function readPeople(reader: Reader): Promise<WeeklyPack['resources']['people']> {
  const departments = await figures.countPeople(reader);
  return {
    total: given(
      true,
      departments.reduce((sum, line) => sum + line.count, 0),
      peopleDrill(),
    ),
    lines: departments.map(({ count, ...line }) => ({
      ...line,
      people: given(true, count, peopleDrill(line.departmentId)),
    })),
  };
}

async function readReceivables(
  reader: Reader,
  days: PackDays,
  limits: readonly number[],
): Promise<WeeklyPack['resources']['receivables']> {
  const { asOf, last, next } = days;
  const supplied = await figures.hasRows(reader, 'receivable');
  const sums = await figures.sumReceivables(reader, days);
  const ages = Array.from({ length: limits.length + 1 }, () => 0);
  for (const { occurredOn, openFen } of await figures.listReceivableAges(reader, asOf)) {
    const index = ageBucket(daysBetween(occurredOn, asOf), limits);
    ages[index] = (ages[index] ?? 0) + openFen;
  }
  return {
    open: given(supplied, sums.open, receivableDrill.open(asOf)),
    overdue: given(supplied, sums.overdue, receivableDrill.dueUpTo(asOf, addDays(asOf, -1))),
    dueThisWeek: given(supplied, sums.dueThisWeek, receivableDrill.dueWithin(asOf, { first: asOf, last })),
    dueNextWeek: given(supplied, sums.dueNextWeek, receivableDrill.dueWithin(asOf, next)),
    dueLater: given(supplied, sums.dueLater, receivableDrill.dueFrom(asOf, addDays(next.last, 1))),
    noDueDay: given(supplied, sums.noDueDay, receivableDrill.noDueDay(asOf)),
    ages: ages.map((fen, bucket) => given(supplied, fen, receivableDrill.aged(asOf, bucket, limits))),
    lines: await figures.listOverdueReceivables(reader, asOf),
  };
}

async function readCash(
  reader: Reader,
  days: PackDays,
  progress: readonly ProgressLine[],
  today: Day,
): Promise<WeeklyPack['resources']['cash']> {
  const week = { first: days.first, last: days.last };
  const moneyIn = progress.find((line) => line.indicator === 'cashIn')?.week;
  const outSource = await readSource(reader, cashOutQuery, days);
  const out = figure(countPeriod(outSource, week, today), cashOutDrill(week));
  const inFigure = moneyIn ?? given(false, 0, indicatorDrill('cashIn', week));
  return {
    in: inFigure,
    out,
    change: inFigure.value === null || out.value === null ? null : inFigure.value - out.value,
  };
}

async function readPlan(
  reader: Reader,
  days: PackDays,
  goals: readonly figures.StoredGoal[],
  today: Day,
): Promise<WeeklyPack['plan']> {
  const { next } = days;
  const planned = await figures.sumPlannedDeliveries(reader, next);
  const plansSupplied = await figures.hasPlannedDeliveries(reader);
  const eventsSupplied = await figures.hasRows(reader, 'event');
  const events = { first: next.first, last: addDays(next.first, eventDaysAhead - 1) };
  return {
    goals: goals
      .filter((goal) => goal.period === next.week)
      .map(({ period: _period, ...goal }) => ({ ...goal, unit: indicatorDefinitions[goal.indicator].unit })),
    actions: await listItemsDue(reader, today, next.last),
    deliveries: given(plansSupplied, planned.planned, plannedDeliveryDrill(next)),
    lateDeliveries: given(
      plansSupplied,
      planned.late,
      plannedDeliveryDrill({ first: null, last: addDays(next.first, -1) }),
    ),
    deliveryLines: await figures.listPlannedDeliveries(reader, next.last),
    events: given(
      eventsSupplied,
      await figures.countEvents(reader, events.first, events.last),
      eventDrill(events),
    ),
    eventLines: await figures.listEvents(reader, events.first, events.last),
  };
}
