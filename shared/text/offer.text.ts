import { bilingual } from './bilingual.ts';

/** 下一步推荐 on the customer's page and beside the call. */
export const offerPageText = bilingual(
  {
    heading: '下一步推荐',
    none: '现在没有可推荐的。',
    more: '再看 {{count}} 条',
    fewer: '收起',
    value: '约 {{value}}',
    why: '因为：{{reason}}',
    rules: '推荐规则',
    ranked: '按规则的预估价值从高到低；依据、价值和说法都在推荐规则里。',
    reasons: {
      dueItem: '{{subject}} {{day}} 到期',
      tierNear: '再消费 {{money}} 升为{{subject}}',
      pointsExpiring: '{{count}} 积分将过期，值 {{money}}，最早 {{day}}',
      unusedBenefit: '“{{subject}}”还可用 {{count}} 次',
      unusedUnits: '“{{subject}}”还剩 {{count}} 次',
      unusedUnitsUntil: '“{{subject}}”还剩 {{count}} 次，{{day}} 到期',
      joinMember: '不是会员，近一年维修消费 {{money}}',
      vehicleAge: '{{subject}} 已用 {{count}} 个月',
      insuredElsewhere: '{{subject}} 上次在外店投保，{{day}} 到期',
      lastWork: '{{day}} 做过“{{subject}}”',
    },
  },
  {
    heading: 'What to offer next',
    none: 'Nothing to offer now.',
    more: '{{count}} more',
    fewer: 'Fewer',
    value: 'about {{value}}',
    why: 'Because: {{reason}}',
    rules: 'Offer rules',
    ranked:
      'By the estimated value of the rules, the highest first; limits, values and words stand in the offer rules.',
    reasons: {
      dueItem: '{{subject}} falls due on {{day}}',
      tierNear: '{{money}} short of {{subject}}',
      pointsExpiring: '{{count}} points worth {{money}} expire, the first on {{day}}',
      unusedBenefit: '“{{subject}}” can be had {{count}} more times',
      unusedBenefit_one: '“{{subject}}” can be had once more',
      unusedUnits: '“{{subject}}”: {{count}} left',
      unusedUnitsUntil: '“{{subject}}”: {{count}} left until {{day}}',
      joinMember: 'Not a member; repairs for {{money}} within a year',
      vehicleAge: '{{subject}} is {{count}} months old',
      insuredElsewhere: '{{subject}} was insured elsewhere; the policy ends on {{day}}',
      lastWork: '“{{subject}}” on {{day}}',
    },
  },
);
