import { bilingual } from '../bilingual.ts';

/** Sentences about income: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const incomeProblems = bilingual(
  {
    reasons: {
      'income-no-rule': '{{month}} 没有适用的薪酬规则，请老板先填好。',
      'income-rule-changes': '{{month}} 起薪酬规则换了计件单位，请分开申请。',
      'income-missing': '测算还缺数据，请先把缺的单台平均和目标填上。',
      'income-left': '此人 {{day}} 离职，不能再商定之后的目标。请撤下申请，或先更正离职日期。',
      'income-unreachable': '{{month}} 按现行规则拿不到想要的收入，不能采纳。请调低收入或假设。',
      'income-past-month': '只能测算和商定本月及以后 12 个月；已过去的月份不能再改，请撤回后重新选月份。',
      'income-own': '自己的目标要由主管确认。',
      'income-not-own': '固定薪酬和按部门合计的规则没有个人目标可采纳；部门目标请在“目标分解”里改。',
      'income-not-waiting': '这个申请已经处理过了。',
      'income-not-answered': '主管还没有回复，没有可以接受的数。',
      'income-actual-month': '只能看本月和过去 12 个月。',
    },
    issues: {
      'income-all-fall-out': '退订率要小于 100%。',
      'income-rate-nothing': '转化率要大于 0。',
      'income-months': '每个月都要填一个数，共 {{count}} 个。',
    },
  },
  {
    reasons: {
      'income-no-rule': 'No pay rule holds in {{month}}; the owner enters it first.',
      'income-rule-changes':
        'From {{month}} on the pay rule counts something else; ask for these months separately.',
      'income-missing': 'Figures are missing: fill in the averages and the goal first.',
      'income-left':
        'This person leaves on {{day}}; no goals are agreed on beyond that. Withdraw the request, or correct the day first.',
      'income-unreachable':
        'The rule of {{month}} does not reach this income, so it cannot be adopted. Lower the wish or change the assumptions.',
      'income-past-month':
        'Only this month and the next twelve can be reckoned and agreed on; a month that is over stays. Withdraw and choose again.',
      'income-own': 'The own goal is confirmed by the manager.',
      'income-not-own':
        'Fixed pay and rules by a department’s figures leave no own goal to adopt; change the department’s goal among the goals.',
      'income-not-waiting': 'This request was dealt with already.',
      'income-not-answered': 'The manager has not answered; there is no figure to accept.',
      'income-actual-month': 'Only this month and the twelve before can be shown.',
    },
    issues: {
      'income-all-fall-out': 'Fall-out must be below 100 %.',
      'income-rate-nothing': 'The rate must be above 0.',
      'income-months': 'One figure for each of the {{count}} months is needed.',
    },
  },
);
