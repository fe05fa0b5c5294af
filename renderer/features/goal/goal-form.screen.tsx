import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { goalLayout } from './goal.layout.ts';

export function GoalFormScreen(): ReactNode {
  return <RecordForm layout={goalLayout} />;
}
