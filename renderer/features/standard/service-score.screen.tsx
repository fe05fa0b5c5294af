import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { serviceScoreLayout } from './standard.layout.ts';

/** 客户评分 as they were entered. */
export function ServiceScoreListScreen(): ReactNode {
  return <RecordList {...serviceScoreLayout} />;
}

/** One score: entered once, then only read; a low one names its complaint. */
export function ServiceScoreScreen(): ReactNode {
  return <RecordForm layout={serviceScoreLayout} />;
}
