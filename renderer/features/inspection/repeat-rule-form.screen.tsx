import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { repeatRuleLayout } from './repeat-rule.layout.ts';

export function RepeatRuleFormScreen(): ReactNode {
  return <RecordForm layout={repeatRuleLayout} />;
}
