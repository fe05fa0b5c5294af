import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { eventLayout } from './event.layout.ts';

export function EventListScreen(): ReactNode {
  return <RecordList {...eventLayout} />;
}
