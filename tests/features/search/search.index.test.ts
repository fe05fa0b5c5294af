import { expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { fullSight } from '#electron/kernel/search-tokens.ts';
import { findRecords } from '#electron/kernel/search-index.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';

/** Entries and tokens as they lie in the index; tokens are written out by FTS5's own vocabulary table. */
function indexOf(core: Core): { entries: unknown[]; tokens: unknown[] } {
  const { writer } = core.database.raw;
  writer.exec(
    "create virtual table if not exists temp.words using fts5vocab('main', 'search_text', 'instance')",
  );
  return {
    entries: writer.prepare('select feature, record_id, title, detail from search_entry order by 1, 2').all(),
    tokens: writer
      .prepare(
        `select e.feature, e.record_id, w.term from temp.words w join search_entry e on e.id = w.doc order by 1, 2, 3`,
      )
      .all(),
  };
}

const found = async (core: Core, text: string): Promise<string[]> =>
  (await findRecords(core.database.reader, text, ['customer', 'vehicle'], fullSight, 10)).map(
    ({ title }) => title,
  );

async function filled(): Promise<{ core: Core; before: ReturnType<typeof indexOf> }> {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  await client.customer.create({ values: newCustomer({ name: '单建国', phone: '13812345678' }) });
  await client.vehicle.create({
    values: newValues(vehicleFields, { plate: '粤B12345', vin: '1M8GDM9AXKP042788' }),
  });
  const { id } = await client.customer.create({ values: newCustomer({ name: '在回收站' }) });
  await client.customer.remove({ ids: [id] });
  const before = indexOf(core);
  expect(before.tokens.length).toBeGreaterThan(20);
  return { core, before };
}

it('an index whose words another version cut is made anew when the store is opened, once', async () => {
  const { core, before } = await filled();
  const { writer } = core.database.raw;
  writer.exec("update search_text set tokens = 'w1' where rowid in (select id from search_entry)");
  writer.exec(
    "insert into search_entry (feature, record_id, title, detail) values ('customer', 99, '已不在', '')",
  );
  writer.pragma('user_version = 1');
  expect(await found(core, '建国')).toEqual([]);
  await core.close();
  const again = await openTestCore({ dataFolder: core.dataFolder });
  expect(indexOf(again)).toEqual(before);
  expect(await found(again, '5678')).toEqual(['单建国']);
  // The version is right now: what lies there is believed.
  again.database.raw.writer.exec("update search_entry set title = '记号'");
  await again.close();
  const third = await openTestCore({ dataFolder: core.dataFolder });
  expect(await found(third, '建国')).toEqual(['记号']);
});

it('records that a migration made, which knows nothing of words, are found after the store was opened', async () => {
  const { core, before } = await filled();
  core.database.raw.writer.exec(
    `delete from search_text where rowid in (select id from search_entry where feature = 'vehicle');
     delete from search_entry where feature = 'vehicle'`,
  );
  expect(await found(core, '粤B')).toEqual([]);
  await core.close();
  const again = await openTestCore({ dataFolder: core.dataFolder });
  expect(indexOf(again)).toEqual(before);
});
