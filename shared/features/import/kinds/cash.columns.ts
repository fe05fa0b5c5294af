import type { ImportKindRules } from '../import-column.ts';

export const cashRules: ImportKindRules = {
  targets: ['cash'],
  columns: [
    { to: 'cash.number', names: ['流水号', '凭证号', '交易流水号', '单据号', 'number', 'voucherno'] },
    {
      to: 'cash.occurredOn',
      names: ['日期', '交易日期', '发生日期', '记账日期', '交易时间', 'date', 'occurredon'],
    },
    { to: 'cash.direction', names: ['收支', '收支方向', '方向', '收付', '借贷', 'direction'] },
    { to: 'cash.amountFen', names: ['金额', '发生额', '交易金额', 'amount'] },
    { to: 'lookup.inFen', names: ['收入金额', '收入', '贷方金额', '收款', 'income', 'in'] },
    { to: 'lookup.outFen', names: ['支出金额', '支出', '借方金额', '付款', 'expense', 'out'] },
    {
      to: 'cash.category',
      names: ['类别', '收支类别', '科目', '业务类别', '款项类别', '收支项目', 'category'],
    },
    { to: 'cash.account', names: ['账户', '银行账户', '账号', '收付账户', 'account'] },
    { to: 'cash.counterparty', names: ['对方单位', '对方户名', '往来单位', '对方', 'counterparty'] },
    { to: 'cash.personId', names: ['经办人', 'person'] },
    { to: 'cash.note', names: ['摘要', '备注', '用途', 'note', 'remark'] },
  ],
  needs: [
    ['cash.occurredOn'],
    ['cash.amountFen', 'lookup.inFen'],
    ['cash.direction', 'lookup.inFen', 'cash.category', 'cash.account'],
  ],
};
