import { Loader } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { IncomeCalculator } from './income-calculator.tsx';
import { IncomePersonSelect } from './income-person-select.tsx';
import { useIncomeBasis } from './income.queries.ts';

/** 收入目标测算: the own one, or that of a person whom one leads (`?person=`). */
export function IncomeScreen(): ReactNode {
  const { me } = useSession();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const personId = typeof search['person'] === 'number' ? search['person'] : me.personId;
  return <PersonIncome key={personId} personId={personId} />;
}

function PersonIncome({ personId }: { readonly personId: number }): ReactNode {
  const { t } = useTexts();
  const { data, error } = useIncomeBasis(personId);
  if (data) return <IncomeCalculator basis={data} />;
  return (
    <PageFrame title={t('income.title')} actions={<IncomePersonSelect personId={personId} />}>
      <ErrorNote error={error} />
      {error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
    </PageFrame>
  );
}
