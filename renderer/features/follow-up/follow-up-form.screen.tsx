import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { followUpLayout } from './follow-up.layout.ts';

export function FollowUpFormScreen(): ReactNode {
  return <RecordForm layout={followUpLayout} />;
}
