import { eventPageText } from '../event.text.ts';
import { actionFields } from '../../features/action/action.fields.ts';
import { recordText } from './record-texts.ts';

/** 行动事项 action items; fields and choices follow shared/features/action/action.fields.ts. */
export const actionText = recordText(
  actionFields,
  {
    one: '行动事项',
    many: '行动事项',
    empty: '还没有行动事项。在会议中提出，或直接新建。',
    fields: {
      number: '编号',
      text: '事项',
      ownerId: '负责人',
      dueOn: '到期日',
      check: '检查方式',
      state: '状态',
      raisedOn: '提出日期',
      meetingId: '提出会议',
      decisionId: '依据决议',
      inspectionId: '来自检查',
      inspectionItem: '检查项目',
      eventId: '所属活动',
      eventPhase: '活动阶段',
      eventOffset: '距活动天数',
      reportedOn: '报完成日期',
      closedOn: '关闭日期',
      closedById: '关闭人',
      closedMeetingId: '关闭会议',
      evidence: '证据',
    },
    choices: {
      state: { open: '进行中', reported: '已报完成', closed: '已关闭' },
      eventPhase: eventPageText['zh-CN'].phases,
    },
  },
  {
    one: 'action item',
    many: 'Action items',
    empty: 'No action items yet. Raise one in a meeting, or add one here.',
    fields: {
      number: 'Number',
      text: 'What',
      ownerId: 'Owner',
      dueOn: 'Due',
      check: 'How it will be checked',
      state: 'State',
      raisedOn: 'Raised on',
      meetingId: 'Raised in',
      decisionId: 'By decision',
      inspectionId: 'Found in check',
      inspectionItem: 'Item of the check',
      eventId: 'Of event',
      eventPhase: 'Phase of the event',
      eventOffset: 'Days from the event',
      reportedOn: 'Reported on',
      closedOn: 'Closed on',
      closedById: 'Closed by',
      closedMeetingId: 'Closed in',
      evidence: 'Evidence',
    },
    choices: {
      state: { open: 'Open', reported: 'Reported done', closed: 'Closed' },
      eventPhase: eventPageText.en.phases,
    },
  },
);
