import { bilingual } from './bilingual.ts';

/** What is said where a term runs into a year that the holiday calendar does not know. */
export const calendarText = bilingual(
  {
    missingSentence:
      '还没有 {{years}} 年的节假日安排：这一年的期限暂按周一至周五计算，导入国务院办公厅公布的安排后自动更正。',
    open: '打开节假日安排',
  },
  {
    missingSentence:
      'The holiday calendar of {{years}} is missing: terms in that year are counted Monday to Friday until the published plan is imported.',
    open: 'Open the holiday calendar',
  },
);
