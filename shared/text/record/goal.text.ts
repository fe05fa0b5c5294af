import { indicatorChoices } from '../../features/goal/goal-indicator-names.ts';
import { goalFields } from '../../features/goal/goal.fields.ts';
import { recordText } from './record-texts.ts';

export const goalText = recordText(
  goalFields,
  {
    one: '目标',
    many: '目标记录',
    empty: '还没有单独登记的目标。年、季、月的目标在“目标分解”里；要给某一周定一个不同的数，在这里新建。',
    fields: {
      indicator: '指标',
      periodKind: '周期',
      period: '期间',
      level: '层级',
      departmentId: '部门',
      personId: '人员',
      value: '目标值',
      note: '备注',
    },
    choices: {
      indicator: indicatorChoices('zh-CN'),
      periodKind: { year: '年', month: '月', week: '周' },
      level: { store: '全店', department: '部门', person: '个人' },
    },
  },
  {
    one: 'goal',
    many: 'Goal records',
    empty:
      'No goals of their own. Years, quarters and months stand in “Goals”; add one here to set a week apart.',
    fields: {
      indicator: 'Indicator',
      periodKind: 'Period kind',
      period: 'Period',
      level: 'Level',
      departmentId: 'Department',
      personId: 'Person',
      value: 'Goal',
      note: 'Note',
    },
    choices: {
      indicator: indicatorChoices('en'),
      periodKind: { year: 'Year', month: 'Month', week: 'Week' },
      level: { store: 'Store', department: 'Department', person: 'Person' },
    },
  },
);
