import type {
  ComplaintDesk,
  ComplaintWall,
  WallLine,
} from '#shared/features/complaint/complaint.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { placeOpen, type Place } from './complaint.places.ts';
import { readHandled, readUnassigned, readWaiting, readWallRows } from './complaint.open.repository.ts';

/** The places of some complaints in full, in the same order. */
async function linesAt(reader: Reader, places: readonly (readonly [number, Place])[]): Promise<WallLine[]> {
  const rows = await readWallRows(
    reader,
    places.map(([id]) => id),
  );
  return places.flatMap(([id, { clock, escalation }]) => {
    const row = rows.get(id);
    return row ? [{ ...row, clock, escalation }] : [];
  });
}

/** 看板: open complaints by time left, with how many there are of each sort. */
export async function readWall(reader: Reader, today: Day, limit: number): Promise<ComplaintWall> {
  const places = await placeOpen(reader, today);
  const count = (fits: (place: Place) => boolean): number =>
    places.reduce((sum, place) => (fits(place) ? sum + place.ids.length : sum), 0);
  const missing = new Set(places.flatMap(({ clock }) => clock?.missingYears ?? []));
  const first: (readonly [number, Place])[] = [];
  for (const place of places) {
    if (first.length >= limit) break;
    first.push(...place.ids.slice(0, limit - first.length).map((id) => [id, place] as const));
  }
  return {
    today,
    lines: await linesAt(reader, first),
    open: count(() => true),
    late: count(({ clock }) => clock?.isLate === true),
    dueToday: count(({ clock }) => clock?.dueOn === today && !clock.isPaused),
    paused: count(({ clock }) => clock?.isPaused === true),
    toManager: count(({ escalation }) => escalation.level === 'manager'),
    toOwner: count(({ escalation }) => escalation.level === 'owner'),
    missingYears: [...missing].sort((a, b) => a - b),
  };
}

const deskLines = 8;

/** What waits for a person. */
export async function readDesk(reader: Reader, today: Day, actor: Actor): Promise<ComplaintDesk> {
  const places = await placeOpen(reader, today);
  const isOwner = actor.roles.includes('owner');
  const isManager = actor.roles.includes('manager');
  const handled = await readHandled(reader, actor.personId);
  const waiting = isOwner || isManager ? await readWaiting(reader, actor.personId) : new Set<number>();
  const few = (fits: (id: number, place: Place) => boolean): Promise<WallLine[]> => {
    const chosen: (readonly [number, Place])[] = [];
    for (const place of places)
      for (const id of place.ids) {
        if (chosen.length === deskLines) return linesAt(reader, chosen);
        if (fits(id, place)) chosen.push([id, place]);
      }
    return linesAt(reader, chosen);
  };
  return {
    open: places.reduce((sum, { ids }) => sum + ids.length, 0),
    late: places.reduce((sum, { ids, clock }) => (clock?.isLate ? sum + ids.length : sum), 0),
    unassigned: await readUnassigned(reader),
    escalated: await few(
      (_id, { escalation: { level } }) => (isOwner && level === 'owner') || (isManager && level !== 'none'),
    ),
    mine: await few((id) => handled.has(id)),
    toDecide: await few((id) => waiting.has(id)),
  };
}
