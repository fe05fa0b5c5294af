import { actionContract } from '../features/action/action.contract.ts';
import { assignmentContract } from '../features/assignment/assignment.contract.ts';
import { auditContract } from '../features/audit/audit.contract.ts';
import { backupContract } from '../features/backup/backup.contract.ts';
import { calendarDayContract } from '../features/calendar/calendar.contract.ts';
import { cashBalanceContract, cashContract } from '../features/cash/cash.contract.ts';
import { campaignContract, campaignTriggerContract } from '../features/campaign/campaign.contract.ts';
import { channelPlanContract } from '../features/channel-plan/channel-plan.contract.ts';
import { complaintClockContract, complaintContract } from '../features/complaint/complaint.contract.ts';
import { checklistContract } from '../features/checklist/checklist.contract.ts';
import { contactContract, customerContract } from '../features/customer/customer.contract.ts';
import { decisionContract } from '../features/decision/decision.contract.ts';
import {
  deliveryContract,
  handOverItemContract,
  handOverSheetContract,
} from '../features/delivery/delivery.contract.ts';
import { departmentContract } from '../features/department/department.contract.ts';
import { evaluationContract } from '../features/evaluation/evaluation.contract.ts';
import {
  eventContract,
  eventCostContract,
  eventMaterialContract,
  eventRoleContract,
} from '../features/event/event.contract.ts';
import { emergencyContract, emergencyDrillContract } from '../features/emergency/emergency.contract.ts';
import { examContract, examQuestionContract } from '../features/exam/exam.contract.ts';
import { exportContract } from '../features/export/export.contract.ts';
import { followUpContract, followUpRuleContract } from '../features/follow-up/follow-up.contract.ts';
import { gapContract } from '../features/gap/gap.contract.ts';
import { goalContract } from '../features/goal/goal.contract.ts';
import { importContract } from '../features/import/import.contract.ts';
import { incomeContract } from '../features/income/income.contract.ts';
import { indicatorContract, indicatorEntryContract } from '../features/indicator/indicator.contract.ts';
import { inspectionContract, repeatRuleContract } from '../features/inspection/inspection.contract.ts';
import { jobContract } from '../features/job/job.contract.ts';
import { leadContract } from '../features/lead/lead.contract.ts';
import { lemonRuleContract } from '../features/lemon/lemon.contract.ts';
import { meetingContract } from '../features/meeting/meeting.contract.ts';
import { membershipContract } from '../features/membership/membership.contract.ts';
import { offerContract, offerRuleContract } from '../features/offer/offer.contract.ts';
import { orderContract } from '../features/order/order.contract.ts';
import { partnerCardContract } from '../features/partner/partner-card.contract.ts';
import { partnerSettlementContract } from '../features/partner/partner-settlement.contract.ts';
import {
  partnerAgreementContract,
  partnerContract,
  partnerKindContract,
} from '../features/partner/partner.contract.ts';
import { payContract } from '../features/pay/pay.contract.ts';
import { personContract } from '../features/person/person.contract.ts';
import { planContract } from '../features/plan/plan.contract.ts';
import {
  personalDataContract,
  retentionRuleContract,
} from '../features/personal-data/personal-data.contract.ts';
import { portraitContract } from '../features/portrait/portrait.contract.ts';
import { postContract } from '../features/post/post.contract.ts';
import { qualityContract } from '../features/quality/quality.contract.ts';
import { paymentContract, receivableContract } from '../features/receivable/receivable.contract.ts';
import {
  reminderAppointmentContract,
  reminderCallContract,
  reminderCapacityContract,
  reminderContract,
  reminderDoneContract,
  reminderRuleContract,
} from '../features/reminder/reminder.contract.ts';
import {
  certificateContract,
  repairContract,
  repairLineContract,
  repairPartContract,
  reworkContract,
  warrantyRuleContract,
} from '../features/repair/repair.contract.ts';
import { rescueContract } from '../features/rescue/rescue.contract.ts';
import { sampleContract } from '../features/sample/sample.contract.ts';
import { searchContract } from '../features/search/search.contract.ts';
import { sessionContract } from '../features/session/session.contract.ts';
import { settingContract } from '../features/setting/setting.contract.ts';
import {
  serviceScoreContract,
  spotCheckContract,
  standardContract,
} from '../features/standard/standard.contract.ts';
import { simulationContract } from '../features/simulation/simulation.contract.ts';
import { stockContract } from '../features/stock/stock.contract.ts';
import {
  growthStepContract,
  trainerContract,
  trainingContract,
  trainingCertificateContract,
  trainingSeatContract,
  trainingSubjectContract,
  trainingYearContract,
} from '../features/training/training.contract.ts';
import { updateContract } from '../features/update/update.contract.ts';
import { vehicleContract } from '../features/vehicle/vehicle.contract.ts';

/** Every call of the program: `feature.verb`. */
export const appContract = {
  action: actionContract,
  assignment: assignmentContract,
  audit: auditContract,
  personalData: personalDataContract,
  retentionRule: retentionRuleContract,
  backup: backupContract,
  calendarDay: calendarDayContract,
  campaign: campaignContract,
  campaignTrigger: campaignTriggerContract,
  cash: cashContract,
  cashBalance: cashBalanceContract,
  channelPlan: channelPlanContract,
  complaint: complaintContract,
  complaintClock: complaintClockContract,
  checklist: checklistContract,
  certificate: certificateContract,
  contact: contactContract,
  customer: customerContract,
  decision: decisionContract,
  delivery: deliveryContract,
  department: departmentContract,
  evaluation: evaluationContract,
  event: eventContract,
  eventCost: eventCostContract,
  eventMaterial: eventMaterialContract,
  eventRole: eventRoleContract,
  emergency: emergencyContract,
  emergencyDrill: emergencyDrillContract,
  export: exportContract,
  followUp: followUpContract,
  followUpRule: followUpRuleContract,
  gap: gapContract,
  goal: goalContract,
  handOverItem: handOverItemContract,
  handOverSheet: handOverSheetContract,
  import: importContract,
  income: incomeContract,
  indicator: indicatorContract,
  indicatorEntry: indicatorEntryContract,
  inspection: inspectionContract,
  job: jobContract,
  lead: leadContract,
  lemonRule: lemonRuleContract,
  meeting: meetingContract,
  membership: membershipContract,
  offer: offerContract,
  offerRule: offerRuleContract,
  order: orderContract,
  partner: partnerContract,
  partnerAgreement: partnerAgreementContract,
  partnerCard: partnerCardContract,
  partnerKind: partnerKindContract,
  partnerSettlement: partnerSettlementContract,
  pay: payContract,
  payment: paymentContract,
  person: personContract,
  plan: planContract,
  portrait: portraitContract,
  post: postContract,
  quality: qualityContract,
  receivable: receivableContract,
  reminder: reminderContract,
  reminderAppointment: reminderAppointmentContract,
  reminderCall: reminderCallContract,
  reminderCapacity: reminderCapacityContract,
  reminderDone: reminderDoneContract,
  reminderRule: reminderRuleContract,
  repair: repairContract,
  repairLine: repairLineContract,
  repairPart: repairPartContract,
  rework: reworkContract,
  repeatRule: repeatRuleContract,
  rescue: rescueContract,
  sample: sampleContract,
  search: searchContract,
  session: sessionContract,
  setting: settingContract,
  serviceScore: serviceScoreContract,
  simulation: simulationContract,
  spotCheck: spotCheckContract,
  standard: standardContract,
  stock: stockContract,
  exam: examContract,
  examQuestion: examQuestionContract,
  growthStep: growthStepContract,
  trainer: trainerContract,
  training: trainingContract,
  trainingCertificate: trainingCertificateContract,
  trainingSeat: trainingSeatContract,
  trainingSubject: trainingSubjectContract,
  trainingYear: trainingYearContract,
  update: updateContract,
  vehicle: vehicleContract,
  warrantyRule: warrantyRuleContract,
};

export type AppContract = typeof appContract;
