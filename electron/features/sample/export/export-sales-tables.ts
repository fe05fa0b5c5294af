import type { Numbered, SampleStore } from '../sample-store.ts';
import type { Names } from './export-people-tables.ts';
import {
  cashCategoryWords,
  channelWords,
  directionWords,
  kindWords,
  orderStateWords,
  receivableKindWords,
  stockStateWords,
  wayWords,
} from './export-words.ts';
import { dayAs, exportTable, inOrder, yuan, type ExportTable } from './export-table.ts';

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): string =>
  yuan(rows.reduce((all, row) => all + of(row), 0)) ?? '';

/** 库存车辆, dates of eight digits. */
export function stockTable(store: SampleStore): ExportTable {
  return exportTable<Numbered<'stock'>>(
    inOrder(store.stock, (stock) => stock.arrivedOn),
    [
      ['序号', (_stock, at) => String(at + 1)],
      ['车架号', (stock) => stock.vin],
      ['车辆类型', (stock) => kindWords[stock.kind]],
      ['品牌', (stock) => stock.brand],
      ['车型', (stock) => stock.model],
      ['颜色', (stock) => stock.colour],
      ['发动机号', (stock) => stock.engineNumber],
      ['采购价', (stock) => yuan(stock.costFen)],
      ['指导价', (stock) => yuan(stock.listPriceFen)],
      ['入库日期', (stock) => dayAs(stock.arrivedOn, 'compact')],
      ['库位', (stock) => stock.place],
      ['库存状态', (stock) => stockStateWords[stock.state]],
      ['出库日期', (stock) => dayAs(stock.leftOn, 'compact')],
      ['备注', (stock) => stock.note],
    ],
    {
      titles: ['库存车辆明细表'],
      broken: [
        { 序号: '', 车架号: 'L0HD8Z8412345' },
        { 序号: '', 车架号: '5GZCZ43D13S812715', 入库日期: '20260231' },
      ],
      total: { 序号: '合计', 采购价: sum(store.stock, (stock) => stock.costFen ?? 0) },
    },
  );
}

/** 销售订单, dates with slashes. */
export function orderTable(store: SampleStore, names: Names): ExportTable {
  const phones = new Map(store.customer.map((customer) => [customer.id, customer.phone]));
  return exportTable<Numbered<'order'>>(
    inOrder(store.order, (order) => order.number.slice(2)),
    [
      ['订单号', (order) => order.number],
      ['订单日期', (order, at) => dayAs(order.orderedOn, at % 17 === 3 ? 'loose' : 'slash')],
      ['客户名称', (order) => order.customerName],
      ['联系电话', (order) => phones.get(order.customerId ?? 0) ?? null],
      ['车辆类型', (order) => kindWords[order.kind]],
      ['车型', (order) => order.model],
      ['车架号', (order) => order.vin],
      ['数量', (order) => String(order.quantity)],
      ['车价', (order) => yuan(order.vehicleFen)],
      ['装饰费', (order) => yuan(order.accessoryFen)],
      ['保险费', (order) => yuan(order.insuranceFen)],
      ['按揭手续费', (order) => yuan(order.loanFen)],
      ['上牌费', (order) => yuan(order.registrationFen)],
      ['定金', (order) => yuan(order.depositFen)],
      ['订单状态', (order) => orderStateWords[order.state]],
      ['计划交车日期', (order) => dayAs(order.plannedOn, 'slash')],
      ['交车日期', (order) => dayAs(order.deliveredOn, 'slash')],
      ['退订日期', (order) => dayAs(order.cancelledOn, 'slash')],
      ['销售顾问', (order) => names(order.consultantId)],
      ['销售渠道', (order) => (order.channel ? channelWords[order.channel] : null)],
      ['备注', (order) => order.note],
    ],
    {
      broken: [
        { 订单号: 'DD90000001', 订单日期: '2026/02/30', 车架号: '' },
        { 订单号: 'DD90000002', 车价: '面议', 车架号: '' },
      ],
      total: {
        订单号: '合计',
        数量: String(store.order.reduce((all, order) => all + order.quantity, 0)),
        车价: sum(store.order, (order) => order.vehicleFen),
      },
    },
  );
}

/** 应收账款 without what was paid: that stands in 回款明细. Some telephone numbers became numbers of a spreadsheet. */
export function receivableTable(store: SampleStore, names: Names): ExportTable {
  const phones = new Map(store.customer.map((customer) => [customer.id, customer.phone]));
  const phone = (row: Numbered<'receivable'>, at: number): string | null => {
    const text = phones.get(row.customerId ?? 0) ?? null;
    return text?.length === 11 && text.startsWith('1') && at % 7 === 2 ? `1.${text.slice(1)}E+10` : text;
  };
  return exportTable<Numbered<'receivable'>>(
    inOrder(store.receivable, (row) => row.number),
    [
      ['单据编号', (row) => row.number],
      ['客户名称', (row) => row.customerName],
      ['联系电话', phone],
      ['款项类型', (row) => receivableKindWords[row.kind]],
      ['发生日期', (row) => dayAs(row.occurredOn, 'chinese')],
      ['到期日期', (row) => dayAs(row.dueOn, 'chinese')],
      ['应收金额', (row) => yuan(row.amountFen)],
      ['经办人', (row) => names(row.personId)],
      ['备注', (row) => row.note],
    ],
    {
      titles: ['应收账款明细'],
      broken: [
        { 单据编号: 'YS90000001', 发生日期: '2026年2月30日' },
        // Digits that a spreadsheet rounded away cannot be repaired.
        { 单据编号: 'YS90000002', 联系电话: '1.38E+10' },
      ],
      total: { 单据编号: '合计', 应收金额: sum(store.receivable, (row) => row.amountFen) },
    },
  );
}

/** 回款明细. */
export function paymentTable(store: SampleStore): ExportTable {
  const numbers = new Map(store.receivable.map((row) => [row.id, row.number]));
  return exportTable<Numbered<'payment'>>(
    inOrder(store.payment, (row) => row.paidOn),
    [
      ['单据编号', (row) => numbers.get(row.receivableId) ?? null],
      ['回款日期', (row) => row.paidOn],
      ['回款金额', (row) => yuan(row.amountFen)],
      ['收款方式', (row) => (row.way ? wayWords[row.way] : null)],
    ],
    { broken: [{ 单据编号: 'YS99999999999' }] },
  );
}

/** 资金流水. */
export function cashTable(store: SampleStore, names: Names): ExportTable {
  return exportTable<Numbered<'cash'>>(
    inOrder(store.cash, (row) => row.number ?? ''),
    [
      ['流水号', (row) => row.number],
      ['交易日期', (row, at) => (at % 13 === 4 ? dayAs(row.occurredOn, 'compact') : row.occurredOn)],
      ['收支方向', (row) => directionWords[row.direction]],
      ['金额', (row) => yuan(row.amountFen)],
      ['收支类别', (row) => cashCategoryWords[row.category]],
      ['银行账户', (row) => row.account],
      ['对方单位', (row) => row.counterparty],
      ['经办人', (row) => names(row.personId)],
      ['摘要', (row) => row.note],
    ],
    {
      broken: [
        { 流水号: 'LS90000001', 交易日期: '2026-06-31' },
        { 流水号: 'LS90000002', 金额: '壹佰元整' },
      ],
    },
  );
}
