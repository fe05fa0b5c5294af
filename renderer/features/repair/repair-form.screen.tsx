import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { repairLineFields, repairPartFields } from '#shared/features/repair/repair.fields.ts';
import type { FormValues } from '#renderer/components/record-form/draft-store.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { SubRecords } from '#renderer/components/record-form/sub-records.tsx';
import { RelatedComplaints } from '#renderer/features/complaint/related-complaints.tsx';
import { VisitEvaluation } from '#renderer/features/evaluation/visit-evaluation.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RepairChecksPart } from './repair-checks.tsx';
import { repairLayout } from './repair.layout.ts';

/** 金额 = 数量 × 单价; quantities are kept in hundredths. */
function partAmount(values: FormValues, changed: string): FormValues {
  const { quantityHundredths: quantity, unitFen: unit } = values;
  if (changed !== 'quantityHundredths' && changed !== 'unitFen') return values;
  if (typeof quantity !== 'number' || typeof unit !== 'number') return values;
  return { ...values, amountFen: Math.round((quantity * unit) / 100) };
}

/** 维修工单 with its lines and parts, written in place. */
export function RepairFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={repairLayout}
      renderBelow={(view) => (
        <>
          <SubRecords
            heading="lines"
            feature="repairLine"
            fields={repairLineFields}
            parent={{ field: 'repairId', id: view.id }}
            columns={['code', 'name', 'hoursHundredths', 'amountFen', 'technicianId']}
            widths={{ code: 110, hoursHundredths: 80, amountFen: 130, technicianId: 170 }}
            readOnly={view.readOnly}
            renderNote={(sums) => <SumNote view={view} name="labourFen" sum={sums['amountFen']} />}
          />
          <SubRecords
            heading="parts"
            feature="repairPart"
            fields={repairPartFields}
            parent={{ field: 'repairId', id: view.id }}
            columns={[
              'code',
              'name',
              'quantityHundredths',
              'unitFen',
              'amountFen',
              'origin',
              'supplier',
              'voucher',
              'consentBy',
              'consentOn',
            ]}
            widths={{
              code: 130,
              quantityHundredths: 64,
              unitFen: 92,
              amountFen: 98,
              origin: 112,
              supplier: 88,
              voucher: 88,
              consentBy: 72,
              consentOn: 112,
            }}
            readOnly={view.readOnly}
            derive={partAmount}
            renderNote={(sums) => <SumNote view={view} name="partsFen" sum={sums['amountFen']} />}
          />
          <RepairChecksPart id={view.id} />
          <VisitEvaluation
            of={{ visit: 'repair', sourceId: view.id }}
            isDone={['done', 'handedOver'].includes(String(view.record['state']))}
          />
          <RelatedComplaints field="repairId" id={view.id} />
        </>
      )}
    />
  );
}

/** The order's amount differs from its lines: said, and put right with one key; never done by itself. */
function SumNote(props: {
  readonly view: RecordView;
  readonly name: 'labourFen' | 'partsFen';
  readonly sum: number | undefined;
}): ReactNode {
  const { view, name, sum = 0 } = props;
  const { t, field, money } = useTexts();
  const amount = Number(view.form.values[name] ?? 0);
  if (sum === 0 || sum === amount) return null;
  return (
    <Alert color="orange" p="xs" mt="xs" icon={<IconAlertTriangle size={16} />}>
      <Group gap="sm">
        {t('form.linesDiffer', {
          sum: money(sum),
          field: field('repair', name),
          amount: money(amount),
          difference: money(Math.abs(sum - amount)),
        })}
        {view.readOnly ? null : (
          <Button size="compact-xs" variant="default" onClick={() => view.form.set(name, sum)}>
            {t('form.takeSum')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
