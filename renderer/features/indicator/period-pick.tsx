import { ActionIcon, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  periodAt,
  periodBeside,
  periodKindOf,
  periodKinds,
  periodSpan,
} from '#shared/features/indicator/indicator-period.rules.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useIndicatorTexts } from './use-indicator-texts.ts';

/** A period: its kind, and the one before or after. */
export function PeriodPick(props: {
  readonly period: string;
  readonly onChange: (period: string) => void;
}): ReactNode {
  const { period, onChange } = props;
  const { t } = useTexts();
  const { today } = useSession();
  const texts = useIndicatorTexts();
  const kind = periodKindOf(period) ?? 'month';
  const { first, last } = periodSpan(period);
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t('indicator.period')}
        value={kind}
        data={periodKinds.map((value) => ({ value, label: t(`indicator.periodKinds.${value}`) }))}
        onChange={(value) => {
          const chosen = periodKinds.find((one) => one === value);
          // The period of the other kind that holds today, or where this one begins.
          if (chosen) onChange(periodAt(chosen, today >= first && today <= last ? today : first));
        }}
      />
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('indicator.earlier')}
          onClick={() => onChange(periodBeside(period, -1))}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text size="sm" fw={600} miw={110} ta="center" aria-live="polite">
          {texts.period(period)}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('indicator.later')}
          onClick={() => onChange(periodBeside(period, 1))}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
