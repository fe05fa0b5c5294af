import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { threadFeed, type ReadingCalls } from '#electron/features/import/feed/feed-thread.ts';
import {
  readRows,
  type FedBatch,
  type FeedOrder,
  type RowFeed,
} from '#electron/features/import/feed/row-feed.ts';
import { fieldTokens } from '#electron/kernel/record/record-index.ts';
import { workerFile } from '#electron/workers/worker-files.ts';
import { createWorkerHost } from '#electron/workers/worker-host.ts';
import { tempFolder } from '#tests/support/core.ts';

function inThread(): RowFeed {
  const host = createWorkerHost<ReadingCalls>({ url: workerFile('reading-worker') });
  onTestFinished(() => host.close());
  return threadFeed(host);
}

function orderOf(text: string): FeedOrder {
  const filePath = join(tempFolder(), '客户.csv');
  writeFileSync(filePath, text);
  return {
    filePath,
    kind: 'customerVehicle',
    mapping: { 0: 'customer.name', 1: 'customer.phone', 2: 'vehicle.purchasedOn' },
    corrections: new Map([[3, new Map([[1, '13900003333']])]]),
    searched: ['customer.name', 'customer.phone'],
    choices: new Map(),
  };
}

async function all(feed: RowFeed, order: FeedOrder): Promise<FedBatch[]> {
  const batches: FedBatch[] = [];
  for await (const batch of feed(order)) batches.push(batch);
  return batches;
}

it('a thread gives the same batches as reading in place', async () => {
  const lines = Array.from(
    { length: 12_000 },
    (_, i) => `客户${i},139${String(i).padStart(8, '0')},2026/1/2`,
  );
  const order = orderOf(['客户名称,联系电话,购车日期', ...lines, '合计,,'].join('\n'));
  const here = await all(readRows, order);
  expect(await all(inThread(), order)).toEqual(here);
  expect(here.length).toBeGreaterThan(5);
  const rows = here.flatMap((batch) => batch.rows);
  expect(rows).toHaveLength(12_000);
  expect(rows[1]).toEqual({
    row: 3,
    cells: ['客户1', '13900003333', '2026/1/2'],
    values: [true, true, '2026-01-02'],
    problems: [],
  });
  const tokens = here[0]?.tokens;
  expect([...(tokens?.keys() ?? [])]).toEqual(['customer.name', 'customer.phone']);
  expect(tokens?.get('customer.name')?.get('客户1')).toBe(fieldTokens({ kind: 'text' }, '客户1'));
  const phone = fieldTokens({ kind: 'phone', maskedWithout: 'customer.seePhone' }, '13900003333');
  expect(tokens?.get('customer.phone')?.get('13900003333')).toBe(phone);
});

it('a reader that stops early frees the thread for the next file, and a file that cannot be read says why', async () => {
  const feed = inThread();
  const order = orderOf(`客户名称,联系电话\n${'张三,13800001111\n'.repeat(20_000)}`);
  for await (const batch of feed(order)) {
    expect(batch.rows.length).toBeGreaterThan(0);
    break;
  }
  const broken = orderOf('%PDF-1.7');
  await expect(all(feed, broken)).rejects.toMatchObject({ data: { reason: 'file-not-a-table' } });
  expect((await all(feed, orderOf('客户名称,联系电话\n李四,13800002222\n')))[0]?.rows).toHaveLength(1);
});
