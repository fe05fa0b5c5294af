import { campaignFields, campaignTriggerFields } from '#shared/features/campaign/campaign.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const campaignLayout: RecordLayout = {
  feature: 'campaign',
  fields: campaignFields,
  title: ['name'],
  usualSort: [{ field: 'startsOn', descending: true }],
  groups: [
    { name: 'basic', fields: ['name', 'goal', 'startsOn', 'endsOn', 'personId'] },
    { name: 'content', fields: ['offer', 'script'] },
    {
      name: 'gift',
      fields: ['giftKind', 'giftPoints', 'giftName', 'giftFen', 'giftTimes', 'giftDays', 'giftGoods'],
    },
    { name: 'amounts', fields: ['fixedFen', 'perHeadFen', 'spentFen'] },
  ],
};

export const campaignTriggerLayout: RecordLayout = {
  feature: 'campaignTrigger',
  fields: campaignTriggerFields,
  title: ['name'],
  titleEn: 'nameEn',
  startsToday: ['validFrom'],
  usualSort: [{ field: 'id', descending: false }],
  usualColumns: [
    'name',
    'kind',
    'active',
    'days',
    'coolingDays',
    'capPerYear',
    'segment',
    'risk',
    'confirmed',
  ],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'kind', 'valueFen'] },
    { name: 'terms', fields: ['days', 'openDays', 'coolingDays', 'capPerYear', 'segment', 'risk'] },
    { name: 'content', fields: ['offer', 'offerEn', 'script', 'scriptEn'] },
    {
      name: 'gift',
      fields: ['giftKind', 'giftPoints', 'giftName', 'giftFen', 'giftTimes', 'giftDays', 'giftGoods'],
    },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed', 'active'] },
  ],
};
