import { addDays, compareDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { Fen } from '../../kernel/money.ts';
import type { EventPhase } from './event.fields.ts';

/** When an event takes place; one of a single day has no last day. */
export type EventDays = { readonly startsOn: Day; readonly endsOn: Day | null };

/**
 * The day from which tasks of a phase are counted: the first day until the event, the last day after it, so that follow-up
 * moves when the event becomes longer.
 */
const anchorOf = (phase: EventPhase, { startsOn, endsOn }: EventDays): Day =>
  phase === 'followUp' || phase === 'review' ? (endsOn ?? startsOn) : startsOn;

/** The day of a task at T±`offset` days. */
export const dueOf = (phase: EventPhase, offset: number, days: EventDays): Day =>
  addDays(anchorOf(phase, days), offset);

/** T±days of a task that is due on a day. */
export const offsetOf = (phase: EventPhase, dueOn: Day, days: EventDays): number =>
  daysBetween(anchorOf(phase, days), dueOn);

export type PlannedTask = {
  readonly id: number;
  readonly phase: EventPhase;
  readonly offset: number;
  readonly dueOn: Day;
  readonly isDone: boolean;
};

/** What moves with an event: every task that is not done, to its own T±days from the new dates. Done tasks stay. */
export function movedTasks(
  tasks: readonly PlannedTask[],
  days: EventDays,
): readonly { readonly id: number; readonly from: Day; readonly to: Day }[] {
  return tasks.flatMap(({ id, phase, offset, dueOn, isDone }) => {
    const to = dueOf(phase, offset, days);
    return isDone || to === dueOn ? [] : [{ id, from: dueOn, to }];
  });
}

/** Days of the longest event; a last day beyond it is a mistyped year. */
export const longestEvent = 60;

/** Days that a task may lie before or after its event; more is a mistyped year. */
export const farthestTask = 200;

/** Whether a task's day is too far from its event to be meant. */
export const isFarFrom = (phase: EventPhase, dueOn: Day, days: EventDays): boolean =>
  Math.abs(offsetOf(phase, dueOn, days)) > farthestTask;

/** Whether the last day lies before the first. */
export const endsTooEarly = ({ startsOn, endsOn }: EventDays): boolean =>
  endsOn !== null && compareDays(endsOn, startsOn) < 0;

/**
 * Cost of one lead or order. Nothing to divide by, and nothing entered as spent, are said as such: never 0, never NaN.
 * Rounded to the fen, half up.
 */
export type CostPer =
  | { readonly state: 'none' }
  | { readonly state: 'notSpent' }
  | { readonly state: 'fen'; readonly fen: Fen };

/** What one of so many leads or orders cost. */
export function costPer(spentFen: Fen | null, count: number): CostPer {
  if (count <= 0) return { state: 'none' };
  if (spentFen === null) return { state: 'notSpent' };
  const rest = spentFen % count;
  return { state: 'fen', fen: (spentFen - rest) / count + (rest * 2 >= count ? 1 : 0) };
}
