import { serviceScoreFields, standardFields } from '#shared/features/standard/standard.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const standardLayout: RecordLayout = {
  feature: 'standard',
  fields: standardFields,
  title: ['code', 'text'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'code', descending: false }],
  groups: [
    { name: 'basic', fields: ['post', 'code', 'weight', 'text', 'textEn'] },
    { name: 'validity', fields: ['validFrom', 'validTo'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const serviceScoreLayout: RecordLayout = {
  feature: 'serviceScore',
  fields: serviceScoreFields,
  title: ['scoredOn'],
  startsToday: ['scoredOn'],
  usualSort: [{ field: 'scoredOn', descending: true }],
  groups: [
    { name: 'basic', fields: ['personId', 'score', 'scoredOn', 'way', 'standardId', 'words'] },
    { name: 'customer', fields: ['customerId', 'repairId', 'orderId', 'complaintId'] },
  ],
};
