import { orderFields } from '#shared/features/order/order.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { nameOfChosen } from '#renderer/components/record-form/name-of-chosen.ts';

export const orderLayout: RecordLayout = {
  feature: 'order',
  fields: orderFields,
  title: ['number'],
  startsToday: ['orderedOn'],
  usualSort: [{ field: 'orderedOn', descending: true }],
  usualColumns: [
    'number',
    'orderedOn',
    'customerName',
    'model',
    'quantity',
    'totalFen',
    'depositFen',
    'state',
    'plannedOn',
    'deliveredOn',
    'consultantId',
    'channel',
  ],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['number', 'orderedOn', 'state', 'channel', 'consultantId'] },
    { name: 'customer', fields: ['customerId', 'customerName'] },
    { name: 'vehicle', fields: ['kind', 'model', 'quantity', 'vin', 'stockId'] },
    {
      name: 'amounts',
      fields: [
        'vehicleFen',
        'accessoryFen',
        'insuranceFen',
        'loanFen',
        'registrationFen',
        'totalFen',
        'depositFen',
      ],
    },
    { name: 'dates', fields: ['plannedOn', 'deliveredOn', 'cancelledOn'] },
    { name: 'note', fields: ['note'] },
  ],
  derive: nameOfChosen('customerId', 'customerName'),
};
