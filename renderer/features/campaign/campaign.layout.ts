import { campaignFields } from '#shared/features/campaign/campaign.fields.ts';
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
      fields: ['giftKind', 'giftPoints', 'giftName', 'giftFen', 'giftTimes', 'giftDays'],
    },
    { name: 'amounts', fields: ['fixedFen', 'perHeadFen', 'spentFen'] },
  ],
};
