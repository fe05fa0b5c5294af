import { addDays, weekdayOf, type Day } from '../../kernel/day.ts';
import type { ValuesOf } from '../../kernel/field.ts';
import type { CalendarEntry } from '../../kernel/working-day.ts';
import type { FollowUpResult } from '../follow-up/follow-up.fields.ts';
import type { CallCode, CallGroup, ReminderKind, reminderCapacityFields } from './reminder.fields.ts';

/** 名单设置: how the call list leaves customers in peace, and how long a visit counts as the call's. Days. */
export type ReminderTerms = {
  /** Between two calls in which the customer was reached. */
  readonly restDays: number;
  /** After a call that was not answered. */
  readonly retryDays: number;
  /** After a number that does not exist or is suspended. */
  readonly wrongNumberDays: number;
  /** A visit counts for a call up to so many days after it. */
  readonly visitDays: number;
};
export const usualTerms: ReminderTerms = { restDays: 7, retryDays: 1, wrongNumberDays: 30, visitDays: 30 };

const groups: Readonly<Record<CallCode, CallGroup>> = {
  willing: 'reached',
  booked: 'reached',
  mileageShort: 'reached',
  awayFromHere: 'reached',
  hungUp: 'notReached',
  noSuchNumber: 'notReached',
  poweredOff: 'notReached',
  suspended: 'notReached',
  noAnswer: 'notReached',
  refused: 'void',
  transferred: 'void',
  givenAway: 'void',
  insuredElsewhere: 'void',
};
/** Group of a result, domain rules §3. */
export const groupOf = (code: CallCode): CallGroup => groups[code];

/** The same result among the follow-ups of the customer, from which the indicators count. */
export function followUpResultOf(code: CallCode): FollowUpResult {
  if (code === 'willing' || code === 'booked') return 'willing';
  const group = groupOf(code);
  return group === 'void' ? (code === 'refused' ? 'refused' : 'void') : group;
}

/** Whether the number is not the customer's any more. */
const isWrongNumber = (code: CallCode | null): boolean => code === 'noSuchNumber' || code === 'suspended';

/** The last talk with a customer; `code` is null where it was about something else. */
export type LastTalk = {
  readonly on: Day;
  readonly code: CallCode | null;
  readonly reached: boolean;
  readonly nextOn: Day | null;
};

/** The first day on which a customer may be called again about what falls due. */
export function callableFrom(last: LastTalk | undefined, terms: ReminderTerms): Day | null {
  if (!last) return null;
  if (last.nextOn !== null) return last.nextOn;
  if (isWrongNumber(last.code)) return addDays(last.on, terms.wrongNumberDays);
  return addDays(last.on, last.reached ? terms.restDays : terms.retryDays);
}

/** The last call that named a reason. */
export type LastOfReason = {
  readonly on: Day;
  readonly code: CallCode;
  readonly nextOn: Day | null;
  readonly dueOn: Day;
};

/**
 * Whether a reason is to be called about again: not in the period that the customer refused or had done elsewhere, else at
 * the day that was agreed, at once where nobody was reached, and after the rule's days of repetition.
 */
export function isReasonOpen(
  last: LastOfReason | undefined,
  dueOn: Day,
  repeatDays: number,
  today: Day,
): boolean {
  if (!last) return true;
  const group = groupOf(last.code);
  if (group === 'void' && last.dueOn === dueOn) return false;
  if (last.nextOn !== null) return last.nextOn <= today;
  if (group === 'notReached') return true;
  return addDays(last.on, repeatDays) <= today;
}

/** 分派: whoever spoke with the customer last, else evenly by the customer's number. null: there is nobody. */
export function careOf(
  customerId: number,
  lastCaller: number | undefined,
  carePeople: readonly number[],
): number | null {
  if (lastCaller !== undefined && carePeople.includes(lastCaller)) return lastCaller;
  return carePeople[customerId % carePeople.length] ?? null;
}

/** Kinds for which a vehicle comes to the workshop; the tractor's trailer is asked to come along for them. */
export const workshopKinds: readonly ReminderKind[] = [
  'annualTest',
  'secondMaintenance',
  'transportPermit',
  'technicalGrade',
  'firstService',
  'regularService',
  'freeInspection',
];

/** The other half of a tractor and trailer comes along for what falls due within so many days. */
export const togetherDays = 45;

export type Capacity = { readonly id: number } & Omit<
  ValuesOf<typeof reminderCapacityFields>,
  'source' | 'confirmed'
>;

/** Hours by which a day is open: a weekend day that is worked instead (调休) has those of a working day. */
const dayName = (day: Day, kind: CalendarEntry['kind'] | undefined): Capacity['weekday'] => {
  if (kind === 'working') return 'workday';
  const weekday = weekdayOf(day);
  return weekday === 7 ? 'sunday' : weekday === 6 ? 'saturday' : 'workday';
};

/**
 * Bays of each open hour of a day; none on a day off of the holiday calendar, whose entry for the day is `kind`. Of rows that
 * name the same hour the one with the latest `validFrom` counts.
 */
export function baysOf(
  rows: readonly Capacity[],
  on: Day,
  kind: CalendarEntry['kind'] | undefined,
): ReadonlyMap<number, number> {
  if (kind === 'holiday') return new Map();
  const fitting = rows
    .filter(
      ({ weekday, validFrom, validTo }) =>
        weekday === dayName(on, kind) && validFrom <= on && (validTo === null || on <= validTo),
    )
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id - b.id));
  const bays = new Map<number, number>();
  for (const row of fitting)
    for (let hour = row.fromHour; hour < row.toHour; hour += 1) bays.set(hour, row.bays);
  return new Map([...bays].filter(([, count]) => count > 0).sort(([a], [b]) => a - b));
}

/** Whether an hour has begun and cannot be promised any more; `time` of today as `HH:mm`. */
export const hasPassed = (onDay: Day, hour: number, today: Day, time: string): boolean =>
  onDay < today || (onDay === today && `${String(hour).padStart(2, '0')}:00` < time);

/** How an appointment stands: by the repair orders, not by hand. */
export type AppointmentStanding = 'coming' | 'came' | 'missed' | 'cancelled';

/** Days around an appointment within which a visit is that of the appointment. */
export const visitSlack = { before: 1, after: 3 } as const;

/** How an appointment stands on a day; a visit counts even where it was cancelled. */
export function standingOf(
  appointment: { readonly onDay: Day; readonly state: 'booked' | 'cancelled' },
  hasVisit: boolean,
  today: Day,
): AppointmentStanding {
  if (hasVisit) return 'came';
  if (appointment.state === 'cancelled') return 'cancelled';
  return today > addDays(appointment.onDay, visitSlack.after) ? 'missed' : 'coming';
}
