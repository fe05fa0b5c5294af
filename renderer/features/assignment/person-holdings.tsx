import { Alert, Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useHoldings } from './assignment.queries.ts';

/** What hangs on a person, on their page: a warning for somebody who has left. Nothing where nothing does. */
export function PersonHoldings(props: { readonly personId: number; readonly isRemoved: boolean }): ReactNode {
  const { personId, isRemoved } = props;
  const { t } = useTexts();
  const { may, today } = useSession();
  const link = useLink();
  const sees = may('assignment.handOver');
  const { data } = useHoldings(personId, sees);
  if (!sees || !data) return null;
  const count = data.counts.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const isGone = isRemoved || (data.leftOn !== null && data.leftOn <= today);
  return (
    <Alert color={isGone ? 'orange' : 'blue'} role="status" p="sm">
      {isGone ? t('assignment.stillHolds', { name: data.name, count }) : t('assignment.holds', { count })}{' '}
      <Anchor py={2} {...link(`/assignment/hand-over?person=${personId}`)}>
        {t('assignment.toHandOver')}
      </Anchor>
    </Alert>
  );
}
