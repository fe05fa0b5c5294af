import type { Generated } from 'kysely';
import type {
  examFields,
  examQuestionFields,
  QuestionKind,
  SittingState,
} from '#shared/features/exam/exam.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/** A question as it stood when the paper was put together. */
export type ExamItemTable = {
  id: Generated<number>;
  examId: number;
  place: number;
  questionId: number;
  kind: QuestionKind;
  text: string;
  options: string | null;
  answer: string;
  points: number;
};

export type ExamSittingTable = {
  id: Generated<number>;
  examId: number;
  personId: number;
  state: SittingState;
  startedAt: string | null;
  handedInAt: string | null;
  onPaper: number;
  knewKey: number;
  points: number | null;
  score: number | null;
  passed: number | null;
  markedAt: string | null;
  markedById: number | null;
};

export type ExamAnswerTable = {
  sittingId: number;
  itemId: number;
  answer: string;
  /** null: not marked yet. */
  points: number | null;
  note: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    exam: RecordTable<typeof examFields>;
    examQuestion: RecordTable<typeof examQuestionFields>;
    examItem: ExamItemTable;
    examSitting: ExamSittingTable;
    examAnswer: ExamAnswerTable;
  }
}
