import { cashBalanceFields, cashFields } from '../../features/cash/cash.fields.ts';
import { recordText } from './record-texts.ts';

export const cashText = recordText(
  cashFields,
  {
    one: '现金流水',
    many: '现金流水',
    empty: '还没有现金流水。导入流水文件，或登记第一笔收支。',
    fields: {
      number: '流水号',
      occurredOn: '发生日期',
      direction: '收支',
      amountFen: '金额',
      category: '类别',
      account: '账户',
      counterparty: '对方',
      personId: '经手人',
      note: '摘要',
    },
    choices: {
      direction: { in: '收入', out: '支出' },
      category: {
        vehicleSale: '整车销售',
        service: '售后',
        insurance: '保险',
        loan: '贷款',
        deposit: '定金/押金',
        makerRebate: '厂家返利',
        purchase: '采购车辆',
        parts: '采购配件',
        salary: '工资',
        rent: '房租',
        tax: '税费',
        marketing: '市场活动',
        other: '其他',
      },
    },
  },
  {
    one: 'cash movement',
    many: 'Cash',
    empty: 'No cash movements yet. Import a file, or enter the first one.',
    fields: {
      number: 'Number',
      occurredOn: 'Date',
      direction: 'Direction',
      amountFen: 'Amount',
      category: 'Category',
      account: 'Account',
      counterparty: 'Counterparty',
      personId: 'Handled by',
      note: 'Note',
    },
    choices: {
      direction: { in: 'In', out: 'Out' },
      category: {
        vehicleSale: 'Vehicle sale',
        service: 'Service',
        insurance: 'Insurance',
        loan: 'Loan',
        deposit: 'Deposit',
        makerRebate: 'Maker rebate',
        purchase: 'Vehicles bought',
        parts: 'Parts bought',
        salary: 'Salaries',
        rent: 'Rent',
        tax: 'Taxes',
        marketing: 'Marketing',
        other: 'Other',
      },
    },
  },
);

export const cashBalanceText = recordText(
  cashBalanceFields,
  {
    one: '期初余额',
    many: '账户期初余额',
    empty: '还没有期初余额。登记各账户某一天开始时的余额，周例会就能算出现金余额。',
    fields: { account: '账户', openedOn: '日期（当日开始时）', amountFen: '余额', note: '备注' },
    choices: {},
  },
  {
    one: 'opening balance',
    many: 'Opening balances',
    empty:
      'No opening balances yet. Enter what each account held when a day began, and the weekly meeting tells the cash at hand.',
    fields: { account: 'Account', openedOn: 'Day (at its beginning)', amountFen: 'Balance', note: 'Note' },
    choices: {},
  },
);
