import type { actionContract } from '#shared/features/action/action.contract.ts';
import { closeRefusal } from '#shared/features/action/action.rules.ts';
import { DeskError, invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { mustBeDraft } from '../meeting/meeting.repository.ts';
import { mustBeInPost } from '../person/person.in-post.ts';
import { keepEventOffset } from '../event/event.tasks.ts';
import { raiseAction } from './action.raise.ts';
import { actionRecord } from './action.record.ts';
import {
  addLine,
  formerOwners,
  listOpenItems,
  listOverdueItems,
  readAction,
  readItem,
  saveState,
  type StoredAction,
} from './action.repository.ts';

/** The item, if the person's right covers it; a meeting named beside it must still be a draft. */
async function gather(context: CommandContext, id: number, meetingId: number | null): Promise<StoredAction> {
  const item = await readAction(context.writer, id);
  if (context.scope === 'own' && item.ownerId !== context.actor.personId)
    throw new DeskError({ code: 'forbidden', right: 'action.own' });
  if (meetingId !== null) await mustBeDraft(context.writer, meetingId);
  return item;
}

export const actionHandlers: HandlersOf<typeof actionContract> = {
  ...readOnlyCalls(recordHandlers(actionRecord)),

  async create({ values }, context) {
    if (values.meetingId !== null) await mustBeDraft(context.writer, values.meetingId);
    await mustBeInPost(context, values.ownerId, 'values.ownerId');
    return raiseAction(context, values);
  },

  async update({ id, version, meetingId, values }, context) {
    const before = await gather(context, id, meetingId);
    if (before.state === 'closed') throw ruleViolated('action-closed');
    if (before.meetingId !== values.meetingId) throw invalidField('values.meetingId', 'action-keeps-meeting');
    if (before.ownerId !== values.ownerId) await mustBeInPost(context, values.ownerId, 'values.ownerId');
    const next = await updateRecord(context, actionRecord, id, version, values);
    if (before.dueOn !== values.dueOn) await keepEventOffset(context.writer, id, values.dueOn);
    const line = { actionId: id, meetingId, ownerId: before.ownerId };
    if (before.ownerId !== values.ownerId)
      await addLine(context, { ...line, kind: 'owner', text: await personName(context, values.ownerId) });
    for (const [kind, from, to] of [
      ['due', before.dueOn, values.dueOn],
      ['text', before.text, values.text],
      ['check', before.check, values.check],
    ] as const)
      if (from !== to) await addLine(context, { ...line, kind, text: `${from} → ${to}` });
    return { id, version: next };
  },

  item: async ({ id }, { reader, clock }) => readItem(reader, id, clock.today()),
  overdue: async (_input, { reader, clock }) => listOverdueItems(reader, clock.today()),
  open: async ({ ownerId }, { reader, clock }) => listOpenItems(reader, clock.today(), ownerId),

  async note({ id, meetingId, text }, context) {
    const { ownerId } = await gather(context, id, meetingId);
    await addLine(context, { actionId: id, meetingId, kind: 'note', ownerId, text });
    context.changed({ feature: 'action', id, changes: [] });
    return {};
  },

  async report({ id, meetingId, text }, context) {
    const item = await gather(context, id, meetingId);
    if (item.state === 'closed') throw ruleViolated('action-closed');
    await addLine(context, { actionId: id, meetingId, kind: 'reported', ownerId: item.ownerId, text });
    await saveState(context, item, { state: 'reported', reportedOn: context.clock.today() });
    return { state: 'reported' };
  },

  async close({ id, meetingId, evidence }, context) {
    const item = await gather(context, id, meetingId);
    const formerOwnerIds = await formerOwners(context.writer, id);
    const closedById = context.actor.personId;
    const refusal = closeRefusal({ ...item, formerOwnerIds }, closedById);
    if (refusal) throw ruleViolated(refusal);
    await addLine(context, {
      actionId: id,
      meetingId,
      kind: 'closed',
      ownerId: item.ownerId,
      text: evidence,
    });
    const closedOn = context.clock.today();
    await saveState(context, item, {
      state: 'closed',
      closedOn,
      closedById,
      closedMeetingId: meetingId,
      evidence,
    });
    return { state: 'closed' };
  },

  async reopen({ id, meetingId, reason }, context) {
    const item = await gather(context, id, meetingId);
    if (item.state === 'open') throw ruleViolated('action-is-open');
    await addLine(context, {
      actionId: id,
      meetingId,
      kind: 'reopened',
      ownerId: item.ownerId,
      text: reason,
    });
    await saveState(context, item, {
      state: 'open',
      reportedOn: null,
      closedOn: null,
      closedById: null,
      closedMeetingId: null,
      evidence: null,
    });
    return { state: 'open' };
  },
};

async function personName({ writer }: CommandContext, id: number): Promise<string> {
  const row = await writer.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}
