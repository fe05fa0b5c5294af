import { bilingual } from '../bilingual.ts';

/** Sentences about evaluation: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const evaluationProblems = bilingual(
  {
    reasons: {
      'evaluation-own': '不能撤回对自己的评价，请由别人撤回。',
      'evaluation-own-code':
        '这是您自己的接待，评价码由别人出示给客户。您可以打印不带码的评价单请客户填写，再由别人录入。',
      'evaluation-too-early': '工单还没完工或车还没交，现在不能请客户评价。',
      'evaluation-nobody': '这里没有写服务顾问或销售顾问，不知道评价谁。请先补上再请客户评价。',
      'evaluation-no-standards': '这个人的岗位没有规定动作，没有可问的内容。请先在规则里为岗位添加。',
      'evaluation-over': '这次评价已经回答或撤回，不能再改。',
      'evaluation-empty': '还没有评价任何一项。请至少打一个分、选推荐意愿或写一句话。',
      'evaluation-other-question': '有一项不是这次评价的内容。请刷新页面再填。',
      'evaluation-code': '这个评价码已经用过或过期。需要时请向前台要一个新的。',
    },
  },
  {
    reasons: {
      'evaluation-own': 'Nobody withdraws an evaluation of oneself; somebody else must.',
      'evaluation-own-code':
        'You served this customer: somebody else shows the code. You may print a slip without a code for the customer to fill in; somebody else types it in.',
      'evaluation-too-early': 'The repair is not finished or the vehicle not delivered yet: ask afterwards.',
      'evaluation-nobody': 'No adviser or consultant is named here, so nobody can be rated. Name one first.',
      'evaluation-no-standards':
        'The post of this person has no standard actions to ask about. Add them among the rules first.',
      'evaluation-over': 'This evaluation is answered or withdrawn and cannot be changed.',
      'evaluation-empty':
        'Nothing is rated yet. Give one score, say whether you would recommend us, or write a word.',
      'evaluation-other-question': 'One of these is no question of this evaluation. Load the page again.',
      'evaluation-code': 'This code was used or is out of time. Ask at the desk for a new one.',
    },
  },
);
