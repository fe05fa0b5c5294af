import type { AppContract } from '#shared/rpc/app.contract.ts';
import { actionHandlers } from './features/action/action.handlers.ts';
import { assignmentHandlers } from './features/assignment/assignment.handlers.ts';
import { auditHandlers } from './features/audit/audit.handlers.ts';
import { backupHandlers } from './features/backup/backup.handlers.ts';
import { offerHandlers, offerRuleHandlers } from './features/offer/offer.handlers.ts';
import { computedLists } from './features/campaign/campaign.computed.ts';
import { campaignHandlers, campaignTriggerHandlers } from './features/campaign/campaign.handlers.ts';
import { channelPlanHandlers } from './features/channel-plan/channel-plan.handlers.ts';
import { complaintClockHandlers, complaintHandlers } from './features/complaint/complaint.handlers.ts';
import { checklistHandlers } from './features/checklist/checklist.handlers.ts';
import { contactHandlers, customerHandlers } from './features/customer/customer.handlers.ts';
import { calendarDayHandlers } from './features/calendar/calendar.handlers.ts';
import { cashBalanceRecord, cashRecord } from './features/cash/cash.record.ts';
import { decisionHandlers } from './features/decision/decision.handlers.ts';
import { deliveryFeature } from './features/delivery/delivery.handlers.ts';
import { departmentRecord } from './features/department/department.record.ts';
import { eventFeature } from './features/event/event.handlers.ts';
import { evaluationHandlers } from './features/evaluation/evaluation.handlers.ts';
import { emergencyHandlers } from './features/emergency/emergency.handlers.ts';
import { emergencyDrillRecord } from './features/emergency/emergency.record.ts';
import { examHandlers } from './features/exam/exam.handlers.ts';
import { examQuestionRecord } from './features/exam/exam.record.ts';
import { exportHandlers } from './features/export/export.handlers.ts';
import { followUpHandlers, followUpRuleHandlers } from './features/follow-up/follow-up.handlers.ts';
import { gapHandlers } from './features/gap/gap.handlers.ts';
import { goalHandlers } from './features/goal/goal.handlers.ts';
import { incomeHandlers } from './features/income/income.handlers.ts';
import { importHandlers } from './features/import/import.handlers.ts';
import { indicatorEntryHandlers, indicatorHandlers } from './features/indicator/indicator.handlers.ts';
import { inspectionHandlers, repeatRuleHandlers } from './features/inspection/inspection.handlers.ts';
import { jobHandlers } from './features/job/job.handlers.ts';
import { leadRecord } from './features/lead/lead.record.ts';
import { lemonRuleHandlers } from './features/lemon/lemon.handlers.ts';
import { meetingHandlers } from './features/meeting/meeting.handlers.ts';
import { membershipHandlers } from './features/membership/membership.handlers.ts';
import { orderRecord } from './features/order/order.record.ts';
import { partnerFeature } from './features/partner/partner.handlers.ts';
import { payHandlers } from './features/pay/pay.handlers.ts';
import { removeErasedFiles } from './features/personal-data/personal-data.photos.ts';
import { personalDataHandlers } from './features/personal-data/personal-data.handlers.ts';
import { retentionRuleRecord } from './features/personal-data/retention-rule.record.ts';
import { portraitHandlers } from './features/portrait/portrait.handlers.ts';
import { createPortraits } from './features/portrait/portrait.store.ts';
import { personRecord } from './features/person/person.record.ts';
import { planHandlers } from './features/plan/plan.handlers.ts';
import { postHandlers } from './features/post/post.handlers.ts';
import { qualityHandlers } from './features/quality/quality.handlers.ts';
import { paymentRecord, receivableRecord } from './features/receivable/receivable.record.ts';
import { reckoning } from './features/reminder/reminder.reckoning.ts';
import { reminderFeature } from './features/reminder/reminder.handlers.ts';
import { repairFeature } from './features/repair/repair.handlers.ts';
import { rescueHandlers } from './features/rescue/rescue.handlers.ts';
import { sampleHandlers } from './features/sample/sample.handlers.ts';
import { searchHandlers } from './features/search/search.handlers.ts';
import { sessionHandlers } from './features/session/session.handlers.ts';
import { settingHandlers } from './features/setting/setting.handlers.ts';
import {
  serviceScoreHandlers,
  spotCheckHandlers,
  standardHandlers,
} from './features/standard/standard.handlers.ts';
import { simulationHandlers } from './features/simulation/simulation.handlers.ts';
import { stockRecord } from './features/stock/stock.record.ts';
import { certificateHandlers as certificateHandlersOfTraining } from './features/training/training.certificates.ts';
import { trainingHandlers } from './features/training/training.handlers.ts';
import {
  growthStepRecord,
  trainerRecord,
  trainingSeatRecord,
  trainingSubjectRecord,
  trainingYearRecord,
} from './features/training/training.record.ts';
import { updateHandlers } from './features/update/update.handlers.ts';
import { vehicleRecord } from './features/vehicle/vehicle.record.ts';
import type { HandlersOf } from './kernel/handler.ts';
import { productCost } from './kernel/password.ts';
import { recordHandlers } from './kernel/record/record-handlers.ts';
import { filesFolder, programVersion, type StoreParts } from './store-parts.ts';

type AllHandlers = { readonly [Feature in keyof AppContract]: HandlersOf<AppContract[Feature]> };

/** Every call of the contract over one open store, feature by feature. A new feature is registered here. */
export function handlersOver(parts: StoreParts): AllHandlers {
  const { kind, options, jobs, events } = parts;
  const portraits = createPortraits(parts.database);
  const reckoner = reckoning(parts.database, parts.reckoning);
  return {
    action: actionHandlers,
    assignment: assignmentHandlers({ attachments: parts.attachments, reports: parts.reports }),
    audit: auditHandlers,
    personalData: personalDataHandlers(
      { attachments: parts.attachments, reports: parts.reports },
      () =>
        void parts.backups
          .between(() => removeErasedFiles(parts.database, parts.attachments))
          .catch((error: unknown) =>
            parts.log.write('error', 'files of a deletion stay until the next start', error),
          ),
    ),
    retentionRule: recordHandlers(retentionRuleRecord),
    backup: backupHandlers(parts),
    calendarDay: calendarDayHandlers,
    cash: recordHandlers(cashRecord),
    cashBalance: recordHandlers(cashBalanceRecord),
    campaign: campaignHandlers(
      { attachments: parts.attachments, reports: parts.reports },
      computedLists({ portraits, reckoner }),
    ),
    campaignTrigger: campaignTriggerHandlers,
    offer: offerHandlers,
    offerRule: offerRuleHandlers,
    channelPlan: channelPlanHandlers,
    complaint: complaintHandlers(parts),
    complaintClock: complaintClockHandlers,
    checklist: checklistHandlers({
      attachments: parts.attachments,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
    }),
    contact: contactHandlers,
    customer: customerHandlers,
    decision: decisionHandlers({ attachments: parts.attachments, reports: parts.reports }),
    ...deliveryFeature({
      attachments: parts.attachments,
      reports: parts.reports,
      cost: options.passwordCost ?? productCost,
    }),
    department: recordHandlers(departmentRecord),
    ...eventFeature({ attachments: parts.attachments, reports: parts.reports }),
    evaluation: evaluationHandlers({ attachments: parts.attachments, reports: parts.reports }),
    emergency: emergencyHandlers({ attachments: parts.attachments, reports: parts.reports }),
    emergencyDrill: recordHandlers(emergencyDrillRecord),
    export: exportHandlers({ ...parts, folder: filesFolder(options.dataFolder) }),
    followUp: followUpHandlers,
    followUpRule: followUpRuleHandlers,
    gap: gapHandlers,
    goal: goalHandlers,
    import: importHandlers(parts.imports, jobs, parts.watch),
    income: incomeHandlers({ attachments: parts.attachments, reports: parts.reports }),
    indicator: indicatorHandlers({ attachments: parts.attachments, reports: parts.reports }),
    indicatorEntry: indicatorEntryHandlers,
    inspection: inspectionHandlers({
      attachments: parts.attachments,
      jobs,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
      cost: options.passwordCost ?? productCost,
    }),
    job: jobHandlers(jobs, events),
    lead: recordHandlers(leadRecord),
    lemonRule: lemonRuleHandlers,
    meeting: meetingHandlers({
      jobs,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
      cost: options.passwordCost ?? productCost,
    }),
    membership: membershipHandlers({
      attachments: parts.attachments,
      reports: parts.reports,
      sqlite: parts.database.raw.writer,
    }),
    order: recordHandlers(orderRecord),
    ...partnerFeature({
      attachments: parts.attachments,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
    }),
    pay: payHandlers,
    payment: recordHandlers(paymentRecord),
    person: recordHandlers(personRecord),
    plan: planHandlers({
      jobs,
      reports: parts.reports,
      attachments: parts.attachments,
      folder: filesFolder(options.dataFolder),
      cost: options.passwordCost ?? productCost,
    }),
    portrait: portraitHandlers(portraits),
    post: postHandlers,
    quality: qualityHandlers,
    receivable: recordHandlers(receivableRecord),
    ...reminderFeature({
      attachments: parts.attachments,
      database: parts.database,
      reckoner,
      reports: parts.reports,
    }),
    ...repairFeature({
      attachments: parts.attachments,
      reports: parts.reports,
      cost: options.passwordCost ?? productCost,
    }),
    repeatRule: repeatRuleHandlers,
    rescue: rescueHandlers,
    sample: sampleHandlers({
      dataFolder: options.dataFolder,
      cost: options.passwordCost ?? productCost,
      kind,
      openStore: parts.openStore,
    }),
    search: searchHandlers,
    session: sessionHandlers({
      cost: options.passwordCost ?? productCost,
      version: programVersion,
      sample: kind === 'sample',
      damage: parts.damage,
    }),
    setting: settingHandlers(options.dataFolder),
    simulation: simulationHandlers({
      jobs,
      reports: parts.reports,
      attachments: parts.attachments,
      worker: parts.worker,
      databasePath: parts.database.path,
    }),
    serviceScore: serviceScoreHandlers,
    spotCheck: spotCheckHandlers,
    standard: standardHandlers,
    stock: recordHandlers(stockRecord),
    exam: examHandlers({ attachments: parts.attachments, reports: parts.reports }),
    examQuestion: recordHandlers(examQuestionRecord),
    growthStep: recordHandlers(growthStepRecord),
    trainer: recordHandlers(trainerRecord),
    training: trainingHandlers({ attachments: parts.attachments, reports: parts.reports }),
    trainingCertificate: certificateHandlersOfTraining({
      attachments: parts.attachments,
      reports: parts.reports,
    }),
    trainingSeat: recordHandlers(trainingSeatRecord),
    trainingSubject: recordHandlers(trainingSubjectRecord),
    trainingYear: recordHandlers(trainingYearRecord),
    update: updateHandlers({
      version: programVersion,
      folder: filesFolder(options.dataFolder),
      desktop: options.desktop,
      backupBefore: () => parts.backups.run('before-update'),
    }),
    vehicle: recordHandlers(vehicleRecord),
  };
}
