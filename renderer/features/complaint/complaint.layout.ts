import { complaintClockFields, complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { nameOfChosen } from '#renderer/components/record-form/name-of-chosen.ts';
import { knownOf } from './complaint.queries.ts';

export const complaintLayout: RecordLayout = {
  feature: 'complaint',
  fields: complaintFields,
  title: ['number', 'subject'],
  startsToday: ['receivedOn'],
  usualSort: [{ field: 'receivedOn', descending: true }],
  usualColumns: [
    'number',
    'state',
    'severity',
    'subject',
    'kind',
    'customerName',
    'plate',
    'handlerId',
    'receivedOn',
    'channel',
    'closedOn',
  ],
  groups: [
    {
      name: 'basic',
      fields: ['subject', 'kind', 'severity', 'channel', 'receivedOn', 'externalNumber'],
    },
    {
      name: 'customer',
      fields: ['customerId', 'customerName', 'phone', 'vehicleId', 'plate', 'repairId', 'orderId'],
    },
    { name: 'content', fields: ['description', 'demand'] },
    { name: 'people', fields: ['handlerId', 'aboutId'] },
  ],
  derive: nameOfChosen('customerId', 'customerName'),
  fill: knownOf,
};

export const complaintClockLayout: RecordLayout = {
  feature: 'complaintClock',
  fields: complaintClockFields,
  title: ['name'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'basis', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'basis', 'kind', 'channel', 'severity'] },
    { name: 'terms', fields: ['answerDays', 'finishDays', 'dayKind', 'graceDays'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
    { name: 'note', fields: ['note'] },
  ],
};
