import { closeSync, openSync, writeSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { damageWatch } from '#electron/kernel/damage-watch.ts';
import { silentLog } from '#electron/kernel/log.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import type { Core } from '#electron/core.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, openWindow, ownerWindow, password } from '#tests/support/core.ts';
import { addPair } from '#tests/support/filled-store.ts';
import { jobEnd } from '#tests/support/jobs.ts';

/** Zeroes leaf pages of a table in the file of a store that is open, as a dying disk would. */
function zeroUnder(core: Core, table: string): void {
  core.database.raw.writer.pragma('wal_checkpoint(TRUNCATE)');
  const { path } = core.database;
  const sqlite = openSqlite(path, 'read');
  const pages = sqlite
    .prepare(`select pageno from dbstat where name = ? and pagetype = 'leaf' order by path`)
    .pluck()
    .all(table) as number[]; // page numbers
  sqlite.close();
  expect(pages.length).toBeGreaterThan(4);
  const file = openSync(path, 'r+');
  for (const page of pages.slice(1, 4)) writeSync(file, Buffer.alloc(4096), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

/** A store with some pages of customers, none of them read yet. */
async function filled(): Promise<Core> {
  const first = await openTestCore();
  await ownerWindow(first, 'port');
  for (let n = 0; n < 130; n += 1) await addPair(first, `客户${n}`);
  await first.close();
  return openTestCore({ dataFolder: first.dataFolder });
}

it.each(carriers)('over %s: damage that a query meets is told to every window at once', async (carrier) => {
  const core = await filled();
  const window = await openWindow(core, carrier);
  window.token = (await window.client.session.signIn({ login: '王总', password })).token;
  expect((await window.client.session.state({})).damaged).toBeUndefined();
  const told: string[] = [];
  core.events.subscribe((event) => told.push(event.type));

  zeroUnder(core, 'customer');
  const list = window.client.customer.list({ sort: [{ field: 'address', descending: false }] });
  expect(await list.then(() => 'read', errorData)).toEqual({ code: 'storage', reason: 'damaged' });
  await vi.waitFor(() => expect(told).toContain('hello'));
  const other = await openWindow(core, carrier);
  expect(await other.client.session.state({})).toMatchObject({ stage: 'signed-out', damaged: true });
});

it('damage that only a backup meets is told too', async () => {
  const core = await filled();
  const window = await openWindow(core, 'port');
  zeroUnder(core, 'customer');
  await expect(core.backups.run('manual')).rejects.toMatchObject({ data: { reason: 'damaged' } });
  await vi.waitFor(async () => expect((await window.client.session.state({})).damaged).toBe(true));
});

it('damage that a worker meets fails its job as damage, and is told', async () => {
  const core = await filled();
  const window = await openWindow(core, 'port');
  window.token = (await window.client.session.signIn({ login: '王总', password })).token;
  zeroUnder(core, 'customer');
  const list = { page: 1, pageSize: 50, sort: [], search: '', filters: [], bin: false };
  const order = { feature: 'customer', list, columns: ['name'], format: 'csv' as const };
  const job = await jobEnd(window, (await window.client.export.start(order)).jobId);
  expect(job.error).toEqual({ code: 'storage', reason: 'damaged' });
  await vi.waitFor(async () => expect((await window.client.session.state({})).damaged).toBe(true));
});

it('a failure that speaks of damage where the store is whole alarms nobody', async () => {
  const core = await openTestCore();
  const told = vi.fn<() => void>();
  const watch = damageWatch(core.database.path, silentLog, told);
  watch.hear({ code: 'storage', reason: 'disk-full' });
  watch.hear({ code: 'storage', reason: 'damaged' });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect([watch.found, told.mock.calls.length]).toEqual([false, 0]);
});
