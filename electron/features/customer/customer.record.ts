import { contactFields, customerFields } from '#shared/features/customer/customer.fields.ts';
import { refuseCircle } from './customer.introduced.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const customerRecord = {
  feature: 'customer',
  table: 'customer',
  fields: customerFields,
  readRight: 'customer.read',
  title: 'name',
  detail: 'region',
  gate: refuseCircle,
} satisfies RecordDefinition;

export const contactRecord = {
  feature: 'contact',
  table: 'contact',
  fields: contactFields,
  readRight: 'customer.read',
  title: 'name',
  indexed: false,
} satisfies RecordDefinition;
