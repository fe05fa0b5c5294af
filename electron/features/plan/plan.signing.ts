import type { planContract } from '#shared/features/plan/plan.contract.ts';
import { missingForSubmit } from '#shared/features/plan/plan-missing.rules.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { askedBy } from '#electron/reports/sheet-file.ts';
import { actionRecord } from '../action/action.record.ts';
import { addLine } from '../action/action.repository.ts';
import { proveAgain } from '../session/session.prove.ts';
import { signRecord } from '../signature/signature.repository.ts';
import { listMeasureActions, readPlan, type PlanHead } from './plan.repository.ts';
import { freezePlan } from './plan.signature.ts';
import { measuresOf, readContent } from './plan.view.ts';
import type { PlanPartContents } from '#shared/features/plan/plan.content.ts';

type Signing = Pick<HandlersOf<typeof planContract>, 'submit' | 'sendBack' | 'approve'>;

/** Errors: not-found, `plan-not-draft`. */
export async function mustBeDraft(reader: Reader | Writer, id: number): Promise<PlanHead> {
  const head = await readPlan(reader, id);
  if (head.state !== 'draft') throw ruleViolated('plan-not-draft');
  return head;
}

async function mustBeSubmitted(reader: Reader | Writer, id: number): Promise<PlanHead> {
  const head = await readPlan(reader, id);
  if (head.state !== 'submitted') throw ruleViolated('plan-not-submitted');
  return head;
}

/** The content of an open edition. Error: `plan-incomplete` when something stands against submitting it. */
async function completeContent(reader: Reader, head: PlanHead, today: string) {
  const { content, isPresent } = await readContent(reader, head, today);
  const { length } = missingForSubmit(content.parts, { year: head.year, isPresent });
  if (length > 0) throw ruleViolated('plan-incomplete', { count: length });
  return content;
}

const saveHead = async (
  { writer, clock, changed }: Pick<CommandContext, 'writer' | 'clock' | 'changed'>,
  head: PlanHead,
  patch: {
    state: PlanHead['state'];
    submittedAt?: string;
    submittedById?: number;
    returned?: string | null;
    approvedAt?: string;
    approvedById?: number;
  },
): Promise<void> => {
  await writer
    .updateTable('plan')
    .set({ ...patch, updatedAt: clock.now() })
    .where('id', '=', head.id)
    .execute();
  const change = { field: 'state', before: head.state, after: patch.state };
  changed({ feature: 'plan', id: head.id, changes: [change] });
};

/** Makes an action item of every measure that is none yet. Returns how many. */
async function raiseActions(context: CommandContext, year: number, parts: PlanPartContents): Promise<number> {
  const { writer, clock } = context;
  const raised = new Set((await listMeasureActions(writer, year)).map(({ measure }) => measure));
  const today = clock.today();
  let count = 0;
  for (const { key, text, ownerId, dueOn, check } of measuresOf(parts)) {
    if (raised.has(key) || ownerId === null || dueOn === null) continue;
    const number = await nextOfYear(writer, yearOf(today), 'A');
    const actionId = await createRecord(context, actionRecord, {
      text,
      ownerId,
      dueOn,
      check,
      meetingId: null,
      decisionId: null,
      number,
      state: 'open',
      raisedOn: today,
    });
    await addLine(context, { actionId, meetingId: null, kind: 'raised', ownerId, text });
    await writer.insertInto('planAction').values({ year, measure: key, actionId }).execute();
    count += 1;
  }
  return count;
}

/** Freezes a submitted edition inside one transaction: texts, figures and goals as they are at this moment. */
async function approve(
  context: CommandContext,
  id: number,
  signer: { readonly personId: number; readonly name: string },
): Promise<{ hash: string; actions: number }> {
  const { writer, clock } = context;
  const head = await mustBeSubmitted(writer, id);
  const content = await completeContent(writer, head, clock.today());
  const frozen = freezePlan(content);
  const auditCode = shortCode((await auditHead(writer)).hash);
  await writer
    .insertInto('planSnapshot')
    .values({ planId: id, ...frozen, auditCode })
    .execute();
  const at = clock.now();
  await saveHead(context, head, { state: 'approved', approvedAt: at, approvedById: signer.personId });
  const signed = { feature: 'plan', recordId: id };
  const { hash } = await signRecord(context, signed, signer, { ...frozen, meaning: 'approve', at });
  return { hash, actions: await raiseActions(context, head.year, content.parts) };
}

export const signingHandlers = ({ cost }: { readonly cost: PasswordCost }): Signing => ({
  async submit({ id }, context) {
    const head = await mustBeDraft(context.writer, id);
    await completeContent(context.writer, head, context.clock.today());
    await saveHead(context, head, {
      state: 'submitted',
      submittedAt: context.clock.now(),
      submittedById: context.actor.personId,
      returned: null,
    });
    return {};
  },

  async sendBack({ id, reason }, context) {
    const head = await mustBeSubmitted(context.writer, id);
    await saveHead(context, head, { state: 'draft', returned: reason });
    context.tell('reason', reason);
    return {};
  },

  async approve({ id, secret }, context) {
    // Before the password: what is missing is told first.
    await completeContent(context.reader, await mustBeSubmitted(context.reader, id), context.clock.today());
    const account = await proveAgain(context, secret, cost);
    const { actor } = askedBy(context);
    const { result } = await context.write((transaction) =>
      approve({ ...context, ...transaction, actor, scope: 'all' }, id, account),
    );
    return result;
  },
});
