import { Loader } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PlanPage } from './plan-page.tsx';
import { usePlan } from './plan.queries.ts';

/** One edition of a year's plan: `/plan/3`. */
export function PlanScreen(): ReactNode {
  const params = useParams({ strict: false });
  const { t } = useTexts();
  const plan = usePlan(Number(params['id'] ?? 0));
  if (plan.data) return <PlanPage key={plan.data.id} view={plan.data} />;
  return (
    <PageFrame title={t('plan.title')}>
      <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
      {plan.error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
    </PageFrame>
  );
}
