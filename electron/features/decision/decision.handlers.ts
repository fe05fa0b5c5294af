import type { decisionContract } from '#shared/features/decision/decision.contract.ts';
import { replaceRefusal } from '#shared/features/decision/decision.rules.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { mustBeDraft, readMeeting } from '../meeting/meeting.repository.ts';
import { readSignatures, verifyMeeting } from '../meeting/meeting.signature.ts';
import { decisionRecord } from './decision.record.ts';
import { decisionDocument } from './decision.report.ts';
import { readDecision, readSuccessors, saveSuccessor, viewDecision } from './decision.repository.ts';
import { takeDecision } from './decision.take.ts';

/** Decisions; `printer` sets the sheet of one. */
export const decisionHandlers = (printer: Printer): HandlersOf<typeof decisionContract> => ({
  ...readOnlyCalls(recordHandlers(decisionRecord)),
  create: async ({ meetingId, values }, context) => takeDecision(context, meetingId, values),
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

  view: async ({ id }, { reader, clock }) => viewDecision(reader, id, clock.today()),

  async replace({ id, byId }, context) {
    const decision = await readDecision(context.writer, id);
    await readDecision(context.writer, byId);
    const refusal = replaceRefusal(id, byId, await readSuccessors(context.writer));
    if (refusal)
      throw refusal === 'decision-replaced' ? ruleViolated(refusal) : invalidField('byId', refusal);
    await saveSuccessor(context, decision, byId);
    return {};
  },

  async reinstate({ id }, context) {
    const decision = await readDecision(context.writer, id);
    if (decision.replacedById === null) throw ruleViolated('decision-in-force');
    await saveSuccessor(context, decision, null);
    return {};
  },

  async print({ id, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const view = await viewDecision(reader, id, clock.today());
    const meeting = await readMeeting(reader, view.meeting.id);
    const printed = {
      view,
      meeting,
      isVoid: (await verifyMeeting(reader, meeting)).state === 'void',
      signatures: await readSignatures(reader, view.meeting.id),
      store: (await readSetting(reader, 'storeName')) ?? '',
      auditCode: shortCode((await auditHead(reader)).hash),
    };
    const document = decisionDocument(printed, actor.language, clock.now());
    return sheetFile(printer, document, { name: view.number, format, signal: context.signal });
  },
});
