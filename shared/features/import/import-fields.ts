import { calendarDayFields } from '../calendar/calendar.fields.ts';
import { cashFields } from '../cash/cash.fields.ts';
import { contactFields, customerFields } from '../customer/customer.fields.ts';
import { departmentFields } from '../department/department.fields.ts';
import { followUpFields } from '../follow-up/follow-up.fields.ts';
import { indicatorEntryFields } from '../indicator/indicator.fields.ts';
import { leadFields } from '../lead/lead.fields.ts';
import { orderFields } from '../order/order.fields.ts';
import {
  partnerAgreementFields,
  partnerCardFields,
  partnerFields,
  partnerKindFields,
} from '../partner/partner.fields.ts';
import { personFields } from '../person/person.fields.ts';
import { postFields } from '../post/post.fields.ts';
import { paymentFields, receivableFields } from '../receivable/receivable.fields.ts';
import { repairFields, repairLineFields, repairPartFields } from '../repair/repair.fields.ts';
import { stockFields } from '../stock/stock.fields.ts';
import { vehicleFields } from '../vehicle/vehicle.fields.ts';
import type { Field, Fields } from '../../kernel/field.ts';
import type { ImportAddress } from './import-column.ts';
import { monthAddresses } from './kinds/indicator-entry.columns.ts';

/** Fields behind the virtual addresses of import.kinds: they find a record or become several values. */
const virtualFields: Readonly<Record<string, Field>> = {
  'lookup.phone': { kind: 'phone' },
  'lookup.plate': { kind: 'plate' },
  'lookup.vin': { kind: 'vin' },
  'lookup.totalFen': { kind: 'money' },
  'lookup.settledFen': { kind: 'money' },
  'lookup.settledOn': { kind: 'day' },
  'lookup.repairNumber': { kind: 'text', max: 40 },
  'lookup.receivableNumber': { kind: 'text', max: 40 },
  'lookup.inFen': { kind: 'money' },
  'lookup.outFen': { kind: 'money' },
  'lookup.days': { kind: 'text', max: 200 },
  'lookup.offDays': { kind: 'text', max: 200 },
  'lookup.makeUpDays': { kind: 'text', max: 200 },
  'lookup.year': { kind: 'text', max: 10 },
  'lookup.indicator': { kind: 'text', max: 60 },
  'lookup.period': { kind: 'text', max: 30 },
  'lookup.figureDay': { kind: 'text', max: 30 },
  'lookup.figureWeek': { kind: 'text', max: 30 },
  'lookup.figureMonth': { kind: 'text', max: 30 },
  'lookup.figure': { kind: 'text', max: 40 },
  'lookup.department': { kind: 'text', max: 100 },
  'lookup.person': { kind: 'text', max: 100 },
  ...Object.fromEntries(monthAddresses.map((address) => [address, { kind: 'text', max: 40 } as const])),
};

const targetFields: Readonly<Record<string, Fields>> = {
  calendarDay: calendarDayFields,
  cash: cashFields,
  contact: contactFields,
  customer: customerFields,
  department: departmentFields,
  followUp: followUpFields,
  indicatorEntry: indicatorEntryFields,
  lead: leadFields,
  order: orderFields,
  partner: partnerFields,
  partnerAgreement: partnerAgreementFields,
  partnerCard: partnerCardFields,
  partnerKind: partnerKindFields,
  payment: paymentFields,
  person: personFields,
  post: postFields,
  receivable: receivableFields,
  repair: repairFields,
  repairLine: repairLineFields,
  repairPart: repairPartFields,
  stock: stockFields,
  vehicle: vehicleFields,
};

/** The field that an address of a mapping names; undefined for an unknown address. */
export function importField(address: ImportAddress): Field | undefined {
  const [feature = '', name = ''] = address.split('.');
  return feature === 'lookup' ? virtualFields[address] : targetFields[feature]?.[name];
}
