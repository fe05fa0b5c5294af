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

/** An evaluation that waits for its answer. */
type Waiting = {
  readonly id: number;
  readonly number: string;
  /** Whom it is about. */
  readonly personId: number;
};
type Code = { readonly code: string; readonly until: Day };

/** A new code; the one before ends. */
async function giveCode(context: CommandContext, id: number): Promise<Code> {
  const code = newEvaluationCode();
  const until = addDays(context.clock.today(), codeDays);
  await saveCode(context.writer, id, codeHash(code), until);
  return { code, until };
}

async function waitingOf(context: CommandContext, visit: Visit, sourceId: number): Promise<Waiting> {
  const before = await readOfVisit(context.writer, visit, sourceId);
  if (before && before.state !== 'waiting') throw ruleViolated('evaluation-over');
  if (!before) return begin(context, visit, sourceId);
  context.changed({ feature: 'evaluation', id: before.id, changes: [] });
  return before;
}

/**
 * Asks about a visit, or asks again with a new code. Whoever it is about gets none: an answer by code has no name, and nobody
 * could tell whose it was. Errors: see `ask` of the contract.
 */
export async function askAbout(
  context: CommandContext,
  visit: Visit,
  sourceId: number,
): Promise<Waiting & Code> {
  const waiting = await waitingOf(context, visit, sourceId);
  if (waiting.personId === context.actor.personId) throw ruleViolated('evaluation-own-code');
  return { ...waiting, ...(await giveCode(context, waiting.id)) };
}

/**
 * The same for a slip. Whoever it is about may hand one out without a code: it is filled in by pen and typed in by somebody
 * else; a code that another person gave out stays good.
 */
export async function askOnSlip(
  context: CommandContext,
  visit: Visit,
  sourceId: number,
): Promise<Waiting & { readonly given: Code | null }> {
  const waiting = await waitingOf(context, visit, sourceId);
  const isOwn = waiting.personId === context.actor.personId;
  return { ...waiting, given: isOwn ? null : await giveCode(context, waiting.id) };
}

async function begin(context: CommandContext, visit: Visit, sourceId: number): Promise<Waiting> {
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
  return { id, number, personId: served.personId };
}
