import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { addWeeks, weekDays } from '#shared/kernel/period.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** First and last day of a week. */
export function WeekSpan(props: { readonly week: string }): ReactNode {
  const { day } = useTexts();
  const { first, last } = weekDays(props.week);
  return (
    <Text c="dimmed" size="xs" className="figures">
      {day(first)} – {day(last)}
    </Text>
  );
}

/** Back to all meetings, one week back, one week on. */
export function WeekSteps(props: { readonly week: string }): ReactNode {
  const { week } = props;
  const { t, record } = useTexts();
  const link = useLink();
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={record('meeting', 'many')}>
        <ActionIcon component="a" color="gray" aria-label={record('meeting', 'many')} {...link('/meeting')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon
        component="a"
        color="gray"
        aria-label={t('meetingPage.previousWeek')}
        {...link(`/meeting/${addWeeks(week, -1)}`)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon
        component="a"
        color="gray"
        aria-label={t('meetingPage.nextWeek')}
        {...link(`/meeting/${addWeeks(week, 1)}`)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
