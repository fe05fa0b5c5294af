import {
  readReminderRules,
  type StoredReminderRule,
} from '#electron/features/reminder/reminder.repository.ts';
import type { ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import { openTestCore } from './core.ts';

let shipped: Promise<readonly StoredReminderRule[]> | undefined;
/** The rules as a new store has them; read once. */
export const shippedReminderRules = (): Promise<readonly StoredReminderRule[]> =>
  (shipped ??= openTestCore().then(async (core) => readReminderRules(core.database.reader)));

/** A rule with nothing but its kind and period. */
export const reminderRule = (given: Partial<ReminderRule> = {}): ReminderRule => ({
  id: 1,
  kind: 'annualTest',
  vehicleKind: null,
  use: null,
  aboveMassKg: null,
  upToMassKg: null,
  aboveAgeMonths: null,
  upToAgeMonths: null,
  everyMonths: 12,
  everyDays: null,
  everyKm: null,
  usualDailyKm: null,
  earlyMonths: null,
  leadDays: 30,
  openDays: null,
  untilMonths: null,
  repeatDays: 30,
  valueFen: 0,
  minWorthFen: null,
  active: true,
  validFrom: '2000-01-01',
  validTo: null,
  confirmed: true,
  ...given,
});
