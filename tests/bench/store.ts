import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#shared/kernel/day.ts';
import { openCore, type Core } from '../../electron/core.ts';
import type { CoreOptions } from '../../electron/store-parts.ts';
import type { Actor } from '../../electron/kernel/handler.ts';
import { bulkWriter } from '../../electron/kernel/record/record-bulk.ts';
import { allRecords } from '../../electron/records.ts';
import type { RecordDefinition } from '../../electron/kernel/record/record-definition.ts';

export type BenchStore = {
  readonly core: Core;
  readonly folder: string;
  readonly actor: Actor;
  close(): Promise<void>;
};

/** A fresh store with its owner, in a folder of its own. */
export async function benchStore(options: Pick<CoreOptions, 'reports'> = {}): Promise<BenchStore> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const core = await openCore({ dataFolder: folder, passwordCost: { exponent: 10 }, ...options });
  await core.call(
    'session.setUp',
    { storeName: '测速店', ownerName: '王总', password: 'Correct-Horse-9' },
    {},
  );
  const actor: Actor = { personId: 1, name: '王总', roles: ['owner'], language: 'zh-CN', sessionKey: '' };
  return {
    core,
    folder,
    actor,
    async close() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑';
const given = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英建国志华文辉';
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

export const nameOf = (i: number): string =>
  `${surnames[i % 20] ?? ''}${given[(i * 7) % 30] ?? ''}${i % 3 === 0 ? '' : (given[(i * 13 + 5) % 30] ?? '')}`;
export const phoneOf = (i: number): string => `13${String((i * 7919) % 1_000_000_000).padStart(9, '0')}`;
export const plateOf = (i: number): string => {
  const tail = [0, 1, 2, 3, 4].map((k) => letters[Math.floor(i / 33 ** k) % 33] ?? 'A').join('');
  return `粤B${tail.replaceAll(/[IO]/gu, 'A')}`;
};

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const valueOf = (c: string): number =>
  /\d/u.test(c) ? Number(c) : '12345678012345070923456789'.charCodeAt(c.charCodeAt(0) - 65) - 48;

/** A valid VIN, different for every number. */
export function vinOf(i: number): string {
  const body = `LZZ5BLSF0K${letters[i % 33] ?? 'A'}${String(i).padStart(6, '0').slice(-6)}`.slice(0, 17);
  const chars = body.split('');
  const sum = chars.reduce((total, c, index) => total + valueOf(c) * (weights[index] ?? 0), 0);
  chars[8] = sum % 11 === 10 ? 'X' : String(sum % 11);
  return chars.join('');
}

const definitionOf = (feature: string): RecordDefinition => {
  const found = allRecords.find((definition) => definition.feature === feature);
  if (!found) throw new Error(feature);
  return found;
};

/** Puts customers with one vehicle each into the store, as an import would leave them. */
export function fillVehicles(store: BenchStore, count: number): void {
  const { writer } = store.core.database.raw;
  const bulk = bulkWriter(writer);
  const [customer, vehicle] = [definitionOf('customer'), definitionOf('vehicle')];
  const now = store.core.clock.now();
  writer.exec('begin');
  for (let i = 0; i < count; i++) {
    const customerId = bulk.insert(
      customer,
      {
        name: nameOf(i),
        kind: 'person',
        code: `K${i}`,
        phone: phoneOf(i),
        region: '深圳',
        consent: 'unknown',
      },
      now,
    );
    bulk.insert(
      vehicle,
      {
        plate: plateOf(i),
        vin: vinOf(i),
        customerId,
        kind: 'heavyTruck',
        model: '远途 自卸车',
        state: 'inUse',
        registeredOn: '2022-03-04',
      },
      now,
    );
    if (i % 1000 === 0) bulk.flush();
  }
  bulk.flush();
  writer.exec('commit');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** Writes so many visits of every customer, spread over three years, each of so many fen of labour. */
export function fillVisits(
  store: BenchStore,
  customers: number,
  visitsOf: (customerId: number) => number,
  labourFenOf: (customerId: number) => number,
): void {
  const { writer } = store.core.database.raw;
  const [now, today] = [store.core.clock.now(), store.core.clock.today()];
  const visit = writer.prepare(
    `insert into repair (created_at, updated_at, number, customer_id, type, state, checked_in_on, adviser_id,
      labour_fen, parts_fen, other_fen, total_fen)
      values ($now, $now, $number, $id, 'maintenance', 'handedOver', $on, 1, $fen, 0, 0, $fen)`,
  );
  writer.exec('begin');
  for (let id = 1; id <= customers; id += 1)
    for (let turn = 0; turn < visitsOf(id); turn += 1) {
      const on = addDays(today, -((id * 7 + turn * 131) % 1100));
      visit.run({ now, number: `W${id}-${turn}`, id, on, fen: labourFenOf(id) });
    }
  writer.exec('commit');
}
