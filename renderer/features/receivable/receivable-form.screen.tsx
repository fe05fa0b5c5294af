import type { ReactNode } from 'react';
import { paymentFields } from '#shared/features/receivable/receivable.fields.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { SubRecords } from '#renderer/components/record-form/sub-records.tsx';
import { useRefresh } from '#renderer/components/record-list/record.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { receivableLayout } from './receivable.layout.ts';

/** 应收账款 with its 回款: what is collected and open follows from the payments. */
export function ReceivableFormScreen(): ReactNode {
  const refresh = useRefresh();
  const { today } = useSession();
  return (
    <RecordForm
      layout={receivableLayout}
      renderBelow={({ id, record, readOnly }) => (
        <SubRecords
          heading="payments"
          feature="payment"
          fields={paymentFields}
          parent={{ field: 'receivableId', id }}
          columns={['paidOn', 'amountFen', 'way', 'note']}
          widths={{ paidOn: 150, amountFen: 150, way: 130 }}
          readOnly={readOnly}
          sort="paidOn"
          given={{
            paidOn: today,
            amountFen: Number(record['openFen']) > 0 ? Number(record['openFen']) : null,
          }}
          onSaved={() => void refresh('receivable')}
        />
      )}
    />
  );
}
