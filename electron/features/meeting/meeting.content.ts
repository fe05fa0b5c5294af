import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import { weekDays } from '#shared/kernel/period.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { listItemsCarriedTo, listItemsRaisedIn } from '../action/action.repository.ts';
import { readDecisions } from '../decision/decision.repository.ts';
import { readAttendance } from './meeting.attendance.ts';
import { readAgenda, readComments, readTopics } from './meeting.parts.ts';
import type { MeetingHead } from './meeting.repository.ts';
import { readWeeklyPack } from './meeting.weekly-pack.ts';

const named = (id: number | null, name: string | null): { id: number; name: string } | null =>
  id === null ? null : { id, name: name ?? '' };

/** What was written in the meeting itself: rows that nobody may change once it is confirmed. */
export async function readWritten(
  reader: Reader,
  head: MeetingHead,
): Promise<Omit<MeetingContent, 'storeName' | 'raised' | 'carried' | 'pack'>> {
  const { number, period, heldOn, startsAt, endsAt, place } = head;
  return {
    number,
    period,
    heldOn,
    startsAt,
    endsAt,
    place,
    chair: named(head.chairId, head.chairName),
    recorder: named(head.recorderId, head.recorderName),
    agenda: await readAgenda(reader, head.id),
    attendance: await readAttendance(reader, head.id),
    topics: await readTopics(reader, head.id),
    comments: await readComments(reader, head.id),
    decisions: await readDecisions(reader, head.id),
  };
}

/** The whole content of a draft: what was written, its action items, and the figures as they are now. */
export async function readContent(reader: Reader, head: MeetingHead, today: Day): Promise<MeetingContent> {
  const meeting = { id: head.id, period: head.period, ...weekDays(head.period) };
  return {
    storeName: (await readSetting(reader, 'storeName')) ?? '',
    ...(await readWritten(reader, head)),
    raised: await listItemsRaisedIn(reader, today, head.id),
    carried: await listItemsCarriedTo(reader, today, meeting),
    pack: await readWeeklyPack(reader, head.period, today),
  };
}

type Written = Awaited<ReturnType<typeof readWritten>>;

/** The written part without names of people and departments, which may change later without touching the minutes. */
export function withoutNames(written: Written): object {
  const { chair, recorder, agenda, attendance, ...rest } = written;
  return {
    ...rest,
    chairId: chair?.id ?? null,
    recorderId: recorder?.id ?? null,
    agenda: agenda.map(({ presenterName: _name, ...item }) => item),
    // Minutes from before people signed in themselves do not speak of it.
    attendance: attendance.map(({ personId, state, signedInAt, signedWith }) => ({
      personId,
      state,
      signedInAt,
      ...(signedWith ? { signedWith } : {}),
    })),
  };
}
