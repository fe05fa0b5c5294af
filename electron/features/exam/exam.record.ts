import { examFields, examQuestionFields, type QuestionKind } from '#shared/features/exam/exam.fields.ts';
import { questionProblem } from '#shared/features/exam/exam.rules.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const examQuestionRecord = {
  feature: 'examQuestion',
  table: 'examQuestion',
  fields: examQuestionFields,
  readRight: 'exam.read',
  title: 'text',
  indexed: false,
  check({ kind, options, answer }) {
    const problem = questionProblem({
      kind: kind as QuestionKind, // a choice, checked by the field table
      options: textOrNull(options),
      answer: String(answer),
    });
    if (problem) throw invalidField(problem.field, problem.issue);
  },
} satisfies RecordDefinition;

/** What a person writes of a paper and may no longer change once it is open; the note stays free. */
const terms = ['name', 'subjectId', 'trainingId', 'heldOn', 'minutes', 'passMark'] as const;

export const examRecord = {
  feature: 'exam',
  table: 'exam',
  fields: examFields,
  readRight: 'exam.read',
  title: 'name',
  detail: 'heldOn',
  indexed: false,
  compute: ({ state, questions, points, seed }) => ({
    state: textOrNull(state) ?? 'draft',
    questions: Number(questions ?? 0),
    points: Number(points ?? 0),
    seed: typeof seed === 'number' ? seed : null,
  }),
  check({ passMark }) {
    if (Number(passMark) > 100) throw invalidField('values.passMark', 'mark-range');
  },
  /** Error: `exam-frozen`: once it is open its questions and terms stand. */
  async gate(_context, before, after) {
    if (before === null || before['state'] === 'draft') return;
    if (terms.some((name) => after[name] !== before[name])) throw ruleViolated('exam-frozen');
  },
} satisfies RecordDefinition;
