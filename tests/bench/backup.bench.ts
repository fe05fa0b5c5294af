import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { customerFields } from '../../shared/features/customer/customer.fields.ts';
import { median, percentile, timed, type Bench } from './bench.ts';
import { benchStore, type BenchStore } from './store.ts';

/** Customers with long notes until the file has a gigabyte: made inside SQLite, because only its size matters here. */
function fillGigabyte(store: BenchStore): void {
  const { writer } = store.core.database.raw;
  const add = writer.prepare(
    `with recursive n (i) as (values (1) union all select i + 1 from n where i < 100000)
     insert into customer (version, created_at, updated_at, kind, consent, name, phone, note)
     select 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'person', 'unknown', '客户' || i,
       '13' || substr('000000000' || (? + i), -9), hex(zeroblob(1000)) from n`,
  );
  for (let done = 0; statSync(store.core.database.path).size < 2 ** 30; done += 100_000) {
    add.run(done);
    writer.pragma('wal_checkpoint(TRUNCATE)');
  }
}

const customerInput = (name: string): { values: Record<string, string | null> } => ({
  values: {
    ...Object.fromEntries(Object.keys(customerFields).map((field) => [field, null])),
    name,
    kind: 'person',
    consent: 'unknown',
  },
});

/** What the limit is: the bytes copied by the system and made sure on the disk, nothing read back. */
async function rawCopy(from: string, to: string): Promise<number> {
  const took = await timed(async () => {
    await copyFile(from, to);
    const file = openSync(to, 'r+');
    fsyncSync(file);
    closeSync(file);
  });
  rmSync(to);
  return took;
}

/** A backup of 1 GB with its checks (read back, row counts, SHA-256, sync) while a clerk keeps saving. */
export const backupBench: Bench = {
  name: 'backup',
  async run(report) {
    const store = await benchStore();
    fillGigabyte(store);
    const { core, actor, folder } = store;
    const target = join(folder, 'backup-target');
    mkdirSync(target);
    const [backups, copies, saves]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < 3; run++) {
      copies.push(await rawCopy(core.database.path, join(folder, 'raw-copy')));
      const during = { busy: true };
      const writer = (async () => {
        for (let key = 0; during.busy; key++) {
          const name = `客户 ${run} ${key}`;
          saves.push(await timed(() => core.call('customer.create', customerInput(name), { actor })));
          await wait(20);
        }
      })();
      backups.push(await timed(() => core.backups.run('manual', target)));
      during.busy = false;
      await writer;
      rmSync(target, { recursive: true });
      mkdirSync(target);
    }
    report({
      name: 'backup.1gb.while-writing',
      value: median(backups) / 1000,
      unit: 's',
      limit: median(copies) / 1000,
      beside: 'copy of the same file, synced',
      target: 5,
    });
    report({
      name: 'backup.1gb.save-meanwhile.p95',
      value: percentile(saves, 0.95),
      unit: 'ms',
      limit: 100,
      beside: 'stated limit',
      target: 1,
    });
    await store.close();
  },
};
