import type { MyExam, examContract } from '#shared/features/exam/exam.contract.ts';
import { questionKinds, type QuestionKind } from '#shared/features/exam/exam.fields.ts';
import { optionsOf } from '#shared/features/exam/exam.rules.ts';
import { may } from '#shared/rpc/rights.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { choose, compose, inviteTo, openExam, patchExam } from './exam.composing.ts';
import { answeredItems, keepAnswers, markOpen, mustReadOthers, tellSitting } from './exam.marking.ts';
import { examRecord } from './exam.record.ts';
import { examDocument } from './exam.report.ts';
import {
  findSitting,
  listAnswers,
  listBank,
  listExamsOf,
  listItems,
  listSittings,
  listToMark,
  mustReadExam,
  mustReadSitting,
  waitsFor,
} from './exam.repository.ts';

const shown = ({ examState: _state, ...exam }: Awaited<ReturnType<typeof listExamsOf>>[number]): MyExam =>
  exam;

/** The person's own sitting of an exam. Error: not-found where the person is not invited. */
async function mustFindOwn({ writer, actor }: CommandContext, id: number) {
  const exam = await mustReadExam(writer, id);
  const sitting = await findSitting(writer, id, actor.personId);
  if (!sitting) throw notFound('exam', id);
  return { exam, sitting };
}

export const examHandlers = (printer: Printer): HandlersOf<typeof examContract> => ({
  ...recordHandlers(examRecord),

  async paper({ id }, { reader }) {
    const exam = await mustReadExam(reader, id);
    const items = await listItems(reader, id);
    const bank = await listBank(reader, exam.subjectId);
    const of = (kind: QuestionKind): number => bank.filter((question) => question.kind === kind).length;
    return {
      items: items.map((item) => ({ ...item, options: optionsOf(item.options) })),
      sittings: await listSittings(reader, id),
      bank: Object.fromEntries(questionKinds.map((kind) => [kind, of(kind)])) as Record<QuestionKind, number>, // every kind
    };
  },

  compose: async (input, context) => compose(context, input),
  choose: async (input, context) => choose(context, input),
  open: async (input, context) => openExam(context, input),

  async invite({ id, personIds }, context) {
    const exam = await mustReadExam(context.writer, id);
    if (exam.state !== 'open') throw ruleViolated('exam-not-open');
    const invited = await inviteTo(context, id, personIds);
    if (invited === 0) throw ruleViolated('exam-nobody');
    context.changed({ feature: 'exam', id, changes: [] });
    context.tell('invited', invited);
    return { invited };
  },

  async dismiss({ sittingId }, context) {
    const { examId, sitting } = await mustReadSitting(context.writer, sittingId);
    if (sitting.state !== 'invited') throw ruleViolated('exam-begun');
    await context.writer.deleteFrom('examSitting').where('id', '=', sittingId).execute();
    tellSitting(context, examId, sitting.personId, 'dismissed');
    return { dismissed: 1 };
  },

  async close({ id }, context) {
    const exam = await mustReadExam(context.writer, id);
    if (exam.state !== 'open') throw ruleViolated('exam-not-open');
    const sittings = await listSittings(context.writer, id);
    const waiting = sittings.filter(({ state }) => state === 'started' || state === 'handedIn');
    if (waiting.length > 0)
      throw ruleViolated('exam-unmarked', { names: waiting.map(({ personName }) => personName).join(' ') });
    await patchExam(context, exam, { state: 'closed' });
    return {};
  },

  async mine(_input, { reader, actor }) {
    return (await listExamsOf(reader, actor.personId, actor.language)).map(shown);
  },

  async waiting(_input, { reader, actor }) {
    const own = await listExamsOf(reader, actor.personId, actor.language);
    return {
      take: own.filter(waitsFor).map(shown),
      mark: may(actor.roles, 'exam.write') ? await listToMark(reader, actor.personId) : [],
    };
  },

  async start({ id }, context) {
    const { exam, sitting } = await mustFindOwn(context, id);
    if (sitting.startedAt !== null) return { startedAt: sitting.startedAt };
    if (exam.state !== 'open') throw ruleViolated('exam-not-open');
    const startedAt = context.clock.now();
    await context.writer
      .updateTable('examSitting')
      .set({ state: 'started', startedAt })
      .where('id', '=', sitting.id)
      .execute();
    tellSitting(context, id, sitting.personId, 'started');
    return { startedAt };
  },

  async sheet({ id }, { reader, actor, clock }) {
    const found = await listExamsOf(reader, actor.personId, actor.language);
    const exam = found.find(({ examId }) => examId === id);
    const sitting = await findSitting(reader, id, actor.personId);
    if (!exam || !sitting) throw notFound('exam', id);
    const { startedAt } = sitting;
    const begun = sitting.state !== 'invited';
    const over = exam.examState === 'closed' && sitting.state === 'marked';
    const items = begun ? await listItems(reader, id) : [];
    return {
      exam: shown(exam),
      startedAt,
      leftMs:
        startedAt === null || exam.minutes === null
          ? null
          : Date.parse(startedAt) + exam.minutes * 60_000 - Date.parse(clock.now()),
      items: answeredItems(items, await listAnswers(reader, sitting.id), over),
    };
  },

  async handIn({ id, answers }, context) {
    const { exam, sitting } = await mustFindOwn(context, id);
    if (sitting.state === 'invited') throw ruleViolated('exam-not-started');
    if (sitting.state !== 'started') throw ruleViolated('exam-handed-in');
    const knewKey = may(context.actor.roles, 'exam.read');
    return keepAnswers(context, exam, sitting, { answers, onPaper: false, knewKey });
  },

  async enter({ sittingId, answers }, context) {
    const { examId, sitting } = await mustReadOthers(context, sittingId);
    const exam = await mustReadExam(context.writer, examId);
    if (exam.state !== 'open') throw ruleViolated('exam-not-open');
    if (sitting.state !== 'invited') throw ruleViolated('exam-begun');
    return keepAnswers(context, exam, sitting, { answers, onPaper: true, knewKey: false });
  },

  async sitting({ sittingId }, { reader }) {
    const { examId, sitting } = await mustReadSitting(reader, sittingId);
    const exam = await mustReadExam(reader, examId);
    return {
      examId,
      examName: exam.name,
      totalPoints: exam.points,
      passMark: exam.passMark,
      sitting,
      items: answeredItems(await listItems(reader, examId), await listAnswers(reader, sittingId), true),
    };
  },

  async mark({ sittingId, marks }, context) {
    const { examId, sitting } = await mustReadOthers(context, sittingId);
    return markOpen(context, await mustReadExam(context.writer, examId), sitting, marks);
  },

  async print({ id, what, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const exam = await mustReadExam(reader, id, actor.language);
    const items = await listItems(reader, id);
    if (items.length === 0) throw ruleViolated('exam-no-questions');
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = examDocument({ exam, items, what, store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
});
