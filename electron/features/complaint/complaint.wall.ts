import type { ComplaintDesk, ComplaintWall } from '#shared/features/complaint/complaint.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { linesOf, placeOpen, placeSome, type Place } from './complaint.places.ts';
import { readUnassigned, readWaiting } from './complaint.open.repository.ts';

const counted = (places: readonly Place[], fits: (place: Place) => boolean): number =>
  places.reduce((sum, place) => (fits(place) ? sum + place.count : sum), 0);

/** 看板: open complaints by time left, with how many there are of each sort. */
export async function readWall(reader: Reader, today: Day, limit: number): Promise<ComplaintWall> {
  const places = await placeOpen(reader, today, 0);
  const { all } = places;
  const missing = new Set(all.flatMap(({ clock }) => clock?.missingYears ?? []));
  return {
    today,
    lines: await linesOf(reader, places, all, limit),
    open: counted(all, () => true),
    late: counted(all, ({ clock }) => clock?.isLate === true),
    dueToday: counted(all, ({ clock }) => clock?.dueOn === today && !clock.isPaused),
    paused: counted(all, ({ clock }) => clock?.isPaused === true),
    toManager: counted(all, ({ escalation }) => escalation.level === 'manager'),
    toOwner: counted(all, ({ escalation }) => escalation.level === 'owner'),
    missingYears: [...missing].sort((a, b) => a - b),
  };
}

const deskLines = 8;

/** What waits for a person. */
export async function readDesk(reader: Reader, today: Day, actor: Actor): Promise<ComplaintDesk> {
  const places = await placeOpen(reader, today, actor.personId);
  const { all } = places;
  const isOwner = actor.roles.includes('owner');
  const isManager = actor.roles.includes('manager');
  const waiting = isOwner || isManager ? await readWaiting(reader, actor.personId) : [];
  const escalated = all.filter(
    ({ escalation: { level } }) => (isOwner && level === 'owner') || (isManager && level !== 'none'),
  );
  return {
    open: counted(all, () => true),
    late: counted(all, ({ clock }) => clock?.isLate === true),
    unassigned: await readUnassigned(reader),
    escalated: await linesOf(reader, places, escalated, deskLines),
    mine: await linesOf(
      reader,
      places,
      all.filter(({ isMine }) => isMine),
      deskLines,
    ),
    toDecide: await linesOf(reader, places, await placeSome(reader, waiting, places, today), deskLines),
  };
}
