import {
  serviceScoreFields,
  spotCheckFields,
  standardFields,
} from '../../features/standard/standard.fields.ts';
import { recordText } from './record-texts.ts';

/** 规定动作 standard actions of posts. */
export const standardText = recordText(
  standardFields,
  {
    one: '规定动作',
    many: '规定动作',
    empty: '还没有规定动作，抽查没有依据。请按岗位添加。',
    fields: {
      post: '岗位',
      code: '编码',
      text: '动作',
      textEn: '英文',
      weight: '权重',
      validFrom: '生效日',
      validTo: '失效日',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'standard action',
    many: 'Standard actions',
    empty: 'No standard actions yet, so spot checks have nothing to go by. Add them by post.',
    fields: {
      post: 'Post',
      code: 'Code',
      text: 'Action',
      textEn: 'In English',
      weight: 'Weight',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      note: 'Note',
    },
    choices: {},
  },
);

/** 抽查 spot checks. */
export const spotCheckText = recordText(
  spotCheckFields,
  {
    one: '抽查',
    many: '服务抽查',
    empty: '还没有抽查。',
    fields: {
      checkedOn: '日期',
      personId: '被抽查人',
      post: '岗位',
      checkerId: '抽查人',
      scoreBasisPoints: '得分',
      metCount: '做到',
      missedCount: '没做到',
      note: '说明',
    },
    choices: {},
  },
  {
    one: 'spot check',
    many: 'Spot checks',
    empty: 'No spot checks yet.',
    fields: {
      checkedOn: 'Day',
      personId: 'Person',
      post: 'Post',
      checkerId: 'Checked by',
      scoreBasisPoints: 'Score',
      metCount: 'Done',
      missedCount: 'Not done',
      note: 'Remark',
    },
    choices: {},
  },
);

/** 客户评分 scores that customers gave. */
export const serviceScoreText = recordText(
  serviceScoreFields,
  {
    one: '客户评分',
    many: '客户评分',
    empty: '还没有客户评分。',
    fields: {
      scoredOn: '日期',
      personId: '人员',
      score: '评分',
      words: '客户原话',
      way: '方式',
      standardId: '规定动作',
      customerId: '客户',
      repairId: '工单',
      orderId: '订单',
      evaluationId: '即时评价',
      complaintId: '投诉',
    },
    choices: {
      way: { paper: '纸质', phone: '电话', message: '微信短信', code: '扫码', screen: '本机', other: '其他' },
    },
  },
  {
    one: 'customer score',
    many: 'Customer scores',
    empty: 'No scores yet.',
    fields: {
      scoredOn: 'Day',
      personId: 'Person',
      score: 'Score',
      words: 'In the customer’s words',
      way: 'Way',
      standardId: 'Standard action',
      customerId: 'Customer',
      repairId: 'Repair order',
      orderId: 'Order',
      evaluationId: 'Evaluation',
      complaintId: 'Complaint',
    },
    choices: {
      way: {
        paper: 'Paper',
        phone: 'Telephone',
        message: 'Message',
        code: 'Code',
        screen: 'On screen',
        other: 'Other',
      },
    },
  },
);
