import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** 今天联系谁: the two lists of customer care are one place, for who may see both. */
export function CareTabs({ at }: { readonly at: 'due' | 'delivery' }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const go = useGo();
  if (!may('reminder.read') || !may('delivery.read')) return null;
  return (
    <SegmentedControl
      aria-label={t('reminder.call.tabs')}
      value={at}
      onChange={(value) => go(value === 'due' ? '/reminder/call' : '/follow-up/due')}
      data={[
        { value: 'due', label: t('reminder.call.due') },
        { value: 'delivery', label: t('reminder.call.delivery') },
      ]}
    />
  );
}
