import type { ValuesOf } from '#shared/kernel/field.ts';
import type { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import type { contactFields, customerFields } from '#shared/features/customer/customer.fields.ts';
import type { departmentFields } from '#shared/features/department/department.fields.ts';
import type { eventFields } from '#shared/features/event/event.fields.ts';
import type { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import type { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { leadFields } from '#shared/features/lead/lead.fields.ts';
import type { orderFields } from '#shared/features/order/order.fields.ts';
import type { personFields } from '#shared/features/person/person.fields.ts';
import type { postFields } from '#shared/features/post/post.fields.ts';
import type { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import type {
  repairFields,
  repairLineFields,
  repairPartFields,
} from '#shared/features/repair/repair.fields.ts';
import type { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';

/** What the sample is made of: the store's records by feature. Meetings and action items get their line here. */
export type SampleRows = {
  department: ValuesOf<typeof departmentFields>;
  post: ValuesOf<typeof postFields>;
  person: ValuesOf<typeof personFields>;
  customer: ValuesOf<typeof customerFields>;
  contact: ValuesOf<typeof contactFields>;
  followUp: ValuesOf<typeof followUpFields>;
  vehicle: ValuesOf<typeof vehicleFields>;
  stock: ValuesOf<typeof stockFields>;
  order: ValuesOf<typeof orderFields>;
  lead: ValuesOf<typeof leadFields>;
  repair: ValuesOf<typeof repairFields>;
  repairLine: ValuesOf<typeof repairLineFields>;
  repairPart: ValuesOf<typeof repairPartFields>;
  receivable: ValuesOf<typeof receivableFields>;
  payment: ValuesOf<typeof paymentFields>;
  cash: ValuesOf<typeof cashFields>;
  cashBalance: ValuesOf<typeof cashBalanceFields>;
  goal: ValuesOf<typeof goalFields>;
  event: ValuesOf<typeof eventFields>;
};
export type SampleFeature = keyof SampleRows;

/**
 * Takes each record as it is made, referred ones before those that refer to them (a department's leader excepted). Ids
 * count from 1 in every feature.
 */
export type SampleSink = <F extends SampleFeature>(feature: F, id: number, row: SampleRows[F]) => void;
