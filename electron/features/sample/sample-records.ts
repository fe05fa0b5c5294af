import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { cashBalanceRecord, cashRecord } from '../cash/cash.record.ts';
import { contactRecord, customerRecord } from '../customer/customer.record.ts';
import { departmentRecord } from '../department/department.record.ts';
import { eventRecord } from '../event/event.record.ts';
import { followUpRecord } from '../follow-up/follow-up.record.ts';
import { goalRecord } from '../goal/goal.record.ts';
import { leadRecord } from '../lead/lead.record.ts';
import { orderRecord } from '../order/order.record.ts';
import { personRecord } from '../person/person.record.ts';
import { postRecord } from '../post/post.record.ts';
import { paymentRecord, receivableRecord } from '../receivable/receivable.record.ts';
import { repairLineRecord, repairPartRecord, repairRecord } from '../repair/repair.record.ts';
import { stockRecord } from '../stock/stock.record.ts';
import { vehicleRecord } from '../vehicle/vehicle.record.ts';
import type { SampleFeature } from './sample-rows.ts';

/** The record definition of every feature that the sample fills. */
export const sampleRecords: { readonly [F in SampleFeature]: RecordDefinition } = {
  department: departmentRecord,
  post: postRecord,
  person: personRecord,
  customer: customerRecord,
  contact: contactRecord,
  vehicle: vehicleRecord,
  stock: stockRecord,
  order: orderRecord,
  followUp: followUpRecord,
  lead: leadRecord,
  repair: repairRecord,
  repairLine: repairLineRecord,
  repairPart: repairPartRecord,
  receivable: receivableRecord,
  payment: paymentRecord,
  cash: cashRecord,
  cashBalance: cashBalanceRecord,
  goal: goalRecord,
  event: eventRecord,
};
