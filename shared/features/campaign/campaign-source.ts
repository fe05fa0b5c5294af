import { z } from 'zod';
import { listInput } from '../../rpc/record.contract.ts';
import { risks, segments } from '../portrait/portrait.content.ts';
import { reminderKinds } from '../reminder/reminder.fields.ts';

const id = z.number({ error: 'required' }).int().positive();

/** Within how many days something of a member ends, for 会员到期清单. */
export const expiringDays = z
  .number({ error: 'required' })
  .int()
  .min(1, { error: 'too-small' })
  .max(366, { error: 'too-large' });

/** 客户分层: a cell of the matrix, and the consultant or last adviser. */
const ofSegments = z.strictObject({
  feature: z.literal('portrait'),
  list: z.strictObject({
    segment: z.enum(segments).nullable(),
    risk: z.enum(risks).nullable(),
    personId: id.nullable(),
  }),
});

/** 应联系名单: of one care person or everybody, for one kind of reason or all. */
const ofCalls = z.strictObject({
  feature: z.literal('reminder'),
  list: z.strictObject({ careId: id.nullable(), kind: z.enum(reminderKinds).nullable() }),
});

const ofExpiring = z.strictObject({
  feature: z.literal('expiring'),
  list: z.strictObject({ days: expiringDays }),
});

const ofRecords = z.strictObject({ feature: z.string().max(40), list: listInput });

/** Lists that are reckoned when they are asked for; the customers of a day are those of that day. */
const computedSource = z.discriminatedUnion('feature', [ofSegments, ofCalls, ofExpiring]);
export type ComputedSource = z.output<typeof computedSource>;
export type RecordSource = z.output<typeof ofRecords>;

/** A list as it stands on the screen: its feature and what narrows it. */
export const campaignSource = z.union([computedSource, ofRecords]);
export type CampaignSource = z.output<typeof campaignSource>;

/** Whether the list is reckoned anew each time instead of filtered records. */
export const isComputed = (source: CampaignSource): source is ComputedSource =>
  source.feature === 'portrait' || source.feature === 'reminder' || source.feature === 'expiring';
