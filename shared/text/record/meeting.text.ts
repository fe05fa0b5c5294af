import { meetingFields } from '../../features/meeting/meeting.fields.ts';
import { recordText } from './record-texts.ts';

/** 会议: the list of meetings; what is inside one is in meeting.text.ts. */
export const meetingRecordText = recordText(
  meetingFields,
  {
    one: '会议',
    many: '会议',
    empty: '还没有会议。打开本周例会，数据会自动填好。',
    fields: {
      number: '编号',
      kind: '类型',
      period: '周期',
      state: '状态',
      heldOn: '开会日期',
      startsAt: '开始',
      endsAt: '结束',
      place: '地点',
      chairId: '主持人',
      recorderId: '记录人',
      confirmedAt: '确认时间',
    },
    choices: { kind: { weekly: '周例会' }, state: { draft: '草稿', confirmed: '已确认' } },
  },
  {
    one: 'meeting',
    many: 'Meetings',
    empty: "No meetings yet. Open this week's meeting: the data fills itself in.",
    fields: {
      number: 'Number',
      kind: 'Kind',
      period: 'Period',
      state: 'State',
      heldOn: 'Held on',
      startsAt: 'Start',
      endsAt: 'End',
      place: 'Place',
      chairId: 'Chair',
      recorderId: 'Recorder',
      confirmedAt: 'Confirmed at',
    },
    choices: { kind: { weekly: 'Weekly meeting' }, state: { draft: 'Draft', confirmed: 'Confirmed' } },
  },
);
