import { createWriteStream, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { encodeGb18030 } from '../../electron/kernel/gb18030.ts';
import { nameOf, phoneOf, plateOf, vinOf } from './store.ts';

const headers = [
  '客户名称',
  '联系电话',
  '客户编号',
  '地区',
  '车牌号',
  '车架号',
  '车型',
  '上牌日期',
  '保险到期日',
  '行驶里程',
];
const rowOf = (i: number): string[] => [
  nameOf(i),
  phoneOf(i),
  `K${i}`,
  '深圳',
  plateOf(i),
  vinOf(i),
  '远途 自卸车',
  '2022-03-04',
  '2026-12-31',
  String(1000 + (i % 90_000)),
];

function* rows(count: number): Generator<string[]> {
  for (let i = 0; i < count; i++) yield rowOf(i);
}

/** Customers with their vehicles as a GBK csv. */
export function writeGbk(path: string, count: number): void {
  const lines = [headers.join(',')];
  for (const row of rows(count)) lines.push(row.join(','));
  writeFileSync(path, encodeGb18030(`${lines.join('\r\n')}\r\n`));
}

/** The same rows as an xlsx. */
export async function writeXlsx(path: string, count: number): Promise<void> {
  const stream = writeXlsxStream(rows(count), {
    name: '客户',
    columns: headers.map((header) => ({ header })),
  });
  await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path));
}
