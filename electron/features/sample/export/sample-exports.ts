import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import type { ImportKind } from '#shared/features/import/import.kinds.ts';
import { collectSample } from '../sample-store.ts';
import { sampleStoreName, type SampleOptions } from '../sample-world.ts';
import { biffWorkbook } from './export-biff.ts';
import { customerVehicleTable, leadTable, namesOf, personTable } from './export-people-tables.ts';
import { repairLineTable, repairPartTable, repairTable } from './export-repair-tables.ts';
import { cashTable, orderTable, paymentTable, receivableTable, stockTable } from './export-sales-tables.ts';
import type { ExportTable } from './export-table.ts';
import { dealerCsv, htmlSheet, markedCsv, unicodeText } from './export-text.ts';

/** One file of the sample's exports, in the order in which they are to be imported. */
export type SampleExport = {
  readonly file: string;
  readonly kind: ImportKind;
  /** True rows. */
  readonly rows: number;
  /** Rows beside them that an import must refuse. */
  readonly broken: number;
};

const sheetRows = ({ titles, headers, rows, total }: ExportTable): string[][] => [
  ...titles.map((title) => [title]),
  [...headers],
  ...rows.map((row) => [...row]),
  ...(total ? [[...total]] : []),
];

/** A workbook of texts; the titles stand over all columns. */
async function textWorkbook(name: string, table: ExportTable): Promise<Uint8Array> {
  const merges = table.titles.map((_, row) => ({
    startRow: row,
    startCol: 0,
    endRow: row,
    endCol: table.headers.length - 1,
  }));
  return writeXlsx({ sheets: [{ name, rows: sheetRows(table), merges }] });
}

/** Excel 97–2003, or a newer workbook when there are too many rows for it. */
async function oldWorkbook(name: string, table: ExportTable): Promise<{ ending: string; bytes: Uint8Array }> {
  const bytes = biffWorkbook(name, sheetRows(table));
  return bytes ? { ending: 'xls', bytes } : { ending: 'xlsx', bytes: await textWorkbook(name, table) };
}

/**
 * Writes the sample as the files that a dealer's other systems would export, with their habits: csv named .xls, HTML named
 * .xls, GBK without quotes, titles, headings of two rows, 合计 rows, and a known number of broken rows. Holds the whole
 * sample in memory: meant for some thousand customers. Goals, events, contacts and follow-ups have no such export.
 */
export async function writeSampleExports(
  folder: string,
  options: SampleOptions,
): Promise<readonly SampleExport[]> {
  const store = collectSample(options);
  const names = namesOf(store);
  await mkdir(folder, { recursive: true });
  const written: SampleExport[] = [];
  const put = async (
    kind: ImportKind,
    file: string,
    table: ExportTable,
    bytes: Uint8Array,
  ): Promise<void> => {
    await writeFile(join(folder, file), bytes);
    written.push({ file, kind, rows: table.rows.length - table.broken, broken: table.broken });
  };
  const person = personTable(store, sampleStoreName);
  await put('person', '01 员工花名册.xlsx', person, await textWorkbook('花名册', person));
  const customers = customerVehicleTable(store, names);
  await put('customerVehicle', '02 客户车辆档案.xls', customers, dealerCsv(customers));
  const stock = stockTable(store);
  const stockFile = await oldWorkbook('库存', stock);
  await put('stock', `03 库存车辆.${stockFile.ending}`, stock, stockFile.bytes);
  const orders = orderTable(store, names);
  await put('order', '04 销售订单.csv', orders, markedCsv(orders));
  const leads = leadTable(store, names);
  await put('lead', '05 线索明细.txt', leads, unicodeText(leads));
  const repairs = repairTable(store, names, sampleStoreName);
  await put('repair', '06 维修工单查询.xls', repairs, htmlSheet(repairs));
  const lines = repairLineTable(store, names);
  await put('repairLine', '07 维修项目明细.xls', lines, dealerCsv(lines));
  const parts = repairPartTable(store);
  await put('repairPart', '08 维修配件明细.csv', parts, dealerCsv(parts));
  const receivables = receivableTable(store, names);
  await put('receivable', '09 应收账款.xlsx', receivables, await textWorkbook('应收', receivables));
  const payments = paymentTable(store);
  await put('payment', '10 回款明细.csv', payments, dealerCsv(payments));
  const cash = cashTable(store, names);
  await put('cash', '11 资金流水.csv', cash, dealerCsv(cash));
  return written;
}
