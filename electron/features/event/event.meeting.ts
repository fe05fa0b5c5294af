import type { EventResult } from '#shared/features/event/event.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import { weekOf } from '#shared/kernel/period.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { eventPageText } from '#shared/text/event.text.ts';
import { filled } from '#shared/text/filled.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { readAgenda, replaceAgenda, touchPart } from '../meeting/meeting.parts.ts';
import { findMeeting } from '../meeting/meeting.repository.ts';
import type { StoredEvent } from './event.repository.ts';

/** Minutes that a review takes in the meeting, before anybody changes them. */
const reviewMinutes = 10;

/** Figures and findings of an event as minutes of a meeting. Money is not said: everybody reads the minutes. */
function minutesOf(event: StoredEvent, { effects }: EventResult, language: Language): string {
  const words = eventPageText[language];
  return [
    // What has not begun says nothing yet.
    ...effects.flatMap(({ state, ...effect }) => {
      if (state === 'ahead') return [];
      const when = words.effectDays[`d${effect.days}` as 'd0']; // days are those of attributionDays
      const line = filled(words.effectLine, { ...effect, when });
      return [state === 'running' ? filled(words.soFarLine, { line }) : line];
    }),
    ...(
      [
        [words.good, event.reviewGood],
        [words.bad, event.reviewBad],
        [words.next, event.reviewNext],
      ] as const
    ).flatMap(([name, text]) => (text ? [filled(words.named, { name, text })] : [])),
  ].join('\n');
}

/**
 * An item of the agenda of this week's meeting, with the review as its minutes; a second time its minutes are written anew.
 * Gives the meeting's number. Error: `event-no-meeting`.
 */
export async function bringToMeeting(
  context: CommandContext,
  event: StoredEvent,
  result: EventResult,
): Promise<string> {
  const { writer, clock, actor } = context;
  const meeting = await findMeeting(writer, weekOf(clock.today()));
  if (meeting?.state !== 'draft') throw ruleViolated('event-no-meeting');
  const title = filled(eventPageText[actor.language].agendaTitle, { name: event.name }).slice(0, 100);
  const minutes = minutesOf(event, result, actor.language);
  const agenda = await readAgenda(writer, meeting.id);
  if (!agenda.some((item) => item.title === title)) {
    const items = agenda.map(({ presenterName: _name, ...item }) => item);
    const added = { title, plannedMinutes: reviewMinutes, actualMinutes: null, presenterId: event.personId };
    await replaceAgenda(writer, meeting.id, [...items, added]);
    await tellPart(context, meeting.id, 'agenda');
  }
  await writeTopic(context, meeting.id, title, minutes);
  await writer
    .updateTable('event')
    .set((row) => ({ reviewMeetingId: meeting.id, version: row('version', '+', 1), updatedAt: clock.now() }))
    .where('id', '=', event.id)
    .execute();
  context.changed({
    feature: 'event',
    id: event.id,
    changes: [{ field: 'reviewMeetingId', before: null, after: meeting.id }],
  });
  return meeting.number;
}

async function writeTopic(
  context: CommandContext,
  meetingId: number,
  title: string,
  minutes: string,
): Promise<void> {
  const { writer } = context;
  const there = await writer
    .selectFrom('meetingTopic')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('title', '=', title)
    .executeTakeFirst();
  if (there) await writer.updateTable('meetingTopic').set({ minutes }).where('id', '=', there.id).execute();
  const id =
    there?.id ??
    Number(
      (
        await writer
          .insertInto('meetingTopic')
          .values({ meetingId, title, minutes })
          .executeTakeFirstOrThrow()
      ).insertId,
    );
  await tellPart(context, meetingId, `topic.${id}`);
}

async function tellPart(context: CommandContext, id: number, part: string): Promise<void> {
  const version = await touchPart(context, id, part, null);
  context.changed({
    feature: 'meeting',
    id,
    changes: [{ field: part, before: version - 1, after: version }],
  });
}
