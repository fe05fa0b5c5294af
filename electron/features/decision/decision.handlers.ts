import type { decisionContract } from '#shared/features/decision/decision.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord, recordHandlers, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { mustBeDraft } from '../meeting/meeting.repository.ts';
import { decisionRecord } from './decision.record.ts';

export const decisionHandlers: HandlersOf<typeof decisionContract> = {
  ...readOnlyCalls(recordHandlers(decisionRecord)),
  async create({ meetingId, values }, context) {
    await mustBeDraft(context.writer, meetingId);
    const decidedOn = context.clock.today();
    const number = await nextOfYear(context.writer, yearOf(decidedOn), 'D');
    const id = await createRecord(context, decisionRecord, { ...values, number, meetingId, decidedOn });
    return { id, number };
  },
  async update({ id, version, values }, context) {
    const decision = await context.writer
      .selectFrom('decision')
      .select('meetingId')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!decision) throw notFound('decision', id);
    await mustBeDraft(context.writer, decision.meetingId);
    return { id, version: await updateRecord(context, decisionRecord, id, version, values) };
  },
};
