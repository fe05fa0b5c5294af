import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** The head row of a meeting with the names of its people. */
export type MeetingHead = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly period: string;
  readonly state: 'draft' | 'confirmed';
  readonly heldOn: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly chairId: number | null;
  readonly chairName: string | null;
  readonly recorderId: number | null;
  readonly recorderName: string | null;
  readonly confirmedAt: string | null;
};

/** Error: not-found, also for a meeting in the bin. */
export async function readMeeting(reader: Reader, id: number): Promise<MeetingHead> {
  const row = await reader
    .selectFrom('meeting')
    .leftJoin('person as chair', 'chair.id', 'meeting.chairId')
    .leftJoin('person as recorder', 'recorder.id', 'meeting.recorderId')
    .select([
      'meeting.id',
      'meeting.version',
      'meeting.number',
      'meeting.period',
      'meeting.state',
      'meeting.heldOn',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.place',
      'meeting.chairId',
      'chair.name as chairName',
      'meeting.recorderId',
      'recorder.name as recorderName',
      'meeting.confirmedAt',
    ])
    .where('meeting.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('meeting', id);
  return { ...row, state: row.state === 'confirmed' ? 'confirmed' : 'draft' };
}

/** Errors: not-found, `meeting-confirmed`. */
export async function mustBeDraft(reader: Reader, id: number): Promise<MeetingHead> {
  const meeting = await readMeeting(reader, id);
  if (meeting.state === 'confirmed') throw ruleViolated('meeting-confirmed');
  return meeting;
}

export async function findMeeting(
  reader: Reader,
  period: string,
): Promise<Pick<MeetingHead, 'id' | 'number' | 'state' | 'heldOn'> | null> {
  const row = await reader
    .selectFrom('meeting')
    .select(['id', 'number', 'state', 'heldOn'])
    .where('kind', '=', 'weekly')
    .where('period', '=', period)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, state: row.state === 'confirmed' ? 'confirmed' : 'draft' } : null;
}
