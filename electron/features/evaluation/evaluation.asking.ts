import type { Visit } from '#shared/features/evaluation/evaluation.fields.ts';
import { codeDays } from '#shared/features/evaluation/evaluation.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { postOf, readStandardsOf } from '../standard/standard.repository.ts';
import { codeHash, newEvaluationCode } from './evaluation.code.ts';
import { evaluationRecord } from './evaluation.record.ts';
import { readOfVisit, readServed, saveCode } from './evaluation.repository.ts';

export type Asked = {
  readonly id: number;
  readonly number: string;
  readonly code: string;
  readonly until: Day;
};

/** Asks about a visit, or asks again with a new code. Errors: see `ask` of the contract. */
export async function askAbout(context: CommandContext, visit: Visit, sourceId: number): Promise<Asked> {
  const { writer, clock } = context;
  const before = await readOfVisit(writer, visit, sourceId);
  if (before && before.state !== 'waiting') throw ruleViolated('evaluation-over');
  const { id, number } = before ?? (await begin(context, visit, sourceId));
  const code = newEvaluationCode();
  const until = addDays(clock.today(), codeDays);
  await saveCode(writer, id, codeHash(code), until);
  if (before) context.changed({ feature: 'evaluation', id, changes: [] });
  return { id, number, code, until };
}

async function begin(
  context: CommandContext,
  visit: Visit,
  sourceId: number,
): Promise<{ id: number; number: string }> {
  const { writer, clock, actor } = context;
  const served = await readServed(writer, visit, sourceId);
  if (!served) throw notFound(visit === 'repair' ? 'repair' : 'order', sourceId);
  if (!served.isDone) throw ruleViolated('evaluation-too-early');
  if (served.personId === null) throw ruleViolated('evaluation-nobody');
  const standards = await readStandardsOf(writer, await postOf(writer, served.personId), served.servedOn);
  if (standards.length === 0) throw ruleViolated('evaluation-no-standards');
  const today = clock.today();
  const number = await nextOfYear(writer, yearOf(today), 'E');
  const id = await createRecord({ ...context, scope: 'all' }, evaluationRecord, {
    number,
    visit,
    repairId: served.repairId,
    orderId: served.orderId,
    customerId: served.customerId,
    personId: served.personId,
    askedOn: today,
    askedById: actor.personId,
    state: 'waiting',
    way: null,
    answeredOn: null,
    scoreHundredths: null,
    recommend: null,
    words: null,
    complaintId: null,
    withdrawnReason: null,
  });
  await writer
    .insertInto('evaluationQuestion')
    .values(standards.map((standard, place) => ({ evaluationId: id, place, standardId: standard.id })))
    .execute();
  return { id, number };
}
