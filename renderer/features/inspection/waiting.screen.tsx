import { Badge, Button, Loader, Paper, SegmentedControl, Select, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowRight,
  IconCalendarDue,
  IconClockExclamation,
  IconMapPin,
  IconPlayerPlay,
  IconSparkles,
  IconTool,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { checkPurposes } from '#shared/features/checklist/checklist.content.ts';
import type { WaitingCheck } from '#shared/features/inspection/inspection.contract.ts';
import { mayCheck } from '#shared/features/inspection/inspection.rules.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DueDay } from '#renderer/components/fields/due-day.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CoverageTile } from './coverage-tile.tsx';
import { useStart, useWaiting } from './inspection.queries.ts';
import classes from './waiting.module.css';

const reasons: Readonly<Record<WaitingCheck['reason'], readonly [colour: string, icon: Icon]>> = {
  new: ['blue', IconSparkles],
  running: ['desk', IconPlayerPlay],
  failed: ['red', IconAlertTriangle],
  expired: ['orange', IconClockExclamation],
  handOver: ['green', IconTruckDelivery],
  level: ['blue', IconTool],
};

/** 待检: what waits for the person or for all, by promised day and place. The filters stand in the address. */
export function WaitingScreen(): ReactNode {
  const { t, choice } = useTexts();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const mine = search['all'] !== true;
  const purpose = checkPurposes.find((one) => one === search['purpose']) ?? null;
  const waiting = useWaiting(mine);
  const shown = (waiting.data ?? []).filter((one) => purpose === null || one.purpose === purpose);
  const open = (next: { mine?: boolean; purpose?: string | null }): void => {
    const parts = [
      (next.mine ?? mine) ? '' : 'all=true',
      (next.purpose === undefined ? purpose : next.purpose) ? `purpose=${next.purpose ?? purpose}` : '',
    ].filter((part) => part !== '');
    go(`/inspection/waiting${parts.length > 0 ? `?${parts.join('&')}` : ''}`, { replace: true });
  };
  return (
    <PageFrame
      title={t('inspection.waitingTitle')}
      subtitle={waiting.data ? t('inspection.waitingSentence', { count: shown.length }) : undefined}
      maxWidth={1180}
    >
      <CoverageTile />
      <div className={classes.filter}>
        <SegmentedControl
          size="md"
          aria-label={t('inspection.whose')}
          value={mine ? 'mine' : 'all'}
          onChange={(value) => open({ mine: value === 'mine' })}
          data={[
            { value: 'mine', label: t('inspection.mine') },
            { value: 'all', label: t('inspection.all') },
          ]}
        />
        <Select
          size="md"
          w={190}
          aria-label={t('inspection.kind')}
          placeholder={t('inspection.everyKind')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          value={purpose}
          onChange={(value) => open({ purpose: value })}
          data={checkPurposes
            .filter((one) => one !== 'preparation' && one !== 'ceremony')
            .map((one) => ({ value: one, label: choice('inspection', 'purpose', one) }))}
        />
      </div>
      <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />
      {waiting.isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {waiting.data && shown.length === 0 ? (
        <Paper className="sheet">
          <EmptyState sentence={t(mine ? 'inspection.nothingMine' : 'inspection.nothingAll')} />
        </Paper>
      ) : (
        <ul className={classes.list}>
          {shown.map((one) => (
            <WaitingRow key={one.key} waiting={one} />
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

function WaitingRow(props: { readonly waiting: WaitingCheck }): ReactNode {
  const { waiting } = props;
  const { purpose, reason, inspectionId, stockId, repairId, vin, plate, model, place } = waiting;
  const { promisedOn, promisedAt } = waiting;
  const { t, choice, instant } = useTexts();
  const { me, may } = useSession();
  const go = useGo();
  const start = useStart();
  const [colour, Shown] = reasons[reason];
  const name = choice('inspection', 'purpose', purpose);
  const thing = [model, plate ?? vin?.slice(-8)]
    .filter((one) => one !== null && one !== undefined)
    .join(' · ');
  const act = t(
    reason === 'failed'
      ? 'inspection.again'
      : inspectionId !== null && reason !== 'expired'
        ? 'inspection.goOn'
        : 'inspection.start',
  );
  const goOn = (): void => {
    if (inspectionId !== null && (reason === 'running' || reason === 'level'))
      return go(`/inspection/${inspectionId}`);
    return start.mutate(
      { purpose, ...(stockId === null ? {} : { stockId }), ...(repairId === null ? {} : { repairId }) },
      { onSuccess: ({ id }) => go(`/inspection/${id}`) },
    );
  };
  const mayBegin = may('inspection.write') && mayCheck(me.roles, purpose);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={600} size="lg" truncate>
          {thing}
        </Text>
        <div className={classes.facts}>
          <Text span fw={500}>
            {name}
          </Text>
          <Badge color={colour} leftSection={<Shown size={13} aria-hidden />}>
            {t(`inspection.reasons.${reason}`)}
          </Badge>
          <Text span c="dimmed">
            <IconMapPin size={14} aria-hidden />{' '}
            {repairId === null
              ? place
                ? t('inspection.place', { place })
                : t('inspection.noPlace')
              : (place ?? t('inspection.noBay'))}
          </Text>
          <Text span c={promisedOn === null ? 'dimmed' : undefined}>
            {promisedOn === null ? (
              <>
                <IconCalendarDue size={14} aria-hidden /> {t('inspection.notPromised')}
              </>
            ) : (
              <>
                {t('inspection.promised')} <DueDay day={promisedOn} soonDays={3} />
              </>
            )}
            {promisedAt === null ? null : ` ${instant(promisedAt).slice(-5)}`}
          </Text>
          {waiting.items > 0 && reason === 'running' ? (
            <Text span c="dimmed" className="figures">
              {t('inspection.progress', { answered: waiting.answered, items: waiting.items })}
            </Text>
          ) : null}
        </div>
        <ErrorNote error={start.error} />
      </div>
      {mayBegin ? (
        <Button
          size="lg"
          variant={reason === 'running' ? 'filled' : 'light'}
          rightSection={<IconArrowRight size={18} aria-hidden />}
          aria-label={t('inspection.startOf', { act, purpose: name, thing })}
          loading={start.isPending}
          onClick={goOn}
        >
          {act}
        </Button>
      ) : null}
    </li>
  );
}
