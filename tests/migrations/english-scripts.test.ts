import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const name = '0021_add_english_scripts_and_scored_person';

it('English scripts come to the rules that nobody changed; scores name the consultant of their order', async () => {
  const path = join(tempFolder(), 'a.db');
  const index = migrationNames.indexOf(name);
  await migrate(path, firstMigrations(index));
  const before = openSqlite(path, 'write');
  before.exec(`update follow_up_rule set script = '门店自己的话', version = 2 where id = 2`);
  before.exec(`
    insert into person (id, created_at, updated_at, name) values (7, '2026-01-01', '2026-01-01', '陈');
    insert into customer (id, created_at, updated_at, name, kind, consent)
      values (1, '2026-01-01', '2026-01-01', '张', 'person', 'unknown');
    insert into vehicle_order (id, created_at, updated_at, number, ordered_on, customer_name, kind, model, quantity,
      vehicle_fen, accessory_fen, insurance_fen, loan_fen, registration_fen, total_fen, deposit_fen, state, consultant_id)
      values (3, '2026-01-01', '2026-01-01', 'D3', '2026-01-01', '张', 'car', 'A', 1, 0, 0, 0, 0, 0, 0, 0, 'delivered', 7);
    insert into follow_up (id, created_at, updated_at, customer_id, happened_on, way, content, order_id, score)
      values (1, '2026-01-01', '2026-01-01', 1, '2026-01-02', 'call', '好', 3, 5),
             (2, '2026-01-01', '2026-01-01', 1, '2026-01-02', 'call', '未接', 3, null);`);
  before.close();
  await migrate(path, firstMigrations(index + 1));
  const after = openSqlite(path, 'read');
  const rules = after
    .prepare('select id, script_en is not null as english, script from follow_up_rule order by id')
    .all();
  const scored = after.prepare('select id, about_id from follow_up order by id').raw().all();
  after.close();
  expect(rules).toMatchObject([
    { id: 1, english: 1 },
    { id: 2, english: 0, script: '门店自己的话' },
    { id: 3, english: 1 },
    { id: 4, english: 1 },
  ]);
  expect(scored).toEqual([
    [1, 7],
    [2, null],
  ]);
});
