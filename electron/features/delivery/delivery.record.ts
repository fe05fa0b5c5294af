import {
  deliveryFields,
  handOverItemFields,
  handOverSheetFields,
} from '#shared/features/delivery/delivery.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

export const deliveryRecord = {
  feature: 'delivery',
  table: 'delivery',
  fields: deliveryFields,
  readRight: 'delivery.read',
  title: 'number',
  detail: 'customerName',
  check({ plannedTime }) {
    if (typeof plannedTime === 'string' && !timeOfDay.test(plannedTime))
      throw invalidField('values.plannedTime', 'not-a-time');
  },
} satisfies RecordDefinition;

export const handOverItemRecord = {
  feature: 'handOverItem',
  table: 'handOverItem',
  fields: handOverItemFields,
  readRight: 'inspection.read',
  title: 'name',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;

/** The register of hand-over sheets; only the core writes it. */
export const handOverSheetRecord = {
  feature: 'handOverSheet',
  table: 'handOverSheet',
  fields: handOverSheetFields,
  readRight: 'delivery.read',
  title: 'number',
  detail: 'vin',
} satisfies RecordDefinition;
