import type { evaluationFields } from '#shared/features/evaluation/evaluation.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

type EvaluationQuestionTable = { evaluationId: number; place: number; standardId: number };

/** The code that is out for an evaluation, as its SHA-256, and the last day on which it is good. */
type EvaluationCodeTable = { evaluationId: number; hash: string; until: Day };

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    evaluation: RecordTable<typeof evaluationFields>;
    evaluationCode: EvaluationCodeTable;
    evaluationQuestion: EvaluationQuestionTable;
  }
}
