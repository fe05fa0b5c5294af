import { Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLock, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { weekOf } from '#shared/kernel/period.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { ActionLines } from '#renderer/features/action/action-lines.tsx';
import { useOverdueActions } from '#renderer/features/action/action.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useMeetingOfWeek } from './meeting.queries.ts';
import classes from './meeting.module.css';

/** How many overdue items the desk shows. */
const shownLate = 3;

/** For the desk: how far this week's meeting is, and what is overdue from earlier ones. */
export function MeetingCardBody(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const go = useGo();
  const week = weekOf(today);
  const meeting = useMeetingOfWeek(week);
  const overdue = useOverdueActions();
  const late = overdue.data ?? [];
  return (
    <>
      <Group gap="sm">
        <Button variant="light" onClick={() => go(`/meeting/${week}`)}>
          {t('meetingPage.card.open')}
        </Button>
        {meeting.data === undefined ? null : meeting.data === null ? (
          <Badge color="gray">{t('meetingPage.card.none')}</Badge>
        ) : meeting.data.state === 'draft' ? (
          <Badge color="orange" leftSection={<IconPencil size={12} aria-hidden />}>
            {t('meeting.states.draft')}
          </Badge>
        ) : (
          <Badge color="green" leftSection={<IconLock size={12} aria-hidden />}>
            {t('meeting.states.confirmed')}
          </Badge>
        )}
      </Group>
      {overdue.data === undefined ? null : late.length === 0 ? (
        <Text size="xs" c="dimmed">
          <IconCircleCheck size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
          {t('meetingPage.card.noneOverdue')}
        </Text>
      ) : (
        <div>
          <Group justify="space-between" gap="xs">
            <span className={classes.bad}>
              <IconAlertTriangle size={14} aria-hidden />{' '}
              {t('meetingPage.card.overdue', { count: late.length })}
            </span>
            <a className={classes.drill} {...link('/action?scope=overdue')}>
              {t('meetingPage.card.more')}
            </a>
          </Group>
          <ActionLines items={late.slice(0, shownLate)} />
        </div>
      )}
    </>
  );
}
