import { Badge, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCar, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LemonStanding } from '#shared/features/lemon/lemon.rules.ts';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useLemonStanding } from './lemon.queries.ts';

/** 三包计数 of a vehicle: days in repair, the same fault, spare vehicles. Nothing for vehicles that 三包 does not cover. */
export function LemonCard({ vehicleId }: { readonly vehicleId: number }): ReactNode {
  const { data } = useLemonStanding(vehicleId);
  return data?.standing ? <Standing standing={data.standing} /> : null;
}

function Standing({ standing }: { readonly standing: LemonStanding }): ReactNode {
  const { t, day } = useTexts();
  const { rule, totalDays, isOverDays, sameFaultTimes, isOverTimes, faults, spares, periodEndsOn } = standing;
  return (
    <Paper className="sheet" component="section" p="sm" aria-label={t('lemon.title')}>
      <Group gap="xs" mb={4}>
        <Title order={2} size="sm">
          {t('lemon.title')}
        </Title>
        <Text size="xs" c="dimmed">
          {t('lemon.rule', { name: rule.name })} · {t('lemon.repairs', { count: standing.repairs })}
        </Text>
        {rule.confirmed ? null : <CheckedMark checked={false} />}
      </Group>
      <Count
        words={t('lemon.days', { count: totalDays })}
        limit={t('lemon.daysLimit', { limit: rule.totalDays })}
        isOver={isOverDays}
      />
      <Count
        words={t('lemon.times', { count: sameFaultTimes })}
        limit={t('lemon.timesLimit', { limit: rule.sameFaultTimes })}
        isOver={isOverTimes}
      />
      {faults.slice(0, 3).map(({ fault, repairIds }) => (
        <Text key={fault} size="xs" c="dimmed">
          {t('lemon.fault', { fault, count: repairIds.length })}
        </Text>
      ))}
      {spares.map(({ repairId, number, days, dueFrom, isOpen }) => (
        <Text key={repairId} size="xs" c={isOpen ? 'var(--mantine-color-error)' : undefined}>
          <IconCar size={13} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
          {t('lemon.spare', { number, count: days, day: day(dueFrom) })}
        </Text>
      ))}
      <Text size="xs" c="dimmed" mt={4}>
        {periodEndsOn === null
          ? t('lemon.noPeriod')
          : t('lemon.period', { day: day(periodEndsOn), km: standing.periodKm.toLocaleString('en') })}
      </Text>
    </Paper>
  );
}

function Count(props: {
  readonly words: string;
  readonly limit: string;
  readonly isOver: boolean;
}): ReactNode {
  const { words, limit, isOver } = props;
  const { t } = useTexts();
  const Shown = isOver ? IconAlertTriangle : IconCircleCheck;
  return (
    <Group gap="xs">
      <Text size="sm" fw={600} className="figures">
        {words}
      </Text>
      <Badge color={isOver ? 'red' : 'green'} leftSection={<Shown size={12} aria-hidden />}>
        {t(isOver ? 'lemon.over' : 'lemon.within')}
      </Badge>
      <Text size="xs" c="dimmed">
        {limit}
      </Text>
    </Group>
  );
}
