import { followUpFields, followUpRuleFields } from '../../features/follow-up/follow-up.fields.ts';
import { recordText } from './record-texts.ts';

export const followUpText = recordText(
  followUpFields,
  {
    one: '回访',
    many: '客户回访',
    empty: '还没有回访记录。',
    fields: {
      customerId: '客户',
      happenedOn: '回访日期',
      personId: '回访人',
      way: '方式',
      result: '结果',
      content: '回访内容',
      nextOn: '下次回访',
      orderId: '交车订单',
      followUpRuleId: '回访节点',
      dueOn: '应访日期',
      score: '满意度',
      complaintId: '投诉',
    },
    choices: {
      way: { call: '电话', visit: '上门', message: '短信/微信', other: '其他' },
      result: {
        willing: '有意向',
        reached: '已接通',
        notReached: '未接通',
        callAgain: '约定再访',
        refused: '拒绝回访',
        void: '无效',
      },
    },
  },
  {
    one: 'follow-up',
    many: 'Follow-ups',
    empty: 'No follow-ups yet.',
    fields: {
      customerId: 'Customer',
      happenedOn: 'Date',
      personId: 'By',
      way: 'Way',
      result: 'Result',
      content: 'Content',
      nextOn: 'Next on',
      orderId: 'Delivered order',
      followUpRuleId: 'Occasion',
      dueOn: 'Was due on',
      score: 'Score',
      complaintId: 'Complaint',
    },
    choices: {
      way: { call: 'Call', visit: 'Visit', message: 'Message', other: 'Other' },
      result: {
        willing: 'Willing',
        reached: 'Reached',
        notReached: 'Not reached',
        callAgain: 'Call again',
        refused: 'Refused',
        void: 'Void',
      },
    },
  },
);

/** 交车回访规则 when customers are called after a delivery. */
export const followUpRuleText = recordText(
  followUpRuleFields,
  {
    one: '交车回访规则',
    many: '交车回访规则',
    empty: '没有交车回访规则，交车后不会提醒回访。',
    fields: {
      name: '回访节点',
      dayAfter: '交车后第几天',
      repeatDays: '之后每隔（天）',
      untilDay: '到交车后第几天',
      openDays: '保留几天',
      caller: '由谁回访',
      script: '话术',
      validFrom: '交车日从',
      validTo: '交车日到',
      source: '来源',
      confirmed: '已核对',
    },
    choices: { caller: { consultant: '销售顾问', care: '客服' } },
  },
  {
    one: 'follow-up rule',
    many: 'Follow-ups after delivery',
    empty: 'No rules: nobody is reminded to call after a delivery.',
    fields: {
      name: 'Occasion',
      dayAfter: 'Day after delivery',
      repeatDays: 'Then every … days',
      untilDay: 'Until day',
      openDays: 'Stays open for days',
      caller: 'Called by',
      script: 'Script',
      validFrom: 'Delivered from',
      validTo: 'Delivered until',
      source: 'Source',
      confirmed: 'Checked',
    },
    choices: { caller: { consultant: 'Sales consultant', care: 'Customer care' } },
  },
);
