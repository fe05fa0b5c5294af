import { campaignFields, campaignTriggerFields } from '#shared/features/campaign/campaign.fields.ts';
import { longestCampaign, missingOfGift, type Gift } from '#shared/features/campaign/campaign.rules.ts';
import { daysBetween } from '#shared/kernel/day.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition, RecordValues } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';
import { responsibleInPost } from '../person/person.in-post.ts';

/** The gift of a record's values. */
const giftOf = (values: RecordValues): Gift => values as unknown as Gift; // the same fields, written through the field table

/** A gift that is chosen must be whole. Error: issue on the missing field. */
export function checkGift(values: RecordValues): void {
  const missing = missingOfGift(giftOf(values));
  if (missing) throw invalidField(`values.${missing}`, 'required');
}

/** What a started campaign may still change: words, who answers for it, its last day, what was spent and how gifts are costed. */
const open = new Set([
  'name',
  'goal',
  'script',
  'personId',
  'endsOn',
  'spentFen',
  'fixedFen',
  'perHeadFen',
  'giftGoods',
]);

export const campaignRecord = {
  feature: 'campaign',
  table: 'campaign',
  fields: campaignFields,
  readRight: 'campaign.read',
  title: 'name',
  detail: 'startsOn',
  check(values) {
    const [from, to] = [String(values['startsOn']), String(values['endsOn'])];
    if (to < from) throw invalidField('values.endsOn', 'ends-before-start');
    if (daysBetween(from, to) >= longestCampaign)
      throw invalidField('values.endsOn', 'campaign-too-long', { days: longestCampaign });
    checkGift(values);
  },
  async gate(context, before, after) {
    await responsibleInPost(context, before, after);
    if (before?.['state'] !== 'started') return;
    const changed = Object.keys(campaignFields).find(
      (name) => !open.has(name) && (before[name] ?? null) !== (after[name] ?? null),
    );
    if (changed) throw ruleViolated('campaign-frozen');
  },
} satisfies RecordDefinition;

/** What decides whom a trigger finds; a change of any of it needs a new preview. */
const terms = [
  'kind',
  'days',
  'openDays',
  'coolingDays',
  'capPerYear',
  'segment',
  'risk',
  'validFrom',
  'validTo',
] as const;

/** Longest of a trigger's spans, in days (or months of age). */
const longest = { days: 3650, openDays: 366, coolingDays: 3650, capPerYear: 366 } as const;

export const campaignTriggerRecord = {
  feature: 'campaignTrigger',
  table: 'campaignTrigger',
  fields: campaignTriggerFields,
  readRight: 'campaign.read',
  title: 'name',
  titleEn: 'nameEn',
  indexed: false,
  check(values) {
    for (const [name, most] of Object.entries(longest))
      if (Number(values[name]) > most) throw invalidField(`values.${name}`, 'too-large');
    checkGift(values);
    checkValidSpan(values);
  },
  async afterChange({ writer }, before, after) {
    if (!before || !after || !terms.some((name) => before[name] !== after[name])) return;
    await writer
      .updateTable('campaignTrigger')
      .set({ active: 0 })
      .where('id', '=', Number(after['id']))
      .execute();
  },
} satisfies RecordDefinition;
