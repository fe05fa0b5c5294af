import { calendarDayFields } from '../../features/calendar/calendar.fields.ts';
import { recordText } from './record-texts.ts';

/** 节假日安排 holiday calendar; fields and choices follow shared/features/calendar/calendar.fields.ts. */
export const calendarDayText = recordText(
  calendarDayFields,
  {
    one: '节假日',
    many: '节假日安排',
    empty: '还没有节假日安排，工作日按周一至周五计算。请导入国务院办公厅每年公布的安排。',
    fields: { day: '日期', kind: '放假/上班', name: '名称', source: '来源', confirmed: '已核对' },
    choices: { kind: { holiday: '放假', working: '上班（调休）' } },
  },
  {
    one: 'calendar day',
    many: 'Holiday calendar',
    empty: 'No holidays yet: working days are Monday to Friday. Import the plan that is published each year.',
    fields: { day: 'Day', kind: 'Off or worked', name: 'Name', source: 'Source', confirmed: 'Checked' },
    choices: { kind: { holiday: 'Day off', working: 'Worked instead' } },
  },
);
