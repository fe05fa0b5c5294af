import { reminderDoneFields, reminderRuleFields } from '#shared/features/reminder/reminder.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const reminderRuleLayout: RecordLayout = {
  feature: 'reminderRule',
  fields: reminderRuleFields,
  title: ['name'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'id', descending: false }],
  usualColumns: [
    'name',
    'kind',
    'everyMonths',
    'everyDays',
    'everyKm',
    'leadDays',
    'valueFen',
    'active',
    'confirmed',
  ],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'kind', 'valueFen'] },
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
