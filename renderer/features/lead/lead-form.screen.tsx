import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { LeadMarks } from './lead-marks.tsx';
import { leadLayout } from './lead.layout.ts';

export function LeadFormScreen(): ReactNode {
  return <RecordForm layout={leadLayout} renderAbove={(view) => <LeadMarks {...view} />} />;
}
