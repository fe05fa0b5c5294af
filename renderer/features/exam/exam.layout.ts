import { examFields, examQuestionFields } from '#shared/features/exam/exam.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const examLayout: RecordLayout = {
  feature: 'exam',
  fields: examFields,
  title: ['name'],
  startsToday: ['heldOn'],
  usualSort: [{ field: 'heldOn', descending: true }],
  groups: [
    { name: 'basic', fields: ['name', 'subjectId', 'trainingId', 'heldOn', 'minutes', 'passMark'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const examQuestionLayout: RecordLayout = {
  feature: 'examQuestion',
  fields: examQuestionFields,
  title: ['text'],
  usualSort: [{ field: 'subjectId', descending: false }],
  groups: [
    { name: 'basic', fields: ['subjectId', 'kind', 'points'] },
    { name: 'content', fields: ['text', 'options', 'answer'] },
  ],
};
