import type { QuestionKind } from '#shared/features/exam/exam.fields.ts';
import {
  drawQuestions,
  marksItself,
  pointsOf,
  scoreOf,
  type Wanted,
} from '#shared/features/exam/exam.rules.ts';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import { yearOf } from '#shared/kernel/period.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { invitedSitting } from '../../exam/exam.repository.ts';
import { sampleRandom, type SampleRandom } from '../sample-random.ts';
import type { SampleOptions } from '../sample-world.ts';
import { sampleQuestions } from './sample-training-words.ts';

type Around = {
  readonly sellers: readonly number[];
  readonly marker: number;
  readonly subjectId: (name: string) => number;
  readonly trainingId: number | null;
};
type Bank = readonly {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options: string | null;
  readonly answer: string;
  readonly points: number;
}[];

const passMark = 60;
const seed = 20_260_311;

async function addBank(writer: Writer, at: string, subjectId: number, name: string): Promise<Bank> {
  const bank = [];
  for (const { options = null, ...question } of sampleQuestions[name] ?? []) {
    const { id } = await writer
      .insertInto('examQuestion')
      .values({ createdAt: at, updatedAt: at, removedAt: null, subjectId, ...question, options })
      .returning('id')
      .executeTakeFirstOrThrow();
    bank.push({ id, options, ...question });
  }
  return bank;
}

/** A paper drawn from a bank, frozen; gives its id, questions and points. */
async function addPaper(
  writer: Writer,
  at: string,
  bank: Bank,
  wanted: Wanted,
  exam: {
    readonly name: string;
    readonly subjectId: number;
    readonly trainingId: number | null;
    readonly heldOn: Day;
  },
) {
  const drawn = drawQuestions(bank, wanted, seed);
  const questions = drawn.ok ? drawn.ids.flatMap((id) => bank.find((one) => one.id === id) ?? []) : [];
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  const { id } = await writer
    .insertInto('exam')
    .values({
      createdAt: at,
      updatedAt: at,
      removedAt: null,
      ...exam,
      minutes: 45,
      passMark,
      state: 'draft',
      questions: questions.length,
      points,
      seed,
      note: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const items = [];
  for (const [index, { id: questionId, ...question }] of questions.entries()) {
    const item = { examId: id, place: index + 1, questionId, ...question };
    const row = await writer.insertInto('examItem').values(item).returning('id').executeTakeFirstOrThrow();
    items.push({ ...item, id: row.id });
  }
  await writer.updateTable('exam').set({ state: 'open' }).where('id', '=', id).execute();
  return { id, items, points };
}

type Paper = Awaited<ReturnType<typeof addPaper>>;

/** What a seller answers: mostly the right thing; open ones in a few words. */
const answerOf = (random: SampleRandom, { kind, answer }: Paper['items'][number]): string => {
  if (kind === 'open') return '先问清条件，再讲出勤率和总成本。';
  if (random.chance(0.8)) return kind === 'judge' ? (answer === '对' ? 'T' : 'F') : answer;
  return kind === 'judge' ? (answer === '对' ? 'F' : 'T') : kind === 'single' ? 'D' : 'AB';
};

/** One person's sheet; open questions marked where there is a marker. Gives the score, null while it waits. */
async function addSheet(
  writer: Writer,
  paper: Paper,
  sheet: { readonly personId: number; readonly heldOn: Day; readonly marker: number | null },
  random: SampleRandom,
): Promise<number | null> {
  const { personId, heldOn, marker } = sheet;
  const { id: sittingId } = await writer
    .insertInto('examSitting')
    .values({
      ...invitedSitting(paper.id, personId),
      state: 'handedIn',
      startedAt: `${heldOn}T07:00:00.000Z`,
      handedInAt: `${heldOn}T07:${30 + random.int(0, 12)}:00.000Z`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  let sum = 0;
  for (const item of paper.items) {
    const answer = answerOf(random, item);
    const points = marksItself(item.kind)
      ? pointsOf(item, answer)
      : marker === null
        ? null
        : random.int(Math.floor(item.points / 2), item.points);
    sum += points ?? 0;
    await writer
      .insertInto('examAnswer')
      .values({ sittingId, itemId: item.id, answer, points, note: null })
      .execute();
  }
  if (marker === null) return null;
  const score = scoreOf(sum, paper.points);
  await writer
    .updateTable('examSitting')
    .set({
      state: 'marked',
      points: sum,
      score,
      passed: score >= passMark ? 1 : 0,
      markedAt: `${addDays(heldOn, 1)}T02:00:00.000Z`,
      markedById: marker,
    })
    .where('id', '=', sittingId)
    .execute();
  return score;
}

/** One exam that is over, with marks and certificates, and one that is open: a sheet to mark, a person still to take it. */
export async function addSampleExams(
  writer: Writer,
  { today, seed: sampleSeed }: SampleOptions,
  { sellers, marker, subjectId, trainingId }: Around,
): Promise<void> {
  const at = `${today}T00:00:00.000Z`;
  const random = sampleRandom(sampleSeed, 'exam');
  const selling = await addBank(writer, at, subjectId('销售技能'), '销售技能');
  const knowing = await addBank(writer, at, subjectId('客户知识'), '客户知识');
  const heldOn = trainingId === null ? addMonths(today, -3) : `${yearOf(today)}-03-18`;
  const past = await addPaper(
    writer,
    at,
    selling,
    { judge: 2, single: 2, multiple: 2, open: 1 },
    { name: '销售技能考试', subjectId: subjectId('销售技能'), trainingId, heldOn },
  );
  for (const personId of sellers) {
    const score = await addSheet(writer, past, { personId, heldOn, marker }, random);
    if (score === null) continue;
    if (trainingId !== null)
      await writer
        .updateTable('trainingSeat')
        .set({ score, attendance: 'present' })
        .where('trainingId', '=', trainingId)
        .where('personId', '=', personId)
        .execute();
    if (score < passMark) continue;
    await writer
      .insertInto('trainingCertificate')
      .values({
        createdAt: at,
        updatedAt: at,
        removedAt: null,
        personId,
        name: '销售技能合格',
        number: await nextOfYear(writer, yearOf(heldOn), 'Z'),
        issuer: null,
        examId: past.id,
        issuedOn: addDays(heldOn, 2),
        expiresOn: addMonths(addDays(heldOn, 2), 24),
        note: null,
      })
      .execute();
  }
  await writer.updateTable('exam').set({ state: 'closed' }).where('id', '=', past.id).execute();
  const open = await addPaper(
    writer,
    at,
    knowing,
    { judge: 2, single: 1, multiple: 1, open: 1 },
    { name: '客户知识考试', subjectId: subjectId('客户知识'), trainingId: null, heldOn: today },
  );
  const [first, ...others] = sellers;
  if (first !== undefined)
    await addSheet(writer, open, { personId: first, heldOn: addDays(today, -1), marker: null }, random);
  for (const personId of others.slice(0, 2))
    await writer.insertInto('examSitting').values(invitedSitting(open.id, personId)).execute();
}
