import { Badge, Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { actionOriginText } from '#shared/text/action-origin.ts';
import { weekdayOf } from '#shared/kernel/day.ts';
import { weekOf } from '#shared/kernel/period.ts';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { ComplaintDeskCard } from '#renderer/features/complaint/complaint-desk-card.tsx';
import { DeliveryDeskCard } from '#renderer/features/delivery/delivery-desk-card.tsx';
import { EmergencyDeskCard } from '#renderer/features/emergency/emergency-desk-card.tsx';
import { FollowUpDeskCard } from '#renderer/features/follow-up/follow-up-desk-card.tsx';
import { IncomeDeskCard } from '#renderer/features/income/income-desk-card.tsx';
import { MeetingDeskCard } from '#renderer/features/meeting/meeting-desk-card.tsx';
import { PartnerDeskCard } from '#renderer/features/partner/partner-desk-card.tsx';
import { TrainingDeskCard } from '#renderer/features/training/training-desk-card.tsx';
import { ReminderDeskCard } from '#renderer/features/reminder/reminder-desk-card.tsx';
import { useHasPage } from '#renderer/hooks/use-has-page.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCounts, useDue, useOverdueActions } from './home.queries.ts';
import classes from './home.module.css';

const shownActions = 6;

/** 工作台: what waits for the person today. */
export function HomeScreen(): ReactNode {
  const { t, day } = useTexts();
  const { me, today, may } = useSession();
  const navigate = useNavigate();
  const hasPage = useHasPage();
  const counts = useCounts(may);
  const week = weekOf(today);
  const [year = '', number = ''] = week.split('-W');
  const weekday = t(`common.weekdays.${weekdayName(today)}`);
  const isEmpty = counts.length > 0 && counts.every(({ total }) => total === 0);
  const quick = (
    [
      ['importFiles', '/import', may('import.run'), IconFileImport],
      ['newOrder', '/order/new', may('order.write'), IconPlus],
      ['newCustomer', '/customer/new', may('customer.write'), IconPlus],
    ] as const
  ).filter(([, path, allowed]) => allowed && hasPage(path));

  return (
    <PageFrame
      title={t(`shell.home.${partOfDay()}`, { name: me.name })}
      subtitle={`${day(today)} · ${t('shell.home.week', { year, week: Number(number), weekday })}`}
      actions={quick.map(([key, path, , Shown], index) => (
        <Button
          key={key}
          variant={index === 0 ? 'filled' : 'default'}
          leftSection={<Shown size={16} />}
          onClick={() => void navigate({ to: path })}
        >
          {t(`shell.actions.${key}`)}
        </Button>
      ))}
    >
      {isEmpty && may('import.run') ? (
        <Paper className="sheet">
          <Title order={2} ta="center" mt="md">
            {t('shell.home.emptyTitle')}
          </Title>
          <EmptyState
            icon={IconFileImport}
            sentence={t('shell.home.emptySentence')}
            action={
              hasPage('/import') ? (
                <Button onClick={() => void navigate({ to: '/import' })}>
                  {t('shell.home.emptyAction')}
                </Button>
              ) : null
            }
          />
        </Paper>
      ) : null}
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        <MeetingDeskCard />
        <DueCard />
        <ActionCard />
        <DeliveryDeskCard />
        <ComplaintDeskCard />
        <IncomeDeskCard />
        <TrainingDeskCard />
        <EmergencyDeskCard />
        <PartnerDeskCard />
        <ReminderDeskCard />
        <FollowUpDeskCard />
      </SimpleGrid>
      {isEmpty ? null : (
        <Paper className="sheet">
          <Title order={2} mb="sm">
            {t('shell.home.records')}
          </Title>
          <CountLine counts={counts} />
        </Paper>
      )}
    </PageFrame>
  );
}

/** 行动事项: what should have been done by now, by whom. */
function ActionCard(): ReactNode {
  const { t, day, language } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data } = useOverdueActions(may('action.read'));
  if (!may('action.read') || !data) return null;
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('shell.home.actions')}</Title>
        {data.length > 0 ? (
          <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('shell.home.actionsOverdue', { count: data.length })}
          </Badge>
        ) : null}
      </Group>
      {data.length === 0 ? <Text c="dimmed">{t('shell.home.actionsNone')}</Text> : null}
      <DeskLines>
        {data.slice(0, shownActions).map((item) => (
          <DeskLine
            key={item.id}
            link={link(`/action/${item.id}`)}
            what={item.text}
            detail={[
              item.ownerName,
              day(item.dueOn),
              // Some items begin with the number of what they come from.
              ...(item.origin && !item.text.includes(item.origin.name)
                ? [actionOriginText(item.origin, language)]
                : []),
            ].join(' · ')}
            end={t('meeting.labels.overdueDays', { count: item.daysOverdue })}
            tone="late"
          />
        ))}
      </DeskLines>
    </Paper>
  );
}

function DueCard(): ReactNode {
  const { t } = useTexts();
  const { today, may } = useSession();
  const hasPage = useHasPage();
  const link = useLink();
  const due = useDue(today, may);
  const waiting = due.filter(({ total }) => total !== undefined && total > 0);
  const known = due.every(({ total }) => total !== undefined);
  return (
    <Paper className="sheet">
      <Title order={2} mb="xs">
        {t('shell.home.due')}
      </Title>
      {known && waiting.length === 0 ? <Text c="dimmed">{t('shell.home.nothingDue')}</Text> : null}
      <DeskLines>
        {waiting.map(({ key, feature, filters, total }) => (
          <DeskLine
            key={key}
            link={hasPage(`/${feature}`) ? link(listAddress(feature, { filters })) : undefined}
            what={t(`shell.home.dueTitles.${key}`)}
            end={
              <>
                {total} <IconChevronRight size={16} aria-hidden />
              </>
            }
          />
        ))}
      </DeskLines>
    </Paper>
  );
}

function CountLine(props: { readonly counts: ReturnType<typeof useCounts> }): ReactNode {
  const { record } = useTexts();
  const hasPage = useHasPage();
  return (
    <Group gap="xl">
      {props.counts.map(({ feature, total }) => {
        const figure = (
          <>
            <span className={classes['figure']}>
              {total === undefined ? '…' : total.toLocaleString('en')}
            </span>
            <span className={classes['name']}>{record(feature, 'many')}</span>
          </>
        );
        return hasPage(`/${feature}`) ? (
          <Link key={feature} to={`/${feature}`} className={classes['count']}>
            {figure}
          </Link>
        ) : (
          <span key={feature} className={classes['count']}>
            {figure}
          </span>
        );
      })}
    </Group>
  );
}

type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';
const weekdayName = (day: string): Weekday => String(weekdayOf(day)) as Weekday; // 1 … 7

/** By the clock on the wall of the person, not the store's business day. */
function partOfDay(): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date().getHours();
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}
