import { followUpFields, followUpRuleFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

export const followUpRecord = {
  feature: 'followUp',
  table: 'followUp',
  fields: followUpFields,
  readRight: 'customer.read',
  title: 'content',
  indexed: false,
} satisfies RecordDefinition;

export const followUpRuleRecord = {
  feature: 'followUpRule',
  table: 'followUpRule',
  fields: followUpRuleFields,
  readRight: 'customer.read',
  title: 'name',
  titleEn: 'nameEn',
  indexed: false,
  check(values) {
    const { dayAfter, repeatDays, untilDay } = values;
    // A repetition without an end would call for ever.
    if (typeof repeatDays === 'number' && typeof untilDay !== 'number')
      throw invalidField('values.untilDay', 'required');
    if (typeof untilDay === 'number' && typeof dayAfter === 'number' && untilDay < dayAfter)
      throw invalidField('values.untilDay', 'ends-before-start');
    checkValidSpan(values);
  },
} satisfies RecordDefinition;
