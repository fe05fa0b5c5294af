import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useEmergencyDue } from './emergency.queries.ts';

const shownPlans = 5;

/** 应急预案到期 on the desk of who keeps the plans: drills and reviews that are due. Nothing while none is. */
export function EmergencyDeskCard(): ReactNode {
  const { t, record } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const enabled = may('emergency.write');
  const { data = [] } = useEmergencyDue(enabled);
  if (!enabled || data.length === 0) return null;
  return (
    <Paper className="sheet">
      <Title order={2} mb="xs">
        {t('emergency.card')}
      </Title>
      {data.slice(0, shownPlans).map(({ id, name, drill, review }) => (
        <Text key={id} size="sm">
          <a {...link(recordAddress('emergency', id))}>{name}</a>{' '}
          <Text span size="xs" c="dimmed">
            {[
              drill === null
                ? ''
                : drill === 'never'
                  ? t('emergency.drillNever')
                  : t('emergency.drillLate', { count: drill }),
              review === null
                ? ''
                : review === 'never'
                  ? t('emergency.reviewNever')
                  : t('emergency.reviewLate', { count: review }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </Text>
      ))}
      {data.length > shownPlans ? (
        <a {...link('/emergency')}>
          {record('emergency', 'many')} {data.length}
        </a>
      ) : null}
    </Paper>
  );
}
