import {
  presentClock,
  type ComplaintClock,
  type TimedComplaint,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import { escalationOf, type Escalation } from '#shared/features/complaint/complaint.rules.ts';
import { compareDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readOpenAlike, readOpenStopped } from './complaint.open.repository.ts';
import { readClockBook } from './complaint.view.ts';

/** Complaints that stand at the same place of the wall, oldest first. */
export type Place = {
  readonly ids: readonly number[];
  readonly clock: ComplaintClock | null;
  readonly escalation: Escalation;
};

/** Late ones first; then by time left; then those whose clock stands; at the end those without one. */
function rank({ clock }: Place): number {
  if (!clock) return 3;
  return clock.isLate ? 0 : clock.isPaused ? 2 : 1;
}
const byTimeLeft = (a: Place, b: Place): number =>
  rank(a) - rank(b) ||
  (a.clock?.daysLeft ?? 0) - (b.clock?.daysLeft ?? 0) ||
  compareDays(a.clock?.dueOn ?? '', b.clock?.dueOn ?? '') ||
  (a.ids[0] ?? 0) - (b.ids[0] ?? 0);

/**
 * Every open complaint at its place, most urgent first. A clock depends on few things, so complaints that share them are
 * reckoned once: thousands of complaints have some hundred clocks.
 */
export async function placeOpen(reader: Reader, today: Day): Promise<Place[]> {
  const { rules, calendar } = await readClockBook(reader);
  const placeOf = (complaint: TimedComplaint, ids: readonly number[]): Place => {
    const clock = presentClock(complaint, rules, today, calendar) ?? null;
    return { ids, clock, escalation: escalationOf(complaint.severity, clock ?? undefined) };
  };
  const alike = await readOpenAlike(reader, rules);
  const stopped = await readOpenStopped(reader);
  return [
    ...alike.map(({ ids, ...complaint }) => placeOf(complaint, ids)),
    ...stopped.map(({ id, ...complaint }) => placeOf(complaint, [id])),
  ].sort(byTimeLeft);
}
