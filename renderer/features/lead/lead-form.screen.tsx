import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { leadLayout } from './lead.layout.ts';

export function LeadFormScreen(): ReactNode {
  return <RecordForm layout={leadLayout} />;
}
