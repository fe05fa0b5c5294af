import { eventFields } from '../../features/event/event.fields.ts';
import { recordText } from './record-texts.ts';

export const eventText = recordText(
  eventFields,
  {
    one: '关键事项',
    many: '关键事项',
    empty: '还没有关键事项。登记车展、新车上市、店头活动或培训。',
    fields: {
      name: '名称',
      kind: '类型',
      startsOn: '开始日期',
      endsOn: '结束日期',
      place: '地点',
      personId: '负责人',
      note: '备注',
    },
    choices: {
      kind: { autoShow: '车展', launch: '新车上市', storeEvent: '店头活动', training: '培训', other: '其他' },
    },
  },
  {
    one: 'event',
    many: 'Events',
    empty: 'No events yet. Enter auto shows, launches, in-store events or training.',
    fields: {
      name: 'Name',
      kind: 'Kind',
      startsOn: 'Starts',
      endsOn: 'Ends',
      place: 'Place',
      personId: 'Responsible',
      note: 'Note',
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
