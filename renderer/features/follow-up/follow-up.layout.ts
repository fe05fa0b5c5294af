import { followUpFields, followUpRuleFields } from '#shared/features/follow-up/follow-up.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const followUpLayout: RecordLayout = {
  feature: 'followUp',
  fields: followUpFields,
  title: ['customerId', 'happenedOn'],
  startsToday: ['happenedOn'],
  usualSort: [{ field: 'happenedOn', descending: true }],

  groups: [
    { name: 'customer', fields: ['customerId'] },
    { name: 'followUp', fields: ['happenedOn', 'personId', 'way', 'result', 'nextOn', 'content'] },
    {
      name: 'afterDelivery',
      fields: ['orderId', 'followUpRuleId', 'dueOn', 'score', 'aboutId', 'standardId', 'complaintId'],
    },
  ],
};

export const followUpRuleLayout: RecordLayout = {
  feature: 'followUpRule',
  fields: followUpRuleFields,
  title: ['name'],
  titleEn: 'nameEn',
  startsToday: ['validFrom'],
  usualSort: [{ field: 'dayAfter', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'caller'] },
    { name: 'terms', fields: ['dayAfter', 'openDays', 'repeatDays', 'untilDay'] },
    { name: 'content', fields: ['script', 'scriptEn'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
  ],
};
