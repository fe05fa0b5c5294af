import { Anchor, Group, Paper, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
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
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('emergency.card')}</Title>
        <Anchor size="xs" ml="auto" {...link('/emergency')}>
          {record('emergency', 'many')} {data.length}
        </Anchor>
      </Group>
      <DeskLines>
        {data.slice(0, shownPlans).map(({ id, name, drill, review }) => (
          <DeskLine
            key={id}
            link={link(recordAddress('emergency', id))}
            what={name}
            detail={[
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
            end={<IconChevronRight size={16} aria-hidden />}
          />
        ))}
      </DeskLines>
    </Paper>
  );
}
