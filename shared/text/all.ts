import { actionPageText } from './action.text.ts';
import { offerPageText } from './offer.text.ts';
import { campaignPageText } from './campaign.text.ts';
import { meetingPageText } from './meeting-page.text.ts';
import { shellText } from './shell.text.ts';
import { settingText } from './setting.text.ts';
import { backupText } from './backup.text.ts';
import { assignmentPageText } from './assignment.text.ts';
import { auditText } from './audit.text.ts';
import { calendarText } from './calendar.text.ts';
import { checklistPageText } from './checklist.text.ts';
import { channelPlanPageText } from './channel-plan.text.ts';
import { decisionPageText } from './decision.text.ts';
import { commonText } from './common.text.ts';
import { complaintPageText } from './complaint.text.ts';
import { customerPageText } from './customer.text.ts';
import { deliveryPageText } from './delivery.text.ts';
import { evaluationPageText } from './evaluation.text.ts';
import { eventPageText } from './event.text.ts';
import { emergencyPageText } from './emergency.text.ts';
import { examPageText } from './exam.text.ts';
import { followUpPageText } from './follow-up.text.ts';
import { formText } from './form.text.ts';
import { goalPageText } from './goal.text.ts';
import { gapPageText } from './gap.text.ts';
import { importText } from './import.text.ts';
import { incomeText } from './income.text.ts';
import { leadText } from './lead.text.ts';
import { indicatorPageText } from './indicator.text.ts';
import { inspectionPageText } from './inspection.text.ts';
import { jobText } from './job.text.ts';
import { lemonText } from './lemon.text.ts';
import { listText } from './list.text.ts';
import { membershipPageText } from './membership.text.ts';
import { meetingText } from './meeting.text.ts';
import { pageText } from './page.text.ts';
import { paperText } from './paper.text.ts';
import { partnerPageText } from './partner.text.ts';
import { personalDataPageText } from './personal-data.text.ts';
import { portraitPageText } from './portrait.text.ts';
import { planText } from './plan.text.ts';
import { payText } from './pay.text.ts';
import { problemText } from './problem.text.ts';
import { qualityText } from './quality.text.ts';
import { recordTexts } from './record.text.ts';
import { reminderPageText } from './reminder.text.ts';
import { repairQualityText } from './repair-quality.text.ts';
import { rescueText } from './rescue.text.ts';
import { ruleText } from './rule.text.ts';
import { sampleText } from './sample.text.ts';
import { simulationPageText } from './simulation.text.ts';
import { standardPageText } from './standard.text.ts';
import { trainingPageText } from './training.text.ts';
import { sessionText } from './session.text.ts';
import { updateText } from './update.text.ts';

/** Every text of the program, by language. One line per feature here and below. */
export const chinese = {
  shell: shellText['zh-CN'],
  setting: settingText['zh-CN'],
  backup: backupText['zh-CN'],
  audit: auditText['zh-CN'],
  assignment: assignmentPageText['zh-CN'],
  calendar: calendarText['zh-CN'],
  campaign: campaignPageText['zh-CN'],
  offer: offerPageText['zh-CN'],
  checklist: checklistPageText['zh-CN'],
  channelPlan: channelPlanPageText['zh-CN'],
  decision: decisionPageText['zh-CN'],
  common: commonText['zh-CN'],
  complaint: complaintPageText['zh-CN'],
  customer: customerPageText['zh-CN'],
  delivery: deliveryPageText['zh-CN'],
  evaluation: evaluationPageText['zh-CN'],
  event: eventPageText['zh-CN'],
  emergency: emergencyPageText['zh-CN'],
  exam: examPageText['zh-CN'],
  followUp: followUpPageText['zh-CN'],
  form: formText['zh-CN'],
  goal: goalPageText['zh-CN'],
  gap: gapPageText['zh-CN'],
  import: importText['zh-CN'],
  income: incomeText['zh-CN'],
  lead: leadText['zh-CN'],
  indicator: indicatorPageText['zh-CN'],
  inspection: inspectionPageText['zh-CN'],
  job: jobText['zh-CN'],
  lemon: lemonText['zh-CN'],
  list: listText['zh-CN'],
  action: actionPageText['zh-CN'],
  membership: membershipPageText['zh-CN'],
  partner: partnerPageText['zh-CN'],
  simulation: simulationPageText['zh-CN'],
  portrait: portraitPageText['zh-CN'],
  meeting: meetingText['zh-CN'],
  meetingPage: meetingPageText['zh-CN'],
  page: pageText['zh-CN'],
  paper: paperText['zh-CN'],
  personalData: personalDataPageText['zh-CN'],
  plan: planText['zh-CN'],
  pay: payText['zh-CN'],
  problem: problemText['zh-CN'],
  quality: qualityText['zh-CN'],
  record: recordTexts['zh-CN'],
  reminder: reminderPageText['zh-CN'],
  repairQuality: repairQualityText['zh-CN'],
  rescue: rescueText['zh-CN'],
  rule: ruleText['zh-CN'],
  sample: sampleText['zh-CN'],
  session: sessionText['zh-CN'],
  standard: standardPageText['zh-CN'],
  training: trainingPageText['zh-CN'],
  update: updateText['zh-CN'],
} as const;

export const english = {
  shell: shellText.en,
  setting: settingText.en,
  backup: backupText.en,
  audit: auditText.en,
  assignment: assignmentPageText.en,
  calendar: calendarText.en,
  campaign: campaignPageText.en,
  offer: offerPageText.en,
  checklist: checklistPageText.en,
  channelPlan: channelPlanPageText.en,
  decision: decisionPageText.en,
  common: commonText.en,
  complaint: complaintPageText.en,
  customer: customerPageText.en,
  delivery: deliveryPageText.en,
  evaluation: evaluationPageText.en,
  event: eventPageText.en,
  emergency: emergencyPageText.en,
  exam: examPageText.en,
  followUp: followUpPageText.en,
  form: formText.en,
  goal: goalPageText.en,
  gap: gapPageText.en,
  import: importText.en,
  income: incomeText.en,
  lead: leadText.en,
  indicator: indicatorPageText.en,
  inspection: inspectionPageText.en,
  job: jobText.en,
  lemon: lemonText.en,
  list: listText.en,
  action: actionPageText.en,
  membership: membershipPageText.en,
  partner: partnerPageText.en,
  simulation: simulationPageText.en,
  portrait: portraitPageText.en,
  meeting: meetingText.en,
  meetingPage: meetingPageText.en,
  page: pageText.en,
  paper: paperText.en,
  personalData: personalDataPageText.en,
  plan: planText.en,
  pay: payText.en,
  problem: problemText.en,
  quality: qualityText.en,
  record: recordTexts.en,
  reminder: reminderPageText.en,
  repairQuality: repairQualityText.en,
  rescue: rescueText.en,
  rule: ruleText.en,
  sample: sampleText.en,
  session: sessionText.en,
  standard: standardPageText.en,
  training: trainingPageText.en,
  update: updateText.en,
} as const;
