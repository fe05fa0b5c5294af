import { decisionFields } from '../../features/decision/decision.fields.ts';
import { recordText } from './record-texts.ts';

/** 决议 decisions; fields follow shared/features/decision/decision.fields.ts. */
export const decisionText = recordText(
  decisionFields,
  {
    one: '决议',
    many: '决策登记',
    empty: '还没有决议。决议在会议中做出，做出后登记在这里。',
    fields: {
      number: '编号',
      meetingId: '会议',
      decidedOn: '日期',
      text: '内容',
      guidance: '主导思想',
      method: '方式方法',
      timing: '时间节点',
      supervision: '监督落实',
      logistics: '后勤保障',
      incentive: '激励考核',
      state: '状态',
      replacedById: '被谁替代',
      replacedOn: '替代日期',
    },
    choices: { state: { inForce: '有效', replaced: '已被替代' } },
  },
  {
    one: 'decision',
    many: 'Register of decisions',
    empty: 'No decisions yet. They are taken in meetings.',
    fields: {
      number: 'Number',
      meetingId: 'Meeting',
      decidedOn: 'Date',
      text: 'Decision',
      guidance: 'Guiding idea',
      method: 'Method',
      timing: 'Timing',
      supervision: 'Supervision',
      logistics: 'Support',
      incentive: 'Incentives',
      state: 'State',
      replacedById: 'Replaced by',
      replacedOn: 'Replaced on',
    },
    choices: { state: { inForce: 'In force', replaced: 'Replaced' } },
  },
);
