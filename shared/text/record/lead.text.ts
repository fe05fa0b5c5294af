import { leadFields } from '../../features/lead/lead.fields.ts';
import { channelNames } from './order.text.ts';
import { recordText } from './record-texts.ts';

export const leadText = recordText(
  leadFields,
  {
    one: '线索',
    many: '销售线索',
    empty: '还没有线索。导入线索表，或登记第一位潜在客户。',
    fields: {
      customerName: '客户名称',
      phone: '电话',
      customerId: '对应客户',
      arrivedOn: '线索日期',
      channel: '销售渠道',
      eventId: '来自活动',
      model: '意向车型',
      state: '线索状态',
      consultantId: '销售顾问',
      visitedOn: '首次到店',
      testDrivenOn: '首次试驾',
      nextContactOn: '下次联系',
      closedOn: '结束日期',
      lostReason: '战败原因',
      note: '备注',
    },
    choices: {
      channel: channelNames['zh-CN'],
      state: { new: '新线索', following: '跟进中', testDrive: '已试驾', won: '已成交', lost: '已战败' },
    },
  },
  {
    one: 'lead',
    many: 'Leads',
    empty: 'No leads yet. Import your list of leads, or enter the first prospect.',
    fields: {
      customerName: 'Name',
      phone: 'Telephone',
      customerId: 'Customer',
      arrivedOn: 'Arrived',
      channel: 'Channel',
      eventId: 'From event',
      model: 'Model wanted',
      state: 'State',
      consultantId: 'Consultant',
      visitedOn: 'First visit',
      testDrivenOn: 'First test drive',
      nextContactOn: 'Next contact',
      closedOn: 'Closed',
      lostReason: 'Reason lost',
      note: 'Note',
    },
    choices: {
      channel: channelNames.en,
      state: { new: 'New', following: 'Followed', testDrive: 'Test drive', won: 'Won', lost: 'Lost' },
    },
  },
);
