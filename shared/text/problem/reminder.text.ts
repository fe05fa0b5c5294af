import { bilingual } from '../bilingual.ts';

/** Sentences about reminder: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const reminderProblems = bilingual(
  {
    reasons: {
      'reminder-nothing-open': '这位客户现在没有要说的到期事项，可能已有人办过。请刷新名单。',
      'reminder-fleet-too-long': '一共 {{count}} 项，一封通知最多印 {{maximum}} 项，请把期限选短一些。',
      'reminder-fleet-empty': '到这一天为止没有要办的事项，没有可以打印的。请把日期选远一些。',
      'appointment-full': '{{hour}} 点的 {{bays}} 个工位已经约满，还有空位的时段：{{hours}}。',
      'appointment-hour-closed': '{{hour}} 点不安排预约，还有空位的时段：{{hours}}。',
      'appointment-day-full': '{{day}}的工位已全部约满，请改约：{{days}}。',
      'appointment-closed': '{{day}}不接待预约，请改约：{{days}}。',
      'appointment-holiday': '{{day}}是{{name}}，门店放假，请改约：{{days}}。',
      'reminder-not-in-use': '这台车已出售、报废或过户，不再提醒，也不用登记已办。',
      'reminder-preview-changed': '预览之后名单已有变化，现在是 {{count}} 项。请重新看一遍预览再确认。',
    },
    issues: { 'appointment-only-booked': '结果是“已预约”才能预约时段。' },
  },
  {
    reasons: {
      'reminder-nothing-open':
        'Nothing is open to be spoken about with this customer now; somebody may have done it. Load the list again.',
      'reminder-fleet-too-long':
        'There are {{count}} things; a letter takes {{maximum}} at most. Choose a shorter time.',
      'reminder-fleet-empty':
        'Nothing falls due up to this day, so there is nothing to print. Choose a later day.',
      'appointment-full': 'All {{bays}} bays at {{hour}}:00 are taken. Hours with a free bay: {{hours}}.',
      'appointment-hour-closed': 'No appointments are made at {{hour}}:00. Hours with a free bay: {{hours}}.',
      'appointment-day-full': 'All bays on {{day}} are taken. Choose another day: {{days}}.',
      'appointment-closed': 'No appointments on {{day}}. Choose another day: {{days}}.',
      'appointment-holiday': 'The store is closed on {{day}} ({{name}}). Choose another day: {{days}}.',
      'reminder-not-in-use':
        'This vehicle was sold, scrapped or transferred: nothing falls due on it any more.',
      'reminder-preview-changed':
        'The list has changed since the preview and now has {{count}} reasons. Look at the preview again.',
    },
    issues: { 'appointment-only-booked': 'Only the result “booked” takes an hour.' },
  },
);
