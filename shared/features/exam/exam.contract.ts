import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { examFields, examQuestionFields, type QuestionKind, type SittingState } from './exam.fields.ts';

const id = z.number().int().positive();
const count = z.number().int().min(0).max(100);
const people = z.array(id).max(500);

/** A question as it is asked: without what the right answer is. */
export type AskedItem = {
  readonly id: number;
  readonly place: number;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options: readonly string[];
  readonly points: number;
};
export type PaperItem = AskedItem & { readonly questionId: number; readonly answer: string };

/** 考生 one person's sitting of an exam. */
export type ExamSitting = {
  readonly id: number;
  readonly personId: number;
  readonly personName: string;
  readonly state: SittingState;
  readonly startedAt: string | null;
  readonly handedInAt: string | null;
  /** Whole minutes beyond the time allowed. */
  readonly minutesLate: number;
  /** Written on paper and typed by the marker. */
  readonly onPaper: boolean;
  /** Whoever took it could read the question bank. */
  readonly knewKey: boolean;
  /** The certificate that was issued for it. */
  readonly certificateId: number | null;
  readonly points: number | null;
  readonly score: number | null;
  readonly passed: boolean | null;
  readonly markedByName: string | null;
};

export type ExamPaper = {
  readonly items: readonly PaperItem[];
  readonly sittings: readonly ExamSitting[];
  /** Questions that the bank has of the subject, by kind. */
  readonly bank: { readonly [Kind in QuestionKind]: number };
};

/** An exam of the person who asks. */
export type MyExam = {
  readonly examId: number;
  readonly name: string;
  readonly subjectName: string;
  readonly heldOn: Day;
  readonly minutes: number | null;
  readonly questions: number;
  readonly passMark: number;
  readonly state: SittingState;
  readonly score: number | null;
  readonly passed: boolean | null;
};

export type ExamsWaiting = {
  readonly take: readonly MyExam[];
  readonly mark: readonly { readonly examId: number; readonly name: string; readonly count: number }[];
};

export type AnsweredItem = AskedItem & {
  readonly given: string;
  readonly marked: number | null;
  readonly note: string | null;
  /** The right answer: of an exam that is over, or for who marks. */
  readonly answer: string | null;
};

export type ExamSheet = {
  readonly exam: MyExam;
  readonly startedAt: string | null;
  /** Until it is to be handed in, negative beyond; null without a limit. */
  readonly leftMs: number | null;
  readonly items: readonly AnsweredItem[];
};

export type MarkSheet = {
  readonly examId: number;
  readonly examName: string;
  readonly totalPoints: number;
  readonly passMark: number;
  readonly sitting: ExamSitting;
  readonly items: readonly AnsweredItem[];
};

const answers = z
  .array(z.strictObject({ itemId: id, answer: z.string().max(2000, { error: 'too-long' }) }))
  .max(200);

const rights = { read: 'exam.read', write: 'exam.write', remove: 'exam.write' } as const;

/** Issues on options and answers: `question-options`, `question-one-letter`, `question-letters`, `question-true-false`. */
export const examQuestionContract = recordCalls(examQuestionFields, rights);

/** Glossary: 考试 exam, 试卷 paper, 组卷 compose, 考生的一次应考 sitting, 答卷 sheet, 阅卷 mark, 答案 key. */
export const examContract = {
  ...recordCalls(examFields, rights),
  /** 试卷 with its key, and who takes it. For who puts papers together and marks them only. */
  paper: query('exam.read', z.strictObject({ id }), output<ExamPaper>()),
  /** 随机组卷. Errors: `exam-frozen`, `exam-too-few` with kind, wanted, have. */
  compose: command(
    'exam.write',
    z.strictObject({
      id,
      wanted: z.strictObject({ judge: count, single: count, multiple: count, open: count }),
      /** Draws the same paper again; null: another one. */
      seed: z.number().int().min(1).max(2_147_483_647, { error: 'too-large' }).nullable(),
    }),
    output<{ questions: number; seed: number }>(),
  ),
  /** 人工选题, in the given order. Errors: `exam-frozen`, `exam-foreign-question`. */
  choose: command(
    'exam.write',
    z.strictObject({ id, questionIds: z.array(id).max(200) }),
    output<{ questions: number }>(),
  ),
  /** 开考: freezes the questions as they stand and invites. Errors: `exam-frozen`, `exam-no-questions`. */
  open: command('exam.write', z.strictObject({ id, personIds: people }), output<{ invited: number }>()),
  /** Errors: `exam-not-open`, `exam-nobody`. */
  invite: command('exam.write', z.strictObject({ id, personIds: people }), output<{ invited: number }>()),
  /** Takes somebody off who has not begun. Error: `exam-begun`. */
  dismiss: command('exam.write', z.strictObject({ sittingId: id }), output<{ dismissed: number }>()),
  /** 结束: nobody begins any more, the people may see the key. Errors: `exam-not-open`, `exam-unmarked`. */
  close: command('exam.write', z.strictObject({ id }), output<Record<never, never>>()),
  /** Exams of the person who asks, those to take first. */
  mine: query('exam.take', z.strictObject({}), output<readonly MyExam[]>()),
  /** What waits for the person: exams to take, and for who marks the numbers of sheets handed in. */
  waiting: query('exam.take', z.strictObject({}), output<ExamsWaiting>()),
  /** Error: `exam-not-open`; not-found where the person is not invited. */
  start: command('exam.take', z.strictObject({ id }), output<{ startedAt: string }>()),
  /** 答卷 of the person who asks; no questions before the start, no key before the end. */
  sheet: query('exam.take', z.strictObject({ id }), output<ExamSheet>()),
  /** 交卷, once. Errors: `exam-not-started`, `exam-handed-in`; issue `exam-answer`. */
  handIn: command('exam.take', z.strictObject({ id, answers }), output<{ score: number | null }>()),
  /** 录入纸质答卷 of somebody else. Errors: `exam-own-marks`, `exam-handed-in`. */
  enter: command(
    'exam.write',
    z.strictObject({ sittingId: id, answers }),
    output<{ score: number | null }>(),
  ),
  /** What one person answered, with the key, to be marked. */
  sitting: query('exam.read', z.strictObject({ sittingId: id }), output<MarkSheet>()),
  /** 阅卷 of the open questions, all at once. Errors: `exam-own-marks`, `exam-not-handed-in`; issue `mark-points`. */
  mark: command(
    'exam.write',
    z.strictObject({
      sittingId: id,
      marks: z
        .array(
          z.strictObject({
            itemId: id,
            points: z.number().int().min(0),
            note: z.string().trim().max(300, { error: 'too-long' }),
          }),
        )
        .max(200),
    }),
    output<{ score: number; passed: boolean }>(),
  ),
  /** 试卷 or 答案 on paper. Error: `exam-no-questions`. */
  print: action(
    'exam.read',
    z.strictObject({ id, what: z.enum(['paper', 'key']), format: paperFormat }),
    output<DeskFile>(),
  ),
};
