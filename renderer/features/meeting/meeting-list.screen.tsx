import { Badge, Button, Menu, Paper, Popover, Table, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import {
  IconAlertTriangle,
  IconCalendarWeek,
  IconChevronDown,
  IconLock,
  IconPencil,
  IconPrinter,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { quarterOfWeek } from '#shared/features/meeting/meeting.rules.ts';
import { weekDays, weekOf } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useOpenActions } from '#renderer/features/action/action.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DiscardedDrafts } from './discarded-drafts.tsx';
import { useMeetings, usePrint } from './meeting.queries.ts';
import classes from './figures.module.css';

/** 会议: the weeks that were held, with the way to this week's and any other. */
export function MeetingListScreen(): ReactNode {
  const { t, day, record, field, choice } = useTexts();
  const { today } = useSession();
  const meetings = useMeetings();
  const actions = useOpenActions(undefined);
  const link = useLink();
  const go = useGo();
  const page = meetings.data;
  const current = weekOf(today);
  const items = actions.data ?? [];
  const openOf = (id: number): number => items.filter((item) => item.meetingId === id).length;
  const lateOf = (id: number): number =>
    items.filter((item) => item.meetingId === id && item.daysOverdue > 0).length;
  const name = (id: number | null): string => (id === null ? '' : (page?.labels['person']?.[id] ?? ''));
  const quarters = [
    ...new Set(
      (page?.rows ?? []).filter(({ state }) => state === 'confirmed').map((row) => quarterOfWeek(row.period)),
    ),
  ];

  return (
    <PageFrame
      title={record('meeting', 'many')}
      actions={
        <>
          {quarters.length > 0 ? <QuarterMenu quarters={quarters} /> : null}
          <OtherWeek onWeek={(week) => go(`/meeting/${week}`)} />
          <Button leftSection={<IconCalendarWeek size={15} />} onClick={() => go(`/meeting/${current}`)}>
            {t('meetingPage.list.thisWeek')}
          </Button>
        </>
      }
    >
      <ErrorNote error={meetings.error} onRetry={() => void meetings.refetch()} />
      <Paper className="sheet" p={0}>
        {page?.rows.length === 0 ? (
          <EmptyState icon={IconCalendarWeek} sentence={t('meetingPage.list.empty')} />
        ) : (
          <Table highlightOnHover className={classes.table} aria-label={record('meeting', 'many')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('meetingPage.list.week')}</Table.Th>
                <Table.Th>{field('meeting', 'number')}</Table.Th>
                <Table.Th>{field('meeting', 'state')}</Table.Th>
                <Table.Th>{field('meeting', 'heldOn')}</Table.Th>
                <Table.Th>{field('meeting', 'chairId')}</Table.Th>
                <Table.Th>{field('meeting', 'place')}</Table.Th>
                <Table.Th ta="right">{t('meetingPage.list.openActions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(page?.rows ?? []).map((row) => {
                const { first, last } = weekDays(row.period);
                const late = lateOf(row.id);
                return (
                  <Table.Tr
                    key={row.id}
                    className={classes.opens}
                    onClick={() => go(`/meeting/${row.period}`)}
                  >
                    <Table.Th scope="row" className={classes.rowHead}>
                      <a className={classes.drill} {...link(`/meeting/${row.period}`)}>
                        {t('meetingPage.name', { week: Number(row.period.slice(6)) })}
                      </a>
                      {row.period === current ? (
                        <Badge ml={8} size="sm">
                          {t('meetingPage.list.current')}
                        </Badge>
                      ) : null}
                      <div className={classes.under}>
                        {day(first)} – {day(last)}
                      </div>
                    </Table.Th>
                    <Table.Td className="figures">{row.number}</Table.Td>
                    <Table.Td>
                      <Badge
                        color={row.state === 'draft' ? 'orange' : 'green'}
                        leftSection={
                          row.state === 'draft' ? (
                            <IconPencil size={12} aria-hidden />
                          ) : (
                            <IconLock size={12} aria-hidden />
                          )
                        }
                      >
                        {choice('meeting', 'state', row.state)}
                      </Badge>
                    </Table.Td>
                    <Table.Td className="figures">
                      {row.heldOn === null ? (
                        <Text span inherit c="dimmed">
                          {t('meetingPage.list.notHeld')}
                        </Text>
                      ) : (
                        day(row.heldOn)
                      )}
                    </Table.Td>
                    <Table.Td>{name(row.chairId)}</Table.Td>
                    <Table.Td>{row.place ?? ''}</Table.Td>
                    <Table.Td ta="right" className="figures">
                      {openOf(row.id) === 0 ? '' : openOf(row.id)}
                      {late > 0 ? (
                        <div className={classes.bad}>
                          <IconAlertTriangle size={13} aria-hidden />{' '}
                          {t('meetingPage.list.overdueActions', { count: late })}
                        </div>
                      ) : null}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
      </Paper>
      <DiscardedDrafts />
    </PageFrame>
  );
}

/** Any day chooses its week. */
function OtherWeek(props: { readonly onWeek: (week: string) => void }): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          {t('meetingPage.list.otherWeek')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('meetingPage.list.chooseWeek')}>
        <Text size="xs" c="dimmed" mb="xs">
          {t('meetingPage.list.chooseWeek')}
        </Text>
        <DatePicker
          size="xs"
          firstDayOfWeek={1}
          withWeekNumbers
          defaultDate={today}
          onChange={(chosen) => {
            if (chosen !== null) props.onWeek(weekOf(chosen.slice(0, 10)));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** 批量打印: the confirmed minutes of a quarter as one file. */
function QuarterMenu(props: { readonly quarters: readonly string[] }): ReactNode {
  const { t } = useTexts();
  const { start: print, busy, error } = usePrint();
  return (
    <>
      <ErrorNote error={error} />
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconPrinter size={15} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('meetingPage.list.quarter')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {props.quarters.map((quarter) => (
            <Menu.Item key={quarter} onClick={() => print({ quarter })}>
              {t('meetingPage.list.quarterName', { year: quarter.slice(0, 4), quarter: quarter.slice(6) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
