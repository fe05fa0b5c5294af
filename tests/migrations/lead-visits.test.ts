import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openDatabase } from '#electron/kernel/database.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { listWishes } from '#electron/features/income/income.repository.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const name = '0031_add_lead_visits_and_income_months';

it('a wish from before has its units in each of its months, and so has the answer', async () => {
  const path = join(tempFolder(), 'a.db');
  const index = migrationNames.indexOf(name);
  await migrate(path, firstMigrations(index));
  const before = openSqlite(path, 'write');
  before.exec(`
    insert into person (id, created_at, updated_at, name) values (7, '2026-01-01', '2026-01-01', '陈');
    insert into post (id, created_at, updated_at, name) values (3, '2026-01-01', '2026-01-01', '顾问');
    insert into pay (id, edition, post_id, from_month, content, created_at, created_by_id)
      values (1, 1, 3, '2026-01', '{}', '2026-01-01', 7);
    insert into income (id, created_at, updated_at, person_id, pay_id, unit, from_month, to_month, wish_fen, units,
      income_fen, assumed, state, answer_units)
      values (1, '2026-01-01', '2026-01-01', 7, 1, 'deal', '2026-12', '2027-01', 800000, 5, 810000, '{}', 'answered', 6);
    insert into lead (id, created_at, updated_at, customer_name, arrived_on, state)
      values (1, '2026-01-01', '2026-01-01', '张', '2026-01-01', 'testDrive');`);
  before.close();
  await migrate(path, firstMigrations(index + 1));
  const after = openSqlite(path, 'read');
  const leads = after.prepare('select state, visited_on, test_driven_on from lead').raw().all();
  after.close();
  // Nobody wrote down the day, so no day is made up.
  expect(leads).toEqual([['testDrive', null, null]]);
  const database = openDatabase(path);
  const wishes = await listWishes(database.reader, 7);
  await database.close();
  expect(wishes).toMatchObject([
    {
      units: 10,
      months: [
        { month: '2026-12', units: 5, incomeFen: 810_000 },
        { month: '2027-01', units: 5, incomeFen: 810_000 },
      ],
      answerMonths: [6, 6],
      answerUnits: 12,
    },
  ]);
});
