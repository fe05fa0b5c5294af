import { sql } from 'kysely';
import type { AudienceLine, AudiencePage } from '#shared/features/campaign/campaign-views.ts';
import type { campaignContract } from '#shared/features/campaign/campaign.contract.ts';
import type { ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import type { LeftOutReason } from '#shared/features/campaign/campaign.rules.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn } from '#shared/kernel/language.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { readWhys } from './campaign.lists.ts';
import { lastResponse } from './campaign.open.ts';
import { mustReadCampaign } from './campaign.starting.ts';

type Line = {
  customerId: number | null;
  sourceId: number;
  why: string | null;
  whyEn: string | null;
  name: string | null;
  phone: string | null;
  reason: LeftOutReason | null;
  code: ResponseCode | null;
  onDay: Day | null;
  personName: string | null;
};

/** One page of the frozen audience: who gets the offer, who does not, who was left out. Error: `not-found`. */
export async function readAudiencePage(
  { reader, actor }: QueryContext,
  { id, group, page, pageSize }: Parameters<HandlersOf<typeof campaignContract>['audience']>[0],
): Promise<AudiencePage> {
  const { sourceFeature } = await mustReadCampaign(reader, id);
  const from =
    group === 'leftOut'
      ? sql`campaign_left_out as member where member.campaign_id = ${id}`
      : sql`campaign_member as member where member.campaign_id = ${id} and member.is_control = ${group === 'control' ? 1 : 0}`;
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(reader);
  const reason = group === 'leftOut' ? sql`member.reason` : sql`null`;
  const kept = group === 'leftOut' ? sql`null as why, null as why_en` : sql`member.why, member.why_en`;
  const { rows } = await sql<Line>`
    select shown.customer_id, shown.source_id, shown.why, shown.why_en, customer.name, customer.phone, shown.reason, response.code, response.on_day,
      person.name as person_name
    from (select member.id, member.customer_id, member.source_id, ${kept}, ${reason} as reason, ${lastResponse} as response_id
      from ${from} order by member.id limit ${pageSize} offset ${(page - 1) * pageSize}) as shown
    left join customer on customer.id = shown.customer_id
    left join campaign_response as response on response.id = shown.response_id
    left join person on person.id = response.person_id order by shown.id`.execute(reader);
  const whys = await readWhys(
    reader,
    { actor },
    sourceFeature,
    rows.map(({ sourceId }) => sourceId),
  );
  return {
    total: counted.rows[0]?.total ?? 0,
    lines: rows.map((row): AudienceLine => ({
      customerId: row.customerId,
      name: row.name ?? '',
      phone: shownTo(actor, customerFields.phone, row.phone),
      why: saidIn(actor.language, row.why ?? '', row.whyEn) || (whys.get(row.sourceId) ?? ''),
      leftOut: row.reason,
      last:
        row.code === null || row.onDay === null
          ? null
          : { code: row.code, on: row.onDay, personName: row.personName ?? '' },
    })),
  };
}
