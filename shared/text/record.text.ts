import { evaluationText } from './record/evaluation.text.ts';
import { examQuestionText, examText } from './record/exam.text.ts';
import { emergencyDrillText, emergencyText } from './record/emergency.text.ts';
import { actionText } from './record/action.text.ts';
import { campaignText, campaignTriggerText } from './record/campaign.text.ts';
import { calendarDayText } from './record/calendar.text.ts';
import { cashBalanceText, cashText } from './record/cash.text.ts';
import { channelPlanText } from './record/channel-plan.text.ts';
import { complaintClockText, complaintText } from './record/complaint.text.ts';
import { checklistText } from './record/checklist.text.ts';
import { contactText, customerText } from './record/customer.text.ts';
import { decisionText } from './record/decision.text.ts';
import { deliveryText, handOverItemText, handOverSheetText } from './record/delivery.text.ts';
import { departmentText } from './record/department.text.ts';
import { eventCostText, eventMaterialText, eventRoleText, eventText } from './record/event.text.ts';
import { followUpRuleText, followUpText } from './record/follow-up.text.ts';
import { gapText } from './record/gap.text.ts';
import { goalText } from './record/goal.text.ts';
import { indicatorEntryText, indicatorText } from './record/indicator.text.ts';
import { inspectionText, repeatRuleText } from './record/inspection.text.ts';
import { leadText } from './record/lead.text.ts';
import { retentionRuleText } from './record/retention-rule.text.ts';
import { lemonRuleText } from './record/lemon.text.ts';
import { meetingRecordText } from './record/meeting.text.ts';
import { membershipText } from './record/membership.text.ts';
import {
  partnerAgreementText,
  partnerCardText,
  partnerKindText,
  partnerSettlementText,
  partnerText,
} from './record/partner.text.ts';
import { offerRuleText } from './record/offer.text.ts';
import { orderText } from './record/order.text.ts';
import { personText } from './record/person.text.ts';
import { postText } from './record/post.text.ts';
import { paymentText, receivableText } from './record/receivable.text.ts';
import {
  reminderAppointmentText,
  reminderCallText,
  reminderCapacityText,
  reminderDoneText,
  reminderRuleText,
} from './record/reminder.text.ts';
import {
  certificateText,
  repairLineText,
  repairPartText,
  repairText,
  reworkText,
  warrantyRuleText,
} from './record/repair.text.ts';
import { serviceScoreText, spotCheckText, standardText } from './record/standard.text.ts';
import { stockText } from './record/stock.text.ts';
import {
  growthStepText,
  trainerText,
  trainingText,
  trainingCertificateText,
  trainingSeatText,
  trainingSubjectText,
  trainingYearText,
} from './record/training.text.ts';
import { vehicleText } from './record/vehicle.text.ts';

/** By feature; the language is chosen first so that a record's texts lie under `record.<feature>`. */
export const recordTexts = {
  'zh-CN': {
    action: actionText['zh-CN'],
    calendarDay: calendarDayText['zh-CN'],
    campaign: campaignText['zh-CN'],
    campaignTrigger: campaignTriggerText['zh-CN'],
    cash: cashText['zh-CN'],
    cashBalance: cashBalanceText['zh-CN'],
    channelPlan: channelPlanText['zh-CN'],
    complaint: complaintText['zh-CN'],
    complaintClock: complaintClockText['zh-CN'],
    checklist: checklistText['zh-CN'],
    certificate: certificateText['zh-CN'],
    contact: contactText['zh-CN'],
    customer: customerText['zh-CN'],
    decision: decisionText['zh-CN'],
    delivery: deliveryText['zh-CN'],
    department: departmentText['zh-CN'],
    emergency: emergencyText['zh-CN'],
    emergencyDrill: emergencyDrillText['zh-CN'],
    evaluation: evaluationText['zh-CN'],
    event: eventText['zh-CN'],
    eventCost: eventCostText['zh-CN'],
    eventMaterial: eventMaterialText['zh-CN'],
    eventRole: eventRoleText['zh-CN'],
    followUp: followUpText['zh-CN'],
    followUpRule: followUpRuleText['zh-CN'],
    gap: gapText['zh-CN'],
    goal: goalText['zh-CN'],
    indicator: indicatorText['zh-CN'],
    indicatorEntry: indicatorEntryText['zh-CN'],
    handOverItem: handOverItemText['zh-CN'],
    handOverSheet: handOverSheetText['zh-CN'],
    inspection: inspectionText['zh-CN'],
    lead: leadText['zh-CN'],
    lemonRule: lemonRuleText['zh-CN'],
    retentionRule: retentionRuleText['zh-CN'],
    meeting: meetingRecordText['zh-CN'],
    membership: membershipText['zh-CN'],
    offerRule: offerRuleText['zh-CN'],
    order: orderText['zh-CN'],
    partner: partnerText['zh-CN'],
    partnerAgreement: partnerAgreementText['zh-CN'],
    partnerCard: partnerCardText['zh-CN'],
    partnerKind: partnerKindText['zh-CN'],
    partnerSettlement: partnerSettlementText['zh-CN'],
    payment: paymentText['zh-CN'],
    person: personText['zh-CN'],
    post: postText['zh-CN'],
    receivable: receivableText['zh-CN'],
    reminderAppointment: reminderAppointmentText['zh-CN'],
    reminderCall: reminderCallText['zh-CN'],
    reminderCapacity: reminderCapacityText['zh-CN'],
    reminderDone: reminderDoneText['zh-CN'],
    reminderRule: reminderRuleText['zh-CN'],
    repair: repairText['zh-CN'],
    repairLine: repairLineText['zh-CN'],
    repairPart: repairPartText['zh-CN'],
    repeatRule: repeatRuleText['zh-CN'],
    rework: reworkText['zh-CN'],
    serviceScore: serviceScoreText['zh-CN'],
    spotCheck: spotCheckText['zh-CN'],
    standard: standardText['zh-CN'],
    stock: stockText['zh-CN'],
    exam: examText['zh-CN'],
    examQuestion: examQuestionText['zh-CN'],
    growthStep: growthStepText['zh-CN'],
    trainer: trainerText['zh-CN'],
    training: trainingText['zh-CN'],
    trainingCertificate: trainingCertificateText['zh-CN'],
    trainingSeat: trainingSeatText['zh-CN'],
    trainingSubject: trainingSubjectText['zh-CN'],
    trainingYear: trainingYearText['zh-CN'],
    vehicle: vehicleText['zh-CN'],
    warrantyRule: warrantyRuleText['zh-CN'],
  },
  en: {
    action: actionText.en,
    calendarDay: calendarDayText.en,
    campaign: campaignText.en,
    campaignTrigger: campaignTriggerText.en,
    cash: cashText.en,
    cashBalance: cashBalanceText.en,
    channelPlan: channelPlanText.en,
    complaint: complaintText.en,
    complaintClock: complaintClockText.en,
    checklist: checklistText.en,
    certificate: certificateText.en,
    contact: contactText.en,
    customer: customerText.en,
    decision: decisionText.en,
    delivery: deliveryText.en,
    department: departmentText.en,
    emergency: emergencyText.en,
    emergencyDrill: emergencyDrillText.en,
    evaluation: evaluationText.en,
    event: eventText.en,
    eventCost: eventCostText.en,
    eventMaterial: eventMaterialText.en,
    eventRole: eventRoleText.en,
    followUp: followUpText.en,
    followUpRule: followUpRuleText.en,
    gap: gapText.en,
    goal: goalText.en,
    indicator: indicatorText.en,
    indicatorEntry: indicatorEntryText.en,
    handOverItem: handOverItemText.en,
    handOverSheet: handOverSheetText.en,
    inspection: inspectionText.en,
    lead: leadText.en,
    lemonRule: lemonRuleText.en,
    retentionRule: retentionRuleText.en,
    meeting: meetingRecordText.en,
    membership: membershipText.en,
    offerRule: offerRuleText.en,
    order: orderText.en,
    partner: partnerText.en,
    partnerAgreement: partnerAgreementText.en,
    partnerCard: partnerCardText.en,
    partnerKind: partnerKindText.en,
    partnerSettlement: partnerSettlementText.en,
    payment: paymentText.en,
    person: personText.en,
    post: postText.en,
    receivable: receivableText.en,
    reminderAppointment: reminderAppointmentText.en,
    reminderCall: reminderCallText.en,
    reminderCapacity: reminderCapacityText.en,
    reminderDone: reminderDoneText.en,
    reminderRule: reminderRuleText.en,
    repair: repairText.en,
    repairLine: repairLineText.en,
    repairPart: repairPartText.en,
    repeatRule: repeatRuleText.en,
    rework: reworkText.en,
    serviceScore: serviceScoreText.en,
    spotCheck: spotCheckText.en,
    standard: standardText.en,
    stock: stockText.en,
    exam: examText.en,
    examQuestion: examQuestionText.en,
    growthStep: growthStepText.en,
    trainer: trainerText.en,
    training: trainingText.en,
    trainingCertificate: trainingCertificateText.en,
    trainingSeat: trainingSeatText.en,
    trainingSubject: trainingSubjectText.en,
    trainingYear: trainingYearText.en,
    vehicle: vehicleText.en,
    warrantyRule: warrantyRuleText.en,
  },
} as const;
