import type { RecordDefinition } from './kernel/record/record-definition.ts';
import { actionRecord } from './features/action/action.record.ts';
import { calendarDayRecord } from './features/calendar/calendar.record.ts';
import { cashBalanceRecord, cashRecord } from './features/cash/cash.record.ts';
import { campaignRecord, campaignTriggerRecord } from './features/campaign/campaign.record.ts';
import { channelPlanRecord } from './features/channel-plan/channel-plan.record.ts';
import { complaintClockRecord, complaintRecord } from './features/complaint/complaint.record.ts';
import { checklistRecord } from './features/checklist/checklist.record.ts';
import { contactRecord, customerRecord } from './features/customer/customer.record.ts';
import { decisionRecord } from './features/decision/decision.record.ts';
import {
  deliveryRecord,
  handOverItemRecord,
  handOverSheetRecord,
} from './features/delivery/delivery.record.ts';
import { departmentRecord } from './features/department/department.record.ts';
import {
  eventCostRecord,
  eventMaterialRecord,
  eventRecord,
  eventRoleRecord,
} from './features/event/event.record.ts';
import { evaluationRecord } from './features/evaluation/evaluation.record.ts';
import { emergencyDrillRecord, emergencyRecord } from './features/emergency/emergency.record.ts';
import { followUpRecord, followUpRuleRecord } from './features/follow-up/follow-up.record.ts';
import { gapRecord } from './features/gap/gap.record.ts';
import { goalRecord } from './features/goal/goal.record.ts';
import { indicatorEntryRecord, indicatorRecord } from './features/indicator/indicator.record.ts';
import { inspectionRecord, repeatRuleRecord } from './features/inspection/inspection.record.ts';
import { leadRecord } from './features/lead/lead.record.ts';
import { lemonRuleRecord } from './features/lemon/lemon.record.ts';
import { meetingRecord } from './features/meeting/meeting.record.ts';
import { membershipRecord } from './features/membership/membership.record.ts';
import { offerRuleRecord } from './features/offer/offer.record.ts';
import { orderRecord } from './features/order/order.record.ts';
import {
  partnerAgreementRecord,
  partnerCardRecord,
  partnerKindRecord,
  partnerRecord,
  partnerSettlementRecord,
} from './features/partner/partner.record.ts';
import { personRecord } from './features/person/person.record.ts';
import { retentionRuleRecord } from './features/personal-data/retention-rule.record.ts';
import { postRecord } from './features/post/post.record.ts';
import { paymentRecord, receivableRecord } from './features/receivable/receivable.record.ts';
import {
  reminderAppointmentRecord,
  reminderCallRecord,
  reminderCapacityRecord,
  reminderDoneRecord,
  reminderRuleRecord,
} from './features/reminder/reminder.record.ts';
import {
  certificateRecord,
  repairLineRecord,
  repairPartRecord,
  repairRecord,
  reworkRecord,
  warrantyRuleRecord,
} from './features/repair/repair.record.ts';
import { serviceScoreRecord, spotCheckRecord, standardRecord } from './features/standard/standard.record.ts';
import { stockRecord } from './features/stock/stock.record.ts';
import { examQuestionRecord, examRecord } from './features/exam/exam.record.ts';
import {
  growthStepRecord,
  trainerRecord,
  trainingRecord,
  trainingCertificateRecord,
  trainingSeatRecord,
  trainingSubjectRecord,
  trainingYearRecord,
} from './features/training/training.record.ts';
import { vehicleRecord } from './features/vehicle/vehicle.record.ts';

/** Every record feature: what lists, forms, imports and exports know. Used by the core and by its workers. */
export const allRecords: readonly RecordDefinition[] = [
  departmentRecord,
  postRecord,
  personRecord,
  customerRecord,
  contactRecord,
  followUpRecord,
  vehicleRecord,
  stockRecord,
  orderRecord,
  leadRecord,
  membershipRecord,
  partnerKindRecord,
  partnerRecord,
  partnerAgreementRecord,
  partnerCardRecord,
  repairRecord,
  repairLineRecord,
  repairPartRecord,
  receivableRecord,
  paymentRecord,
  cashRecord,
  cashBalanceRecord,
  partnerSettlementRecord,
  goalRecord,
  indicatorRecord,
  indicatorEntryRecord,
  gapRecord,
  channelPlanRecord,
  campaignRecord,
  campaignTriggerRecord,
  offerRuleRecord,
  eventRecord,
  eventRoleRecord,
  eventMaterialRecord,
  eventCostRecord,
  evaluationRecord,
  emergencyRecord,
  emergencyDrillRecord,
  checklistRecord,
  meetingRecord,
  decisionRecord,
  actionRecord,
  calendarDayRecord,
  complaintRecord,
  complaintClockRecord,
  lemonRuleRecord,
  retentionRuleRecord,
  followUpRuleRecord,
  reminderRuleRecord,
  reminderDoneRecord,
  reminderCallRecord,
  reminderAppointmentRecord,
  reminderCapacityRecord,
  standardRecord,
  spotCheckRecord,
  serviceScoreRecord,
  examQuestionRecord,
  examRecord,
  growthStepRecord,
  trainerRecord,
  trainingRecord,
  trainingCertificateRecord,
  trainingSeatRecord,
  trainingSubjectRecord,
  trainingYearRecord,
  inspectionRecord,
  reworkRecord,
  certificateRecord,
  warrantyRuleRecord,
  repeatRuleRecord,
  deliveryRecord,
  handOverSheetRecord,
  handOverItemRecord,
];
