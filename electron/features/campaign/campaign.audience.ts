import { sql } from 'kysely';
import type { CampaignSource } from '#shared/features/campaign/campaign-source.ts';
import {
  controlHeads,
  leftOutOf,
  leftOutReasons,
  type LeftOutReason,
} from '#shared/features/campaign/campaign.rules.ts';
import type { AudiencePreview, LeftOutCount } from '#shared/features/campaign/campaign-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { namedBy, type Listing, type Whys } from './campaign.lists.ts';

/** How many of an audience a preview names. */
const shownNames = 20;

/** A customer whom the list names, with the first of its rows; null: rows without a customer. */
type Asked = {
  readonly customerId: number | null;
  readonly sourceId: number;
  readonly rows: number;
  readonly reason: LeftOutReason | null;
};

export type Audience = {
  readonly rows: number;
  readonly chosen: readonly (Asked & { readonly customerId: number })[];
  readonly leftOut: readonly (Asked & { readonly reason: LeftOutReason })[];
  readonly whys: Whys;
};

/** Whom a list names now, and who of them may be spoken to. Errors: see `namedBy`. */
export async function readAudience(
  reader: Reader | Writer,
  listing: Listing,
  source: CampaignSource,
): Promise<Audience> {
  const { named, whys } = await namedBy(reader, listing, source);
  const { rows } = await sql<{
    customerId: number | null;
    sourceId: number;
    rows: number;
    isMerged: number;
    isBinned: number;
    doNotCall: number | null;
    consent: string | null;
  }>`
    select named.customer_id, named.source_id, named.rows, customer.merged_into_id is not null as is_merged,
      customer.removed_at is not null as is_binned, customer.do_not_call, customer.consent
    from (${named}) as named
    left join customer on customer.id = named.customer_id order by named.customer_id`.execute(reader);
  const asked = rows.map(({ customerId, sourceId, rows: count, ...customer }): Asked => ({
    customerId,
    sourceId,
    rows: count,
    reason:
      customerId === null
        ? 'noCustomer'
        : leftOutOf({
            isMerged: customer.isMerged === 1,
            isBinned: customer.isBinned === 1,
            doNotCall: customer.doNotCall === 1,
            consent: customer.consent ?? '',
          }),
  }));
  return {
    rows: asked.reduce((sum, one) => sum + one.rows, 0),
    chosen: asked.filter((one): one is Audience['chosen'][number] => one.reason === null),
    leftOut: asked.filter((one): one is Audience['leftOut'][number] => one.reason !== null),
    whys,
  };
}

/** Customers left out by reason; rows without a customer count as rows. */
function leftOutCounts({ leftOut }: Audience): LeftOutCount[] {
  return leftOutReasons.flatMap((reason) => {
    const count = leftOut
      .filter((one) => one.reason === reason)
      .reduce((sum, one) => sum + (one.customerId === null ? one.rows : 1), 0);
    return count === 0 ? [] : [{ reason, count }];
  });
}

/** How many of these customers are members, and how many are in another campaign that runs in these days. */
async function readMeets(
  reader: Reader | Writer,
  ids: readonly number[],
  days: { readonly from: Day; readonly to: Day; readonly besides: number } | null,
): Promise<{ readonly members: number; readonly inOthers: number }> {
  const of = JSON.stringify(ids);
  const { rows } = await sql<{ members: number; inOthers: number }>`
    select (select count(distinct customer_id) from membership where state = 'active' and removed_at is null
        and customer_id in (select value from json_each(${of}))) as members,
      (select count(distinct campaign_member.customer_id) from campaign_member
        join campaign on campaign.id = campaign_member.campaign_id and campaign.removed_at is null
        where campaign_member.is_control = 0 and campaign.starts_on <= ${days?.to ?? ''}
          and campaign.ends_on >= ${days?.from ?? '9'} and campaign.id <> ${days?.besides ?? 0}
          and campaign_member.customer_id in (select value from json_each(${of}))) as in_others`.execute(
    reader,
  );
  return rows[0] ?? { members: 0, inOthers: 0 };
}

/** What an audience is before it is frozen. */
export async function previewAudience(
  reader: Reader | Writer,
  listing: Listing,
  source: CampaignSource,
  { controlBp, days }: { readonly controlBp: number; readonly days: Parameters<typeof readMeets>[2] },
): Promise<Omit<AudiencePreview, 'plannedFen'>> {
  const audience = await readAudience(reader, listing, source);
  const ids = audience.chosen.map(({ customerId }) => customerId);
  const first = audience.chosen.slice(0, shownNames);
  const names = await readNames(
    reader,
    first.map(({ customerId }) => customerId),
  );
  const whys = await audience.whys(
    first.map(({ sourceId }) => sourceId),
    listing.actor.language,
  );
  return {
    rows: audience.rows,
    leftOut: leftOutCounts(audience),
    heads: ids.length,
    controlHeads: controlHeads(ids.length, controlBp),
    ...(await readMeets(reader, ids, days)),
    whom: first.map(({ customerId, sourceId }) => ({
      customerId,
      name: names.get(customerId) ?? '',
      why: whys.get(sourceId) ?? '',
    })),
  };
}

export async function readNames(
  reader: Reader | Writer,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await reader
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', ids.length > 0 ? ids : [0])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
