import { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const stockLayout: RecordLayout = {
  feature: 'stock',
  fields: stockFields,
  title: ['model'],
  startsToday: ['arrivedOn'],
  usualSort: [{ field: 'arrivedOn', descending: true }],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['vin', 'kind', 'brand', 'model', 'colour', 'engineNumber'] },
    { name: 'progress', fields: ['state', 'arrivedOn', 'place', 'leftOn'] },
    { name: 'amounts', fields: ['costFen', 'listPriceFen'] },
    { name: 'note', fields: ['note'] },
  ],
};
