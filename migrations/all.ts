import type { Migration } from 'kysely/migration';
import * as m0001 from './0001_create_kernel.ts';
import * as m0002 from './0002_create_store_records.ts';
import * as m0003 from './0003_create_meeting.ts';
import * as m0004 from './0004_create_import.ts';
import * as m0005 from './0005_create_attachment.ts';
import * as m0006 from './0006_create_post.ts';
import * as m0007 from './0007_add_sign_in_and_cash_balance.ts';
import * as m0008 from './0008_create_checklist.ts';
import * as m0009 from './0009_create_inspection.ts';
import * as m0010 from './0010_add_repair_checks.ts';
import * as m0011 from './0011_create_complaint.ts';
import * as m0012 from './0012_create_delivery.ts';
import * as m0013 from './0013_add_follow_up_rule_and_rework_cost.ts';
import * as m0014 from './0014_add_reading_indices.ts';
import * as m0016 from './0016_create_goal_plan.ts';
import * as m0017 from './0017_create_pay_and_income.ts';
import * as m0018 from './0018_create_plan.ts';
import * as m0019 from './0019_add_event_plan.ts';
import * as m0020 from './0020_create_training.ts';
import * as m0021 from './0021_add_english_scripts_and_scored_person.ts';
import * as m0022 from './0022_create_indicator_and_gap.ts';
import * as m0023 from './0023_create_emergency.ts';
import * as m0024 from './0024_add_decision_chain_and_channel_plan.ts';
import * as m0025 from './0025_add_figure_indices.ts';
import * as m0031 from './0031_add_lead_visits_and_income_months.ts';
import * as m0036 from './0036_create_evaluation.ts';
import * as m0041 from './0041_create_campaign.ts';
import * as m0037 from './0037_add_customer_merge.ts';
import * as m0043 from './0043_add_member_reminders.ts';
import * as m0038 from './0038_create_portrait.ts';
import * as m0032 from './0032_create_reminder_rule.ts';
import * as m0026 from './0026_add_goal_days.ts';
import * as m0034 from './0034_create_membership.ts';
import * as m0028 from './0028_add_indicator_bands.ts';
import * as m0029 from './0029_create_exam.ts';
import * as m0033 from './0033_create_reminder_call.ts';
import * as m0044 from './0044_drop_ledger_indices.ts';
import * as m0040 from './0040_create_personal_data.ts';
import * as m0039 from './0039_create_assignment.ts';
import * as m0045 from './0045_create_partner.ts';
import * as m0046 from './0046_blank_ledger_notes.ts';
import * as m0047 from './0047_add_campaign_reminder.ts';
import * as m0050 from './0050_add_introduced_by.ts';
import * as m0051 from './0051_create_personal_data_file.ts';
import * as m0052 from './0052_add_trigger_segment.ts';
import * as m0053 from './0053_create_agreement_scan.ts';
import * as m0054 from './0054_add_deleted_photos.ts';
import * as m0055 from './0055_add_english_sources_and_campaign_repeat.ts';
import * as m0056 from './0056_add_gift_goods_and_member_reason.ts';
import * as m0042 from './0042_create_simulation.ts';

/** Every migration by name, in the order of their names. One line each; landed ones are never edited. */
export const migrations: Record<string, Migration> = {
  '0001_create_kernel': m0001,
  '0002_create_store_records': m0002,
  '0003_create_meeting': m0003,
  '0004_create_import': m0004,
  '0005_create_attachment': m0005,
  '0006_create_post': m0006,
  '0007_add_sign_in_and_cash_balance': m0007,
  '0008_create_checklist': m0008,
  '0009_create_inspection': m0009,
  '0010_add_repair_checks': m0010,
  '0011_create_complaint': m0011,
  '0012_create_delivery': m0012,
  '0013_add_follow_up_rule_and_rework_cost': m0013,
  '0014_add_reading_indices': m0014,
  '0016_create_goal_plan': m0016,
  '0017_create_pay_and_income': m0017,
  '0018_create_plan': m0018,
  '0019_add_event_plan': m0019,
  '0020_create_training': m0020,
  '0021_add_english_scripts_and_scored_person': m0021,
  '0022_create_indicator_and_gap': m0022,
  '0023_create_emergency': m0023,
  '0024_add_decision_chain_and_channel_plan': m0024,
  '0025_add_figure_indices': m0025,
  '0031_add_lead_visits_and_income_months': m0031,
  '0036_create_evaluation': m0036,
  '0037_add_customer_merge': m0037,
  '0041_create_campaign': m0041,
  '0043_add_member_reminders': m0043,
  '0038_create_portrait': m0038,
  '0032_create_reminder_rule': m0032,
  '0026_add_goal_days': m0026,
  '0034_create_membership': m0034,
  '0028_add_indicator_bands': m0028,
  '0029_create_exam': m0029,
  '0033_create_reminder_call': m0033,
  '0044_drop_ledger_indices': m0044,
  '0039_create_assignment': m0039,
  '0045_create_partner': m0045,
  '0042_create_simulation': m0042,
  '0040_create_personal_data': m0040,
  '0046_blank_ledger_notes': m0046,
  '0047_add_campaign_reminder': m0047,
  '0050_add_introduced_by': m0050,
  '0051_create_personal_data_file': m0051,
  '0052_add_trigger_segment': m0052,
  '0053_create_agreement_scan': m0053,
  '0055_add_english_sources_and_campaign_repeat': m0055,
  '0054_add_deleted_photos': m0054,
  '0056_add_gift_goods_and_member_reason': m0056,
};
