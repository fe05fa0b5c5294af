import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { addDays } from '#shared/kernel/day.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import { vehicleRecord } from '#electron/features/vehicle/vehicle.record.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { benchStore, nameOf, phoneOf, plateOf, vinOf, type BenchStore } from './store.ts';

const kinds = ['heavyTruck', 'tractor', 'lightTruck', 'trailer', 'car', 'bus'] as const;

/** Vehicles of every kind with papers all over the year, two visits each, so many to an owner. */
export function fillReminders(store: BenchStore, count: number, perOwner = 3): void {
  const { writer } = store.core.database.raw;
  const today = store.core.clock.today();
  const now = store.core.clock.now();
  const bulk = bulkWriter(writer);
  const visit = writer.prepare(
    `insert into repair (created_at, updated_at, number, vehicle_id, customer_id, type, state, checked_in_on, odometer_km,
      labour_fen, parts_fen, other_fen, total_fen) values (?, ?, ?, ?, ?, 'maintenance', 'handedOver', ?, ?, 0, 0, 0, 0)`,
  );
  writer.exec('begin');
  let customerId = 0;
  for (let i = 0; i < count; i += 1) {
    if (i % perOwner === 0)
      customerId = bulk.insert(
        customerRecord,
        { name: nameOf(i), kind: 'person', code: `K${i}`, phone: phoneOf(i), consent: 'unknown' },
        now,
      );
    const registeredOn = addDays(today, -((i * 37) % 4500));
    const id = bulk.insert(
      vehicleRecord,
      {
        plate: plateOf(i),
        vin: vinOf(i),
        customerId,
        kind: kinds[i % kinds.length] ?? 'heavyTruck',
        use: i % 4 === 0 ? 'private' : 'commercial',
        grossMassKg: 3000 + (i % 30) * 1000,
        model: '远途 自卸车',
        state: i % 12 === 0 ? 'sold' : 'inUse',
        purchasedOn: registeredOn,
        registeredOn,
        annualTestDueOn: i % 5 === 0 ? null : addDays(today, ((i * 13) % 420) - 60),
        compulsoryInsuranceDueOn: addDays(today, ((i * 29) % 365) - 30),
        commercialInsuranceDueOn: addDays(today, ((i * 29) % 365) - 30),
        secondMaintenanceDueOn: i % 3 === 0 ? null : addDays(today, ((i * 7) % 150) - 30),
      },
      now,
    );
    const km = (i * 977) % 400_000;
    visit.run(now, now, `A${i}`, id, customerId, addDays(today, -300 - (i % 200)), km);
    visit.run(now, now, `B${i}`, id, customerId, addDays(today, -(i % 280)), km + 20_000);
    if (i % 1000 === 0) bulk.flush();
  }
  bulk.flush();
  writer.exec('commit');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** The database of a closed store with so many vehicles, filled by a process of its own; its folder is the caller's to remove. */
export async function storeWithVehicles(count: number): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(import.meta.url),
    String(count),
  ]);
  return stdout.trim();
}

if (import.meta.main) {
  const store = await benchStore();
  fillReminders(store, Number(process.argv[2]));
  await store.core.close();
  process.stdout.write(store.core.database.path);
}
