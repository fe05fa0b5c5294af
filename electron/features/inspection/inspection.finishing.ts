import { itemsOf } from '#shared/features/checklist/checklist.content.ts';
import { itemVerdict, noAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import { lacksOf } from '#shared/features/inspection/inspection-work.rules.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { isDay } from '#shared/kernel/day.ts';
import { DeskError, invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { faultPoint } from '#electron/kernel/fault-point.ts';
import type { ActionContext, Actor, CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { proveAgain } from '../session/session.prove.ts';
import { readSignatures, signRecord } from '../signature/signature.repository.ts';
import { mustBeWritable } from './inspection.answering.ts';
import { checkTemplateVersion, freeze, readRows } from './inspection.content.ts';
import { gates } from './inspection.gates.ts';
import { readAnswers, readCheck, type Check } from './inspection.repository.ts';
import { readShown } from './inspection.shown.ts';
import { mustHaveTasks, raiseTasks, type Defect, type Tasks } from './inspection.tasks.ts';

const issueOf = { answer: 'answer-missing', note: 'note-missing', photo: 'photo-missing' } as const;

function actorOf({ actor }: ActionContext): Actor {
  if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  return actor;
}

/** Items that are not OK, in a check that may be signed by this person now. Errors: see `finish` of the contract. */
async function mustBeReady(
  reader: Reader | Writer,
  id: number,
  { actor, clock }: { readonly actor: Actor } & Pick<ActionContext, 'clock'>,
): Promise<{ readonly check: Check; readonly ng: readonly Defect[] }> {
  const check = await mustBeWritable(reader, id, actor);
  const { purpose, stockId, repairId } = check;
  const refusal = await gates[purpose].refusal(reader, { purpose, stockId, repairId }, actor, clock.today());
  if (refusal) throw ruleViolated(refusal);
  const { content } = await readShown(reader, check);
  const answers = await readAnswers(reader, id);
  const lacks = lacksOf(content, answers);
  if (lacks.length > 0) {
    const issues = lacks.map(({ item, lack }) => ({ field: `answers.${item}`, issue: issueOf[lack] }));
    throw new DeskError({ code: 'invalid-input', issues });
  }
  const ng = itemsOf(content)
    .filter((item) => itemVerdict(item, answers.get(item.code) ?? noAnswer) === 'ng')
    .map(({ code, title }) => ({ item: code, title, note: answers.get(code)?.note ?? null }));
  return { check, ng };
}

/** Freezes and signs a check inside one transaction, as it is at this moment. */
async function seal(
  context: CommandContext,
  id: number,
  signer: { readonly personId: number; readonly name: string },
  tasks: Tasks | null,
): Promise<{ state: 'passed' | 'failed'; hash: string; actionIds: readonly number[] }> {
  const { writer, clock, changed } = context;
  const { check, ng } = await mustBeReady(writer, id, context);
  const state = ng.length === 0 ? 'passed' : 'failed';
  const at = clock.now();
  await writer
    .updateTable('inspection')
    .set({
      state,
      finishedAt: at,
      finishedOn: clock.today(),
      finishedById: signer.personId,
      ngCount: ng.length,
      updatedAt: at,
      version: check.version + 1,
    })
    .where('id', '=', id)
    .execute();
  faultPoint('inspection:afterState');
  const signed = await readCheck(writer, id);
  const frozen = freeze({ rows: await readRows(writer, signed), shown: await readShown(writer, signed) });
  const auditCode = shortCode((await auditHead(writer)).hash);
  await writer
    .insertInto('inspectionSnapshot')
    .values({ inspectionId: id, ...frozen, auditCode })
    .execute();
  faultPoint('inspection:afterSnapshot');
  const { hash } = await signRecord(context, { feature: 'inspection', recordId: id }, signer, {
    ...frozen,
    meaning: 'check',
    at,
  });
  changed({ feature: 'inspection', id, changes: [{ field: 'state', before: 'open', after: state }] });
  const actionIds = await raiseTasks(context, signed, ng, tasks);
  if (state === 'failed')
    await gates[check.purpose].failed?.(
      context,
      signed,
      ng.map(({ title, note }) => `${title.zh}${note === null ? '' : `：${note}`}`),
    );
  faultPoint('inspection:afterTasks');
  return { state, hash, actionIds };
}

type Finishing = Pick<HandlersOf<typeof inspectionContract>, 'finish' | 'void'>;

export const finishingHandlers = ({ cost }: { readonly cost: PasswordCost }): Finishing => ({
  async finish({ id, secret, tasks }, context) {
    const actor = actorOf(context);
    if (tasks && !isDay(tasks.dueOn)) throw invalidField('tasks.dueOn', 'not-a-day');
    // Before the password: what is missing is told first.
    const { check, ng } = await mustBeReady(context.reader, id, { ...context, actor });
    await mustHaveTasks(context.reader, check, ng, tasks, context.clock.today());
    const account = await proveAgain(context, secret, cost);
    const { result } = await context.write((transaction) =>
      seal({ ...context, ...transaction, actor }, id, account, tasks),
    );
    return result;
  },

  async void({ id, reason, secret }, context) {
    const check = await readCheck(context.reader, id);
    if (check.state === 'void') throw ruleViolated('inspection-void');
    const account = await proveAgain(context, secret, cost);
    const at = context.clock.now();
    await context.write(async (transaction) => {
      const { writer, changed } = transaction;
      const before = await readCheck(writer, id);
      if (before.state === 'void') throw ruleViolated('inspection-void');
      await writer
        .updateTable('inspection')
        .set({ state: 'void', voidReason: reason, updatedAt: at, version: before.version + 1 })
        .where('id', '=', id)
        .execute();
      const [signed] = await readSignatures(writer, { feature: 'inspection', recordId: id });
      const content = canonicalJson({ number: before.number, hash: signed?.hash ?? null, reason });
      await signRecord(transaction, { feature: 'inspection', recordId: id }, account, {
        templateVersion: checkTemplateVersion,
        content,
        meaning: 'void',
        at,
      });
      changed({
        feature: 'inspection',
        id,
        changes: [
          { field: 'state', before: before.state, after: 'void' },
          { field: 'voidReason', before: null, after: reason },
        ],
      });
    });
    return {};
  },
});
