import { fieldsOf } from '../../kernel/field.ts';

/** What has to be kept: 会计 / 维修档案 / 销售合同 / 会员账 / 投诉; 多久没有往来. */
const retentionKinds = ['accounts', 'repair', 'sale', 'membership', 'complaint', 'dormant'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** 保存期限 how long records are kept after their last day, or after how long without dealings a customer is reviewed. */
export const retentionRuleFields = fieldsOf({
  kind: { kind: 'choice', choices: retentionKinds, required: true, initial: 'accounts', listed: true },
  years: { kind: 'integer', required: true, min: 1, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', max: 200, listed: true, searched: true },
  sourceEn: { kind: 'text', max: 200, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: true, listed: true },
});
