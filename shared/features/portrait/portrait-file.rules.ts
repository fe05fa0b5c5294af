/** 偏好 and 资料缺项: what a customer usually does, and what the file does not say. */

/** What came most often: how often, out of how many that are known. */
export type Usual<Value> = { readonly value: Value; readonly count: number; readonly of: number };

/** Once is no habit. */
const fewest = 2;

/** The value that came most often; of several the one that came last. `values` newest first; null: not known. */
export function usualOf<Value extends string | number>(
  values: readonly (Value | null)[],
): Usual<Value> | null {
  const counts = new Map<Value, number>();
  let of = 0;
  for (const value of values) {
    if (value === null) continue;
    of += 1;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let best: Usual<Value> | null = null;
  for (const [value, count] of counts)
    if (count >= fewest && count > (best?.count ?? 0)) best = { value, count, of };
  return best;
}

/** 上午早些, 中午前后, 下午, 傍晚. */
export const dayParts = ['early', 'midday', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** The part of a day that a time `HH:mm` lies in. */
export const dayPartOf = (time: string): DayPart =>
  time < '10:00' ? 'early' : time < '14:00' ? 'midday' : time < '17:00' ? 'afternoon' : 'evening';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>> & { readonly id: number };

/** Something that the file does not say, and where it is filled in. */
export type MissingItem = {
  readonly feature: 'customer' | 'vehicle' | 'contact';
  /** null: there is no such record at all. */
  readonly field: string | null;
  /** The record to fill; null: a new one. */
  readonly id: number | null;
};

const ofAll = ['phone', 'region', 'address', 'source', 'consultantId', 'firstContactOn'] as const;
const ofPerson = [...ofAll, 'identityNumber', 'bornOn'] as const;
const ofCompany = [...ofAll, 'identityNumber', 'trade'] as const;
const ofVehicle = [
  'plate',
  'vin',
  'model',
  'registeredOn',
  'annualTestDueOn',
  'compulsoryInsuranceDueOn',
  'commercialInsuranceDueOn',
] as const;
/** Goods and hire vehicles have more papers. */
const ofCommercial = ['transportPermitDueOn', 'technicalGradeDueOn'] as const;

const isEmpty = (value: Value | undefined): boolean => value === null || value === undefined || value === '';

/** What is missing, and how many things a whole file has. Vehicles that are no longer in use need nothing. */
export function missingOf(file: {
  readonly customer: Row;
  readonly vehicles: readonly Row[];
  readonly contacts: number;
}): { readonly items: readonly MissingItem[]; readonly of: number } {
  const { customer, vehicles, contacts } = file;
  const isCompany = customer['kind'] === 'company';
  const items: MissingItem[] = [];
  let of = 0;
  const ask = (missing: boolean, item: MissingItem): void => {
    of += 1;
    if (missing) items.push(item);
  };
  for (const field of isCompany ? ofCompany : ofPerson)
    ask(isEmpty(customer[field]), { feature: 'customer', field, id: customer.id });
  ask(customer['consent'] === 'unknown', { feature: 'customer', field: 'consent', id: customer.id });
  if (isCompany) ask(contacts === 0, { feature: 'contact', field: null, id: null });
  ask(vehicles.length === 0, { feature: 'vehicle', field: null, id: null });
  for (const vehicle of vehicles) {
    if (vehicle['state'] !== 'inUse') continue;
    const fields = vehicle['use'] === 'commercial' ? [...ofVehicle, ...ofCommercial] : ofVehicle;
    for (const field of fields) ask(isEmpty(vehicle[field]), { feature: 'vehicle', field, id: vehicle.id });
  }
  return { items, of };
}
