import type { evaluationContract } from '#shared/features/evaluation/evaluation.contract.ts';
import type { Visit } from '#shared/features/evaluation/evaluation.fields.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import { createTexts } from '#shared/text/texts.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type {
  ActionContext,
  Actor,
  CommandContext,
  HandlersOf,
  OpenQueryContext,
} from '#electron/kernel/handler.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { takeAnswer, type Answer } from './evaluation.answering.ts';
import { askAbout, askOnSlip } from './evaluation.asking.ts';
import { codeHash } from './evaluation.code.ts';
import { readFigures } from './evaluation.figures.ts';
import { evaluationRecord } from './evaluation.record.ts';
import {
  questionsIn,
  readByCode,
  readEvaluation,
  readOfVisit,
  readPersonName,
  readQuestions,
  readServed,
  readSourceNumber,
  saveEnd,
  visitEvaluation,
  type StoredEvaluation,
} from './evaluation.repository.ts';
import { slipDocument } from './evaluation.report.ts';

async function mustRead(reader: Reader | Writer, id: number): Promise<StoredEvaluation> {
  const found = await readEvaluation(reader, id);
  if (!found) throw notFound('evaluation', id);
  return found;
}

const sourceOf = ({ visit, repairId, orderId }: StoredEvaluation): [Visit, number] => [
  visit as Visit, // written by this feature only
  (visit === 'repair' ? repairId : orderId) ?? 0,
];

export const evaluationHandlers = (printer: Printer): HandlersOf<typeof evaluationContract> => ({
  ...readOnlyCalls(recordHandlers(evaluationRecord)),

  async ofVisit({ visit, sourceId }, { reader }) {
    const row = await readOfVisit(reader, visit, sourceId);
    return row ? visitEvaluation(row) : null;
  },

  questions: async ({ id }, { reader, actor }) => questionsIn(reader, id, actor.language),

  async ask({ visit, sourceId }, context) {
    const { id, number, code, until } = await askAbout(context, visit, sourceId);
    return { id, number, code, until };
  },

  async slip({ visit, sourceId, address }, context) {
    const { actor, reader, clock } = askedBy(context);
    const { result: asked } = await context.write(async (telling) =>
      askOnSlip({ ...context, ...telling, actor }, visit, sourceId),
    );
    const { given } = asked;
    const stored = await mustRead(reader, asked.id);
    const served = await readServed(reader, visit, sourceId);
    const document = slipDocument(
      {
        store: (await readSetting(reader, 'storeName')) ?? '',
        number: asked.number,
        visit,
        source: await readSourceNumber(reader, visit, sourceId),
        servedOn: served?.servedOn ?? stored.askedOn,
        personName: await readPersonName(reader, stored.personId),
        questions: (await questionsIn(reader, asked.id, actor.language)).map(({ text }) => text),
        scan:
          address === null || given === null
            ? null
            : { address: new URL(`/rate/${given.code}`, address).href, until: given.until },
        auditCode: shortCode((await auditHead(reader)).hash),
      },
      actor.language,
      clock.now(),
    );
    return sheetFile(printer, document, { name: asked.number, format: 'pdf', signal: context.signal });
  },

  async enter({ id, answeredOn, ...answer }, context) {
    const { actor, clock, writer } = context;
    const evaluation = await mustRead(writer, id);
    if (evaluation.personId === actor.personId) throw ruleViolated('score-own');
    if (answeredOn > clock.today()) throw invalidField('answeredOn', 'in-future');
    if (answeredOn < evaluation.askedOn) throw invalidField('answeredOn', 'before-asked');
    return { complaint: await takeAnswer(context, evaluation, answer, { way: 'paper', answeredOn }) };
  },

  async withdraw({ id, reason }, context) {
    const evaluation = await mustRead(context.writer, id);
    if (evaluation.personId === context.actor.personId) throw ruleViolated('evaluation-own');
    if (evaluation.state !== 'waiting') throw ruleViolated('evaluation-over');
    await saveEnd(context, evaluation, {
      state: 'withdrawn',
      way: null,
      answeredOn: null,
      scoreHundredths: null,
      recommend: null,
      words: null,
      complaintId: null,
      withdrawnReason: reason,
    });
    return {};
  },

  figures: async ({ from, to }, { reader, actor }) => readFigures(reader, { from, to }, actor.language),

  async asked({ code }, context) {
    const { reader, clock } = context as OpenQueryContext;
    const evaluation = await readByCode(reader, codeHash(code), clock.today());
    if (!evaluation) throw ruleViolated('evaluation-code');
    const [visit, sourceId] = sourceOf(evaluation);
    const served = await readServed(reader, visit, sourceId);
    const questions = await readQuestions(reader, evaluation.id);
    return {
      storeName: (await readSetting(reader, 'storeName')) ?? '',
      visit,
      personName: await readPersonName(reader, evaluation.personId),
      visitOn: served?.servedOn ?? evaluation.askedOn,
      questions: questions.map(({ standardId, text, textEn }) => ({
        standardId,
        text,
        textEn: saidIn('en', text, textEn),
      })),
    };
  },

  async answer({ code, onScreen, ...answer }, context) {
    await answerByCode(context, code, answer, onScreen);
    return {};
  },
});

/** A customer without a session writes as nobody; what must name a person names who asked. */
async function answerByCode(
  context: ActionContext,
  code: string,
  answer: Answer,
  onScreen: boolean,
): Promise<void> {
  const language = (await readSetting(context.reader, 'language')) === 'en' ? 'en' : 'zh-CN';
  const name = createTexts(language).t('evaluation.customer');
  await context.write(
    async (telling) => {
      const today = context.clock.today();
      const evaluation = await readByCode(telling.writer, codeHash(code), today);
      if (!evaluation) throw ruleViolated('evaluation-code');
      const actor: Actor = { personId: evaluation.askedById, name, roles: [], language, sessionKey: '' };
      const command: CommandContext = { ...context, ...telling, actor };
      await takeAnswer(command, evaluation, answer, { way: onScreen ? 'screen' : 'code', answeredOn: today });
    },
    { personId: null, name },
  );
}
