import type { meetingContract } from '#shared/features/meeting/meeting.contract.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { setRemoved } from '#electron/kernel/record/record-handlers.ts';
import { actionRecord } from '../action/action.record.ts';
import { decisionRecord } from '../decision/decision.record.ts';
import { readAttendance } from './meeting.attendance.ts';
import { meetingRecord } from './meeting.record.ts';
import { findMeeting, mustBeDraft } from './meeting.repository.ts';

/** Decisions and action items of a draft go into the bin with it and come out with it: nothing else takes them there. */
async function moveWhole(context: CommandContext, id: number, remove: boolean): Promise<void> {
  for (const [table, definition] of [
    ['decision', decisionRecord],
    ['action', actionRecord],
  ] as const) {
    const rows = await context.writer.selectFrom(table).select('id').where('meetingId', '=', id).execute();
    await setRemoved(
      context,
      definition,
      rows.map((row) => row.id),
      remove,
    );
  }
  await setRemoved(context, meetingRecord, [id], remove);
}

export const discardHandlers: Pick<HandlersOf<typeof meetingContract>, 'discard' | 'restore'> = {
  async discard({ id }, context) {
    await mustBeDraft(context.writer, id);
    const signed = (await readAttendance(context.writer, id)).some(({ signedWith }) => signedWith !== null);
    if (signed) throw ruleViolated('meeting-signed');
    await moveWhole(context, id, true);
    return {};
  },

  async restore({ id }, context) {
    const row = await context.writer
      .selectFrom('meeting')
      .select(['period', 'removedAt'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('meeting', id);
    if (row.removedAt === null) return {};
    if (await findMeeting(context.writer, row.period)) throw ruleViolated('meeting-opened-again');
    await moveWhole(context, id, false);
    return {};
  },
};
