import { monthsLater } from '../../kernel/day-number.ts';
import { kindIndex, none, place } from './reminder-facts.ts';
import type { ReminderPlan, ReminderRule, Segment } from './reminder-plan.rules.ts';

/** The end of what has none. */
export const forever = 2_147_483_647;

/** The kind with a plan of its own and kilometres beside the days. */
export const maintenance = kindIndex.secondMaintenance;

/** The period of a rule from a day on, `own` days in its place where the vehicle has a plan; `none` without a period in time. */
export function periodEnd(rule: ReminderRule, from: number, own: number): number {
  if (own !== none) return from + own;
  if (rule.everyMonths !== null) return monthsLater(from, rule.everyMonths);
  return rule.everyDays === null ? none : from + rule.everyDays;
}

/** The rule for the age that a vehicle has on a day; of an unknown age that of the youngest. */
export function ruleAt(segments: readonly Segment[], born: number, day: number): ReminderRule | null {
  for (const { upTo, rule } of segments) {
    if (born === none) {
      if (rule) return rule;
    } else if (upTo === Number.POSITIVE_INFINITY || day <= monthsLater(born, upTo)) return rule;
  }
  return null;
}

/**
 * The next due day after something was done: the period is that of the age reached on the due day, and a shorter period
 * brings nothing forward of the birthday from which it applies. Source: 道路交通安全法实施条例 16.
 */
export function nextDue(segments: readonly Segment[], born: number, done: number, own: number): number {
  let reached = born;
  for (const { upTo, rule } of segments) {
    const isLast = born === none || upTo === Number.POSITIVE_INFINITY;
    const end = isLast ? forever : monthsLater(born, upTo);
    if (rule) {
      const regular = periodEnd(rule, done, own);
      if (regular === none) return none;
      const due = reached !== none && reached > regular ? reached : regular;
      if (due <= end) return due;
    }
    // Of an unknown age the youngest rule counts.
    reached = born === none ? none : end;
  }
  return none;
}

/** A stated day nearer than half a period after the thing was done belongs to the period before. */
function isOld(stated: number, done: number, rule: ReminderRule, own: number): boolean {
  if (done === none) return false;
  const days =
    own === none ? (rule.everyMonths === null ? (rule.everyDays ?? 0) : rule.everyMonths * 30) : own;
  return stated <= done + days / 2;
}

/** The day on which the kilometres of a maintenance period are reached; `none` where they cannot be told. */
export function dayOfKilometres(data: Int32Array, at: number, rule: ReminderRule, done: number): number {
  const own = data[at + place.planKm] ?? none;
  const every = own === none ? (rule.everyKm ?? none) : own;
  const measured = data[at + place.dailyKm] ?? none;
  const daily = measured === none ? (rule.usualDailyKm ?? none) : measured;
  if (every === none || done === none) return none;
  const [since, on, km] = [
    data[at + place.maintainedKm] ?? none,
    data[at + place.readingDay] ?? none,
    data[at + place.readingKm] ?? none,
  ];
  if (since !== none && km !== none && on >= done && since + every <= km) return on;
  if (daily === none || daily < 1) return none;
  const isRead = since !== none && km !== none && on >= done;
  return isRead ? on + Math.ceil((since + every - km) / daily) : done + Math.ceil(every / daily);
}

/** Due day of a kind with papers or a day on which it was done; `none` where neither is known. */
export function knownDue(
  data: Int32Array,
  at: number,
  segments: readonly Segment[],
  kind: number,
  born: number,
): number {
  const [stated, done] = [data[at + place.stated + kind] ?? none, data[at + place.done + kind] ?? none];
  const own = kind === maintenance ? (data[at + place.planDays] ?? none) : none;
  if (stated !== none) {
    const rule = ruleAt(segments, born, stated);
    if (done === none || (rule && !isOld(stated, done, rule, own))) return stated;
  }
  return done === none ? none : nextDue(segments, born, done, own);
}

/** The day from which a vehicle's age counts: registration, else purchase; `none` where neither is known. */
export function bornOn(data: Int32Array, at: number): number {
  const registered = data[at + place.registered] ?? none;
  return registered === none ? (data[at + place.purchased] ?? none) : registered;
}

/** The segments of every kind of reminder that count for a vehicle. */
export const planOf = (data: Int32Array, at: number, rules: ReminderPlan): readonly (readonly Segment[])[] =>
  rules.of(data[at + place.kind] ?? 0, data[at + place.use] ?? 0, data[at + place.massKg] ?? none);

/** The due day of a period that starts on the last day on which a kind was done; `none` where no rule names a period. */
export function dueAfterDone(data: Int32Array, at: number, rules: ReminderPlan, kind: number): number {
  const segments = planOf(data, at, rules)[kind];
  const done = data[at + place.done + kind] ?? none;
  if (!segments || segments.length === 0 || done === none) return none;
  const own = kind === maintenance ? (data[at + place.planDays] ?? none) : none;
  return nextDue(segments, bornOn(data, at), done, own);
}
