import { addMonths, daysBetween, type Day } from '../../kernel/day.ts';

/** A plan's dates; months are whole numbers. */
export type EmergencyDates = {
  readonly lastDrillOn: Day | null;
  readonly drillMonths: number;
  readonly reviewedOn: Day | null;
  readonly reviewMonths: number;
};

/** When the next drill and the next review are due; null: there was none yet, so it is due at once. */
export const nextDates = ({ lastDrillOn, drillMonths, reviewedOn, reviewMonths }: EmergencyDates) => ({
  nextDrillOn: lastDrillOn === null ? null : addMonths(lastDrillOn, drillMonths),
  nextReviewOn: reviewedOn === null ? null : addMonths(reviewedOn, reviewMonths),
});

/** 已到期: `never` where there was none, else the days since the due day (0 on it); null: not due yet. */
export function overdue(dueOn: Day | null, today: Day): 'never' | number | null {
  if (dueOn === null) return 'never';
  return dueOn <= today ? daysBetween(dueOn, today) : null;
}

/** The lines of a note, without their own numbers and empty ones: roles, steps, contacts. */
export const linesOf = (note: string | null): readonly string[] =>
  (note ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^\d{1,2}\s*[.、)）]\s*/u, ''))
    .filter((line) => line !== '');
