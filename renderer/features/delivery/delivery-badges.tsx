import { Badge } from '@mantine/core';
import { IconBan, IconCircleCheck, IconClipboardList, IconSignature, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeliveryState } from '#shared/features/delivery/delivery.fields.ts';
import type { DeliveryLack } from '#shared/features/delivery/delivery.rules.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const looks: Readonly<Record<DeliveryState, readonly [color: string, icon: Icon]>> = {
  planned: ['blue', IconClipboardList],
  signing: ['orange', IconSignature],
  handedOver: ['green', IconCircleCheck],
  cancelled: ['gray', IconBan],
};

/** 状态 with icon and word. */
export function StateBadge({ state }: { readonly state: DeliveryState }): ReactNode {
  const { choice } = useTexts();
  const [color, Shown] = looks[state];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {choice('delivery', 'state', state)}
    </Badge>
  );
}

/** Items that are named where many are not ready. */
const mostNames = 3;

/** What is missing, in words. */
export function lackWords(lack: DeliveryLack, { t, choice, language }: ScreenTexts): string {
  const listed = language === 'en' ? ', ' : '、';
  switch (lack.kind) {
    case 'pdi':
      return t('delivery.lacks.pdi', { purpose: choice('inspection', 'purpose', lack.purpose) });
    case 'repair':
    case 'disclosure':
      return t(`delivery.lacks.${lack.kind}`, { names: lack.numbers.join(listed) });
    case 'items': {
      const count = lack.names.length;
      const names = lack.names.slice(0, mostNames).join(listed);
      return t(count > mostNames ? 'delivery.lacks.itemsMore' : 'delivery.lacks.items', { names, count });
    }
    default:
      return t(`delivery.lacks.${lack.kind}`);
  }
}
