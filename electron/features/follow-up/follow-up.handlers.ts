import type {
  followUpContract,
  followUpRuleContract,
} from '#shared/features/follow-up/follow-up.contract.ts';
import { longestPromiseDays, mayEnter, planOf } from '#shared/features/follow-up/follow-up.rules.ts';
import { isLowScore } from '#shared/features/standard/standard.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { createTexts } from '#shared/text/texts.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { raiseLowScore } from '../complaint/complaint.low-score.ts';
import { postOf, readStandardsOf } from '../standard/standard.repository.ts';
import { ownDeliveries, readDue, readPlans } from './follow-up.due.ts';
import { followUpRecord, followUpRuleRecord } from './follow-up.record.ts';
import { readCalls, readDelivered, readFollowUpRules, type Delivered } from './follow-up.repository.ts';

type Entered = Parameters<HandlersOf<typeof followUpContract>['enter']>[0];

/** What a call must tell beside its result. Errors: issues on `words`, `score` and `nextOn`. */
function checkEntered({ result, score, standardId, words, nextOn }: Entered, today: Day): void {
  if (words === '' && (result === 'reached' || result === 'refused')) throw invalidField('words', 'required');
  if (score !== null && result !== 'reached') throw invalidField('score', 'score-only-reached');
  if (standardId !== null && score === null) throw invalidField('score', 'required');
  if (result !== 'callAgain') return;
  if (nextOn === null) throw invalidField('nextOn', 'required');
  if (nextOn < today) throw invalidField('nextOn', 'day-passed');
  if (nextOn > addDays(today, longestPromiseDays)) throw invalidField('nextOn', 'promise-too-far');
}

/** The delivery that a call is about, when its turn has come. Errors: see the contract. */
async function dueDelivery(
  { writer, clock, actor }: CommandContext,
  { orderId, ruleId, dueOn }: Entered,
): Promise<Delivered> {
  const today = clock.today();
  const [order] = await readDelivered(writer, { from: '0001-01-01', until: today, orderId });
  if (!order) throw notFound('order', orderId);
  const { consultantId } = ownDeliveries(actor);
  if (consultantId !== undefined && ![order.consultantId, order.callerId].includes(consultantId))
    throw new DeskError({ code: 'forbidden', right: 'delivery.read' });
  const calls = (await readCalls(writer, order.deliveredOn, orderId)).get(orderId) ?? [];
  const plan = planOf(await readFollowUpRules(writer), order.deliveredOn, calls, today);
  const planned = plan.find((one) => one.ruleId === ruleId && one.dueOn === dueOn);
  if (!planned || !mayEnter(planned, today)) throw ruleViolated('follow-up-not-due');
  return order;
}

/** The action that a score is about is one of the consultant's post today. Error: `score-other-post`. */
async function assertOfPost(
  { writer, clock }: CommandContext,
  { consultantId }: Delivered,
  standardId: number | null,
): Promise<void> {
  if (standardId === null) return;
  const post = consultantId === null ? '' : await postOf(writer, consultantId);
  const standards = await readStandardsOf(writer, post, clock.today());
  if (!standards.some(({ id }) => id === standardId)) throw ruleViolated('score-other-post');
}

/** The complaint of a customer who gave a low score after a delivery: about the consultant, in the customer's words. */
async function complain(
  context: CommandContext,
  order: Delivered,
  { score, words }: Entered,
): Promise<{ id: number; number: string } | null> {
  if (score === null || !isLowScore(score)) return null;
  const { t } = createTexts(context.actor.language);
  return raiseLowScore(context, score, {
    subject: t('followUp.lowScoreSubject', { number: order.orderNumber, score }),
    channel: 'followUp',
    receivedOn: context.clock.today(),
    description: words,
    customerId: order.customerId,
    customerName: order.customerName ?? order.orderedBy,
    orderId: order.orderId,
    aboutId: order.consultantId,
  });
}

export const followUpHandlers: HandlersOf<typeof followUpContract> = {
  ...recordHandlers(followUpRecord),

  due: async (_input, context) => readDue(context),
  plan: async ({ customerId }, context) => readPlans(context, customerId),

  async enter(entered, context) {
    const { actor, clock } = context;
    checkEntered(entered, clock.today());
    const order = await dueDelivery(context, entered);
    if (order.customerId === null) throw ruleViolated('follow-up-no-customer');
    await assertOfPost(context, order, entered.standardId);
    const complaint = await complain(context, order, entered);
    const { t } = createTexts(actor.language);
    const { ruleId, dueOn, way, result, score, standardId, words, nextOn } = entered;
    const unsaid = t(result === 'callAgain' ? 'followUp.results.callAgain' : 'followUp.results.notReached');
    const id = await createRecord({ ...context, scope: 'all' }, followUpRecord, {
      customerId: order.customerId,
      happenedOn: clock.today(),
      personId: actor.personId,
      way,
      result,
      content: words || unsaid,
      nextOn: result === 'callAgain' ? nextOn : null,
      orderId: order.orderId,
      followUpRuleId: ruleId,
      dueOn,
      score,
      aboutId: score === null ? null : order.consultantId,
      standardId,
      complaintId: complaint?.id ?? null,
    });
    return { id, complaint };
  },
};

export const followUpRuleHandlers: HandlersOf<typeof followUpRuleContract> =
  recordHandlers(followUpRuleRecord);
