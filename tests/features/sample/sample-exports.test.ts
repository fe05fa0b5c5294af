import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { biffWorkbook } from '#electron/features/sample/export/export-biff.ts';
import { writeSampleExports } from '#electron/features/sample/export/sample-exports.ts';
import { collectSample } from '#electron/features/sample/sample-store.ts';
import { tempFolder } from '#tests/support/core.ts';
import { sampleOptions } from './sample-options.ts';

const options = sampleOptions();
const store = collectSample(options);

const gbk = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes);
const sum = (texts: readonly (string | undefined)[]): number =>
  texts.reduce((all, text) => all + Math.round(Number((text ?? '').replaceAll(',', '')) * 100), 0);
const isBroken = (cells: readonly string[]): boolean =>
  cells.some((cell) => /90000\d\d\d|99999999999|^X9|测试|若干/u.test(cell));

function csvRows(text: string): { headers: string[]; rows: string[][] } {
  const [headers = [], ...rows] = text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n$/u, '')
    .split('\r\n')
    .map((line) => line.split(','));
  return { headers, rows };
}

describe('writeSampleExports', () => {
  it('writes every kind with its count of true and broken rows, the same bytes each time', async () => {
    const [first, second] = [tempFolder(), tempFolder()];
    const written = await writeSampleExports(first, options);
    expect(await writeSampleExports(second, options)).toEqual(written);
    for (const { file } of written.filter((one) => !one.file.endsWith('.xlsx')))
      expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file))), file).toBe(true);
    const rows = Object.fromEntries(written.map((one) => [one.kind, one.rows]));
    const customersWithout = store.customer.length - new Set(store.vehicle.map((row) => row.customerId)).size;
    expect(rows).toEqual({
      person: store.person.length,
      customerVehicle: store.vehicle.length + customersWithout,
      stock: store.stock.length,
      order: store.order.length,
      lead: store.lead.length,
      repair: store.repair.length,
      repairLine: store.repairLine.length,
      repairPart: store.repairPart.length,
      receivable: store.receivable.length,
      payment: store.payment.length,
      cash: store.cash.length,
    });
    expect(written.every((one) => one.broken > 0)).toBe(true);
  });

  it('writes GBK csv without quotes and without stray commas, whose sums are the sample’s', async () => {
    const folder = tempFolder();
    await writeSampleExports(folder, options);
    const customers = csvRows(gbk(readFileSync(join(folder, '02 客户车辆档案.xls'))));
    expect(customers.rows.every((row) => row.length === customers.headers.length)).toBe(true);
    expect(customers.rows.flat()).not.toContain('');
    expect(customers.rows.flat().some((cell) => cell.includes('&'))).toBe(true);
    expect(customers.rows.flat().some((cell) => /[０-９]{11}/u.test(cell))).toBe(true);
    expect(customers.rows.flat().some((cell) => cell.endsWith('𬭎'))).toBe(true);
    const cash = csvRows(gbk(readFileSync(join(folder, '11 资金流水.csv'))));
    const at = (heading: string): number => cash.headers.indexOf(heading);
    const incoming = cash.rows.filter((row) => !isBroken(row) && row[at('收支方向')] === '收入');
    expect(sum(incoming.map((row) => row[at('金额')]))).toBe(
      store.cash.filter((row) => row.direction === 'in').reduce((all, row) => all + row.amountFen, 0),
    );
  });

  it('writes an HTML table named .xls with title, two rows of headings and a 合计 row', async () => {
    const folder = tempFolder();
    await writeSampleExports(folder, options);
    const html = gbk(readFileSync(join(folder, '06 维修工单查询.xls')));
    expect(html).toMatch(/^<html[\s\S]*colspan="20"[^>]*><b>示范商用车服务中心 维修工单查询/u);
    const rows = [...html.matchAll(/<tr>(.*)<\/tr>/gu)].map(([, cells = '']) =>
      [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, text = '']) => text),
    );
    const repairs = rows.filter((row) => row[0]?.startsWith('GD') && !isBroken(row));
    expect(repairs).toHaveLength(store.repair.length);
    const total = store.repair.reduce((all, row) => all + row.totalFen, 0);
    expect(sum(repairs.map((row) => row[18]))).toBe(total);
    const last = rows.at(-1) ?? [];
    expect([last[0], sum([last[18]])]).toEqual(['合计', total]);
  });

  it('writes BIFF8 and xlsx that another library reads, all cells text', async () => {
    const folder = tempFolder();
    await writeSampleExports(folder, options);
    const old = readFileSync(join(folder, '03 库存车辆.xls'));
    expect(old.subarray(0, 4).toString('hex')).toBe('d0cf11e0');
    const rowsOf = (file: string): string[][] => {
      const sheet = Object.values(read(readFileSync(join(folder, file)), { type: 'buffer' }).Sheets)[0];
      return utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: true, defval: '' });
    };
    const stock = rowsOf('03 库存车辆.xls');
    expect(stock[0]?.[0]).toBe('库存车辆明细表');
    expect(stock[1]).toContain('车架号');
    expect(stock.at(-1)?.[0]).toBe('合计');
    const vins = new Set(store.stock.map((row) => row.vin));
    const true_ = stock.filter((row) => vins.has(row[1] ?? ''));
    expect(true_).toHaveLength(store.stock.length);
    expect(true_.flat().every((cell) => typeof cell === 'string')).toBe(true);
    expect(sum(true_.map((row) => row[7]))).toBe(
      store.stock.reduce((all, row) => all + (row.costFen ?? 0), 0),
    );
    const debts = rowsOf('09 应收账款.xlsx');
    const owed = debts.filter((row) => String(row[0]).startsWith('YS') && !isBroken(row));
    expect(sum(owed.map((row) => row[6]))).toBe(
      store.receivable.reduce((all, row) => all + row.amountFen, 0),
    );
    expect(owed.some((row) => /^1\.\d{10}E\+10$/u.test(row[2] ?? ''))).toBe(true);
  });

  it('writes UTF-16 text and UTF-8 csv with their marks', async () => {
    const folder = tempFolder();
    await writeSampleExports(folder, options);
    const leads = readFileSync(join(folder, '05 线索明细.txt'));
    expect(leads.subarray(0, 2).toString('hex')).toBe('fffe');
    const lines = new TextDecoder('utf-16le').decode(leads).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + store.lead.length + 1);
    const orders = readFileSync(join(folder, '04 销售订单.csv'));
    expect(orders.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(orders.toString('utf8')).toContain('合计,');
  });
});

describe('biffWorkbook', () => {
  it.each([1, 3, 60, 700, 5000])('holds %i rows', (count) => {
    const rows = Array.from({ length: count }, (_, at) => [`行${at}`, '', `值 ${at * 7}`, '𬭎']);
    const bytes = biffWorkbook('表一', rows);
    const book = read(bytes, { type: 'array' });
    expect(book.SheetNames).toEqual(['表一']);
    const sheet = book.Sheets['表一'] ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1, defval: '' })).toEqual(rows);
  });

  it('says so when the rows are too many', () => {
    expect(
      biffWorkbook(
        '表',
        Array.from({ length: 65_537 }, () => ['甲']),
      ),
    ).toBe(undefined);
  });
});
