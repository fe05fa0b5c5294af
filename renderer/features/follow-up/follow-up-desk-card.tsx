import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { keyOf, lateness } from './due-line.ts';
import { useDueFollowUps } from './follow-up.queries.ts';

const shownLines = 5;

/** 交车回访 on the desk: the own calls, or those of all where the person has none. */
export function FollowUpDeskCard(): ReactNode {
  const texts = useTexts();
  const { t } = texts;
  const { may, today } = useSession();
  const link = useLink();
  const enabled = may('delivery.read') && may('customer.write');
  const { data } = useDueFollowUps(enabled);
  if (!enabled || !data) return null;
  const mine = data.filter(({ isMine }) => isMine);
  const lines = mine.length > 0 ? mine : data;
  const late = lines.filter(({ state }) => state === 'late').length;
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('followUp.title')}</Title>
        {late > 0 ? (
          <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('followUp.states.late')} {late}
          </Badge>
        ) : null}
        <Anchor size="xs" ml="auto" {...link('/follow-up/due')}>
          {t('followUp.desk.open', { count: data.length })}
        </Anchor>
      </Group>
      {lines.length === 0 ? <Text c="dimmed">{t('followUp.desk.none')}</Text> : null}
      <DeskLines>
        {lines.slice(0, shownLines).map((line) => {
          const { tone, words } = lateness(line, today, texts);
          return (
            <DeskLine
              key={keyOf(line)}
              link={link(`/follow-up/due?order=${line.orderId}`)}
              what={line.customerName}
              detail={`${line.ruleName} · ${line.model}`}
              end={words}
              tone={tone}
            />
          );
        })}
      </DeskLines>
    </Paper>
  );
}
