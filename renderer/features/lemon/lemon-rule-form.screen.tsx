import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { lemonRuleLayout } from './lemon.layout.ts';

export function LemonRuleFormScreen(): ReactNode {
  return <RecordForm layout={lemonRuleLayout} />;
}
