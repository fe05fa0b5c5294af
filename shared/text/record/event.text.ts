import {
  eventCostFields,
  eventFields,
  eventMaterialFields,
  eventRoleFields,
} from '../../features/event/event.fields.ts';
import { recordText } from './record-texts.ts';

export const eventText = recordText(
  eventFields,
  {
    one: '关键事项',
    many: '关键事项',
    empty: '还没有关键事项。用模板新建车展、新车上市或店头活动。',
    fields: {
      name: '名称',
      kind: '类型',
      startsOn: '开始日期',
      endsOn: '结束日期',
      place: '地点',
      personId: '负责人',
      goalLeads: '目标线索',
      goalOrders: '目标订单',
      note: '备注',
      reviewGood: '做得好的',
      reviewBad: '不足和原因',
      reviewNext: '下次改进',
      reviewMeetingId: '总结上会',
    },
    choices: {
      kind: { autoShow: '车展', launch: '新车上市', storeEvent: '店头活动', training: '培训', other: '其他' },
    },
  },
  {
    one: 'event',
    many: 'Events',
    empty: 'No events yet. Make an auto show, launch or in-store event from a template.',
    fields: {
      name: 'Name',
      kind: 'Kind',
      startsOn: 'Starts',
      endsOn: 'Ends',
      place: 'Place',
      personId: 'Responsible',
      goalLeads: 'Leads wanted',
      goalOrders: 'Orders wanted',
      note: 'Note',
      reviewGood: 'What went well',
      reviewBad: 'What fell short, and why',
      reviewNext: 'What to change next time',
      reviewMeetingId: 'Review in meeting',
    },
    choices: {
      kind: {
        autoShow: 'Auto show',
        launch: 'Launch',
        storeEvent: 'In-store event',
        training: 'Training',
        other: 'Other',
      },
    },
  },
);

export const eventRoleText = recordText(
  eventRoleFields,
  {
    one: '人员分工',
    many: '人员分工',
    empty: '还没有分工。',
    fields: { eventId: '关键事项', role: '角色', personId: '人员', duty: '职责' },
    choices: {},
  },
  {
    one: 'role',
    many: 'Roles',
    empty: 'No roles yet.',
    fields: { eventId: 'Event', role: 'Role', personId: 'Person', duty: 'Duty' },
    choices: {},
  },
);

export const eventMaterialText = recordText(
  eventMaterialFields,
  {
    one: '物料',
    many: '物料',
    empty: '还没有物料。',
    fields: {
      eventId: '关键事项',
      name: '名称',
      quantity: '数量',
      unit: '单位',
      personId: '经办人',
      ready: '已备齐',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'material',
    many: 'Materials',
    empty: 'No materials yet.',
    fields: {
      eventId: 'Event',
      name: 'Name',
      quantity: 'Quantity',
      unit: 'Unit',
      personId: 'Person',
      ready: 'Ready',
      note: 'Note',
    },
    choices: {},
  },
);

export const eventCostText = recordText(
  eventCostFields,
  {
    one: '费用',
    many: '费用',
    empty: '还没有预算。',
    fields: {
      eventId: '关键事项',
      category: '类别',
      name: '项目',
      budgetFen: '预算',
      spentFen: '实际支出',
      note: '备注',
    },
    choices: {
      category: {
        venue: '场地',
        building: '搭建运输',
        publicity: '宣传投放',
        material: '物料',
        gift: '礼品',
        catering: '餐饮',
        labour: '人员',
        other: '其他',
      },
    },
  },
  {
    one: 'cost',
    many: 'Costs',
    empty: 'No budget yet.',
    fields: {
      eventId: 'Event',
      category: 'Category',
      name: 'What for',
      budgetFen: 'Budget',
      spentFen: 'Spent',
      note: 'Note',
    },
    choices: {
      category: {
        venue: 'Place',
        building: 'Building and transport',
        publicity: 'Publicity',
        material: 'Materials',
        gift: 'Gifts',
        catering: 'Catering',
        labour: 'Staff',
        other: 'Other',
      },
    },
  },
);
