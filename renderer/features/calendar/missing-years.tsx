import { Alert, Anchor } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

type Years = { readonly years: readonly number[] };

/** 缺节假日安排 as a sentence with the way to it; nothing when no year is missing. */
export function MissingYears({ years }: Years): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  if (years.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconCalendarOff size={18} aria-hidden />} p="xs">
      {t('calendar.missingSentence', { years: years.join(', ') })}{' '}
      <Anchor inherit {...link('/calendar-day')}>
        {t('calendar.open')}
      </Anchor>
    </Alert>
  );
}
