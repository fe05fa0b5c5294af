import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const daysOfOthers = `select id, repeat_days from reminder_rule where kind <> 'campaign' order by id`;
const name = '0055_add_english_sources_and_campaign_repeat';

it('shipped sources get English and the campaign rule the days that held; what a store wrote stays', async () => {
  const path = join(tempFolder(), 'a.db');
  const index = migrationNames.indexOf(name);
  await migrate(path, firstMigrations(index));
  const before = openSqlite(path, 'write');
  before.exec(`update retention_rule set source = '本店自己的规定' where kind = 'dormant'`);
  before.exec(`insert into reminder_rule (created_at, updated_at, name, kind, lead_days, repeat_days, value_fen, valid_from,
    source, confirmed, active) values ('2026-01-01', '2026-01-01', '自己的', 'campaign', 30, 30, 0, '2026-01-01', '店', 1, 0)`);
  const stood = before.prepare(daysOfOthers).raw().all();
  before.close();
  await migrate(path, firstMigrations(index + 1));
  const after = openSqlite(path, 'read');
  const sources = after
    .prepare('select kind, source, source_en is not null as english from retention_rule order by id')
    .all();
  const days = after
    .prepare(`select name, repeat_days from reminder_rule where kind = 'campaign'`)
    .raw()
    .all();
  const others = after.prepare(daysOfOthers).raw().all();
  after.close();
  expect(sources).toHaveLength(6);
  for (const row of sources)
    expect(row).toMatchObject({ english: (row as { kind: string }).kind === 'dormant' ? 0 : 1 });
  expect(sources).toContainEqual({ kind: 'dormant', source: '本店自己的规定', english: 0 });
  expect(days).toEqual([
    ['进行中的活动', 7],
    ['自己的', 30],
  ]);
  expect(others).toEqual(stood);
});
