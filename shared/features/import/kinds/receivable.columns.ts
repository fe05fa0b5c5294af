import type { ImportKindRules } from '../import-column.ts';

export const receivableRules: ImportKindRules = {
  targets: ['receivable'],
  columns: [
    {
      to: 'receivable.number',
      names: ['应收单号', '单据号', '单据编号', '账单号', '应收编号', 'receivableno', 'number'],
    },
    {
      to: 'receivable.customerName',
      names: ['客户名称', '客户姓名', '欠款单位', '欠款人', '客户', 'customername', 'customer'],
    },
    { to: 'lookup.phone', names: ['联系电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile'] },
    { to: 'receivable.kind', names: ['应收类型', '款项类型', '业务类型', '类型', 'kind', 'type'] },
    {
      to: 'receivable.occurredOn',
      names: ['发生日期', '单据日期', '业务日期', '挂账日期', 'occurredon', 'date'],
    },
    { to: 'receivable.dueOn', names: ['到期日', '到期日期', '约定还款日', '应收日期', 'dueon', 'duedate'] },
    { to: 'receivable.amountFen', names: ['应收金额', '金额', '挂账金额', '欠款金额', 'amount'] },
    { to: 'lookup.settledFen', names: ['已收金额', '已回款', '回款金额', '已收', 'settled', 'received'] },
    { to: 'lookup.settledOn', names: ['最近回款日期', '回款日期', '收款日期', 'settledon'] },
    { to: 'receivable.personId', names: ['责任人', '经办人', '业务员', 'person'] },
    { to: 'receivable.note', names: ['备注', '摘要', 'note', 'remark'] },
  ],
  needs: [['receivable.number'], ['receivable.amountFen'], ['receivable.occurredOn', 'receivable.dueOn']],
};

export const paymentRules: ImportKindRules = {
  targets: ['payment'],
  columns: [
    {
      to: 'lookup.receivableNumber',
      names: ['应收单号', '单据号', '单据编号', '账单号', '应收编号', 'receivableno'],
    },
    { to: 'payment.paidOn', names: ['回款日期', '收款日期', '付款日期', '到账日期', 'paidon', 'date'] },
    { to: 'payment.amountFen', names: ['回款金额', '收款金额', '本次回款', '金额', 'amount'] },
    { to: 'payment.way', names: ['收款方式', '付款方式', '回款方式', '支付方式', 'way', 'method'] },
    { to: 'payment.note', names: ['备注', '摘要', 'note', 'remark'] },
  ],
  needs: [['lookup.receivableNumber'], ['payment.paidOn'], ['payment.amountFen']],
};
