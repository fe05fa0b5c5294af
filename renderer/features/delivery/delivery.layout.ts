import {
  deliveryFields,
  handOverItemFields,
  handOverSheetFields,
} from '#shared/features/delivery/delivery.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { knownOf } from './delivery.queries.ts';

export const deliveryLayout: RecordLayout = {
  feature: 'delivery',
  fields: deliveryFields,
  title: ['number', 'customerName'],
  startsToday: ['plannedOn'],
  usualSort: [{ field: 'plannedOn', descending: true }],
  usualColumns: [
    'number',
    'state',
    'plannedOn',
    'plannedTime',
    'customerName',
    'vin',
    'place',
    'consultantId',
    'sheetNumber',
    'handedOverOn',
  ],
  groups: [
    { name: 'basic', fields: ['orderId', 'stockId', 'consultantId'] },
    { name: 'dates', fields: ['plannedOn', 'plannedTime', 'place'] },
    { name: 'ceremony', fields: ['host', 'guests', 'props', 'wishes'] },
    { name: 'note', fields: ['note'] },
  ],
  fill: knownOf,
};

export const handOverItemLayout: RecordLayout = {
  feature: 'handOverItem',
  fields: handOverItemFields,
  title: ['name'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'kind', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'kind', 'quantity', 'vehicleKind'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
  ],
};

export const handOverSheetLayout: RecordLayout = {
  feature: 'handOverSheet',
  fields: handOverSheetFields,
  title: ['number'],
  usualSort: [{ field: 'number', descending: true }],
  groups: [],
};
