import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { GiftGoods } from '#shared/features/campaign/campaign.fields.ts';
import {
  campaignSource,
  isComputed,
  type CampaignSource,
} from '#shared/features/campaign/campaign-source.ts';
import { drawControl, phaseOf, plannedFen } from '#shared/features/campaign/campaign.rules.ts';
import type { AudiencePreview } from '#shared/features/campaign/campaign-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { previewAudience, readAudience, type Audience } from './campaign.audience.ts';
import type { Asking, Listing, ReadComputed } from './campaign.lists.ts';
import { campaignRecord, checkGift } from './campaign.record.ts';

/** Seeds are whole numbers of 31 bits: they stand in the store and in the drawing. */
const seedEnd = 2 ** 31;

export type Campaign = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

const rowOf = (reader: Reader | Writer, id: number) =>
  reader
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .$narrowType<{ giftGoods: GiftGoods | null }>()
    .executeTakeFirst();

/** Error: `not-found`. */
export async function mustReadCampaign(reader: Reader | Writer, id: number): Promise<Campaign> {
  const row = await rowOf(reader, id);
  if (!row) throw notFound('campaign', id);
  return row;
}

/** The list that a campaign was made from. */
const sourceIn = ({ sourceFeature, sourceList }: Campaign): CampaignSource =>
  campaignSource.parse({ feature: sourceFeature, list: JSON.parse(sourceList) }); // written by makeCampaign

type Made = {
  readonly source: CampaignSource;
  readonly controlBp: number;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
};

export const listingOf = ({ actor, clock }: Asking, computed: ReadComputed | undefined): Listing => ({
  actor,
  clock,
  ...(computed ? { computed } : {}),
});

/** A draft from a list as it stands on the screen. Errors: those of the form and of `readAudience`. */
export async function makeCampaign(
  context: CommandContext,
  { source, controlBp, name, startsOn, endsOn }: Made,
  { computed, seed = randomInt(seedEnd) }: { readonly computed?: ReadComputed; readonly seed?: number },
): Promise<{ id: number }> {
  await readAudience(context.writer, listingOf(context, computed), source);
  const id = await createRecord(context, campaignRecord, {
    name,
    goal: null,
    startsOn,
    endsOn,
    personId: context.actor.personId,
    offer: null,
    script: null,
    giftKind: 'none',
    giftPoints: null,
    giftName: null,
    giftFen: null,
    giftTimes: null,
    giftDays: null,
    giftGoods: null,
    fixedFen: 0,
    perHeadFen: 0,
    spentFen: null,
    state: 'draft',
    startedOn: null,
    controlBp,
    seed,
    sourceFeature: source.feature,
    sourceList: JSON.stringify(isComputed(source) ? source.list : { ...source.list, page: 1, bin: false }),
  });
  return { id };
}

/** What a draft would reach if it started now. Errors: `not-found`, `campaign-started`. */
export async function previewCampaign(
  reader: Reader | Writer,
  listing: Listing,
  { id, controlBp }: { readonly id: number; readonly controlBp: number },
): Promise<AudiencePreview> {
  const campaign = await mustReadCampaign(reader, id);
  if (campaign.state !== 'draft') throw ruleViolated('campaign-started');
  const { startsOn, endsOn } = campaign;
  const preview = await previewAudience(reader, listing, sourceIn(campaign), {
    controlBp,
    days: { from: startsOn, to: endsOn, besides: id },
  });
  return { ...preview, plannedFen: plannedFen(campaign, preview.heads - preview.controlHeads) };
}

/**
 * The audience and those left out, as rows; in one statement each, however many they are. Lists that are reckoned say tomorrow
 * something else of a customer: their reasons are kept as they stand. Rows of other lists keep their names themselves.
 */
async function freeze(
  writer: Writer,
  id: number,
  { chosen, leftOut, whys }: Audience,
  { control, keepsWhys }: { readonly control: ReadonlySet<number>; readonly keepsWhys: boolean },
): Promise<void> {
  const ids = chosen.map(({ sourceId }) => sourceId);
  const nothing: ReadonlyMap<number, string> = new Map();
  const chinese = keepsWhys ? await whys(ids, 'zh-CN') : nothing;
  const english = keepsWhys ? await whys(ids, 'en') : nothing;
  const members = chosen.map(({ customerId, sourceId }) => [
    customerId,
    sourceId,
    control.has(customerId) ? 1 : 0,
    chinese.get(sourceId) || null,
    english.get(sourceId) || null,
  ]);
  await sql`insert into campaign_member (campaign_id, customer_id, source_id, is_control, why, why_en)
    select ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    from json_each(${JSON.stringify(members)})`.execute(writer);
  const others = leftOut.map(({ customerId, sourceId, reason }) => [customerId, sourceId, reason]);
  await sql`insert into campaign_left_out (campaign_id, customer_id, source_id, reason)
    select ${id}, value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(others)})`.execute(
    writer,
  );
}

/** Freezes the audience and draws the control group. Errors: see the contract; nothing is written then. */
export async function startCampaign(
  context: CommandContext,
  { id, controlBp, seen }: { readonly id: number; readonly controlBp: number; readonly seen: number },
  computed?: ReadComputed,
): Promise<{ treated: number; control: number }> {
  const { writer, clock } = context;
  const campaign = await mustReadCampaign(writer, id);
  if (campaign.state !== 'draft') throw ruleViolated('campaign-started');
  if (campaign.endsOn < clock.today()) throw ruleViolated('campaign-over');
  // What happened before today knew nothing of it.
  if (campaign.startsOn < clock.today()) throw invalidField('startsOn', 'campaign-starts-past');
  if ((campaign.offer ?? '') === '') throw ruleViolated('campaign-no-offer');
  checkGift(campaign);
  const source = sourceIn(campaign);
  const audience = await readAudience(writer, listingOf(context, computed), source);
  const heads = audience.chosen.length;
  if (heads === 0) throw ruleViolated('campaign-nobody');
  if (heads !== seen) throw ruleViolated('campaign-preview-changed', { count: heads });
  const control = drawControl(
    audience.chosen.map(({ customerId }) => customerId),
    { controlBp, seed: campaign.seed },
  );
  if (control.size === heads) throw ruleViolated('campaign-nobody');
  await freeze(writer, id, audience, { control, keepsWhys: isComputed(source) });
  const after = { state: 'started', startedOn: clock.today(), controlBp } as const;
  await writer
    .updateTable('campaign')
    .set({ ...after, version: campaign.version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  context.changed({
    feature: 'campaign',
    id,
    changes: (['state', 'startedOn', 'controlBp'] as const).map((field) => ({
      field,
      before: campaign[field],
      after: after[field],
    })),
  });
  context.tell('treated', heads - control.size);
  context.tell('control', control.size);
  return { treated: heads - control.size, control: control.size };
}

/** Today becomes its last day. Error: `campaign-not-running`. */
export async function stopCampaign(context: CommandContext, id: number): Promise<void> {
  const { writer, clock } = context;
  const campaign = await mustReadCampaign(writer, id);
  const today = clock.today();
  if (phaseOf(campaign, today) !== 'running' || campaign.endsOn === today)
    throw ruleViolated('campaign-not-running');
  await writer
    .updateTable('campaign')
    .set({ endsOn: today, version: campaign.version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  context.changed({
    feature: 'campaign',
    id,
    changes: [{ field: 'endsOn', before: campaign.endsOn, after: today }],
  });
}
