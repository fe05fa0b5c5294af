import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { deliveryFields, type DeliveryState } from '#shared/features/delivery/delivery.fields.ts';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { newRecordAddress } from '#renderer/components/record-list/list-address.ts';
import { useRecord, useRecordPage } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { StateBadge } from './delivery-badges.tsx';

export const deliveryCells: Cells = {
  state: (row) => <StateBadge state={row['state'] as DeliveryState} />, // written by the core only
};

const carried = ['stockId', 'consultantId', 'plannedOn'] as const;

/** 交车 of an order, and the way to plan one with what the order knows. */
export function OrderDeliveries({ orderId }: { readonly orderId: number }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const order = useRecord('order', orderId).data?.record;
  const planned = useRecordPage(
    'delivery',
    {
      pageSize: 1,
      sort: [],
      filters: [
        { field: 'orderId', operator: 'is', value: orderId },
        { field: 'state', operator: 'isNot', value: 'cancelled' },
      ],
    },
    may('delivery.read'),
  ).data;
  const isOpen = order?.['state'] === 'open' || order?.['state'] === 'allocated';
  const isWanting = planned !== undefined && planned.total < Number(order?.['quantity'] ?? 0);
  const known = Object.fromEntries(
    carried.flatMap((name) => {
      const value = order?.[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
  return (
    <>
      {isOpen && isWanting && may('delivery.write') ? (
        <Button
          component="a"
          w="fit-content"
          variant="light"
          leftSection={<IconKey size={15} aria-hidden />}
          {...link(newRecordAddress('delivery', { ...known, orderId }))}
        >
          {t('delivery.plan')}
        </Button>
      ) : null}
      <RelatedRecords
        feature="delivery"
        fields={deliveryFields}
        columns={['number', 'state', 'plannedOn', 'plannedTime', 'vin', 'sheetNumber', 'handedOverOn']}
        of={{ field: 'orderId', id: orderId }}
        sort={[{ field: 'plannedOn', descending: true }]}
        cells={deliveryCells}
      />
    </>
  );
}
