import { ActionIcon, Anchor, Badge, Loader, Paper, SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconSpeakerphone, IconTruck } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Fleet } from '#shared/features/reminder/reminder-views.ts';
import { addDays } from '#shared/kernel/day.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PageSteps } from './page-steps.tsx';
import { dayWords } from './day-words.ts';
import { printFleet, useFleet } from './reminder.queries.ts';
import classes from './reminder.module.css';

const spans = ['30', '90', '365'] as const;
/** Vehicles of a page. */
const pageSize = 60;
type Span = (typeof spans)[number];

/** 车队到期: everything that falls due on the vehicles of one owner, on one page and on one letter. */
export function FleetScreen(): ReactNode {
  const { t, day } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const customerId = Number(useParams({ strict: false })['id']);
  const [span, setSpan] = useState<Span>('90');
  const [asked, setPage] = useState(1);
  const { data, error, isPending, refetch } = useFleet(customerId);
  const until = addDays(today, Number(span));
  const shown = (data?.vehicles ?? []).map((vehicle) => ({
    ...vehicle,
    reminders: vehicle.reminders.filter(({ dueOn, state }) => dueOn <= until && state !== 'over'),
  }));
  const due = shown.filter(({ reminders }) => reminders.length > 0);
  const pages = Math.max(Math.ceil(due.length / pageSize), 1);
  const page = Math.min(asked, pages);
  const things = shown.flatMap(({ reminders }) => reminders);
  const overdue = things.filter(({ state }) => state === 'overdue').length;
  return (
    <PageFrame
      title={data ? `${t('reminder.fleet.title')} · ${data.customerName}` : t('reminder.fleet.title')}
      before={
        <ActionIcon
          component="a"
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('common.back')}
          {...link(recordAddress('customer', customerId))}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
      }
      subtitle={
        data
          ? t('reminder.fleet.sentence', { count: shown.length, things: things.length, overdue })
          : undefined
      }
      actions={
        <>
          <SegmentedControl
            aria-label={t('reminder.fleet.within')}
            value={span}
            onChange={(value) => setSpan(spans.find((one) => one === value) ?? '90')}
            data={spans.map((value) => ({
              value,
              label: t('reminder.fleet.days', { count: Number(value) }),
            }))}
          />
          {things.length > 0 ? (
            <PaperButton
              name={`${data?.customerName ?? ''} ${until}`}
              label={t('reminder.fleet.print')}
              load={(format, signal) =>
                printFleet({ customerId, until, format }, signal ?? new AbortController().signal)
              }
              inHead
              byKey
            />
          ) : null}
        </>
      }
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data && things.length === 0 ? (
        <Paper className="sheet">
          <EmptyState
            icon={IconTruck}
            sentence={t(shown.length === 0 ? 'reminder.fleet.none' : 'reminder.fleet.nothing')}
          />
        </Paper>
      ) : null}
      {(data?.touches ?? []).map(({ campaignId, triggerId, name, offer, until: last }) => (
        <Paper key={`${campaignId}-${triggerId}`} className="sheet" p="xs">
          <Text size="sm">
            <IconSpeakerphone size={14} aria-hidden />{' '}
            {t('reminder.fleet.campaign', { name, offer, day: day(last) })}
          </Text>
        </Paper>
      ))}
      <div className={classes['fleet']}>
        {due.slice((page - 1) * pageSize, page * pageSize).map((vehicle) => (
          <Vehicle key={vehicle.vehicleId} vehicle={vehicle} />
        ))}
      </div>
      <PageSteps page={page} pageSize={pageSize} total={due.length} onPage={setPage} />
    </PageFrame>
  );
}

function Vehicle({ vehicle }: { readonly vehicle: Fleet['vehicles'][number] }): ReactNode {
  const { vehicleId, plate, model, reminders } = vehicle;
  const texts = useTexts();
  const { t, day, choice } = texts;
  const { today } = useSession();
  const link = useLink();
  return (
    <section className={classes['vehicle']}>
      <Anchor fw={600} className={`code ${classes['link']}`} {...link(recordAddress('vehicle', vehicleId))}>
        {plate ?? t('reminder.fleet.noPlate')}
      </Anchor>{' '}
      <small className={classes['model']}>{model}</small>
      <ul>
        {reminders.map((reminder) => (
          <li key={reminder.kind}>
            <span>{choice('reminderRule', 'kind', reminder.kind)}</span>
            <span className="figures">
              {day(reminder.dueOn)}{' '}
              <Badge
                color={reminder.state === 'overdue' ? 'red' : reminder.state === 'later' ? 'gray' : 'orange'}
                leftSection={
                  reminder.state === 'overdue' ? <IconAlertTriangle size={12} aria-hidden /> : null
                }
              >
                {dayWords(reminder, today, texts)}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
