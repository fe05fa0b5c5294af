import {
  reminderAppointmentFields,
  reminderCallFields,
  reminderCapacityFields,
  reminderDoneFields,
  reminderKinds,
  reminderRuleFields,
} from '#shared/features/reminder/reminder.fields.ts';
import { fieldsWithoutEffect } from '#shared/features/reminder/reminder-plan.rules.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const reminderRuleLayout: RecordLayout = {
  feature: 'reminderRule',
  fields: reminderRuleFields,
  title: ['name'],
  titleEn: 'nameEn',
  startsToday: ['validFrom'],
  hasEffect(name, { kind }) {
    const known = reminderKinds.find((one) => one === kind);
    return !known || !fieldsWithoutEffect(known).some((one) => one === name);
  },
  usualSort: [{ field: 'id', descending: false }],
  usualColumns: [
    'name',
    'kind',
    'active',
    'everyMonths',
    'everyDays',
    'everyKm',
    'leadDays',
    'valueFen',
    'confirmed',
  ],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'kind', 'valueFen', 'minWorthFen'] },
    {
      name: 'vehicle',
      fields: ['vehicleKind', 'use', 'aboveMassKg', 'upToMassKg', 'aboveAgeMonths', 'upToAgeMonths'],
    },
    {
      name: 'terms',
      fields: [
        'everyMonths',
        'everyDays',
        'everyKm',
        'usualDailyKm',
        'earlyMonths',
        'leadDays',
        'openDays',
        'untilMonths',
        'repeatDays',
      ],
    },
    { name: 'content', fields: ['script', 'scriptEn'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed', 'active'] },
  ],
};

export const reminderDoneLayout: RecordLayout = {
  feature: 'reminderDone',
  fields: reminderDoneFields,
  title: ['kind', 'doneOn'],
  usualSort: [{ field: 'doneOn', descending: true }],
  groups: [
    { name: 'basic', fields: ['vehicleId', 'kind', 'doneOn', 'place', 'odometerKm', 'source', 'personId'] },
  ],
};

export const reminderCallLayout: RecordLayout = {
  feature: 'reminderCall',
  fields: reminderCallFields,
  title: ['customerId', 'happenedOn'],
  usualSort: [{ field: 'happenedOn', descending: true }],
  groups: [
    {
      name: 'followUp',
      fields: ['customerId', 'happenedOn', 'personId', 'code', 'nextOn', 'reminderRuleId', 'followUpId'],
    },
  ],
};

export const reminderAppointmentLayout: RecordLayout = {
  feature: 'reminderAppointment',
  fields: reminderAppointmentFields,
  title: ['customerId', 'onDay'],
  usualSort: [{ field: 'onDay', descending: true }],
  groups: [
    {
      name: 'basic',
      fields: ['customerId', 'vehicleId', 'onDay', 'hour', 'state', 'reminderCallId', 'personId', 'note'],
    },
  ],
};

export const reminderCapacityLayout: RecordLayout = {
  feature: 'reminderCapacity',
  fields: reminderCapacityFields,
  title: ['weekday'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'id', descending: false }],
  groups: [
    { name: 'basic', fields: ['weekday', 'fromHour', 'toHour', 'bays'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
  ],
};
