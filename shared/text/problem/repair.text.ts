import { bilingual } from '../bilingual.ts';

/** Sentences about repair: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const repairProblems = bilingual(
  {
    reasons: {
      'repair-not-checked': '三级质检还没有全部合格，不能交车。',
      'repair-rework-open': '还有返工单没有完成，不能交车。',
      'repair-certificate-missing': '还没有开具竣工出厂合格证，不能交车。',
      'rework-done': '这张返工单已经完成。',
      'part-is-original': '这个配件不用放行。',
      'part-consent-missing': '请先登记客户同意：同意人和同意日期。',
      'certificate-not-due': '这类维修不用开竣工出厂合格证。',
      'certificate-issued': '这张工单已有有效的合格证。需要重开时请先作废。',
      'certificate-void': '这张合格证已经作废。',
      'certificate-not-passed': '这个人没有通过这场考试，不能发证。',
      'certificate-of-others': '这张证书不是本店发的，不能由本店打印。请保存原件的照片或复印件。',
      'certificate-unreadable': '这张合格证的内容被改动，已无法读出，不能打印。请经理作废后重新开具。',
    },
    issues: { 'repair-unknown': '没有这个工单号，请先导入维修工单。' },
  },
  {
    reasons: {
      'repair-not-checked': 'Not all three levels have been passed; the vehicle cannot be handed over.',
      'repair-rework-open': 'A rework order is open; the vehicle cannot be handed over.',
      'repair-certificate-missing':
        'The completion certificate has not been issued; the vehicle cannot be handed over.',
      'rework-done': 'This rework order is finished already.',
      'part-is-original': 'This part needs no allowance.',
      'part-consent-missing': 'Please enter the consent of the customer first: who and when.',
      'certificate-not-due': 'This kind of repair needs no completion certificate.',
      'certificate-issued': 'This order has a valid certificate. Void it first to issue another.',
      'certificate-void': 'This certificate is void already.',
      'certificate-not-passed': 'This person has not passed the exam: there is no certificate for it.',
      'certificate-of-others':
        'The store did not issue this certificate and cannot print it: keep a photo or copy of the original.',
      'certificate-unreadable':
        'The content of this certificate was changed and cannot be read; a manager declares it void and a new one is issued.',
    },
    issues: { 'repair-unknown': 'There is no such repair order; import the repair orders first.' },
  },
);
