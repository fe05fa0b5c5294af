import { eventDrill, plannedDeliveryDrill } from '#shared/features/meeting/meeting.drills.ts';
import { eventDaysAhead, indicatorDefinitions } from '#shared/features/meeting/meeting.definitions.ts';
import type { PackDays, WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listItemsDue } from '../action/action.repository.ts';
import type { PeriodGoal } from '../goal/goal.period.ts';
import { given } from './meeting.figure.ts';
import * as figures from './meeting.figures.ts';

/** 下周工作计划 as it was known at the end of the pack's day. */
export async function readPlan(
  reader: Reader,
  days: PackDays,
  goals: readonly PeriodGoal[],
  today: Day,
): Promise<WeeklyPack['plan']> {
  const { asOf, next } = days;
  const planned = await figures.sumPlannedDeliveries(reader, asOf, next);
  const plansSupplied = await figures.hasPlannedDeliveries(reader);
  const eventsSupplied = await figures.hasRows(reader, 'event');
  const events = { first: next.first, last: addDays(next.first, eventDaysAhead - 1) };
  return {
    goals: goals
      .filter((goal) => goal.period === next.week)
      .map(({ period: _period, ...goal }) => ({ ...goal, unit: indicatorDefinitions[goal.indicator].unit })),
    actions: await listItemsDue(reader, today, days),
    deliveries: given(plansSupplied, planned.planned, plannedDeliveryDrill(asOf, next)),
    lateDeliveries: given(
      plansSupplied,
      planned.late,
      plannedDeliveryDrill(asOf, { first: null, last: addDays(next.first, -1) }),
    ),
    deliveryLines: await figures.listPlannedDeliveries(reader, asOf, next.last),
    events: given(
      eventsSupplied,
      await figures.countEvents(reader, events.first, events.last),
      eventDrill(events),
    ),
    eventLines: await figures.listEvents(reader, events.first, events.last),
  };
}
