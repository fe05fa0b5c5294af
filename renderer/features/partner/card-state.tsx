import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CardState } from '#shared/features/partner/partner.fields.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const colours: Readonly<Record<CardState, string>> = {
  stock: 'blue',
  issued: 'green',
  used: 'gray',
  expired: 'orange',
  damaged: 'red',
  returned: 'gray',
  cancelled: 'gray',
};

/** 状态 of a card; one whose last day is over says so before it is written off. */
export function CardStateBadge({
  state,
  isOver = false,
}: {
  readonly state: CardState;
  readonly isOver?: boolean;
}): ReactNode {
  const { t, choice } = useTexts();
  return (
    <Badge size="sm" variant="light" color={isOver ? 'orange' : colours[state]}>
      {isOver ? t('partner.over') : choice('partnerCard', 'state', state)}
    </Badge>
  );
}
