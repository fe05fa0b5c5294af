import {
  presentClock,
  type ComplaintClock,
  type TimedComplaint,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import type { WallLine } from '#shared/features/complaint/complaint.contract.ts';
import { escalationOf, type Escalation } from '#shared/features/complaint/complaint.rules.ts';
import { compareDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import {
  readIdsAlike,
  readOpenAlike,
  readOpenSingly,
  readWallRows,
  type Alike,
} from './complaint.open.repository.ts';
import { readClockBook, type ClockBook } from './complaint.view.ts';

/** Where one complaint, or several with the same clock, stand on the wall. */
export type Place = {
  readonly count: number;
  /** One complaint by its id, or those alike by their key. */
  readonly who: number | Pick<Alike, 'key' | 'clockFrom'>;
  /** In hand of the person who asks. */
  readonly isMine: boolean;
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
  compareDays(a.clock?.dueOn ?? '', b.clock?.dueOn ?? '');

const placer =
  ({ rules, calendar }: ClockBook, today: Day) =>
  (who: Place['who'], count: number, isMine: boolean, complaint: TimedComplaint): Place => {
    const clock = presentClock(complaint, rules, today, calendar) ?? null;
    return { who, count, isMine, clock, escalation: escalationOf(complaint.severity, clock ?? undefined) };
  };

export type Places = {
  readonly book: ClockBook;
  readonly personId: number;
  readonly all: readonly Place[];
};

/**
 * Every open complaint at its place, most urgent first. A clock depends on few things, so complaints that share them are
 * reckoned once: thousands of complaints have some hundred clocks.
 */
export async function placeOpen(reader: Reader, today: Day, personId: number): Promise<Places> {
  const book = await readClockBook(reader);
  const place = placer(book, today);
  const alike = await readOpenAlike(reader, { rules: book.rules, personId });
  const stopped = await readOpenSingly(reader, 'stopped');
  const all = [
    ...alike.map((one) => place(one, one.count, one.isMine, one)),
    ...stopped.map((one) => place(one.id, 1, one.handlerId === personId, one)),
  ];
  return { book, personId, all: all.sort(byTimeLeft) };
}

/** Some open complaints by their ids, most urgent first. */
export async function placeSome(
  reader: Reader,
  ids: readonly number[],
  { book, personId }: Places,
  today: Day,
): Promise<readonly Place[]> {
  const place = placer(book, today);
  const singly = await readOpenSingly(reader, ids);
  return singly.map((one) => place(one.id, 1, one.handlerId === personId, one)).sort(byTimeLeft);
}

/** The first so many complaints of some places, as lines of the wall. */
export async function linesOf(
  reader: Reader,
  { book, personId }: Places,
  places: readonly Place[],
  limit: number,
): Promise<WallLine[]> {
  const leading: Place[] = [];
  for (let room = limit; leading.length < places.length && room > 0;) {
    const next = places[leading.length];
    if (!next) break;
    leading.push(next);
    room -= next.count;
  }
  const alike = leading.flatMap(({ who }) => (typeof who === 'number' ? [] : [who]));
  const idsOf = await readIdsAlike(reader, { rules: book.rules, personId }, alike);
  const chosen = leading
    .flatMap((place) => {
      const ids = typeof place.who === 'number' ? [place.who] : (idsOf.get(place.who.key) ?? []);
      return ids.map((id) => ({ id, place }));
    })
    .sort((a, b) => byTimeLeft(a.place, b.place) || a.id - b.id)
    .slice(0, limit);
  const rows = await readWallRows(
    reader,
    chosen.map(({ id }) => id),
  );
  return chosen.flatMap(({ id, place: { clock, escalation } }) => {
    const row = rows.get(id);
    return row ? [{ ...row, clock, escalation }] : [];
  });
}
