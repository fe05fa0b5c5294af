import { offerRuleFields } from '#shared/features/offer/offer.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const offerRuleLayout: RecordLayout = {
  feature: 'offerRule',
  fields: offerRuleFields,
  title: ['name'],
  titleEn: 'nameEn',
  startsToday: ['validFrom'],
  usualSort: [{ field: 'id', descending: false }],
  usualColumns: ['name', 'kind', 'days', 'amountFen', 'months', 'valueFen', 'active', 'confirmed'],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'kind', 'valueFen', 'active'] },
    { name: 'terms', fields: ['days', 'amountFen', 'months', 'keywords'] },
    { name: 'content', fields: ['words', 'wordsEn'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
  ],
};
