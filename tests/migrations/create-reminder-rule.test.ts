import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const name = '0032_create_reminder_rule';

it('an older store gets the rules of what falls due; its vehicles and customers keep what they had', async () => {
  const path = join(tempFolder(), 'a.db');
  const index = migrationNames.indexOf(name);
  await migrate(path, firstMigrations(index));
  const before = openSqlite(path, 'write');
  before.exec(`
    insert into customer (id, created_at, updated_at, name, kind, consent)
      values (1, '2026-01-01', '2026-01-01', '张', 'person', 'given');
    insert into vehicle (id, created_at, updated_at, plate, customer_id, kind, annual_test_due_on, state)
      values (2, '2026-01-01', '2026-01-01', '粤B12345', 1, 'heavyTruck', '2026-12-01', 'inUse');`);
  before.close();
  await migrate(path, firstMigrations(index + 1));
  const after = openSqlite(path, 'read');
  const vehicle = after.prepare('select annual_test_due_on, daily_km, paired_id from vehicle').raw().all();
  const customer = after.prepare('select consent, born_on, do_not_call from customer').raw().all();
  const rules = after
    .prepare('select kind, count(*), sum(active) from reminder_rule group by kind order by kind')
    .raw()
    .all();
  // The readings of every vehicle come out of one index, without the orders themselves.
  const plan = after
    .prepare(
      `explain query plan select vehicle_id, max(checked_in_on), odometer_km from repair
        where vehicle_id is not null and removed_at is null and state <> 'cancelled' and odometer_km > 0 group by vehicle_id`,
    )
    .all();
  after.close();
  expect(vehicle).toEqual([['2026-12-01', null, null]]);
  expect(customer).toEqual([['given', null, null]]);
  expect(rules).toEqual([
    ['annualTest', 12, 12],
    ['birthday', 1, 1],
    ['commercialInsurance', 1, 1],
    ['compulsoryInsurance', 1, 1],
    ['firstService', 1, 1],
    ['freeInspection', 1, 1],
    ['lostCustomer', 1, 1],
    ['milestone', 1, 0],
    ['purchaseTax', 1, 1],
    ['regularService', 1, 1],
    ['repairWarrantyEnd', 1, 1],
    ['secondMaintenance', 7, 7],
    ['technicalGrade', 4, 4],
    ['transportPermit', 1, 1],
    ['warrantyEnd', 1, 1],
  ]);
  expect(plan).toMatchObject([{ detail: 'SEARCH repair USING COVERING INDEX repair_visit (vehicle_id>?)' }]);
});
