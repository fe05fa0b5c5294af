import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { personLayout } from './person.layout.ts';

export function PersonListScreen(): ReactNode {
  return <RecordList {...personLayout} />;
}
