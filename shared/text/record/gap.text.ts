import { gapFields } from '../../features/gap/gap.fields.ts';
import { recordText } from './record-texts.ts';

/** 差异分析 gap records. */
export const gapText = recordText(
  gapFields,
  {
    one: '差异分析',
    many: '差异分析',
    empty: '还没有差异分析。在经营墙上点开红色的一格，就能查原因、定对策。',
    fields: {
      number: '编号',
      indicator: '指标',
      periodKind: '周期',
      period: '期间',
      level: '层级',
      departmentId: '部门',
      personId: '人员',
      goal: '应达目标',
      actual: '当时实绩',
      state: '状态',
      ownerId: '负责人',
      raisedOn: '提出日期',
      cause: '根本原因',
      closedOn: '关闭日期',
      closedById: '关闭人',
      result: '效果',
    },
    choices: {
      periodKind: { day: '日', week: '周', month: '月', quarter: '季', year: '年' },
      level: { store: '全店', department: '部门', person: '个人' },
      state: { open: '进行中', closed: '已关闭' },
    },
  },
  {
    one: 'gap record',
    many: 'Gap records',
    empty: 'No gap records yet. Open a red cell of the wall to find causes and decide what to do.',
    fields: {
      number: 'Number',
      indicator: 'Indicator',
      periodKind: 'Period kind',
      period: 'Period',
      level: 'Level',
      departmentId: 'Department',
      personId: 'Person',
      goal: 'Goal by then',
      actual: 'Actual then',
      state: 'State',
      ownerId: 'In charge',
      raisedOn: 'Raised on',
      cause: 'Root cause',
      closedOn: 'Closed on',
      closedById: 'Closed by',
      result: 'Result',
    },
    choices: {
      periodKind: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
      level: { store: 'Store', department: 'Department', person: 'Person' },
      state: { open: 'Under way', closed: 'Closed' },
    },
  },
);
