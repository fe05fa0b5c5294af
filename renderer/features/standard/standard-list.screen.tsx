import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { standardLayout } from './standard.layout.ts';

export function StandardListScreen(): ReactNode {
  return <RecordList {...standardLayout} />;
}
