import { bilingual } from '../bilingual.ts';

/** Sentences about complaint: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const complaintProblems = bilingual(
  {
    reasons: {
      'complaint-closed': '这件投诉已关闭。需要时请先重新打开。',
      'complaint-not-closed': '这件投诉没有关闭，不用重新打开。',
      'complaint-taken': '这件投诉已经受理。',
      'complaint-not-in-hand': '这件投诉不在处理中，请先受理。',
      'complaint-cause-missing': '请先写明原因和处理办法，再答复客户。',
      'complaint-not-answered': '还没有答复客户，不能回访。',
      'complaint-not-called-back': '还没有回访客户，不能关闭。',
      'complaint-call-back-by-other': '请由没有处理过这件投诉、也不是被投诉的人来回访。',
      'complaint-closed-by-handler': '处理过这件投诉的人不能关闭它，请由别人关闭。',
      'complaint-paused': '时限已经暂停，请先恢复。',
      'complaint-not-paused': '时限没有暂停，不用恢复。',
      'complaint-extension-waiting': '已有一个延期申请在等批准。',
      'complaint-no-extension': '没有等待批准的延期申请。',
      'complaint-extension-by-other': '延期要由另一位经理批准：申请人和处理人不能批自己的。',
      'complaint-not-your-right': '您的岗位没有这项权限。',
      'complaint-not-three-guarantees':
        '三包只管家用轿车和皮卡，这台车不适用，请改选投诉类型（例如车辆质量）。',
      'complaint-received-fixed': '接到投诉的日期决定时限，只有经理能改。',
      'complaint-severity-lowered': '降低严重程度会放宽时限，只有经理能改。',
    },
  },
  {
    reasons: {
      'complaint-closed': 'This complaint is closed. Open it again first.',
      'complaint-not-closed': 'This complaint is not closed; there is nothing to open again.',
      'complaint-taken': 'This complaint is in hand already.',
      'complaint-not-in-hand': 'This complaint is not in hand; take it first.',
      'complaint-cause-missing': 'Write down cause and remedy before answering the customer.',
      'complaint-not-answered':
        'The customer has not been answered yet, so there is nothing to call back about.',
      'complaint-not-called-back': 'The customer has not been called back yet; it cannot be closed.',
      'complaint-call-back-by-other':
        'The call-back is made by someone who did not handle it and whom it is not about.',
      'complaint-closed-by-handler': 'Whoever handled a complaint cannot close it; somebody else must.',
      'complaint-paused': 'The clock is paused already; resume it first.',
      'complaint-not-paused': 'The clock is not paused; there is nothing to resume.',
      'complaint-extension-waiting': 'An extension waits for its decision already.',
      'complaint-no-extension': 'No extension waits for a decision.',
      'complaint-extension-by-other':
        'An extension is decided by another manager: neither who asked for it nor who handles the complaint.',
      'complaint-not-your-right': 'Your post does not have this right.',
      'complaint-not-three-guarantees':
        'The three guarantees cover family cars and pick-ups only. Choose another kind, for example vehicle quality.',
      'complaint-received-fixed': 'The day of receipt decides the terms; only a manager may change it.',
      'complaint-severity-lowered': 'A lower severity gives more time; only a manager may lower it.',
    },
  },
);
