import { retentionRuleFields } from '../../features/personal-data/retention-rule.fields.ts';
import { recordText } from './record-texts.ts';

/** 保存期限 of what has to be kept although a person is deleted. */
export const retentionRuleText = recordText(
  retentionRuleFields,
  {
    one: '保存期限',
    many: '资料保存期限',
    empty: '没有保存期限。删除个人信息时说不出哪些要留到什么时候，请补上。',
    fields: {
      kind: '资料',
      years: '保存年数',
      validFrom: '从',
      validTo: '到',
      source: '来源',
      sourceEn: '来源（英文）',
      confirmed: '已核对',
    },
    choices: {
      kind: {
        accounts: '会计资料（应收、收款）',
        repair: '维修档案与合格证',
        sale: '销售合同与交车',
        membership: '会员账',
        complaint: '投诉档案',
        dormant: '多年没有往来（审查）',
      },
    },
  },
  {
    one: 'retention period',
    many: 'Retention periods',
    empty: 'No periods: a deletion cannot tell what stays until when. Enter them.',
    fields: {
      kind: 'Records',
      years: 'Years',
      validFrom: 'From',
      validTo: 'Until',
      source: 'Source',
      sourceEn: 'Source in English',
      confirmed: 'Checked',
    },
    choices: {
      kind: {
        accounts: 'Accounts (receivables, payments)',
        repair: 'Repair files and certificates',
        sale: 'Sales contracts and deliveries',
        membership: 'Membership ledger',
        complaint: 'Complaint files',
        dormant: 'No dealings for years (review)',
      },
    },
  },
);
