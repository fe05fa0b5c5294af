import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { readRows } from '#electron/features/import/feed/row-feed.ts';
import { runImport } from '#electron/features/import/import-run.ts';
import { undoImport } from '#electron/features/import/import-undo.ts';
import { openTestCore, ownerWindow, tempFolder, type Window } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';

/** Records and search as people see them; versions, times and the numbers of index entries go on. */
function shown({ database: { raw } }: Core): unknown {
  const rows = (table: string): unknown[] =>
    (raw.writer.prepare(`select * from ${table} order by id`).all() as Record<string, unknown>[]).map(
      ({ version: _version, updated_at: _updatedAt, ...values }) => values,
    );
  const found = raw.writer
    .prepare('select feature, record_id, title, detail from search_entry order by 1, 2')
    .all();
  const words = raw.writer
    .prepare('select count(*) as n from search_text where search_text match \'"c客" OR "c车"\'')
    .get();
  return { customers: rows('customer'), vehicles: rows('vehicle'), found, words };
}

const quiet = {
  progress: () => undefined,
  checkpoint: async () => undefined,
  cleared: async () => undefined,
};

/** Runs a file through the import on its own connection, as the worker does. */
async function imports(core: Core, lines: readonly string[]): Promise<number> {
  const folder = tempFolder();
  const filePath = join(folder, '客户.csv');
  writeFileSync(filePath, ['客户名称,联系电话,客户编号,地址,车牌号,车型', ...lines].join('\n'));
  const report = await core.database.gate.run(() =>
    runImport(
      {
        databasePath: core.database.path,
        filePath,
        fileName: '客户.csv',
        kind: 'customerVehicle',
        mapping: {
          0: 'customer.name',
          1: 'customer.phone',
          2: 'customer.code',
          3: 'customer.address',
          4: 'vehicle.plate',
          5: 'vehicle.model',
        },
        mode: 'run',
        agreed: { create: 0, update: 0 },
        stagePath: join(folder, 'stage'),
        by: { personId: null, name: '王总' },
        at: core.clock.now(),
        today: core.clock.today(),
        language: 'zh-CN',
        expectedRows: 0,
      },
      quiet,
      readRows,
    ),
  );
  return report.importId ?? 0;
}

// A small world, so that files meet what is there, each other, and themselves.
const who = fc.integer({ min: 0, max: 5 });
const row = fc
  .record({
    who,
    code: fc.boolean(),
    phone: fc.boolean(),
    address: fc.constantFrom('', '一路 1 号', '二路 2 号'),
    plate: fc.constantFrom('', '粤B00001', '粤B00002', '粤B00003', '粤B00004'),
    model: fc.constantFrom('', '牵引车', '自卸车'),
  })
  .map((one) =>
    [
      `客户${one.who}`,
      one.phone ? `1380000000${one.who}` : '',
      one.code ? `K${one.who}` : '',
      one.address,
      one.plate,
      one.model,
    ].join(','),
  );
const file = fc.array(row, { minLength: 1, maxLength: 8 });
type Step =
  | { readonly does: 'create' | 'edit' | 'bin'; readonly who: number }
  | { readonly does: 'import'; readonly lines: readonly string[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('create' as const), who }),
  fc.record({ does: fc.constant('edit' as const), who }),
  fc.record({ does: fc.constant('bin' as const), who }),
  fc.record({ does: fc.constant('import' as const), lines: file }),
);

async function takeStep(core: Core, { client }: Window, one: Step): Promise<void> {
  if (one.does === 'import') {
    await imports(core, one.lines);
    return;
  }
  const found = (await client.customer.list({ search: `客户${one.who}` })).rows[0];
  if (one.does === 'create' && !found)
    await client.customer.create({ values: newCustomer({ name: `客户${one.who}`, code: `K${one.who}` }) });
  if (!found) return;
  if (one.does === 'bin') await client.customer.remove({ ids: [found.id] });
  if (one.does === 'edit') {
    const { record } = await client.customer.get({ id: found.id });
    const { name, code, phone } = record;
    const values = newCustomer({ name, code, phone, address: '手改的' });
    await client.customer.update({ id: found.id, version: record.version, values });
  }
}

it('whatever was done and imported before: imports taken back newest first leave the state before them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.array(file, { minLength: 1, maxLength: 4 }),
      async (before, files) => {
        const core = await openTestCore();
        const window = await ownerWindow(core, 'port');
        for (const one of before) await takeStep(core, window, one);
        const state = shown(core);
        const ids: number[] = [];
        for (const lines of files) ids.push(await imports(core, lines));
        for (const importId of ids.reverse()) {
          const order = {
            databasePath: core.database.path,
            importId,
            by: { personId: null, name: '王总' },
            at: core.clock.now(),
            today: core.clock.today(),
          };
          const counts = await core.database.gate.run(() => undoImport(order, quiet));
          expect([counts.keptBecauseEdited, counts.failed]).toEqual([0, 0]);
        }
        expect(shown(core)).toEqual(state);
        await core.close();
      },
    ),
    { numRuns: 12, seed: 20_261_118 },
  );
}, 60_000);
