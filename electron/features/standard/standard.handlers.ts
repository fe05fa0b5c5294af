import type {
  serviceScoreContract,
  spotCheckContract,
  standardContract,
} from '#shared/features/standard/standard.contract.ts';
import { isLowScore, spotScore } from '#shared/features/standard/standard.rules.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { createTexts } from '#shared/text/texts.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { raiseLowScore } from '../complaint/complaint.low-score.ts';
import { serviceScoreRecord, spotCheckRecord, standardRecord } from './standard.record.ts';
import { postOf, readMarks, readService, readStandardsOf } from './standard.repository.ts';

export const standardHandlers: HandlersOf<typeof standardContract> = {
  ...recordHandlers(standardRecord),

  async ofPerson({ personId, day }, { reader, actor }) {
    const post = await postOf(reader, personId);
    const standards = await readStandardsOf(reader, post, day);
    return {
      post,
      standards: standards.map((one) => ({
        id: one.id,
        code: one.code,
        text: saidIn(actor.language, one.text, one.textEn),
        weight: one.weight,
      })),
    };
  },

  async service({ from, to }, { reader, actor }) {
    return { from, to, lines: await readService(reader, { from, to }, actor.language) };
  },
};

const checks = recordHandlers(spotCheckRecord);

export const spotCheckHandlers: HandlersOf<typeof spotCheckContract> = {
  list: checks.list,
  get: checks.get,
  neighbours: checks.neighbours,
  history: checks.history,
  choose: checks.choose,
  remove: checks.remove,
  restore: checks.restore,

  async create({ personId, checkedOn, note, marks }, context) {
    const { writer, actor, clock } = context;
    if (personId === actor.personId) throw ruleViolated('spot-check-own');
    if (checkedOn > clock.today()) throw invalidField('checkedOn', 'in-future');
    const post = await postOf(writer, personId);
    const asked = new Map((await readStandardsOf(writer, post, checkedOn)).map((one) => [one.id, one]));
    const rows = marks.map(({ standardId, ...mark }) => {
      const standard = asked.get(standardId);
      if (!standard) throw ruleViolated('spot-check-other-post');
      return { ...mark, note: mark.note || null, standardId, weight: standard.weight };
    });
    if (rows.length === 0) throw ruleViolated('spot-check-empty');
    if (new Set(rows.map(({ standardId }) => standardId)).size < rows.length)
      throw invalidField('marks', 'value-taken');
    const scoreBasisPoints = spotScore(rows);
    const count = (wanted: string): number => rows.filter(({ mark }) => mark === wanted).length;
    const id = await createRecord({ ...context, scope: 'all' }, spotCheckRecord, {
      personId,
      checkedOn,
      checkerId: actor.personId,
      post,
      scoreBasisPoints,
      metCount: count('met'),
      missedCount: count('missed'),
      note: note || null,
    });
    await writer
      .insertInto('spotCheckMark')
      .values(rows.map((row) => ({ ...row, spotCheckId: id })))
      .execute();
    return { id, scoreBasisPoints };
  },

  async marks({ id }, { reader, actor }) {
    const marks = await readMarks(reader, id);
    return marks.map(({ textEn, ...one }) => ({ ...one, text: saidIn(actor.language, one.text, textEn) }));
  },
};

const scores = recordHandlers(serviceScoreRecord);

export const serviceScoreHandlers: HandlersOf<typeof serviceScoreContract> = {
  list: scores.list,
  get: scores.get,
  neighbours: scores.neighbours,
  history: scores.history,
  choose: scores.choose,
  remove: scores.remove,
  restore: scores.restore,

  async create({ values }, context) {
    const { actor, clock, writer } = context;
    if (values.personId === actor.personId) throw ruleViolated('score-own');
    if (values.scoredOn > clock.today()) throw invalidField('values.scoredOn', 'in-future');
    const id = await createRecord({ ...context, scope: 'all' }, serviceScoreRecord, {
      ...values,
      evaluationId: null,
      complaintId: null,
    });
    if (!isLowScore(values.score)) return { id, complaint: null };
    const complaint = await complain(context, values);
    await writer
      .updateTable('serviceScore')
      .set({ complaintId: complaint.id })
      .where('id', '=', id)
      .execute();
    return { id, complaint };
  },
};

type Score = Parameters<typeof serviceScoreHandlers.create>[0]['values'];

/** The complaint of a low score: about the person, with the customer's words. */
async function complain(context: CommandContext, score: Score): Promise<{ id: number; number: string }> {
  const { t } = createTexts(context.actor.language);
  const person = await context.writer
    .selectFrom('person')
    .select('name')
    .where('id', '=', score.personId)
    .executeTakeFirst();
  const isNameless = score.customerId === null && score.repairId === null && score.orderId === null;
  return raiseLowScore(context, score.score, {
    subject: t('standard.lowScoreSubject', { name: person?.name ?? '', score: score.score }),
    channel: 'score',
    receivedOn: score.scoredOn,
    description: score.words,
    customerId: score.customerId,
    repairId: score.repairId,
    orderId: score.orderId,
    aboutId: score.personId,
    // Who scored without a name is still heard.
    customerName: isNameless ? t('standard.nameless') : null,
  });
}
