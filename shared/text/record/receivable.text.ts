import { paymentFields, receivableFields } from '../../features/receivable/receivable.fields.ts';
import { recordText } from './record-texts.ts';

export const receivableText = recordText(
  receivableFields,
  {
    one: '应收账款',
    many: '应收账款',
    empty: '还没有应收账款。导入应收表，或登记第一笔应收。',
    fields: {
      number: '单据号',
      customerId: '客户',
      customerName: '客户名称',
      kind: '应收类型',
      occurredOn: '发生日期',
      dueOn: '到期日',
      amountFen: '应收金额',
      settledFen: '已收金额',
      openFen: '未收金额',
      personId: '责任人',
      note: '备注',
    },
    choices: {
      kind: {
        vehicle: '车款',
        service: '维修款',
        insurance: '保险款',
        loan: '按揭款',
        maker: '厂家款',
        other: '其他',
      },
    },
  },
  {
    one: 'receivable',
    many: 'Receivables',
    empty: 'No receivables yet. Import your list, or enter the first one.',
    fields: {
      number: 'Number',
      customerId: 'Customer',
      customerName: 'Customer name',
      kind: 'Kind',
      occurredOn: 'Date',
      dueOn: 'Due',
      amountFen: 'Amount',
      settledFen: 'Collected',
      openFen: 'Open',
      personId: 'Responsible',
      note: 'Note',
    },
    choices: {
      kind: {
        vehicle: 'Vehicle',
        service: 'Service',
        insurance: 'Insurance',
        loan: 'Loan',
        maker: 'Maker',
        other: 'Other',
      },
    },
  },
);

export const paymentText = recordText(
  paymentFields,
  {
    one: '回款',
    many: '回款记录',
    empty: '还没有回款。',
    fields: {
      receivableId: '应收账款',
      paidOn: '回款日期',
      amountFen: '回款金额',
      way: '付款方式',
      note: '备注',
    },
    choices: {
      way: {
        transfer: '转账',
        cash: '现金',
        card: '刷卡',
        wechat: '微信',
        alipay: '支付宝',
        bill: '承兑汇票',
        other: '其他',
      },
    },
  },
  {
    one: 'payment',
    many: 'Payments',
    empty: 'No payments yet.',
    fields: { receivableId: 'Receivable', paidOn: 'Paid on', amountFen: 'Amount', way: 'Way', note: 'Note' },
    choices: {
      way: {
        transfer: 'Transfer',
        cash: 'Cash',
        card: 'Card',
        wechat: 'WeChat',
        alipay: 'Alipay',
        bill: 'Bill',
        other: 'Other',
      },
    },
  },
);
