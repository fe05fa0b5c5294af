import { bilingual } from '../bilingual.ts';

/** Sentences about customer: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const customerProblems = bilingual(
  {
    reasons: {
      'customer-deleted': '这个客户的个人信息已删除，不能恢复。',
      'customer-merge-same': '这是同一个客户，不用合并。',
      'customer-merge-kinds': '个人和单位不能合并。请先核对客户类型。',
      'customer-merge-undone': '这次合并已经撤销过。',
      'customer-merged': '这个客户已并入另一个客户，不能单独恢复。请在“重复客户”里撤销那次合并。',
    },
    issues: {
      'customer-introduced-circle':
        '这样会绕成一圈：这位介绍人正是由本客户（或其介绍的客户）介绍来的，请改选。',
      'customer-unknown': '没有这个客户，请先导入或登记客户，再导入这一行。',
    },
  },
  {
    reasons: {
      'customer-deleted': 'The personal data of this customer is deleted and cannot come back.',
      'customer-merge-same': 'This is one and the same customer; there is nothing to merge.',
      'customer-merge-kinds': 'A person and a company cannot be merged. Check the kind of customer first.',
      'customer-merge-undone': 'This merge was taken back already.',
      'customer-merged':
        'This customer was merged into another one and cannot return alone. Take the merge back on the page of duplicates.',
    },
    issues: {
      'customer-introduced-circle':
        'This would be a circle: that customer was introduced by this one, or through those whom this one introduced. Choose another.',
      'customer-unknown': 'No such customer: import or register the customer first.',
    },
  },
);
