import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { personLayout } from './person.layout.ts';

export function PersonFormScreen(): ReactNode {
  return <RecordForm layout={personLayout} />;
}
