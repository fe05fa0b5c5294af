import type { Attendee } from '#shared/features/meeting/meeting.contract.ts';
import type { AttendanceLine } from '#shared/features/meeting/meeting.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** 签到: who is expected, who came and when. */

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
      'attendance.signedWith',
    ])
    .where('attendance.meetingId', '=', meetingId)
    .orderBy('attendance.position')
    .execute();
}

/** How one person signed in; undefined: not on the list. */
export async function readOwnSignIn(
  reader: Reader,
  meetingId: number,
  personId: number,
): Promise<Pick<Attendee, 'signedInAt' | 'signedWith'> | undefined> {
  return reader
    .selectFrom('meetingAttendance')
    .select(['signedInAt', 'signedWith'])
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .executeTakeFirst();
}

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

/** People of a meeting's list who have an account that works. */
export async function listSigners(reader: Reader, meetingId: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('meetingAttendance')
    .innerJoin('account', 'account.personId', 'meetingAttendance.personId')
    .innerJoin('person', 'person.id', 'account.personId')
    .select('account.personId')
    .where('meetingId', '=', meetingId)
    .where('account.active', '=', 1)
    .where('person.removedAt', 'is', null)
    .execute();
  return rows.map(({ personId }) => personId);
}
