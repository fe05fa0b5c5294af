import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { standardLayout } from './standard.layout.ts';

export function StandardFormScreen(): ReactNode {
  return <RecordForm layout={standardLayout} />;
}
