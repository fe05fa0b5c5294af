import { Anchor, Button, Loader, NativeSelect, Paper, SegmentedControl, Text } from '@mantine/core';
import { IconAdjustments, IconAlertTriangle, IconCalendarCheck, IconPhoneCheck } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { CallLine, CallPage } from '#shared/features/reminder/reminder-views.ts';
import { reminderKinds, type ReminderKind } from '#shared/features/reminder/reminder.fields.ts';
import { daysBetween } from '#shared/kernel/day.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { tellLatest } from '#renderer/components/tell-latest.ts';
import { PickList } from '#renderer/components/pick-list.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { MakeCampaignOf } from '#renderer/features/campaign/make-campaign.tsx';
import list from '#renderer/features/follow-up/follow-up.module.css';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CallDesk } from './call-desk.tsx';
import type { CallEntered } from './call-entered.ts';
import { CareTabs } from './care-tabs.tsx';
import { useCallPage } from './reminder.queries.ts';
import { TermsDialog } from './terms-dialog.tsx';
import { useHours } from './use-hours.ts';
import classes from './reminder.module.css';
import { PageSteps } from './page-steps.tsx';

const pageSize = 50;

/** 到期邀约: whom customer care calls today, one entry for a customer with all reasons; the next comes by itself after saving. */
export function CallListScreen(): ReactNode {
  const { t, choice, money } = useTexts();
  const { may, me } = useSession();
  const link = useLink();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked = typeof search['customer'] === 'number' ? search['customer'] : null;
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const [kind, setKind] = useState<ReminderKind | null>(
    reminderKinds.find((one) => one === search['kind']) ?? null,
  );
  const [page, setPage] = useState(1);
  const [showsTerms, setShowsTerms] = useState(false);
  const due = useCallPage({ whose, kind, page, pageSize });
  const { data } = due;
  return (
    <PageFrame
      title={t('reminder.call.title')}
      subtitle={
        data
          ? t('reminder.call.sentence', {
              count: data.total,
              overdue: data.overdue,
              value: money(data.valueFen),
            })
          : undefined
      }
      actions={
        <>
          <CareTabs at="due" />
          {(data?.isMine ?? whose === 'all') ? (
            <SegmentedControl
              aria-label={t('reminder.call.whose')}
              value={whose}
              onChange={(value) => {
                setWhose(value === 'all' ? 'all' : 'mine');
                setPage(1);
              }}
              data={[
                { value: 'mine', label: t('reminder.call.mine') },
                { value: 'all', label: t('reminder.call.all') },
              ]}
            />
          ) : null}
          <NativeSelect
            aria-label={t('reminder.call.kind')}
            value={kind ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setKind(reminderKinds.find((one) => one === value) ?? null);
              setPage(1);
            }}
            data={[
              { value: '', label: t('reminder.call.allKinds') },
              ...reminderKinds.map((value) => ({ value, label: choice('reminderRule', 'kind', value) })),
            ]}
          />
          <MakeCampaignOf
            source={{
              feature: 'reminder',
              list: { careId: whose === 'mine' && data?.isMine ? me.personId : null, kind },
            }}
            total={data?.total ?? 0}
          />
          {may('rule.write') ? (
            <>
              <Button
                variant="default"
                leftSection={<IconAdjustments size={15} />}
                onClick={() => setShowsTerms(true)}
              >
                {t('reminder.call.terms')}
              </Button>
              <Anchor size="sm" className={classes.link} {...link(listAddress('reminderRule'))}>
                {t('reminder.call.rules')}
              </Anchor>
            </>
          ) : null}
        </>
      }
    >
      <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
      {due.isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data && data.lines.length === 0 && asked === null ? (
        <Paper className="sheet">
          <EmptyState
            icon={IconPhoneCheck}
            sentence={t(kind === null ? 'reminder.call.none' : 'reminder.call.noneOfKind')}
          />
        </Paper>
      ) : null}
      {data && (data.lines.length > 0 || asked !== null) ? (
        <Surface key={`${whose}-${kind}-${page}`} page={data} asked={asked} />
      ) : null}
      {data ? <PageSteps page={page} pageSize={pageSize} total={data.total} onPage={setPage} /> : null}
      <Text size="xs" c="dimmed">
        {t('reminder.call.formula')}
      </Text>
      {showsTerms ? <TermsDialog onClose={() => setShowsTerms(false)} /> : null}
    </PageFrame>
  );
}

const keyOf = ({ customerId }: CallLine): string => String(customerId);

/** The list beside the call that was chosen in it; a customer who is asked for by the address comes first. */
function Surface({ page, asked }: { readonly page: CallPage; readonly asked: number | null }): ReactNode {
  const { lines } = page;
  const { t, day, time } = useHours();
  const [chosen, setChosen] = useState<number | null>(asked);
  /** Counts how often the keys were sent to the form. */
  const [turn, setTurn] = useState(0);
  const current = chosen ?? lines[0]?.customerId ?? null;
  if (current === null) return null;
  const entered = ({ name, appointment }: CallEntered): void => {
    tellLatest('call', {
      message: appointment
        ? t('reminder.call.booked', { name, day: day(appointment.onDay), hour: time(appointment.hour) })
        : t('reminder.call.saved', { name }),
      color: 'green',
    });
    const at = lines.findIndex(({ customerId }) => customerId === current);
    setChosen((lines[at + 1] ?? lines[at - 1])?.customerId ?? null);
    setTurn(turn + 1);
  };
  return (
    <div className={list['surface']}>
      <PickList
        items={lines}
        keyOf={keyOf}
        chosen={String(current)}
        onChoose={(key) => setChosen(Number(key))}
        onBegin={() => setTurn(turn + 1)}
        label={t('reminder.call.list')}
        className={list['list']}
        lineClassName={list['line']}
      >
        {(line) => <Line line={line} />}
      </PickList>
      <CallDesk key={current} customerId={current} turn={turn} onEntered={entered} />
    </div>
  );
}

function Line({ line }: { readonly line: CallLine }): ReactNode {
  const { t, day, money, choice } = useTexts();
  const { today } = useSession();
  const { reasons, reasonCount, dueOn, promisedOn, lastOn } = line;
  const names = [...new Set(reasons.map(({ kind }) => choice('reminderRule', 'kind', kind)))];
  const overdue = daysBetween(dueOn, today);
  const when =
    promisedOn === null ? (
      <span className={list['when']} data-tone={overdue > 0 ? 'late' : overdue === 0 ? 'today' : 'none'}>
        {overdue > 0 ? <IconAlertTriangle size={13} aria-hidden /> : null}{' '}
        {overdue > 0
          ? t('reminder.overdueDays', { count: overdue })
          : overdue === 0
            ? t('reminder.states.today')
            : t('reminder.inDays', { count: -overdue })}
      </span>
    ) : (
      <span className={list['when']} data-tone="today">
        <IconCalendarCheck size={13} aria-hidden /> {t('reminder.call.promised', { day: day(promisedOn) })}
      </span>
    );
  return (
    <span className={`${list['what']} ${classes.entry}`}>
      <strong>{line.customerName}</strong>
      {when}
      <small>
        {names.join(' · ')}
        {reasonCount > reasons.length ? ` ${t('reminder.call.more', { count: reasonCount })}` : ''}
      </small>
      <small>
        {t('reminder.call.value', { value: money(line.valueFen) })}
        {lastOn === null ? '' : ` · ${t('reminder.call.lastOn', { day: day(lastOn) })}`}
      </small>
    </span>
  );
}
