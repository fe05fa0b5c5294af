import { dayFromNumber, dayNumber, isOverdue, type Day } from '../../kernel/day.ts';
import { monthsLater } from '../../kernel/day-number.ts';
import { bornOn, forever, planOf } from './reminder-due.rules.ts';
import {
  emitAnniversary,
  emitDated,
  emitEnds,
  emitVisits,
  type Emit,
  type ReminderBasis,
} from './reminder-emit.rules.ts';
import { kindIndex, none, place, rowOf, type ReminderVehicle } from './reminder-facts.ts';
import { reminderPlan, type ReminderPlan, type ReminderRule } from './reminder-plan.rules.ts';
import { vehicleReminderKinds, type VehicleReminderKind } from './reminder.fields.ts';

/**
 * 到期引擎: every reminder of one vehicle on a day, out of its facts and the rules; nothing of it is stored. A vehicle that is
 * sold, scrapped or transferred has none. Birthdays and memberships are a customer's own: `eachBirthday`, `eachOfMember`.
 */
export function eachReminder(
  data: Int32Array,
  at: number,
  rules: ReminderPlan,
  today: number,
  emit: Emit,
): void {
  if (data[at + place.inUse] !== 1) return;
  const plan = planOf(data, at, rules);
  const purchased = data[at + place.purchased] ?? none;
  const born = bornOn(data, at);
  emitDated(data, at, plan, today, emit);
  emitVisits(data, at, plan, born, emit);
  emitEnds(data, at, plan, born, emit);
  const free = plan[kindIndex.freeInspection];
  if (free && free.length > 0 && born !== none) {
    const done = Math.max(
      data[at + place.lastVisit] ?? none,
      data[at + place.done + kindIndex.freeInspection] ?? none,
    );
    emitAnniversary(kindIndex.freeInspection, free, born, born, done, today, 'age', emit);
  }
  const milestone = plan[kindIndex.milestone];
  if (milestone && milestone.length > 0 && purchased !== none) {
    const done = data[at + place.done + kindIndex.milestone] ?? none;
    emitAnniversary(kindIndex.milestone, milestone, purchased, born, done, today, 'purchase', emit);
  }
}

/** The birthday of a customer who still has a vehicle in use, by the rule for all vehicles. */
export function eachBirthday(born: number, rules: ReminderPlan, today: number, emit: Emit): void {
  const rule = rules.own.get('birthday');
  if (!rule) return;
  const segments = [{ upTo: Number.POSITIVE_INFINITY, rule }];
  emitAnniversary(kindIndex.birthday, segments, born, none, none, today, 'birth', emit);
}

/** One reminder in words. */
export type Reminder = {
  readonly kind: VehicleReminderKind;
  readonly ruleId: number;
  readonly dueOn: Day;
  /** First day on which the thing may be done; null where the rule names none. */
  readonly earliestOn: Day | null;
  readonly opensOn: Day;
  /** Last day on which customers are called about it; null: until it is done. */
  readonly endsOn: Day | null;
  readonly basis: ReminderBasis;
  readonly state: ReminderState;
};

/** later: not yet its time to call · open · today · overdue, by the one definition · over: the window has passed. */
export type ReminderState = 'later' | 'open' | 'today' | 'overdue' | 'over';

/** The state on a day of what is due on `due` and may be called about from `opens` to `ends`; without an end it never passes. */
export function reminderState(due: Day, opens: Day, ends: Day | null, today: Day): ReminderState {
  if (today < opens) return 'later';
  if (ends !== null && today > ends) return 'over';
  return isOverdue(due, today) ? 'overdue' : due === today ? 'today' : 'open';
}

/** What the engine emits, in words. */
export function reminderOf(
  kind: number,
  rule: ReminderRule,
  due: number,
  opens: number,
  ends: number,
  basis: ReminderBasis,
  today: Day,
): Reminder {
  const [dueOn, opensOn] = [dayFromNumber(due), dayFromNumber(opens)];
  const endsOn = ends === forever ? null : dayFromNumber(ends);
  const early = rule.earlyMonths ?? 0;
  return {
    kind: vehicleReminderKinds[kind] ?? 'annualTest',
    ruleId: rule.id,
    dueOn,
    earliestOn: early > 0 ? dayFromNumber(monthsLater(due, -early)) : null,
    opensOn,
    endsOn,
    basis,
    state: reminderState(dueOn, opensOn, endsOn, today),
  };
}

/** Every reminder of one vehicle, soonest first. */
export function remindersOf(
  vehicle: ReminderVehicle,
  rules: readonly ReminderRule[],
  today: Day,
): Reminder[] {
  const found: Reminder[] = [];
  eachReminder(rowOf(vehicle), 0, reminderPlan(rules, today), dayNumber(today), (...told) => {
    found.push(reminderOf(...told, today));
  });
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
