import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/u;

/** The head of a meeting is a record: listed, found, versioned and audited like the others. */
export const meetingRecord = {
  feature: 'meeting',
  table: 'meeting',
  fields: meetingFields,
  readRight: 'meeting.read',
  title: 'number',
  detail: 'place',
  check(values) {
    if (values['state'] === 'confirmed') throw ruleViolated('meeting-confirmed');
    for (const field of ['startsAt', 'endsAt'])
      if (typeof values[field] === 'string' && !timeOfDay.test(values[field]))
        throw invalidField(`change.values.${field}`, 'not-a-time');
  },
} satisfies RecordDefinition;
