import type { LemonRepair, LemonRule, LemonVehicle } from '#shared/features/lemon/lemon.rules.ts';
import type { VehicleKind, VehicleUse } from '#shared/features/vehicle/vehicle.rules.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { repairLineNames } from '../repair/repair-line-names.ts';

export async function readLemonRules(reader: Reader): Promise<LemonRule[]> {
  const rows = await reader
    .selectFrom('lemonRule')
    .select([
      'name',
      'totalDays',
      'sameFaultTimes',
      'spareFromDay',
      'periodMonths',
      'periodKm',
      'validFrom',
      'validTo',
      'confirmed',
      'source',
    ]) // prettier-ignore
    .where('removedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, confirmed: row.confirmed === 1 }));
}

/** Undefined when there is no such vehicle. */
export async function readLemonVehicle(reader: Reader, id: number): Promise<LemonVehicle | undefined> {
  const row = await reader
    .selectFrom('vehicle')
    .select(['kind', 'use', 'model', 'purchasedOn', 'registeredOn'])
    .where('id', '=', id)
    .executeTakeFirst();
  // Choices are written through the field table only.
  return row && { ...row, kind: row.kind as VehicleKind, use: row.use as VehicleUse | null };
}

/** Repairs under warranty (索赔) of a vehicle with what was wrong each time, oldest first. */
export async function readLemonRepairs(reader: Reader, vehicleId: number): Promise<LemonRepair[]> {
  const rows = await reader
    .selectFrom('repair')
    .select([
      'id',
      'number',
      'checkedInOn as inOn',
      'checkedInAt as inAt',
      'handedOverOn as outOn',
      'finishedAt',
      'handedOverAt',
      'odometerKm',
      'fault',
    ]) // prettier-ignore
    .where('vehicleId', '=', vehicleId)
    .where('type', '=', 'warranty')
    .where('state', '!=', 'cancelled')
    .where('removedAt', 'is', null)
    .orderBy('checkedInOn')
    .orderBy('id')
    .execute();
  const work = await repairLineNames(
    reader,
    rows.map(({ id }) => id),
  );
  // The repair is over when it was finished; the wait until the hand-over is the customer's.
  return rows.map(({ finishedAt, handedOverAt, fault, ...row }) => ({
    ...row,
    outAt: finishedAt ?? handedOverAt,
    faults: [...(work.get(row.id) ?? []), ...(fault === null ? [] : [fault])],
  }));
}
