import type { ExamSitting, MyExam } from '#shared/features/exam/exam.contract.ts';
import type { ExamState, QuestionKind, SittingState } from '#shared/features/exam/exam.fields.ts';
import { minutesLate } from '#shared/features/exam/exam.rules.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

type Handle = Reader | Writer;

/** A paper's head. Error: not-found, as well for one in the bin. */
export async function mustReadExam(reader: Handle, id: number, language: Language = 'zh-CN') {
  const row = await reader
    .selectFrom('exam')
    .innerJoin('trainingSubject as subject', 'subject.id', 'exam.subjectId')
    .selectAll('exam')
    .select(['subject.name as subjectName', 'subject.nameEn as subjectNameEn'])
    .where('exam.id', '=', id)
    .where('exam.removedAt', 'is', null)
    .$narrowType<{ state: ExamState }>()
    .executeTakeFirst();
  if (!row) throw notFound('exam', id);
  const { subjectNameEn, ...exam } = row;
  return { ...exam, subjectName: saidIn(language, exam.subjectName, subjectNameEn) };
}

export type ExamHead = Awaited<ReturnType<typeof mustReadExam>>;

export const listItems = (reader: Handle, examId: number) =>
  reader
    .selectFrom('examItem')
    .select(['id', 'place', 'questionId', 'kind', 'text', 'options', 'answer', 'points'])
    .where('examId', '=', examId)
    .orderBy('place')
    .execute();

export type ExamItem = Awaited<ReturnType<typeof listItems>>[number];

/** Questions of the bank that may be asked of a subject. */
export const listBank = (reader: Handle, subjectId: number) =>
  reader
    .selectFrom('examQuestion')
    .select(['id', 'kind', 'text', 'options', 'answer', 'points'])
    .where('subjectId', '=', subjectId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .$narrowType<{ kind: QuestionKind }>()
    .execute();

/** The sheet of a person who is on the list and has not begun. */
export const invitedSitting = (examId: number, personId: number) => ({
  examId,
  personId,
  state: 'invited' as const,
  startedAt: null,
  handedInAt: null,
  onPaper: 0,
  knewKey: 0,
  points: null,
  score: null,
  passed: null,
  markedAt: null,
  markedById: null,
});

const sittings = (reader: Handle) =>
  reader
    .selectFrom('examSitting as sitting')
    .innerJoin('exam', 'exam.id', 'sitting.examId')
    .innerJoin('person', 'person.id', 'sitting.personId')
    .leftJoin('person as marker', 'marker.id', 'sitting.markedById')
    .leftJoin('trainingCertificate as certificate', (join) =>
      join
        .onRef('certificate.examId', '=', 'sitting.examId')
        .onRef('certificate.personId', '=', 'sitting.personId')
        .on('certificate.removedAt', 'is', null),
    )
    .select([
      'certificate.id as certificateId',
      'sitting.id',
      'sitting.examId',
      'sitting.personId',
      'person.name as personName',
      'sitting.state',
      'sitting.startedAt',
      'sitting.handedInAt',
      'sitting.onPaper',
      'sitting.knewKey',
      'sitting.points',
      'sitting.score',
      'sitting.passed',
      'marker.name as markedByName',
      'exam.minutes',
    ]);

type SittingRow = Awaited<ReturnType<ReturnType<typeof sittings>['executeTakeFirstOrThrow']>>;

const sittingOf = ({ examId: _exam, minutes, ...row }: SittingRow): ExamSitting => ({
  ...row,
  minutesLate:
    row.startedAt !== null && row.handedInAt !== null && row.onPaper === 0
      ? minutesLate(Date.parse(row.handedInAt) - Date.parse(row.startedAt), minutes)
      : 0,
  onPaper: row.onPaper === 1,
  knewKey: row.knewKey === 1,
  passed: row.passed === null ? null : row.passed === 1,
});

/** Everybody who takes an exam: best first, then by name. */
export async function listSittings(reader: Handle, examId: number): Promise<ExamSitting[]> {
  const rows = await sittings(reader)
    .where('sitting.examId', '=', examId)
    .orderBy('sitting.score', (order) => order.desc().nullsLast())
    .orderBy('person.name')
    .execute();
  return rows.map(sittingOf);
}

/** One sitting with its exam's id. Error: not-found. */
export async function mustReadSitting(
  reader: Handle,
  id: number,
): Promise<{ readonly examId: number; readonly sitting: ExamSitting }> {
  const row = await sittings(reader).where('sitting.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('exam', id);
  return { examId: row.examId, sitting: sittingOf(row) };
}

/** A person's own sitting of an exam; undefined where the person is not invited. */
export async function findSitting(
  reader: Handle,
  examId: number,
  personId: number,
): Promise<ExamSitting | undefined> {
  const row = await sittings(reader)
    .where('sitting.examId', '=', examId)
    .where('sitting.personId', '=', personId)
    .executeTakeFirst();
  return row ? sittingOf(row) : undefined;
}

export const listAnswers = (reader: Handle, sittingId: number) =>
  reader
    .selectFrom('examAnswer')
    .select(['itemId', 'answer', 'points', 'note'])
    .where('sittingId', '=', sittingId)
    .execute();

/** Exams that are open with sheets to be marked, those of one person apart: nobody marks the own. */
export const listToMark = (reader: Reader, personId: number) =>
  reader
    .selectFrom('examSitting as sitting')
    .innerJoin('exam', 'exam.id', 'sitting.examId')
    .select(({ fn }) => ['exam.id as examId', 'exam.name', fn.countAll<number>().as('count')])
    .where('sitting.state', '=', 'handedIn')
    .where('sitting.personId', '!=', personId)
    .where('exam.removedAt', 'is', null)
    .groupBy('exam.id')
    .orderBy('exam.heldOn')
    .execute();

/** Whether an exam waits to be begun or gone on with. */
export const waitsFor = ({
  state,
  examState,
}: {
  readonly state: SittingState;
  readonly examState: ExamState;
}): boolean => state === 'started' || (examState === 'open' && state === 'invited');

/** Exams of a person that are open or over: those to take first, then the latest. */
export async function listExamsOf(
  reader: Reader,
  personId: number,
  language: Language,
): Promise<readonly (MyExam & { readonly examState: ExamState })[]> {
  const rows = await reader
    .selectFrom('examSitting as sitting')
    .innerJoin('exam', 'exam.id', 'sitting.examId')
    .innerJoin('trainingSubject as subject', 'subject.id', 'exam.subjectId')
    .select([
      'exam.id as examId',
      'exam.name',
      'subject.name as subjectName',
      'subject.nameEn as subjectNameEn',
      'exam.heldOn',
      'exam.minutes',
      'exam.questions',
      'exam.passMark',
      'exam.state as examState',
      'sitting.state',
      'sitting.score',
      'sitting.passed',
    ])
    .where('sitting.personId', '=', personId)
    .where('exam.removedAt', 'is', null)
    .orderBy('exam.heldOn', 'desc')
    .orderBy('exam.id', 'desc')
    .$narrowType<{ examState: ExamState }>()
    .execute();
  return [...rows.filter(waitsFor), ...rows.filter((row) => !waitsFor(row))].map(
    ({ subjectNameEn, passed, ...row }) => ({
      ...row,
      subjectName: saidIn(language, row.subjectName, subjectNameEn),
      passed: passed === null ? null : passed === 1,
    }),
  );
}
