import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { examLayout, examQuestionLayout } from './exam.layout.ts';
import { ExamPaperPart } from './exam-paper.tsx';

export function ExamListScreen(): ReactNode {
  return <RecordList {...examLayout} />;
}

/** One exam with its paper, key and people. */
export function ExamFormScreen(): ReactNode {
  return <RecordForm layout={examLayout} renderBelow={(view) => <ExamPaperPart view={view} />} />;
}

export function ExamQuestionListScreen(): ReactNode {
  return <RecordList {...examQuestionLayout} />;
}

export function ExamQuestionFormScreen(): ReactNode {
  return <RecordForm layout={examQuestionLayout} />;
}
