import { channelPlanFields } from '../../features/channel-plan/channel-plan.fields.ts';
import { channelNames } from './order.text.ts';
import { recordText } from './record-texts.ts';

export const channelPlanText = recordText(
  channelPlanFields,
  {
    one: '渠道计划',
    many: '渠道计划',
    empty: '还没有渠道计划。每个渠道每月一份。',
    fields: {
      month: '月份',
      channel: '渠道',
      personId: '负责人',
      goalLeads: '目标线索',
      goalOrders: '目标订单',
      budgetFen: '预算',
      costFen: '实际费用',
      note: '备注',
    },
    choices: { channel: channelNames['zh-CN'] },
  },
  {
    one: 'channel plan',
    many: 'Channel plans',
    empty: 'No channel plans yet. Each channel has one a month.',
    fields: {
      month: 'Month',
      channel: 'Channel',
      personId: 'Responsible',
      goalLeads: 'Leads wanted',
      goalOrders: 'Orders wanted',
      budgetFen: 'Budget',
      costFen: 'Cost',
      note: 'Note',
    },
    choices: { channel: channelNames.en },
  },
);
