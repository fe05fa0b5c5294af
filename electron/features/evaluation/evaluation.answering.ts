import type { EvaluationWay } from '#shared/features/evaluation/evaluation.fields.ts';
import {
  averageHundredths,
  lowScoresOf,
  type ScoreGiven,
} from '#shared/features/evaluation/evaluation.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { createTexts } from '#shared/text/texts.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { raiseLowScore } from '../complaint/complaint.low-score.ts';
import { serviceScoreRecord } from '../standard/standard.record.ts';
import { readPersonName, readQuestions, saveEnd, type StoredEvaluation } from './evaluation.repository.ts';

export type Answer = {
  readonly scores: readonly ScoreGiven[];
  readonly recommend: number | null;
  readonly words: string;
};

export type RaisedComplaint = { readonly id: number; readonly number: string };

/** What can be no answer. Errors: `evaluation-empty`, `evaluation-other-question`, issue `value-taken`. */
function checkAnswer({ scores, recommend, words }: Answer, asked: ReadonlySet<number>): void {
  if (scores.length === 0 && recommend === null && words === '') throw ruleViolated('evaluation-empty');
  const answered = new Set(scores.map(({ standardId }) => standardId));
  if (answered.size < scores.length) throw invalidField('scores', 'value-taken');
  if ([...answered].some((id) => !asked.has(id))) throw ruleViolated('evaluation-other-question');
}

/**
 * Takes an answer: its scores become customer scores of the person, the low ones together one complaint, all in the
 * command's transaction. The code is used up. Errors: see `enter` and `answer` of the contract.
 */
export async function takeAnswer(
  context: CommandContext,
  evaluation: StoredEvaluation,
  answer: Answer,
  { way, answeredOn }: { readonly way: EvaluationWay; readonly answeredOn: Day },
): Promise<RaisedComplaint | null> {
  if (evaluation.state !== 'waiting') throw ruleViolated('evaluation-over');
  const questions = await readQuestions(context.writer, evaluation.id);
  checkAnswer(answer, new Set(questions.map(({ standardId }) => standardId)));
  const complaint = await complain(context, evaluation, answer, answeredOn);
  const low = new Set(lowScoresOf(answer.scores).map(({ standardId }) => standardId));
  const whole = { ...context, scope: 'all' as const };
  for (const { standardId, score } of answer.scores)
    await createRecord(whole, serviceScoreRecord, {
      scoredOn: answeredOn,
      personId: evaluation.personId,
      score,
      words: null,
      way,
      standardId,
      customerId: evaluation.customerId,
      repairId: evaluation.repairId,
      orderId: evaluation.orderId,
      evaluationId: evaluation.id,
      complaintId: low.has(standardId) ? (complaint?.id ?? null) : null,
    });
  await saveEnd(context, evaluation, {
    state: 'answered',
    way,
    answeredOn,
    scoreHundredths: averageHundredths(answer.scores),
    recommend: answer.recommend,
    words: answer.words || null,
    complaintId: complaint?.id ?? null,
    withdrawnReason: null,
  });
  return complaint;
}

/** One complaint for all low scores: about the person, with the actions that were missed and the customer's words. */
async function complain(
  context: CommandContext,
  evaluation: StoredEvaluation,
  { scores, words }: Answer,
  answeredOn: Day,
): Promise<RaisedComplaint | null> {
  const low = lowScoresOf(scores);
  const [lowest] = low;
  if (!lowest) return null;
  const { writer, actor } = context;
  const { t } = createTexts(actor.language);
  const texts = new Map(
    (await readQuestions(writer, evaluation.id)).map(({ standardId, text, textEn }) => [
      standardId,
      saidIn(actor.language, text, textEn),
    ]),
  );
  const lines = low.map(({ standardId, score }) =>
    t('evaluation.lowLine', { action: texts.get(standardId) ?? '', score }),
  );
  const isNameless = evaluation.customerId === null;
  return raiseLowScore(context, lowest.score, {
    subject: t('evaluation.lowSubject', {
      number: evaluation.number,
      name: await readPersonName(writer, evaluation.personId),
      score: lowest.score,
    }),
    channel: 'score',
    receivedOn: answeredOn,
    description: [...lines, ...(words ? [words] : [])].join('\n'),
    customerId: evaluation.customerId,
    repairId: evaluation.repairId,
    orderId: evaluation.orderId,
    aboutId: evaluation.personId,
    customerName: isNameless ? t('standard.nameless') : null,
  });
}
