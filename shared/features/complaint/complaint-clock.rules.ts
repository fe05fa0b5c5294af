import { addDays, daysBetween, isOverdue, type Day } from '../../kernel/day.ts';
import {
  addWorkingDays,
  missingYears,
  nextWorkingDay,
  workingDaysBetween,
  type WorkCalendar,
} from '../../kernel/working-day.ts';
import type { ClockBasis, ComplaintChannel, ComplaintKind, DayKind, Severity } from './complaint.fields.ts';

/** 答复 answer to the customer, 办结 finish: closed. */
export type ClockStage = 'answer' | 'finish';

/** One row of the dated table of terms. */
export type ClockRule = {
  readonly id: number;
  readonly name: string;
  readonly basis: ClockBasis;
  readonly kind: ComplaintKind | null;
  readonly channel: ComplaintChannel | null;
  readonly severity: Severity | null;
  readonly answerDays: number | null;
  readonly finishDays: number | null;
  readonly dayKind: DayKind;
  readonly graceDays: number | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly confirmed: boolean;
};

/** The clock stands on the days after `fromOn` up to and including `untilOn`; null: it stands still today. */
export type ClockPause = { readonly fromOn: Day; readonly untilOn: Day | null };

/** An approved extension. A term of the law gives way only with the consent of the customer or the authority. */
export type ClockExtension = {
  readonly stage: ClockStage;
  readonly days: number;
  readonly hasConsent: boolean;
};

/** What the clocks of a complaint are computed from; nothing of a clock is stored. */
export type TimedComplaint = {
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly severity: Severity;
  readonly clockFrom: Day;
  readonly answeredOn: Day | null;
  readonly closedOn: Day | null;
  readonly pauses: readonly ClockPause[];
  readonly extensions: readonly ClockExtension[];
};

export type ComplaintClock = {
  readonly ruleId: number;
  readonly name: string;
  readonly basis: ClockBasis;
  readonly confirmed: boolean;
  readonly stage: ClockStage;
  readonly dayKind: DayKind;
  /** Days of the term with its extensions, and of them extended. */
  readonly termDays: number;
  readonly extendedDays: number;
  readonly usedDays: number;
  readonly dueOn: Day;
  /** Day on which it was kept or missed for good; null while it runs. */
  readonly stoppedOn: Day | null;
  readonly isPaused: boolean;
  /** The due day has passed, or had passed when the clock was stopped. */
  readonly isLate: boolean;
  /** Working days until the due day, 0 on it; negative when late (at least one). */
  readonly daysLeft: number;
  /** Share of the term that is used, in basis points. */
  readonly shareBasisPoints: number;
  /** Years of its span that the holiday calendar does not know. */
  readonly missingYears: readonly number[];
};

const isValid = ({ validFrom, validTo }: ClockRule, day: Day): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

const aspects = ['kind', 'channel', 'severity'] as const;
const specificity = (rule: ClockRule): number => aspects.filter((name) => rule[name] !== null).length;
const keyOf = (rule: ClockRule): string => aspects.map((name) => rule[name] ?? '').join('|');

/**
 * The terms that a complaint must keep: every one of the law that fits it, and of the store's own the one that fits
 * closest. Of rows for the same thing the later one counts.
 */
export function clockRulesFor(
  rules: readonly ClockRule[],
  complaint: Pick<TimedComplaint, 'kind' | 'channel' | 'severity' | 'clockFrom'>,
): readonly ClockRule[] {
  const fitting = rules
    .filter((rule) => isValid(rule, complaint.clockFrom))
    .filter((rule) => aspects.every((name) => rule[name] === null || rule[name] === complaint[name]))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.id - a.id));
  const law = fitting.filter(
    (rule, at) =>
      rule.basis === 'law' &&
      fitting.findIndex((other) => other.basis === 'law' && keyOf(other) === keyOf(rule)) === at,
  );
  const [own] = fitting
    .filter(({ basis }) => basis === 'store')
    .sort((a, b) => specificity(b) - specificity(a));
  return own ? [...law, own] : law;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Pauses within a clock as spans, oldest first; one that is not over lasts until `now`. */
function pauseSpans(pauses: readonly ClockPause[], from: Day, now: Day): { begin: Day; end: Day }[] {
  return pauses
    .map(({ fromOn, untilOn }) => ({
      begin: later(fromOn, from),
      end: later(untilOn ?? now, later(fromOn, from)),
    }))
    .filter(({ begin, end }) => begin < end)
    .sort((a, b) => (a.begin < b.begin ? -1 : 1));
}

type Counting = {
  readonly add: (day: Day, days: number) => Day;
  readonly between: (from: Day, to: Day) => number;
};
const countingOf = (kind: DayKind, calendar: WorkCalendar): Counting =>
  kind === 'working'
    ? {
        add: (day, days) => addWorkingDays(day, days, calendar),
        between: (from, to) => workingDaysBetween(from, to, calendar),
      }
    : { add: addDays, between: daysBetween };

/**
 * Last day of a term of so many days after `from`, moved by the pauses that began before it had run out. A term of
 * calendar days that ends on a day off ends on the next working day (民法典 203).
 */
export function dueDay(
  term: { readonly from: Day; readonly days: number; readonly dayKind: DayKind },
  pauses: readonly ClockPause[],
  now: Day,
  calendar: WorkCalendar,
): Day {
  const { add, between } = countingOf(term.dayKind, calendar);
  let due = add(term.from, term.days);
  for (const { begin, end } of pauseSpans(pauses, term.from, now)) {
    if (begin <= due) due = add(due, between(begin, end));
  }
  return term.dayKind === 'calendar' ? nextWorkingDay(due, calendar) : due;
}

/** One clock of a complaint on a day. */
function clockOf(
  rule: ClockRule,
  stage: ClockStage,
  complaint: TimedComplaint,
  today: Day,
  calendar: WorkCalendar,
): ComplaintClock | undefined {
  const days = stage === 'answer' ? rule.answerDays : rule.finishDays;
  if (days === null) return undefined;
  const stoppedOn = (stage === 'answer' ? complaint.answeredOn : null) ?? complaint.closedOn;
  const { clockFrom: from, pauses } = complaint;
  const now = later(stoppedOn ?? today, from); // a clock that was set back does not run backwards
  const extendedDays = complaint.extensions
    .filter((one) => one.stage === stage && (rule.basis === 'store' || one.hasConsent))
    .reduce((sum, one) => sum + one.days, 0);
  const termDays = days + extendedDays;
  const dueOn = dueDay({ from, days: termDays, dayKind: rule.dayKind }, pauses, now, calendar);
  const { between } = countingOf(rule.dayKind, calendar);
  const stood = pauseSpans(pauses, from, now).reduce(
    (sum, { begin, end }) => sum + between(begin, end < now ? end : now),
    0,
  );
  const usedDays = Math.max(0, between(from, now) - stood);
  const isLate = isOverdue(dueOn, now);
  const left = isLate
    ? -Math.max(1, workingDaysBetween(dueOn, now, calendar))
    : workingDaysBetween(now, dueOn, calendar);
  return {
    ruleId: rule.id,
    name: rule.name,
    basis: rule.basis,
    confirmed: rule.confirmed,
    stage,
    dayKind: rule.dayKind,
    termDays,
    extendedDays,
    usedDays,
    dueOn,
    stoppedOn,
    isPaused: stoppedOn === null && pauses.some(({ untilOn }) => untilOn === null),
    isLate,
    daysLeft: left,
    shareBasisPoints: Math.round((usedDays * 10_000) / termDays),
    missingYears: missingYears(from, dueOn, calendar),
  };
}

/** Running ones first, the most urgent of them in front, the law before the store's own. */
const byUrgency = (a: ComplaintClock, b: ComplaintClock): number =>
  Number(a.stoppedOn !== null) - Number(b.stoppedOn !== null) ||
  a.daysLeft - b.daysLeft ||
  Number(a.basis === 'store') - Number(b.basis === 'store') ||
  (a.stage < b.stage ? -1 : 1);

/** Every clock of a complaint on a day, the one that counts now first. */
export const clocksOf = (
  complaint: TimedComplaint,
  rules: readonly ClockRule[],
  today: Day,
  calendar: WorkCalendar,
): readonly ComplaintClock[] =>
  clockRulesFor(rules, complaint)
    .flatMap((rule) =>
      (['answer', 'finish'] as const).flatMap(
        (stage) => clockOf(rule, stage, complaint, today, calendar) ?? [],
      ),
    )
    .sort(byUrgency);

/** The clock that counts now; undefined when none runs. */
export const presentClock = (clocks: readonly ComplaintClock[]): ComplaintClock | undefined =>
  clocks.find(({ stoppedOn }) => stoppedOn === null);

/** Longest grace of the terms that fit, in working days after closing; 0 when none gives any. */
export const graceDaysOf = (rules: readonly ClockRule[]): number =>
  rules.reduce((most, { graceDays }) => Math.max(most, graceDays ?? 0), 0);

/** Whether a complaint that is opened again goes on with its old clock. */
export const continuesClock = (
  closedOn: Day,
  today: Day,
  graceDays: number,
  calendar: WorkCalendar,
): boolean => workingDaysBetween(closedOn, later(today, closedOn), calendar) <= graceDays;
