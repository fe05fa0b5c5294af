import { addDays, compareDays, daysBetween, isOverdue, type Day } from '../../kernel/day.ts';
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
  /** null: one that no rule names. */
  readonly kind: ComplaintKind | null;
  readonly channel: ComplaintChannel | null;
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

const aspects = ['kind', 'channel', 'severity'] as const;
const specificity = (rule: ClockRule): number => aspects.filter((name) => rule[name] !== null).length;
const isSameThing = (a: ClockRule, b: ClockRule): boolean => aspects.every((name) => a[name] === b[name]);
const isLater = (a: ClockRule, b: ClockRule): boolean =>
  a.validFrom > b.validFrom || (a.validFrom === b.validFrom && a.id > b.id);

/**
 * The terms that a complaint must keep: every one of the law that fits it, and of the store's own the one that fits
 * closest. Of rows for the same thing the later one counts.
 */
export function clockRulesFor(
  rules: readonly ClockRule[],
  complaint: Pick<TimedComplaint, 'kind' | 'channel' | 'severity' | 'clockFrom'>,
): readonly ClockRule[] {
  const { kind, channel, severity, clockFrom: day } = complaint;
  const found: ClockRule[] = [];
  let own: ClockRule | undefined;
  for (const rule of rules) {
    if (rule.validFrom > day || (rule.validTo !== null && rule.validTo < day)) continue;
    if (rule.severity !== null && rule.severity !== severity) continue;
    if (rule.kind !== null && rule.kind !== kind) continue;
    if (rule.channel !== null && rule.channel !== channel) continue;
    if (rule.basis === 'store') {
      const closer = own ? specificity(rule) - specificity(own) : 1;
      if (!own || closer > 0 || (closer === 0 && isLater(rule, own))) own = rule;
      continue;
    }
    const twin = found.findIndex((other) => isSameThing(other, rule));
    if (twin === -1) found.push(rule);
    else if (isLater(rule, found[twin] ?? rule)) found[twin] = rule;
  }
  if (own) found.push(own);
  return found;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

type PauseSpan = { readonly begin: Day; readonly end: Day };
const noSpans: readonly PauseSpan[] = [];

/** Pauses within a clock as spans, oldest first; one that is not over lasts until `now`. */
function pauseSpans(pauses: readonly ClockPause[], from: Day, now: Day): readonly PauseSpan[] {
  if (pauses.length === 0) return noSpans;
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

/** One term of a complaint with its due day. */
type Term = {
  readonly rule: ClockRule;
  readonly stage: ClockStage;
  readonly termDays: number;
  readonly extendedDays: number;
  readonly stoppedOn: Day | null;
  /** The day on which it is looked at: today, or when it stopped. A computer set back does not turn it back. */
  readonly now: Day;
  readonly dueOn: Day;
};

function termOf(
  rule: ClockRule,
  stage: ClockStage,
  complaint: TimedComplaint,
  today: Day,
  calendar: WorkCalendar,
): Term | undefined {
  const days = stage === 'answer' ? rule.answerDays : rule.finishDays;
  if (days === null) return undefined;
  const stoppedOn = (stage === 'answer' ? complaint.answeredOn : null) ?? complaint.closedOn;
  const { clockFrom: from, pauses, extensions } = complaint;
  const now = later(stoppedOn ?? today, from);
  let extendedDays = 0;
  for (const one of extensions)
    if (one.stage === stage && (rule.basis === 'store' || one.hasConsent)) extendedDays += one.days;
  const termDays = days + extendedDays;
  const dueOn = dueDay({ from, days: termDays, dayKind: rule.dayKind }, pauses, now, calendar);
  return { rule, stage, termDays, extendedDays, stoppedOn, now, dueOn };
}

/** Running ones first, the first due in front, the law before the store's own, the answer before the finish. */
const byUrgency = (a: Term, b: Term): number =>
  Number(a.stoppedOn !== null) - Number(b.stoppedOn !== null) ||
  compareDays(a.dueOn, b.dueOn) ||
  Number(a.rule.basis === 'store') - Number(b.rule.basis === 'store') ||
  (a.stage === b.stage ? 0 : a.stage === 'answer' ? -1 : 1);

function termsOf(
  complaint: TimedComplaint,
  rules: readonly ClockRule[],
  today: Day,
  calendar: WorkCalendar,
): Term[] {
  const terms: Term[] = [];
  for (const rule of clockRulesFor(rules, complaint))
    for (const stage of ['answer', 'finish'] as const) {
      const term = termOf(rule, stage, complaint, today, calendar);
      if (term) terms.push(term);
    }
  return terms;
}

/** How a term stands. */
function clockOf(term: Term, complaint: TimedComplaint, calendar: WorkCalendar): ComplaintClock {
  const { rule, stage, termDays, extendedDays, stoppedOn, now, dueOn } = term;
  const { clockFrom: from, pauses } = complaint;
  const { between } = countingOf(rule.dayKind, calendar);
  let usedDays = between(from, now);
  for (const { begin, end } of pauseSpans(pauses, from, now))
    if (begin < now) usedDays -= between(begin, end < now ? end : now);
  const isLate = isOverdue(dueOn, now);
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
    daysLeft: isLate
      ? -Math.max(1, workingDaysBetween(dueOn, now, calendar))
      : workingDaysBetween(now, dueOn, calendar),
    shareBasisPoints: Math.round((usedDays * 10_000) / termDays),
    missingYears: missingYears(from, dueOn, calendar),
  };
}

/** Every clock of a complaint on a day, the one that counts now first. */
export const clocksOf = (
  complaint: TimedComplaint,
  rules: readonly ClockRule[],
  today: Day,
  calendar: WorkCalendar,
): readonly ComplaintClock[] =>
  termsOf(complaint, rules, today, calendar)
    .sort(byUrgency)
    .map((term) => clockOf(term, complaint, calendar));

/** The clock that counts now: of those that run the first due; undefined when none runs. */
export function presentClock(
  complaint: TimedComplaint,
  rules: readonly ClockRule[],
  today: Day,
  calendar: WorkCalendar,
): ComplaintClock | undefined {
  let first: Term | undefined;
  for (const term of termsOf(complaint, rules, today, calendar))
    if (term.stoppedOn === null && (!first || byUrgency(term, first) < 0)) first = term;
  return first && clockOf(first, complaint, calendar);
}

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
