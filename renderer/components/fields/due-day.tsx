import { Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { daysBetween, isDay } from '#shared/kernel/day.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A due day: past ones with a warning and the days over, near ones with a clock. Due today is not overdue. */
export function DueDay(props: {
  readonly day: unknown;
  readonly open?: boolean;
  readonly soonDays?: number;
}): ReactNode {
  const { day, open = true, soonDays = 30 } = props;
  const { t, day: shown } = useTexts();
  const { today } = useSession();
  if (typeof day !== 'string' || !isDay(day)) return null;
  const left = daysBetween(today, day);
  if (!open || left > soonDays) return shown(day);
  const past = left < 0;
  return (
    <Text
      span
      inherit
      c={past ? 'var(--mantine-color-error)' : undefined}
      title={t(past ? 'list.overdue' : 'list.dueSoon', { days: Math.abs(left), count: Math.abs(left) })}
    >
      {past ? (
        <IconAlertTriangle
          size={13}
          aria-label={t('list.overdue', { days: -left, count: -left })}
          style={{ verticalAlign: '-2px' }}
        />
      ) : (
        <IconClock
          size={13}
          aria-label={t('list.dueSoon', { days: left, count: left })}
          style={{ verticalAlign: '-2px' }}
        />
      )}{' '}
      {shown(day)}
    </Text>
  );
}
