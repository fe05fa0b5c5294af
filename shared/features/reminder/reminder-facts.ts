import { dayNumber, type Day } from '../../kernel/day.ts';
import { vehicleKinds, vehicleUses } from '../vehicle/vehicle.fields.ts';
import type { VehicleKind, VehicleUse } from '../vehicle/vehicle.rules.ts';
import {
  reminderKinds,
  statedKinds,
  vehicleReminderKinds,
  type DonePlace,
  type ReminderKind,
  type StatedKind,
  type VehicleReminderKind,
} from './reminder.fields.ts';

/**
 * What the engine knows of a vehicle: one row of whole numbers, so that a hundred thousand vehicles are one array. Days are
 * numbers since 1970-01-01; `none` stands for what is not known.
 */
export const none = -2_147_483_648;

const at = <const Names extends readonly string[]>(names: Names): { readonly [N in Names[number]]: number } =>
  Object.fromEntries(names.map((name, index) => [name, index])) as { [N in Names[number]]: number }; // built from the names

/** Places in a row. `stated` and `done` are the first of as many places as there are kinds. */
const single = at([
  'vehicleId',
  'customerId',
  'inUse',
  'kind',
  'use',
  'massKg',
  'registered',
  'purchased',
  /** Bits by kind: the last time was done elsewhere. */
  'elsewhere',
  /** Odometer at the last second-level maintenance. */
  'maintainedKm',
  'planDays',
  'planKm',
  'dailyKm',
  'readingDay',
  'readingKm',
  'lastVisit',
  /** Warranty of the last repair: from this day, so many days and kilometres. */
  'repairWarrantyFrom',
  'repairWarrantyDays',
  'repairWarrantyKm',
  /** The other half of a tractor and trailer, where this one names it. */
  'pairedId',
]);
const singles = Object.keys(single).length;
export const place = {
  ...single,
  stated: singles,
  done: singles + statedKinds.length,
};
/** Places of one row. */
export const rowLength = singles + statedKinds.length + vehicleReminderKinds.length;

export const kindIndex = Object.fromEntries(reminderKinds.map((kind, index) => [kind, index])) as Readonly<
  Record<ReminderKind, number>
>; // built from the kinds
export const vehicleKindIndex = Object.fromEntries(
  vehicleKinds.map((kind, index) => [kind, index]),
) as Readonly<Record<VehicleKind, number>>; // built from the kinds

/** A use that is not known counts as private for a car and as commercial for all others. */
export const useIndex = (kind: VehicleKind, use: VehicleUse | null): number =>
  vehicleUses.indexOf(use ?? (kind === 'car' ? 'private' : 'commercial'));

/** The same facts in words, for one vehicle. */
export type ReminderVehicle = {
  readonly id?: number;
  readonly customerId?: number | null;
  readonly inUse: boolean;
  readonly kind: VehicleKind;
  readonly use?: VehicleUse | null;
  readonly grossMassKg?: number | null;
  readonly registeredOn?: Day | null;
  readonly purchasedOn?: Day | null;
  readonly stated?: Partial<Readonly<Record<StatedKind, Day | null>>>;
  readonly done?: Partial<
    Readonly<Record<VehicleReminderKind, { readonly on: Day; readonly place: DonePlace }>>
  >;
  readonly maintainedKm?: number | null;
  readonly plan?: { readonly days?: number | null; readonly km?: number | null };
  /** Kilometres a day: the vehicle's own figure, that of its readings, or of the tractor that pulls it. */
  readonly dailyKm?: number | null;
  readonly reading?: { readonly on: Day; readonly km: number } | null;
  readonly lastVisitOn?: Day | null;
  readonly repairWarranty?: { readonly from: Day; readonly days: number; readonly km: number } | null;
};

const number = (value: number | null | undefined): number => value ?? none;
const day = (value: Day | null | undefined): number => (value ? dayNumber(value) : none);

/** One vehicle as a row. */
export function rowOf(vehicle: ReminderVehicle): Int32Array {
  const row = new Int32Array(rowLength).fill(none);
  row[place.vehicleId] = vehicle.id ?? 0;
  row[place.customerId] = vehicle.customerId ?? 0;
  row[place.inUse] = vehicle.inUse ? 1 : 0;
  row[place.kind] = vehicleKindIndex[vehicle.kind];
  row[place.use] = useIndex(vehicle.kind, vehicle.use ?? null);
  row[place.massKg] = number(vehicle.grossMassKg);
  row[place.registered] = day(vehicle.registeredOn);
  row[place.purchased] = day(vehicle.purchasedOn);
  row[place.maintainedKm] = number(vehicle.maintainedKm);
  row[place.planDays] = number(vehicle.plan?.days);
  row[place.planKm] = number(vehicle.plan?.km);
  row[place.dailyKm] = number(vehicle.dailyKm);
  row[place.readingDay] = day(vehicle.reading?.on);
  row[place.readingKm] = number(vehicle.reading?.km);
  row[place.lastVisit] = day(vehicle.lastVisitOn);
  row[place.repairWarrantyFrom] = day(vehicle.repairWarranty?.from);
  row[place.repairWarrantyDays] = number(vehicle.repairWarranty?.days);
  row[place.repairWarrantyKm] = number(vehicle.repairWarranty?.km);
  let elsewhere = 0;
  for (const [index, kind] of statedKinds.entries()) row[place.stated + index] = day(vehicle.stated?.[kind]);
  for (const [index, kind] of vehicleReminderKinds.entries()) {
    const done = vehicle.done?.[kind];
    row[place.done + index] = day(done?.on);
    if (done?.place === 'elsewhere') elsewhere |= 1 << index;
  }
  row[place.elsewhere] = elsewhere;
  return row;
}
