import { useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { paymentFields } from '#shared/features/receivable/receivable.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';

/** 回款 of all receivables: where the meeting's figure of collected money leads to. */
export function PaymentListScreen(): ReactNode {
  return (
    <RecordList
      feature="payment"
      fields={paymentFields}
      usualSort={[{ field: 'paidOn', descending: true }]}
      usualColumns={['paidOn', 'amountFen', 'way', 'receivableId', 'note']}
    />
  );
}

/** A payment is edited with its receivable; so is a new one. */
export function PaymentScreen(): ReactNode {
  const go = useGo();
  const id = Number(useParams({ strict: false })['id']);
  const payment = useRecord('payment', Number.isInteger(id) ? id : undefined);
  const receivableId = payment.data?.record['receivableId'];
  useEffect(() => {
    if (typeof receivableId === 'number') go(recordAddress('receivable', receivableId), { replace: true });
    else if (!Number.isInteger(id)) go('/receivable', { replace: true });
  }, [go, id, receivableId]);
  return <ErrorNote error={payment.error} />;
}
