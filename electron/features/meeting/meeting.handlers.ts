import {
  partName,
  type meetingContract,
  type MeetingPart,
} from '#shared/features/meeting/meeting.contract.ts';
import { titleAfter } from '#shared/features/meeting/meeting.agenda.ts';
import { packSeenBy } from '#shared/features/meeting/meeting.sight.ts';
import { keepSignIns } from '#shared/features/meeting/meeting.rules.ts';
import { addWeeks, weekDays } from '#shared/kernel/period.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, recordHandlers, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { meetingText } from '#shared/text/meeting.text.ts';
import { printHandlers, type PrintParts } from './meeting.print.ts';
import { meetingRecord } from './meeting.record.ts';
import { listPresentPeople, readAttendance, readOwnSignIn, replaceAttendance } from './meeting.attendance.ts';
import { discardHandlers } from './meeting.discard.ts';
import { readAgenda, readTopics, replaceAgenda, saveComment, touchPart } from './meeting.parts.ts';
import { findMeeting, mustBeDraft, readMeeting } from './meeting.repository.ts';
import { signInHandlers } from './meeting.sign-in.ts';
import { signingHandlers, type SigningParts } from './meeting.signing.ts';
import { verifyMeeting } from './meeting.signature.ts';
import { readView } from './meeting.view.ts';
import { readWeeklyPack } from './meeting.weekly-pack.ts';

/** Minutes of the four items that every weekly meeting begins with. */
const plannedMinutes = { actions: 15, progress: 30, resources: 20, plan: 25 } as const;

const { list, neighbours, history, choose } = recordHandlers(meetingRecord);

/** Tells windows and history which part of a meeting changed. */
const told = ({ changed }: CommandContext, id: number, part: string, version: number): void =>
  changed({ feature: 'meeting', id, changes: [{ field: part, before: version - 1, after: version }] });

/** The draft of a week: place, times and chair as last time, the usual agenda, everybody in post on the list. */
export async function openDraft(context: CommandContext, week: string): Promise<number> {
  const { writer, actor, clock } = context;
  const today = clock.today();
  const last = await writer
    .selectFrom('meeting')
    .select(['startsAt', 'endsAt', 'place', 'chairId'])
    .where('removedAt', 'is', null)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
  const within = today >= weekDays(week).first && today <= weekDays(addWeeks(week, 1)).last;
  const id = await createRecord(context, meetingRecord, {
    startsAt: null,
    endsAt: null,
    place: null,
    chairId: null,
    ...last,
    number: week,
    kind: 'weekly',
    period: week,
    state: 'draft',
    heldOn: within ? today : null,
    recorderId: actor.personId,
    confirmedAt: null,
  });
  const titles = meetingText[(await readSetting(writer, 'language')) === 'en' ? 'en' : 'zh-CN'].agenda;
  const items = (['actions', 'progress', 'resources', 'plan'] as const).map((key) => ({
    title: titles[key],
    plannedMinutes: plannedMinutes[key],
    actualMinutes: null,
    presenterId: null,
  }));
  await replaceAgenda(writer, id, items);
  const people = await listPresentPeople(writer);
  await replaceAttendance(
    writer,
    id,
    people.map((personId) => ({ personId, state: 'absent', signedInAt: null, signedWith: null })),
  );
  return id;
}

/** The minutes of an agenda item that is called otherwise from now on go with it. */
async function renameTopics(context: CommandContext, id: number, after: readonly string[]): Promise<void> {
  const { writer } = context;
  const before = (await readAgenda(writer, id)).map(({ title }) => title);
  const topics = await readTopics(writer, id);
  for (const topic of topics.filter(({ title }) => before.includes(title))) {
    const title = titleAfter(before, after, topic.title);
    if (title === undefined || topics.some((one) => one.title === title)) continue;
    await writer.updateTable('meetingTopic').set({ title }).where('id', '=', topic.id).execute();
    const part = `topic.${topic.id}`;
    told(context, id, part, await touchPart(context, id, part, null));
  }
}

/** Writes one part; its version was counted by the caller. */
async function writePart(context: CommandContext, id: number, change: MeetingPart): Promise<void> {
  const { writer } = context;
  switch (change.part) {
    case 'head':
      await updateRecord(context, meetingRecord, id, null, change.values);
      return;
    case 'agenda':
      await renameTopics(
        context,
        id,
        change.items.map(({ title }) => title),
      );
      return replaceAgenda(writer, id, change.items);
    case 'attendance': {
      const { people, dropped } = keepSignIns(await readAttendance(writer, id), change.people);
      if (dropped.length > 0) context.tell('signInsDropped', dropped);
      return replaceAttendance(writer, id, people);
    }
    case 'topic': {
      const done = await writer
        .updateTable('meetingTopic')
        .set({ title: change.title, minutes: change.minutes })
        .where('id', '=', change.topicId)
        .where('meetingId', '=', id)
        .executeTakeFirst();
      if (Number(done.numUpdatedRows) === 0) throw notFound('topic', change.topicId);
      return;
    }
    case 'comment':
      return saveComment(writer, id, change.topic, change.text);
  }
}

export type MeetingParts = SigningParts & PrintParts;

export const meetingHandlers = (parts: MeetingParts): HandlersOf<typeof meetingContract> => ({
  list,
  neighbours,
  history,
  choose,
  ...signingHandlers(parts),
  ...printHandlers(parts),
  ...signInHandlers(parts),
  ...discardHandlers,

  async open({ week }, context) {
    const found = await findMeeting(context.writer, week);
    if (found) return { id: found.id, number: found.number, created: false };
    return { id: await openDraft(context, week), number: week, created: true };
  },

  async find({ week }, { reader, actor, clock }) {
    const found = await findMeeting(reader, week);
    if (!found) return null;
    const line = await readOwnSignIn(reader, found.id, actor.personId);
    const signedInAt = line?.signedWith ? line.signedInAt : null;
    const running = found.state === 'draft' && found.heldOn === clock.today();
    const awaited = running && line !== undefined && signedInAt === null;
    return { id: found.id, state: found.state, own: { awaited, signedInAt } };
  },

  get: async ({ id }, { reader, clock, actor }) => readView(reader, id, clock.today(), actor.roles),
  pack: async ({ week }, { reader, clock, actor }) =>
    packSeenBy(await readWeeklyPack(reader, week, clock.today()), actor.roles),
  verify: async ({ id }, { reader }) => verifyMeeting(reader, await readMeeting(reader, id)),

  async savePart({ id, version, change }, context) {
    await mustBeDraft(context.writer, id);
    const part = partName(change);
    const next = await touchPart(context, id, part, version);
    try {
      await writePart(context, id, change);
    } catch (error) {
      // A person, presenter or attendee who no longer exists.
      if (error instanceof Error && 'code' in error && String(error.code).includes('FOREIGNKEY'))
        throw ruleViolated('reference-gone');
      throw error;
    }
    told(context, id, part, next);
    return { version: next };
  },

  async addTopic({ id, title }, context) {
    await mustBeDraft(context.writer, id);
    // Two people may begin the same topic at once: it is one.
    const there = await context.writer
      .selectFrom('meetingTopic')
      .select('id')
      .where('meetingId', '=', id)
      .where('title', '=', title)
      .limit(1)
      .executeTakeFirst();
    if (there) return { topicId: there.id };
    const { insertId } = await context.writer
      .insertInto('meetingTopic')
      .values({ meetingId: id, title, minutes: '' })
      .executeTakeFirstOrThrow();
    const topicId = Number(insertId);
    told(context, id, `topic.${topicId}`, 1);
    return { topicId };
  },

  async removeTopic({ id, topicId, version }, context) {
    await mustBeDraft(context.writer, id);
    const part = `topic.${topicId}`;
    const next = await touchPart(context, id, part, version);
    const done = await context.writer
      .deleteFrom('meetingTopic')
      .where('id', '=', topicId)
      .where('meetingId', '=', id)
      .executeTakeFirst();
    if (Number(done.numDeletedRows) === 0) throw notFound('topic', topicId);
    told(context, id, part, next);
    return {};
  },
});
