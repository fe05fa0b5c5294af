import { complaintClockFields, complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';
import { complaintOpenOn } from './complaint.open-on.ts';

export const complaintRecord = {
  feature: 'complaint',
  table: 'complaint',
  fields: complaintFields,
  readRight: 'complaint.read',
  title: 'number',
  detail: 'subject',
  asOf: { field: 'state', counted: complaintOpenOn },
} satisfies RecordDefinition;

export const complaintClockRecord = {
  feature: 'complaintClock',
  table: 'complaintClock',
  fields: complaintClockFields,
  readRight: 'complaint.read',
  title: 'name',
  indexed: false,
  check(values) {
    if (values['answerDays'] === null && values['finishDays'] === null)
      throw invalidField('values.finishDays', 'required');
    checkValidSpan(values);
  },
} satisfies RecordDefinition;
