import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCallPage } from './reminder.queries.ts';

const shownLines = 5;

/** 到期邀约 on the desk: the own customers of today, those of all where the person has none. */
export function ReminderDeskCard(): ReactNode {
  const { t, money, choice } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const enabled = may('reminder.call');
  const { data } = useCallPage({ whose: 'mine', pageSize: shownLines }, enabled);
  if (!enabled || !data) return null;
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('reminder.call.title')}</Title>
        {data.overdue > 0 ? (
          <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('reminder.call.desk.overdue', { count: data.overdue })}
          </Badge>
        ) : null}
        <Anchor size="xs" ml="auto" {...link('/reminder/call')}>
          {t('reminder.call.desk.open', { count: data.total })}
        </Anchor>
      </Group>
      {data.lines.length === 0 ? <Text c="dimmed">{t('reminder.call.desk.none')}</Text> : null}
      <DeskLines>
        {data.lines.map((line) => (
          <DeskLine
            key={line.customerId}
            link={link(`/reminder/call?customer=${line.customerId}`)}
            what={line.customerName}
            detail={[...new Set(line.reasons.map(({ kind }) => choice('reminderRule', 'kind', kind)))].join(
              ' · ',
            )}
            end={money(line.valueFen)}
          />
        ))}
      </DeskLines>
    </Paper>
  );
}
