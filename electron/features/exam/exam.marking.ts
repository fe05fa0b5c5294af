import type { AnsweredItem, ExamSitting } from '#shared/features/exam/exam.contract.ts';
import type { SittingState } from '#shared/features/exam/exam.fields.ts';
import { answerOf, marksItself, optionsOf, pointsOf, scoreOf } from '#shared/features/exam/exam.rules.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { listAnswers, listItems, mustReadSitting, type ExamHead, type ExamItem } from './exam.repository.ts';

export type GivenAnswer = { readonly itemId: number; readonly answer: string };
type Answer = Awaited<ReturnType<typeof listAnswers>>[number];

/** Questions with what was answered; the key and points only where `open`. */
export function answeredItems(
  items: readonly ExamItem[],
  answers: readonly Answer[],
  open: boolean,
): AnsweredItem[] {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]));
  return items.map(({ id, place, kind, text, options, answer, points }) => {
    const given = byItem.get(id);
    return {
      id,
      place,
      kind,
      text,
      options: optionsOf(options),
      points,
      given: given?.answer ?? '',
      marked: open ? (given?.points ?? null) : null,
      note: open ? (given?.note ?? null) : null,
      answer: open ? (answerOf(kind, answer, optionsOf(options).length) ?? answer) : null,
    };
  });
}

/** Notes in the exam's history how far a person has come; answers and marks stay in the paper. */
export function tellSitting(
  { changed, tell }: CommandContext,
  examId: number,
  personId: number,
  state: SittingState | 'dismissed',
): void {
  changed({ feature: 'exam', id: examId, changes: [] });
  tell('sitting', { personId, state });
}

/** What was typed into each question in its one form; nothing where it was left empty. Issue: `exam-answer`. */
function checked(items: readonly ExamItem[], answers: readonly GivenAnswer[]): Map<number, string> {
  const byItem = new Map(answers.map(({ itemId, answer }) => [itemId, answer]));
  const found = new Map<number, string>();
  for (const { id, kind, options } of items) {
    const text = byItem.get(id) ?? '';
    if (text.trim() === '') continue;
    const answer = answerOf(kind, text, optionsOf(options).length);
    if (answer === undefined) throw invalidField(`answers.${id}`, 'exam-answer');
    found.set(id, answer);
  }
  return found;
}

/**
 * 交卷: keeps the answers with the points of those that the program marks. A paper without open questions, or with all of
 * them left empty, is marked with it; gives its score then.
 */
export async function keepAnswers(
  context: CommandContext,
  exam: ExamHead,
  sitting: ExamSitting,
  given: {
    readonly answers: readonly GivenAnswer[];
    readonly onPaper: boolean;
    readonly knewKey: boolean;
  },
): Promise<{ score: number | null }> {
  const { writer, clock } = context;
  const items = await listItems(writer, exam.id);
  const answers = checked(items, given.answers);
  const rows = items.map((item) => {
    const answer = answers.get(item.id) ?? '';
    const points = marksItself(item.kind) ? pointsOf(item, answer) : answer === '' ? 0 : null;
    return { sittingId: sitting.id, itemId: item.id, answer, points, note: null };
  });
  await writer.insertInto('examAnswer').values(rows).execute();
  await writer
    .updateTable('examSitting')
    .set({
      state: 'handedIn',
      handedInAt: clock.now(),
      onPaper: given.onPaper ? 1 : 0,
      knewKey: given.knewKey ? 1 : 0,
    })
    .where('id', '=', sitting.id)
    .execute();
  tellSitting(context, exam.id, sitting.personId, 'handedIn');
  if (rows.some(({ points }) => points === null)) return { score: null };
  const { score } = await settle(context, exam, sitting, null);
  return { score };
}

export type Mark = { readonly itemId: number; readonly points: number; readonly note: string };

/** 阅卷: points of the open questions. Errors: `exam-own-marks`, `exam-not-handed-in`; issues `required`, `mark-points`. */
export async function markOpen(
  context: CommandContext,
  exam: ExamHead,
  sitting: ExamSitting,
  marks: readonly Mark[],
): Promise<{ score: number; passed: boolean }> {
  const { writer, actor } = context;
  if (sitting.personId === actor.personId) throw ruleViolated('exam-own-marks');
  if (sitting.state !== 'handedIn') throw ruleViolated('exam-not-handed-in');
  const byItem = new Map(marks.map((mark) => [mark.itemId, mark]));
  const answers = new Map((await listAnswers(writer, sitting.id)).map((one) => [one.itemId, one]));
  for (const item of (await listItems(writer, exam.id)).filter(({ kind }) => !marksItself(kind))) {
    const mark = byItem.get(item.id);
    // Left empty by the person: nothing to mark.
    if (!mark && answers.get(item.id)?.points === 0) continue;
    if (!mark) throw invalidField(`marks.${item.id}`, 'required');
    if (mark.points > item.points)
      throw invalidField(`marks.${item.id}`, 'mark-points', { most: item.points });
    await writer
      .updateTable('examAnswer')
      .set({ points: mark.points, note: mark.note === '' ? null : mark.note })
      .where('sittingId', '=', sitting.id)
      .where('itemId', '=', item.id)
      .execute();
  }
  return settle(context, exam, sitting, actor.personId);
}

/** The score of a paper all of whose questions have points; it goes to the list of people of the session too. */
async function settle(
  context: CommandContext,
  exam: ExamHead,
  sitting: ExamSitting,
  markedById: number | null,
): Promise<{ score: number; passed: boolean }> {
  const { writer, clock } = context;
  const answers = await listAnswers(writer, sitting.id);
  const points = answers.reduce((sum, one) => sum + (one.points ?? 0), 0);
  const score = scoreOf(points, exam.points);
  const passed = score >= exam.passMark;
  await writer
    .updateTable('examSitting')
    .set({
      state: 'marked',
      points,
      score,
      passed: passed ? 1 : 0,
      markedAt: clock.now(),
      markedById,
    })
    .where('id', '=', sitting.id)
    .execute();
  tellSitting(context, exam.id, sitting.personId, 'marked');
  await scoreOfSeat(context, exam, sitting.personId, score);
  return { score, passed };
}

async function scoreOfSeat(
  { writer, clock, changed }: CommandContext,
  exam: ExamHead,
  personId: number,
  score: number,
): Promise<void> {
  if (exam.trainingId === null) return;
  const seat = await writer
    .selectFrom('trainingSeat')
    .select(['id', 'version', 'score'])
    .where('trainingId', '=', exam.trainingId)
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!seat || seat.score === score) return;
  await writer
    .updateTable('trainingSeat')
    .set({ score, version: seat.version + 1, updatedAt: clock.now() })
    .where('id', '=', seat.id)
    .execute();
  changed({
    feature: 'trainingSeat',
    id: seat.id,
    changes: [{ field: 'score', before: seat.score, after: score }],
  });
}

/** A sitting with the paper it is of, still to be answered or marked by somebody else. Error: `exam-own-marks`. */
export async function mustReadOthers(context: CommandContext, sittingId: number) {
  const found = await mustReadSitting(context.writer, sittingId);
  if (found.sitting.personId === context.actor.personId) throw ruleViolated('exam-own-marks');
  return found;
}
