import { meetingText } from '#shared/text/meeting.text.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { addWeeks, weekDays, weekOf } from '#shared/kernel/period.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { actionHandlers } from '../../action/action.handlers.ts';
import { raiseAction } from '../../action/action.raise.ts';
import { readDecision, saveSuccessor } from '../../decision/decision.repository.ts';
import { takeDecision } from '../../decision/decision.take.ts';
import { bringToMeeting } from '../../event/event.meeting.ts';
import { readEvent } from '../../event/event.repository.ts';
import { readResult } from '../../event/event.result.ts';
import { listPresentPeople, replaceAttendance } from '../../meeting/meeting.attendance.ts';
import { openDraft } from '../../meeting/meeting.handlers.ts';
import { readAgenda, replaceAgenda } from '../../meeting/meeting.parts.ts';
import { confirmMinutes } from '../../meeting/meeting.signing.ts';
import { sampleWorkers, type Workers } from '../quality/sample-shop.ts';
import { auditedCommand, sampleCommand } from '../sample-command.ts';
import type { SampleOptions } from '../sample-world.ts';
import { sampleMeetings, type SampleDecision, type SampleMeeting } from './sample-meeting-words.ts';

type Hall = {
  readonly writer: Writer;
  readonly workers: Workers;
  readonly today: Day;
};

type Due = { readonly id: number; readonly dueOn: Day; readonly evidence: string };

/** Meetings are on Fridays. */
const friday = 4;
/** Days within which the review of an event comes to a meeting. */
const reviewDays = 21;
const titles = Object.values(meetingText['zh-CN'].agenda);
const minutesTaken = [12, 34, 22, 18] as const;

/** Who came, one of them late, one excused. */
async function signIn(writer: Writer, meetingId: number, day: Day): Promise<void> {
  const people = await listPresentPeople(writer);
  await replaceAttendance(
    writer,
    meetingId,
    people.map((personId, index) => ({
      personId,
      state: index === 5 ? ('excused' as const) : index === 9 ? ('late' as const) : ('present' as const),
      signedInAt: index === 5 ? null : `${day}T07:${index === 9 ? '12' : '55'}:00.000Z`,
      signedWith: null,
    })),
  );
}

/** What was said, item by item of the agenda, with the time that it took. */
async function minute(hall: Hall, meetingId: number, { minutes }: SampleMeeting): Promise<void> {
  const { writer, workers } = hall;
  const agenda = await readAgenda(writer, meetingId);
  const presenters = ['行政内勤', '销售经理', '财务经理', '销售经理'];
  await replaceAgenda(
    writer,
    meetingId,
    agenda.map(({ presenterName: _name, ...item }, place) => ({
      ...item,
      actualMinutes: minutesTaken[place] ?? 10,
      presenterId: item.presenterId ?? workers.first(presenters[place] ?? '总经理').id,
    })),
  );
  for (const [place, text] of Object.entries(minutes))
    await writer
      .insertInto('meetingTopic')
      .values({ meetingId, title: titles[Number(place)] ?? '', minutes: text })
      .execute();
}

/** A decision with its items; gives what is to be closed later. */
async function decide(hall: Hall, meetingId: number, day: Day, decision: SampleDecision): Promise<Due[]> {
  const { writer, workers } = hall;
  const context = sampleCommand(writer, workers.first('行政内勤'), day);
  const { text, aspects, actions, replaces } = decision;
  const { id: decisionId } = await takeDecision(context, meetingId, { text, ...aspects });
  if (replaces !== undefined) {
    const { id } = await writer
      .selectFrom('decision')
      .select('id')
      .where('text', 'like', `${replaces}%`)
      .executeTakeFirstOrThrow();
    await saveSuccessor(context, await readDecision(writer, id), decisionId);
  }
  const due: Due[] = [];
  for (const { owner, days, evidence, ...given } of actions) {
    const dueOn = addDays(day, days);
    const ownerId = workers.first(owner).id;
    const { id } = await raiseAction(context, { ...given, ownerId, dueOn, meetingId, decisionId });
    if (evidence !== undefined) due.push({ id, dueOn, evidence });
  }
  return due;
}

/** Closed on the day before the next meeting, by the chair. */
async function close({ writer, workers }: Hall, items: readonly Due[]): Promise<void> {
  for (const { id, dueOn, evidence } of items)
    await actionHandlers.close(
      { id, meetingId: null, evidence },
      sampleCommand(writer, workers.first('总经理'), dueOn),
    );
}

/** The latest event whose review was written and had not been brought before. */
async function review({ writer }: Hall, day: Day): Promise<number | undefined> {
  const event = await writer
    .selectFrom('event')
    .select('id')
    .where('reviewGood', 'is not', null)
    .where('reviewMeetingId', 'is', null)
    .where('startsOn', '>', addDays(day, -reviewDays))
    .where('startsOn', '<', addDays(day, -1))
    .orderBy('startsOn', 'desc')
    .executeTakeFirst();
  return event?.id;
}

async function hold(hall: Hall, meeting: SampleMeeting, open: Due[]): Promise<void> {
  const { writer, workers, today } = hall;
  const week = addWeeks(weekOf(today), -meeting.weeksAgo);
  const day = addDays(weekDays(week).first, friday);
  const recorder = workers.first('行政内勤');
  const chair = workers.first('总经理');
  await close(
    hall,
    open.filter(({ dueOn }) => dueOn < day),
  );
  const context = sampleCommand(writer, recorder, day);
  const id = await openDraft(context, week);
  await writer
    .updateTable('meeting')
    .set({ chairId: chair.id, startsAt: '15:00', endsAt: '16:30', place: '二楼会议室' })
    .where('id', '=', id)
    .execute();
  const eventId = await review(hall, day);
  if (eventId !== undefined) {
    const event = await readEvent(writer, eventId);
    await bringToMeeting(context, event, await readResult(writer, event, { seesCost: false, today: day }));
  }
  await signIn(writer, id, day);
  await minute(hall, id, meeting);
  const due = open.filter(({ dueOn }) => dueOn >= day);
  for (const decision of meeting.decisions) due.push(...(await decide(hall, id, day, decision)));
  await auditedCommand(writer, chair, day, {
    call: 'meeting.confirm',
    work: async (command) => confirmMinutes(command, command, id, { personId: chair.id, name: chair.name }),
  });
  open.splice(0, open.length, ...due);
}

/**
 * 周例会 of the sample: three confirmed meetings of the past weeks with decisions, one of which replaced another, action items,
 * and the review of an event where one had just been held.
 */
export async function addMeetings(
  { writer, sqlite }: { readonly writer: Writer; readonly sqlite: Sqlite },
  { today }: Pick<SampleOptions, 'today'>,
): Promise<void> {
  const hall = { writer, workers: sampleWorkers(sqlite), today };
  const open: Due[] = [];
  for (const meeting of sampleMeetings) await hold(hall, meeting, open);
  await close(
    hall,
    open.filter(({ dueOn }) => dueOn < today),
  );
}
