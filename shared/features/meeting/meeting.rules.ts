import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import {
  addWeeks,
  monthDays,
  monthOf,
  quarterOf,
  sameWeekLastYear,
  weekDays,
  type DaySpan,
  type Quarter,
  type Week,
} from '../../kernel/period.ts';
import type { FieldIssue } from '../../rpc/desk-error.ts';
import type { Attendee, MeetingContent } from './meeting.contract.ts';
import { seriesWeeks, silentRows, supplyWindowDays } from './meeting.definitions.ts';
import type { MissingReason, PackDays, StockLine } from './meeting.pack.ts';

/** Rules of the weekly pack: pure calculations over days and counted rows. */

/** The days that the pack of a week is about, seen on a day. Throws RangeError where there is no such week. */
export function packDays(week: Week, today: Day): PackDays {
  const { first, last } = weekDays(week);
  const asOf = today < first ? first : today > last ? last : today;
  const month = monthOf(asOf);
  const spanOf = (one: Week): { week: Week; first: Day; last: Day } => ({ week: one, ...weekDays(one) });
  return {
    week,
    first,
    last,
    asOf,
    month,
    monthFirst: monthDays(month).first,
    lastYear: spanOf(sameWeekLastYear(week)),
    next: spanOf(addWeeks(week, 1)),
    series: Array.from({ length: seriesWeeks }, (_, index) =>
      spanOf(addWeeks(week, index + 1 - seriesWeeks)),
    ),
  };
}

/** Rows of a source on one day: how many there are at all, and the sum of those that count. */
export type SourceDay = { readonly day: Day; readonly rows: number; readonly value: number };

/** What is known of a source: its first day ever, and its days around the periods asked for (ascending). */
export type Source = { readonly first: Day | null; readonly days: readonly SourceDay[] };

export type Counted =
  | { readonly value: number; readonly missing: null }
  | { readonly value: null; readonly missing: MissingReason };

const missing = (reason: MissingReason): Counted => ({ value: null, missing: reason });

/**
 * A figure of a period, or why it is "not supplied": the period lies ahead; the source never had a row up to it; it has
 * none within 60 days around it; or it ended before the period although, at its pace of the 60 days before, three rows
 * or more were to be expected since. Otherwise the sum of what counts, which may be a true 0.
 */
export function countPeriod(source: Source, span: DaySpan, today: Day): Counted {
  if (span.first > today) return missing('not-begun');
  if (source.first === null || source.first > span.last) return missing('never-supplied');
  const from = addDays(span.first, -supplyWindowDays);
  const to = addDays(span.last, supplyWindowDays);
  let value = 0;
  let rowsBefore = 0;
  let newest: Day | null = null;
  for (const { day, rows, value: sum } of source.days) {
    if (rows === 0 || day < from || day > to) continue;
    newest = day;
    if (day < span.first) rowsBefore += rows;
    else if (day <= span.last) value += sum;
  }
  if (newest === null) return missing('none-near');
  if (newest < span.first) {
    const silentDays = daysBetween(newest, span.last < today ? span.last : today);
    if (rowsBefore * silentDays >= silentRows * supplyWindowDays) return missing('data-ends');
  }
  return { value, missing: null };
}

/** Newest day with a row, up to a day. */
export function dataUpTo(source: Source, last: Day): Day | null {
  return source.days.findLast(({ day, rows }) => rows > 0 && day <= last)?.day ?? null;
}

/** 完成率 in basis points, rounded half up; null without a figure, without a goal, or with a goal of 0. */
export function rateOf(value: number | null, goal: number | null): number | null {
  if (value === null || goal === null || goal === 0) return null;
  return Math.floor((value * 20_000 + goal) / (goal * 2));
}

/** Index of the age bucket of so many days: limits [30, 60, 90] give 0 up to day 30 … 3 from day 91. */
export function ageBucket(days: number, limits: readonly number[]): number {
  const index = limits.findIndex((limit) => days <= limit);
  return index < 0 ? limits.length : index;
}

/** Days on which a thing began that is now in bucket `index`: `first` null in the open bucket. */
export function bucketDays(
  index: number,
  limits: readonly number[],
  asOf: Day,
): { readonly first: Day | null; readonly last: Day } {
  const youngest = index === 0 ? 0 : (limits[index - 1] ?? 0) + 1;
  const oldest = limits[index];
  return { first: oldest === undefined ? null : addDays(asOf, -oldest), last: addDays(asOf, -youngest) };
}

/** Limits as the store set them: whole days, rising; undefined where the text is none. */
export function parseAgeBuckets(text: string): readonly number[] | undefined {
  const limits = text.split(',').map(Number);
  const rising = limits.every(
    (limit, index) => Number.isInteger(limit) && limit > (index === 0 ? 0 : (limits[index - 1] ?? 0)),
  );
  return rising && limits.length <= 6 ? limits : undefined;
}

/** Stock of each model by age, against open orders; the largest gap first. Future arrivals are not stock. */
export function matchStock(
  stock: readonly { readonly model: string; readonly arrivedOn: Day; readonly count: number }[],
  orders: readonly { readonly model: string; readonly quantity: number }[],
  asOf: Day,
  limits: readonly number[],
): StockLine[] {
  const lines = new Map<string, { ages: number[]; open: number }>();
  const lineOf = (model: string): { ages: number[]; open: number } => {
    const line = lines.get(model) ?? { ages: Array.from({ length: limits.length + 1 }, () => 0), open: 0 };
    lines.set(model, line);
    return line;
  };
  for (const { model, arrivedOn, count } of stock) {
    const days = daysBetween(arrivedOn, asOf);
    if (days < 0) continue;
    const { ages } = lineOf(model);
    const index = ageBucket(days, limits);
    ages[index] = (ages[index] ?? 0) + count;
  }
  for (const { model, quantity } of orders) lineOf(model).open += quantity;
  return [...lines]
    .map(([model, { ages, open }]) => {
      const inStock = ages.reduce((sum, count) => sum + count, 0);
      return { model, ages, stock: inStock, openOrders: open, gap: Math.max(0, open - inStock) };
    })
    .sort((a, b) => b.gap - a.gap || b.stock - a.stock || (a.model < b.model ? -1 : 1));
}

/** A sum of open receivables that arose on one day and are due on one day. */
export type OpenSum = { readonly occurredOn: Day; readonly dueOn: Day | null; readonly openFen: number };

export type ReceivableSums = Record<
  'open' | 'overdue' | 'dueThisWeek' | 'dueNextWeek' | 'dueLater' | 'noDueDay',
  number
> & { ages: number[] };

/** Open money by when it is due (what is due today is due this week) and by age. */
export function sumReceivables(
  sums: readonly OpenSum[],
  { asOf, last, next }: Pick<PackDays, 'asOf' | 'last' | 'next'>,
  limits: readonly number[],
): ReceivableSums {
  const total: ReceivableSums = {
    open: 0,
    overdue: 0,
    dueThisWeek: 0,
    dueNextWeek: 0,
    dueLater: 0,
    noDueDay: 0,
    ages: Array.from({ length: limits.length + 1 }, () => 0),
  };
  const dueOf = (dueOn: Day | null): Exclude<keyof ReceivableSums, 'ages' | 'open'> =>
    dueOn === null
      ? 'noDueDay'
      : dueOn < asOf
        ? 'overdue'
        : dueOn <= last
          ? 'dueThisWeek'
          : dueOn <= next.last
            ? 'dueNextWeek'
            : 'dueLater';
  for (const { occurredOn, dueOn, openFen } of sums) {
    total.open += openFen;
    total[dueOf(dueOn)] += openFen;
    const bucket = ageBucket(daysBetween(occurredOn, asOf), limits);
    total.ages[bucket] = (total.ages[bucket] ?? 0) + openFen;
  }
  return total;
}

/** Whether somebody who signs in at a time of day `HH:MM` is late for a meeting that starts at `startsAt`. */
export const isLate = (signedInAt: string, startsAt: string | null): boolean =>
  startsAt !== null && signedInAt > startsAt;

export type AttendanceLine = Pick<Attendee, 'personId' | 'state' | 'signedInAt' | 'signedWith'>;

/**
 * The list as the recorder wrote it, with what people signed themselves: time and way stay while the person counts as
 * present. `dropped` tells whose sign-in fell away.
 */
export function keepSignIns(
  before: readonly AttendanceLine[],
  written: readonly Omit<AttendanceLine, 'signedWith'>[],
): { readonly people: AttendanceLine[]; readonly dropped: readonly number[] } {
  const signed = new Map(
    before.filter((line) => line.signedWith !== null).map((line) => [line.personId, line]),
  );
  const people = written.map((line): AttendanceLine => {
    const own = signed.get(line.personId);
    const here = line.state === 'present' || line.state === 'late';
    if (!own || !here) return { ...line, signedWith: null };
    signed.delete(line.personId);
    return { ...line, signedInAt: own.signedInAt, signedWith: own.signedWith };
  });
  return { people, dropped: [...signed.keys()] };
}

/** What is still missing before minutes can be confirmed: paths and keys of sentences in the `problem` texts. */
export function missingForConfirm(
  minutes: Pick<MeetingContent, 'heldOn' | 'chair' | 'recorder' | 'attendance'>,
  today: Day,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (minutes.heldOn === null) issues.push({ field: 'head.heldOn', issue: 'required' });
  else if (minutes.heldOn > today) issues.push({ field: 'head.heldOn', issue: 'held-in-future' });
  if (minutes.chair === null) issues.push({ field: 'head.chairId', issue: 'required' });
  if (minutes.recorder === null) issues.push({ field: 'head.recorderId', issue: 'required' });
  if (!minutes.attendance.some(({ state }) => state === 'present' || state === 'late'))
    issues.push({ field: 'attendance', issue: 'nobody-present' });
  return issues;
}

/** The quarter in whose minutes a week is bound: that of its Thursday, so that every week is in one quarter. */
export const quarterOfWeek = (week: Week): Quarter => quarterOf(addDays(weekDays(week).first, 3));
