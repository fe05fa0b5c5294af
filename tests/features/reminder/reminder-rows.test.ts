import { describe, expect, it } from 'vitest';
import { kindIndex, none, place, rowLength } from '#shared/features/reminder/reminder-facts.ts';
import type { ColumnsOf } from '#electron/features/reminder/reminder.columns.ts';
import { addDone, addVehicles, addWarranties, roomFor } from '#electron/features/reminder/reminder.rows.ts';

const vehicleColumns =
  `vehicleId customerId kind use massKg registered purchased annualTest compulsoryInsurance
  commercialInsurance secondMaintenance transportPermit technicalGrade planDays planKm dailyKm pairedId`.split(
    /\s+/u,
  );
const vehicles = (...ids: readonly number[]): ColumnsOf<'vehicles'> =>
  Object.fromEntries(
    vehicleColumns.map((name) => [name, Int32Array.from(ids, (id) => (name === 'vehicleId' ? id : 0))]),
  ) as ColumnsOf<'vehicles'>; // all its columns

const columns = <Name extends string>(
  names: readonly Name[],
  ...rows: readonly (readonly number[])[]
): Record<Name, Int32Array> =>
  Object.fromEntries(
    names.map((name, index) => [name, Int32Array.from(rows, (row) => row[index] ?? none)]),
  ) as Record<Name, Int32Array>; // built from the names

const test = kindIndex.annualTest;
const [here, elsewhere] = [
  [7, test, 200, 0, none],
  [7, test, 100, 1, none],
];

describe('rows of vehicles', () => {
  it.each([
    ['the newer first', [here, elsewhere]],
    ['the older first', [elsewhere, here]],
    ['of a vehicle that is not among them too', [[6, test, 300, 1, none], elsewhere, here]],
  ])('what was done: the newest counts, %s', (_, done) => {
    const base = roomFor(1);
    addVehicles(base, vehicles(5, 7));
    addDone(base, columns(['vehicleId', 'kind', 'day', 'isElsewhere', 'km'], ...done));
    expect(base.rows[rowLength + place.done + test]).toBe(200);
    expect(base.rows[rowLength + place.elsewhere]).toBe(0);
    expect(base.rows[place.done + test]).toBe(none);
  });

  it.each([
    [
      [7, 10, 90, 5000],
      [7, 20, 30, 1000],
    ],
    [
      [7, 20, 30, 1000],
      [7, 10, 90, 5000],
    ],
  ])('warranties: the newest certificate counts', (...certificates) => {
    const base = roomFor(2);
    addVehicles(base, vehicles(5, 7));
    addWarranties(base, columns(['vehicleId', 'day', 'days', 'km'], ...certificates));
    const { repairWarrantyFrom, repairWarrantyDays, repairWarrantyKm } = place;
    expect(
      [repairWarrantyFrom, repairWarrantyDays, repairWarrantyKm].map((at) => base.rows[rowLength + at]),
    ).toEqual([20, 30, 1000]);
  });

  it('vehicles out of their order are refused: everything after finds them by it', () => {
    const base = roomFor(4);
    addVehicles(base, vehicles(1, 3));
    expect(() => addVehicles(base, vehicles(4, 4))).toThrow('vehicle 4 was read after 4');
    expect(() => addVehicles(roomFor(2), vehicles(9, 8))).toThrow('vehicle 8 was read after 9');
  });
});
