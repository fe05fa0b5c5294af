import { indicators, type Indicator } from '#shared/features/goal/goal.fields.ts';
import { indicatorDrill } from '#shared/features/meeting/meeting.drills.ts';
import { indicatorDefinitions, packVersion } from '#shared/features/meeting/meeting.definitions.ts';
import type { Figure, PackDays, ProgressLine, WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import {
  countPeriod,
  dataUpTo,
  packDays,
  rateOf,
  type Source,
} from '#shared/features/meeting/meeting.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { DaySpan, Week } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listPeriodGoals, type PeriodGoal } from '../goal/goal.period.ts';
import { figure } from './meeting.figure.ts';
import { readPlan } from './meeting.plan-pack.ts';
import { readQuality } from './meeting.quality-pack.ts';
import { readResources } from './meeting.resource-pack.ts';
import { readIndicator } from './meeting.source.ts';

/** The pack of a week as the data has it on a day; about thirty indexed reads. Throws RangeError where there is no such week. */
export async function readWeeklyPack(reader: Reader, week: Week, today: Day): Promise<WeeklyPack> {
  const days = packDays(week, today);
  const goals = await listPeriodGoals(reader, [
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
    quality: await readQuality(reader, days),
    plan: await readPlan(reader, days, goals, today),
  };
}

function progressOf(
  indicator: Indicator,
  source: Source,
  goals: readonly PeriodGoal[],
  days: PackDays,
  today: Day,
): ProgressLine {
  const count = (span: DaySpan): Figure =>
    figure(countPeriod(source, span, today), indicatorDrill(indicator, span));
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
