import { Button } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { deliveryLayout } from './delivery.layout.ts';
import { deliveryCells } from './order-deliveries.tsx';

/** 交车: planned and done, with the way to the register of sheets. */
export function DeliveryListScreen(): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  return (
    <RecordList
      {...deliveryLayout}
      cells={deliveryCells}
      widths={{ state: 132 }}
      actions={
        <Button
          component="a"
          variant="default"
          leftSection={<IconNotebook size={15} />}
          {...link(listAddress('handOverSheet'))}
        >
          {t('delivery.sheet.register')}
        </Button>
      }
    />
  );
}
