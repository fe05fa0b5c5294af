import { orderFields } from '#shared/features/order/order.fields.ts';
import { orderOpenOn } from './order.repository.ts';
import { sumOf, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { orderMayDeliver } from './order.gate.ts';

export const orderRecord = {
  feature: 'order',
  table: 'vehicleOrder',
  fields: orderFields,
  readRight: 'order.read',
  title: 'number',
  detail: 'customerName',
  asOf: { field: 'state', counted: orderOpenOn },
  gate: orderMayDeliver,
  // 总价: the price parts of the whole order.
  compute: (values) => ({
    totalFen: sumOf(values, ['vehicleFen', 'accessoryFen', 'insuranceFen', 'loanFen', 'registrationFen']),
  }),
} satisfies RecordDefinition;
