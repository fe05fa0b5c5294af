import { Alert, Anchor, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { contactFields } from '#shared/features/customer/customer.fields.ts';
import { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import { SubRecords } from '#renderer/components/record-form/sub-records.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useRecord, type RowValue } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { RelatedComplaints } from '#renderer/features/complaint/related-complaints.tsx';
import { FollowUpPlans } from '#renderer/features/follow-up/follow-up-plan.tsx';
import { CustomerMembership } from '#renderer/features/membership/customer-membership.tsx';
import { CustomerOffers } from '#renderer/features/offer/customer-offers.tsx';
import { OwnershipTab } from '#renderer/features/personal-data/ownership-tab.tsx';
import { CustomerCards } from '#renderer/features/partner/customer-cards.tsx';
import { CustomerPortrait } from '#renderer/features/portrait/customer-portrait.tsx';
import { CustomerTimeline } from '#renderer/features/portrait/customer-timeline.tsx';
import { receivableCells } from '#renderer/features/receivable/receivable-list.screen.tsx';
import { vehicleCells } from '#renderer/features/vehicle/vehicle-list.screen.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CustomerFigures } from './customer-figures.tsx';
import { customerLayout } from './customer.layout.ts';

/** 客户: 原始信息, 消费信息 and 回访信息 of CU-1, and the vehicles. */
export function CustomerFormScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  return (
    <RecordForm
      layout={customerLayout}
      renderAbove={({ id, record }) => (
        <>
          <MergedInto id={record['mergedIntoId']} />
          <CustomerFigures id={id} />
          <CustomerMembership customerId={id} />
          <CustomerCards customerId={id} />
          <CustomerOffers customerId={id} />
        </>
      )}
      renderBelow={({ id, record, readOnly }) => (
        <>
          <Vehicles id={id} />
          <RelatedComplaints field="customerId" id={id} />
          {record['kind'] === 'company' ? <Contacts id={id} readOnly={readOnly} /> : null}
        </>
      )}
      tabs={{
        first: t('form.groups.original'),
        others: [
          {
            key: 'consumption',
            name: t('form.groups.consumption'),
            render: (view) => <Consumption {...view} />,
          },
          ...(may('portrait.read')
            ? [
                {
                  key: 'portrait',
                  name: t('portrait.tab'),
                  render: ({ id, readOnly }: RecordView, toField: (name: string) => void) => (
                    <CustomerPortrait id={id} onField={readOnly ? undefined : toField} />
                  ),
                },
              ]
            : []),
          {
            key: 'timeline',
            name: t('portrait.timelineTab'),
            render: ({ id }) => <CustomerTimeline id={id} />,
          },
          { key: 'follow-up', name: t('form.groups.followUp'), render: (view) => <FollowUps {...view} /> },
          { key: 'ownership', name: t('assignment.tab'), render: (view) => <OwnershipTab {...view} /> },
        ],
      }}
    />
  );
}

/** Where a merged customer's records are now. */
function MergedInto({ id }: { readonly id: RowValue | undefined }): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  const { data } = useRecord('customer', typeof id === 'number' ? id : undefined);
  if (typeof id !== 'number' || !data) return null;
  return (
    <Alert color="orange" role="status" p="sm">
      {t('customer.mergedInto', { name: String(data.record['name']) })}{' '}
      <Anchor {...link(recordAddress('customer', id))}>{t('customer.open')}</Anchor>
    </Alert>
  );
}

function Vehicles({ id }: { readonly id: number }): ReactNode {
  const { t } = useTexts();
  return (
    <RelatedRecords
      heading={t('form.groups.vehicles')}
      feature="vehicle"
      fields={vehicleFields}
      columns={[
        'plate',
        'vin',
        'kind',
        'model',
        'registeredOn',
        'annualTestDueOn',
        'commercialInsuranceDueOn',
        'state',
      ]}
      of={{ field: 'customerId', id }}
      sort={[{ field: 'plate', descending: false }]}
      cells={vehicleCells}
      newValues={{}}
    />
  );
}

function Contacts({ id, readOnly }: { readonly id: number; readonly readOnly: boolean }): ReactNode {
  return (
    <SubRecords
      heading="contacts"
      feature="contact"
      fields={contactFields}
      parent={{ field: 'customerId', id }}
      columns={['name', 'post', 'phone', 'note']}
      widths={{ name: 160, post: 160, phone: 180 }}
      readOnly={readOnly}
    />
  );
}

function Consumption({ id, record }: RecordView): ReactNode {
  const name: Readonly<Record<string, string>> =
    typeof record['name'] === 'string' ? { customerName: record['name'] } : {};
  return (
    <Stack gap="sm">
      <RelatedRecords
        feature="order"
        fields={orderFields}
        columns={[
          'number',
          'orderedOn',
          'model',
          'quantity',
          'totalFen',
          'depositFen',
          'state',
          'deliveredOn',
        ]}
        of={{ field: 'customerId', id }}
        sort={[{ field: 'orderedOn', descending: true }]}
        newValues={name}
      />
      <RelatedRecords
        feature="repair"
        fields={repairFields}
        columns={['number', 'checkedInOn', 'plate', 'type', 'state', 'fault', 'totalFen']}
        of={{ field: 'customerId', id }}
        sort={[{ field: 'checkedInOn', descending: true }]}
        newValues={name}
      />
      <RelatedRecords
        feature="receivable"
        fields={receivableFields}
        columns={['number', 'kind', 'occurredOn', 'dueOn', 'amountFen', 'settledFen', 'openFen']}
        of={{ field: 'customerId', id }}
        sort={[{ field: 'occurredOn', descending: true }]}
        cells={receivableCells}
        newValues={name}
      />
    </Stack>
  );
}

function FollowUps({ id, readOnly }: RecordView): ReactNode {
  const { today, me, may } = useSession();
  const { t } = useTexts();
  const link = useLink();
  return (
    <Stack gap="sm">
      <Group gap="md">
        {may('reminder.read') ? (
          <Anchor size="sm" {...link(`/reminder/call?customer=${id}`)}>
            {t('reminder.call.open')}
          </Anchor>
        ) : null}
        <Anchor size="sm" {...link(`/reminder/fleet/${id}`)}>
          {t('reminder.fleet.open')}
        </Anchor>
      </Group>
      <FollowUpPlans customerId={id} />
      <SubRecords
        heading="followUp"
        feature="followUp"
        fields={followUpFields}
        parent={{ field: 'customerId', id }}
        columns={['happenedOn', 'way', 'result', 'content', 'personId', 'nextOn']}
        widths={{ happenedOn: 140, way: 100, result: 100, personId: 150, nextOn: 140 }}
        readOnly={readOnly}
        sort="happenedOn"
        descending
        given={{ happenedOn: today, personId: me.personId }}
      />
    </Stack>
  );
}
