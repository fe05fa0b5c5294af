import type {
  AgendaItem,
  Attendee,
  AttendanceState,
  CommentTopic,
  MeetingDecision,
  PartVersions,
  Topic,
} from '#shared/features/meeting/meeting.contract.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';

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
): Promise<{ id: number; number: string; state: 'draft' | 'confirmed' } | null> {
  const row = await reader
    .selectFrom('meeting')
    .select(['id', 'number', 'state'])
    .where('kind', '=', 'weekly')
    .where('period', '=', period)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, state: row.state === 'confirmed' ? 'confirmed' : 'draft' } : null;
}

/** Versions of the parts that were saved; a part that is absent has version 0. */
export async function readVersions(reader: Reader, meetingId: number): Promise<PartVersions> {
  const rows = await reader
    .selectFrom('meetingPart')
    .select(['part', 'version'])
    .where('meetingId', '=', meetingId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.part, row.version]));
}

/**
 * Counts one change of a part. `expected` is the version that the person saw (0: never saved); null skips the check.
 * Error: conflict with who saved the part meanwhile.
 */
export async function touchPart(
  { writer, actor, clock }: CommandContext,
  meetingId: number,
  part: string,
  expected: number | null,
): Promise<number> {
  const present = await writer
    .selectFrom('meetingPart')
    .select(['version', 'personName', 'updatedAt'])
    .where('meetingId', '=', meetingId)
    .where('part', '=', part)
    .executeTakeFirst();
  if (expected !== null && expected !== (present?.version ?? 0))
    throw new DeskError({
      code: 'conflict',
      feature: 'meeting',
      id: meetingId,
      ...(present ? { by: present.personName, at: present.updatedAt } : {}),
    });
  const next = { version: (present?.version ?? 0) + 1, updatedAt: clock.now(), personName: actor.name };
  await writer
    .insertInto('meetingPart')
    .values({ meetingId, part, ...next })
    .onConflict((conflict) => conflict.columns(['meetingId', 'part']).doUpdateSet(next))
    .execute();
  return next.version;
}

export async function readAgenda(
  reader: Reader,
  meetingId: number,
): Promise<(AgendaItem & { presenterName: string | null })[]> {
  return reader
    .selectFrom('meetingAgendaItem as item')
    .leftJoin('person', 'person.id', 'item.presenterId')
    .select([
      'item.title',
      'item.plannedMinutes',
      'item.actualMinutes',
      'item.presenterId',
      'person.name as presenterName',
    ])
    .where('item.meetingId', '=', meetingId)
    .orderBy('item.position')
    .execute();
}

export async function replaceAgenda(
  writer: Writer,
  meetingId: number,
  items: readonly AgendaItem[],
): Promise<void> {
  await writer.deleteFrom('meetingAgendaItem').where('meetingId', '=', meetingId).execute();
  if (items.length === 0) return;
  await writer
    .insertInto('meetingAgendaItem')
    .values(items.map((item, index) => ({ ...item, meetingId, position: index + 1 })))
    .execute();
}

export async function readAttendance(reader: Reader, meetingId: number): Promise<Attendee[]> {
  return reader
    .selectFrom('meetingAttendance as attendance')
    .innerJoin('person', 'person.id', 'attendance.personId')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .leftJoin('post', 'post.id', 'person.postId')
    .select([
      'attendance.personId',
      'person.name',
      'department.name as departmentName',
      'post.name as post',
      'attendance.state',
      'attendance.signedInAt',
    ])
    .where('attendance.meetingId', '=', meetingId)
    .orderBy('attendance.position')
    .execute();
}

export type AttendanceLine = {
  readonly personId: number;
  readonly state: AttendanceState;
  readonly signedInAt: string | null;
};

export async function replaceAttendance(
  writer: Writer,
  meetingId: number,
  people: readonly AttendanceLine[],
): Promise<void> {
  await writer.deleteFrom('meetingAttendance').where('meetingId', '=', meetingId).execute();
  for (let start = 0; start < people.length; start += 100)
    await writer
      .insertInto('meetingAttendance')
      .values(
        people
          .slice(start, start + 100)
          .map((line, index) => ({ ...line, meetingId, position: start + index + 1 })),
      )
      .execute();
}

/** Notes one person's arrival; adds the person at the end of the list when missing. */
export async function saveSignIn(writer: Writer, meetingId: number, line: AttendanceLine): Promise<void> {
  const { position } = await writer
    .selectFrom('meetingAttendance')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow();
  const { personId: _person, ...patch } = line;
  await writer
    .insertInto('meetingAttendance')
    .values({ ...line, meetingId, position: (position ?? 0) + 1 })
    .onConflict((conflict) => conflict.columns(['meetingId', 'personId']).doUpdateSet(patch))
    .execute();
}

export async function readTopics(reader: Reader, meetingId: number): Promise<Topic[]> {
  return reader
    .selectFrom('meetingTopic')
    .select(['id', 'title', 'minutes'])
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute();
}

export async function readComments(
  reader: Reader,
  meetingId: number,
): Promise<Partial<Record<CommentTopic, string>>> {
  const rows = await reader
    .selectFrom('meetingComment')
    .select(['topic', 'text'])
    .where('meetingId', '=', meetingId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.topic, row.text]));
}

/** An empty text takes the comment away. */
export async function saveComment(
  writer: Writer,
  meetingId: number,
  topic: CommentTopic,
  text: string,
): Promise<void> {
  if (text === '') {
    await writer
      .deleteFrom('meetingComment')
      .where('meetingId', '=', meetingId)
      .where('topic', '=', topic)
      .execute();
    return;
  }
  await writer
    .insertInto('meetingComment')
    .values({ meetingId, topic, text })
    .onConflict((conflict) => conflict.columns(['meetingId', 'topic']).doUpdateSet({ text }))
    .execute();
}

export async function readDecisions(reader: Reader, meetingId: number): Promise<MeetingDecision[]> {
  return reader
    .selectFrom('decision')
    .select(['id', 'number', 'text', 'guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'])
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/** People who have no leaving day, by department: the attendance list of a new meeting. */
export async function listPresentPeople(reader: Reader): Promise<number[]> {
  const rows = await reader
    .selectFrom('person')
    .select('id')
    .where('removedAt', 'is', null)
    .where('leftOn', 'is', null)
    .orderBy('departmentId')
    .orderBy('id')
    .limit(300)
    .execute();
  return rows.map((row) => row.id);
}
