import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { eventLayout } from './event.layout.ts';

export function EventFormScreen(): ReactNode {
  return <RecordForm layout={eventLayout} />;
}
