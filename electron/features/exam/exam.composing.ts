import { drawQuestions, type Wanted } from '#shared/features/exam/exam.rules.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { invitedSitting, listBank, listItems, mustReadExam, type ExamHead } from './exam.repository.ts';

type Question = Awaited<ReturnType<typeof listBank>>[number];

/** A paper that may still be put together. Errors: not-found, `exam-frozen`. */
async function mustReadDraft(context: CommandContext, id: number): Promise<ExamHead> {
  const exam = await mustReadExam(context.writer, id);
  if (exam.state !== 'draft') throw ruleViolated('exam-frozen');
  return exam;
}

/** Writes the head of a paper and tells what changed of it. */
export async function patchExam(
  { writer, clock, changed }: CommandContext,
  before: ExamHead,
  patch: Partial<Pick<ExamHead, 'state' | 'questions' | 'points' | 'seed'>>,
): Promise<void> {
  await writer
    .updateTable('exam')
    .set({ ...patch, version: before.version + 1, updatedAt: clock.now() })
    .where('id', '=', before.id)
    .execute();
  const changes = (Object.keys(patch) as (keyof typeof patch)[]) // the keys of what is written
    .filter((field) => before[field] !== patch[field])
    .map((field) => ({ field, before: before[field], after: patch[field] ?? null }));
  changed({ feature: 'exam', id: before.id, changes });
}

/** The questions of a paper, in their order, in place of those it had. */
async function putItems(writer: Writer, examId: number, questions: readonly Question[]): Promise<void> {
  await writer.deleteFrom('examItem').where('examId', '=', examId).execute();
  if (questions.length === 0) return;
  await writer
    .insertInto('examItem')
    .values(
      questions.map(({ id, kind, text, options, answer, points }, at) => ({
        examId,
        place: at + 1,
        questionId: id,
        kind,
        text,
        options,
        answer,
        points,
      })),
    )
    .execute();
}

async function keep(
  context: CommandContext,
  exam: ExamHead,
  questions: readonly Question[],
  seed: number | null,
): Promise<void> {
  await putItems(context.writer, exam.id, questions);
  await patchExam(context, exam, {
    questions: questions.length,
    points: questions.reduce((sum, { points }) => sum + points, 0),
    seed,
  });
}

/** A seed that nobody chose: the moment, in whole numbers that are kept with the paper. */
const seedOf = (now: string): number => (Date.parse(now) % 2_147_483_646) + 1;

/** 随机组卷 from the bank of the subject. Errors: `exam-frozen`, `exam-too-few`. */
export async function compose(
  context: CommandContext,
  { id, wanted, seed }: { readonly id: number; readonly wanted: Wanted; readonly seed: number | null },
): Promise<{ questions: number; seed: number }> {
  const exam = await mustReadDraft(context, id);
  const bank = await listBank(context.writer, exam.subjectId);
  const by = seed ?? seedOf(context.clock.now());
  const drawn = drawQuestions(bank, wanted, by);
  if (!drawn.ok) throw ruleViolated(`exam-too-few-${drawn.kind}`, { wanted: drawn.wanted, have: drawn.have });
  const byId = new Map(bank.map((question) => [question.id, question]));
  const questions = drawn.ids.flatMap((one) => byId.get(one) ?? []);
  await keep(context, exam, questions, by);
  return { questions: questions.length, seed: by };
}

/** 人工选题. Errors: `exam-frozen`, `exam-foreign-question`. */
export async function choose(
  context: CommandContext,
  { id, questionIds }: { readonly id: number; readonly questionIds: readonly number[] },
): Promise<{ questions: number }> {
  const exam = await mustReadDraft(context, id);
  const byId = new Map(
    (await listBank(context.writer, exam.subjectId)).map((question) => [question.id, question]),
  );
  const questions = [...new Set(questionIds)].map((one) => byId.get(one));
  if (!questions.every((question) => question !== undefined)) throw ruleViolated('exam-foreign-question');
  await keep(context, exam, questions, null);
  return { questions: questions.length };
}

/** People who are here and not on the list yet are put on it. */
export async function inviteTo(
  { writer }: CommandContext,
  examId: number,
  personIds: readonly number[],
): Promise<number> {
  if (personIds.length === 0) return 0;
  const present = await writer
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...personIds])
    .where('removedAt', 'is', null)
    .where('leftOn', 'is', null)
    .execute();
  const known = await writer
    .selectFrom('examSitting')
    .select('personId')
    .where('examId', '=', examId)
    .execute();
  const taken = new Set(known.map(({ personId }) => personId));
  const added = present.filter(({ id }) => !taken.has(id));
  if (added.length > 0)
    await writer
      .insertInto('examSitting')
      .values(added.map(({ id }) => invitedSitting(examId, id)))
      .execute();
  return added.length;
}

/** 开考: the questions as the bank has them now, closed from here on. Errors: `exam-frozen`, `exam-no-questions`. */
export async function openExam(
  context: CommandContext,
  { id, personIds }: { readonly id: number; readonly personIds: readonly number[] },
): Promise<{ invited: number }> {
  const exam = await mustReadDraft(context, id);
  const items = await listItems(context.writer, id);
  if (items.length === 0) throw ruleViolated('exam-no-questions');
  const byId = new Map(
    (await listBank(context.writer, exam.subjectId)).map((question) => [question.id, question]),
  );
  // A question mended since it was drawn is asked as it stands now; one that left the bank stays as it was drawn.
  const questions = items.map(({ questionId, kind, text, options, answer, points }) => {
    const now = byId.get(questionId);
    return now ?? { id: questionId, kind, text, options, answer, points };
  });
  await putItems(context.writer, id, questions);
  await patchExam(context, exam, {
    state: 'open',
    points: questions.reduce((sum, { points }) => sum + points, 0),
  });
  await passMarkOfTraining(context, exam);
  return { invited: await inviteTo(context, id, personIds) };
}

/** The session of an exam has an exam from then on: its marks count by the paper's pass mark. */
async function passMarkOfTraining({ writer, clock, changed }: CommandContext, exam: ExamHead): Promise<void> {
  const { trainingId, passMark } = exam;
  if (trainingId === null) return;
  const training = await writer
    .selectFrom('training')
    .select(['version', 'passMark'])
    .where('id', '=', trainingId)
    .executeTakeFirst();
  if (!training || training.passMark === passMark) return;
  await writer
    .updateTable('training')
    .set({ passMark, version: training.version + 1, updatedAt: clock.now() })
    .where('id', '=', trainingId)
    .execute();
  changed({
    feature: 'training',
    id: trainingId,
    changes: [{ field: 'passMark', before: training.passMark, after: passMark }],
  });
}
