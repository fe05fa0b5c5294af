import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { complaintClockLayout } from './complaint.layout.ts';

export function ComplaintClockFormScreen(): ReactNode {
  return <RecordForm layout={complaintClockLayout} />;
}
