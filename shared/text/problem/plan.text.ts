import { bilingual } from '../bilingual.ts';

/** Sentences about plan: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const planProblems = bilingual(
  {
    reasons: {
      'plan-not-draft': '这一版计划已提交或已批准，不能再改。要改请先退回，或修订成下一版。',
      'plan-not-submitted': '这一版计划还没有提交，或已经处理过。请刷新页面再看。',
      'plan-was-submitted': '提交过的计划不能丢弃，请改好再提交。',
      'plan-not-approved': '只有已批准的版本才能修订。草稿直接改就行。',
      'plan-open-edition': '这一年已有一个版本正在修订，请在那一版里改。',
      'plan-incomplete': '计划还差 {{count}} 处没有写全，请先补全再提交。',
    },
  },
  {
    reasons: {
      'plan-not-draft':
        'This version is submitted or approved and can no longer be changed. Have it sent back, or revise it.',
      'plan-not-submitted': 'This version is not submitted, or was dealt with already. Reload the page.',
      'plan-was-submitted':
        'A plan that was submitted once cannot be thrown away: change it and submit it again.',
      'plan-not-approved': 'Only an approved version can be revised. A draft is simply changed.',
      'plan-open-edition': 'A version of this year is already being revised: change that one.',
      'plan-incomplete': '{{count}} things are missing in the plan. Complete them, then submit.',
    },
  },
);
