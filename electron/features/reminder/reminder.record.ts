import { fieldsWithoutEffect } from '#shared/features/reminder/reminder-plan.rules.ts';
import {
  reminderAppointmentFields,
  reminderCallFields,
  reminderCapacityFields,
  reminderDoneFields,
  reminderKinds,
  reminderRuleFields,
} from '#shared/features/reminder/reminder.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition, RecordValues } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

/** What a rule says of time and vehicles; a change of any of it needs a new preview. */
const terms = [
  'kind',
  'vehicleKind',
  'use',
  'aboveMassKg',
  'upToMassKg',
  'aboveAgeMonths',
  'upToAgeMonths',
  'everyMonths',
  'everyDays',
  'everyKm',
  'usualDailyKm',
  'leadDays',
  'openDays',
  'untilMonths',
  'minWorthFen',
  'validFrom',
  'validTo',
] as const;

/** Kinds whose period comes from elsewhere than the rule. */
const withoutPeriod: readonly unknown[] = [
  'repairWarrantyEnd',
  'memberPoints',
  'memberBonus',
  'memberUnits',
  'memberTier',
  'campaign',
];

function isAbove(values: RecordValues, above: string, upTo: string): boolean {
  const [low, high] = [values[above], values[upTo]];
  return typeof low === 'number' && typeof high === 'number' && high <= low;
}

export const reminderRuleRecord = {
  feature: 'reminderRule',
  table: 'reminderRule',
  fields: reminderRuleFields,
  readRight: 'customer.read',
  title: 'name',
  titleEn: 'nameEn',
  indexed: false,
  check(stored) {
    const { kind } = stored;
    // What is not shown for this kind is not asked about either.
    const ignored = fieldsWithoutEffect(reminderKinds.find((one) => one === kind) ?? 'annualTest');
    const values: RecordValues = { ...stored, ...Object.fromEntries(ignored.map((name) => [name, null])) };
    const { everyMonths, everyDays } = values;
    if (everyMonths === null && everyDays === null && !withoutPeriod.includes(kind))
      throw invalidField('values.everyMonths', 'period-missing');
    if (typeof everyMonths === 'number' && typeof everyDays === 'number')
      throw invalidField('values.everyDays', 'one-period-only');
    if (isAbove(values, 'aboveMassKg', 'upToMassKg')) throw invalidField('values.upToMassKg', 'not-above');
    if (isAbove(values, 'aboveAgeMonths', 'upToAgeMonths'))
      throw invalidField('values.upToAgeMonths', 'not-above');
    if (isAbove(values, 'everyMonths', 'untilMonths')) throw invalidField('values.untilMonths', 'not-above');
    checkValidSpan(values);
  },
  async afterChange({ writer }, before, after) {
    if (!before || !after || !terms.some((name) => before[name] !== after[name])) return;
    await writer
      .updateTable('reminderRule')
      .set({ active: 0 })
      .where('id', '=', Number(after['id']))
      .execute();
  },
} satisfies RecordDefinition;

export const reminderDoneRecord = {
  feature: 'reminderDone',
  table: 'reminderDone',
  fields: reminderDoneFields,
  readRight: 'vehicle.read',
  title: 'doneOn',
  indexed: false,
} satisfies RecordDefinition;

export const reminderCallRecord = {
  feature: 'reminderCall',
  table: 'reminderCall',
  fields: reminderCallFields,
  readRight: 'reminder.read',
  title: 'happenedOn',
  indexed: false,
} satisfies RecordDefinition;

export const reminderAppointmentRecord = {
  feature: 'reminderAppointment',
  table: 'reminderAppointment',
  fields: reminderAppointmentFields,
  readRight: 'reminder.read',
  title: 'onDay',
  indexed: false,
} satisfies RecordDefinition;

export const reminderCapacityRecord = {
  feature: 'reminderCapacity',
  table: 'reminderCapacity',
  fields: reminderCapacityFields,
  readRight: 'reminder.read',
  title: 'weekday',
  indexed: false,
  check(values) {
    const [from, to] = [Number(values['fromHour']), Number(values['toHour'])];
    if (to > 24) throw invalidField('values.toHour', 'not-an-hour');
    if (to <= from) throw invalidField('values.toHour', 'not-above');
    checkValidSpan(values);
  },
} satisfies RecordDefinition;
