import type { Numbered, SampleStore } from '../sample-store.ts';
import type { Names } from './export-people-tables.ts';
import { originWords, payerWords, repairStateWords, repairTypeWords } from './export-words.ts';
import {
  dottedPlate,
  exportTable,
  inOrder,
  paperYuan,
  wallClock,
  yuan,
  type ExportTable,
} from './export-table.ts';

const total = (
  rows: readonly Numbered<'repair'>[],
  field: 'labourFen' | 'partsFen' | 'otherFen' | 'totalFen',
): string => paperYuan(rows.reduce((all, row) => all + row[field], 0)) ?? '';

/** 维修工单 with headings of two rows: times and charges stand in groups. */
export function repairTable(store: SampleStore, names: Names, storeName: string): ExportTable {
  const phones = new Map(store.customer.map((customer) => [customer.id, customer.phone]));
  return exportTable<Numbered<'repair'>>(
    inOrder(store.repair, (row) => row.number),
    [
      ['工单号', (row) => row.number],
      ['车牌号', (row, at) => (row.plate && at % 5 === 1 ? dottedPlate(row.plate) : row.plate)],
      ['车架号', (row) => row.vin],
      ['客户名称', (row) => row.customerName],
      ['联系电话', (row) => phones.get(row.customerId ?? 0) ?? null],
      ['维修类型', (row) => repairTypeWords[row.type]],
      ['工单状态', (row) => repairStateWords[row.state]],
      ['时间/进厂时间', (row) => wallClock(row.checkedInAt)],
      ['时间/开工时间', (row) => wallClock(row.startedAt)],
      ['时间/完工时间', (row) => wallClock(row.finishedAt)],
      ['时间/结算时间', (row) => wallClock(row.handedOverAt)],
      ['进厂里程', (row) => row.odometerKm?.toString() ?? null],
      ['故障描述', (row) => row.fault],
      ['服务顾问', (row) => names(row.adviserId)],
      ['维修技师', (row) => names(row.technicianId)],
      ['费用/工时费', (row) => paperYuan(row.labourFen)],
      ['费用/材料费', (row) => paperYuan(row.partsFen)],
      ['费用/其他费用', (row) => paperYuan(row.otherFen)],
      ['费用/总金额', (row) => paperYuan(row.totalFen)],
      ['付款方', (row) => (row.payer ? payerWords[row.payer] : null)],
    ],
    {
      titles: [`${storeName} 维修工单查询`],
      broken: [
        { 工单号: 'GD90000001', '时间/进厂时间': '2026-02-30 09:12' },
        { 工单号: 'GD90000002', 车架号: 'L0YT7A480RD1000' },
      ],
      total: {
        工单号: '合计',
        '费用/工时费': total(store.repair, 'labourFen'),
        '费用/材料费': total(store.repair, 'partsFen'),
        '费用/其他费用': total(store.repair, 'otherFen'),
        '费用/总金额': total(store.repair, 'totalFen'),
      },
    },
  );
}

const numbersOf = (store: SampleStore): ((id: number) => string | null) => {
  const numbers = new Map(store.repair.map((row) => [row.id, row.number]));
  return (id) => numbers.get(id) ?? null;
};

/** 维修项目明细. */
export function repairLineTable(store: SampleStore, names: Names): ExportTable {
  const number = numbersOf(store);
  return exportTable<Numbered<'repairLine'>>(
    inOrder(store.repairLine, (row) => number(row.repairId) ?? ''),
    [
      ['工单号', (row) => number(row.repairId)],
      ['项目代码', (row) => row.code],
      ['维修项目', (row) => row.name],
      ['标准工时', (row) => (row.hoursHundredths === null ? null : (row.hoursHundredths / 100).toFixed(2))],
      ['工时费', (row) => yuan(row.amountFen)],
      ['维修技师', (row) => names(row.technicianId)],
    ],
    { broken: [{ 工单号: 'GD99999999999' }] },
  );
}

/** 维修配件明细. */
export function repairPartTable(store: SampleStore): ExportTable {
  const number = numbersOf(store);
  return exportTable<Numbered<'repairPart'>>(
    inOrder(store.repairPart, (row) => number(row.repairId) ?? ''),
    [
      ['工单号', (row) => number(row.repairId)],
      ['配件编码', (row) => row.code],
      ['配件名称', (row) => row.name],
      ['数量', (row) => (row.quantityHundredths / 100).toString()],
      ['单价', (row) => yuan(row.unitFen)],
      ['金额', (row) => yuan(row.amountFen)],
      ['配件来源', (row) => originWords[row.origin]],
    ],
    { broken: [{ 数量: '若干' }] },
  );
}
