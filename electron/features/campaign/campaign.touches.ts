import { sql } from 'kysely';
import { isToAsk } from '#shared/features/campaign/campaign.rules.ts';
import type { GiftKind, ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import type {
  Touch,
  TouchAbout,
  TouchLine,
  TouchPage,
  TouchReason,
} from '#shared/features/campaign/campaign-views.ts';
import type { campaignContract } from '#shared/features/campaign/campaign.contract.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { callableFrom } from '#shared/features/reminder/reminder-call.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { readHistory, readTerms } from '../reminder/reminder.history.ts';
import { lastResponse } from './campaign.reading.ts';
import { readTriggerTouches } from './campaign.triggering.ts';

type Row = Omit<TouchReason, 'giftKind' | 'last' | 'until' | 'campaignId'> & {
  readonly campaignId: number;
  readonly customerId: number;
  readonly giftKind: GiftKind;
  readonly endsOn: Day;
  readonly code: ResponseCode | null;
  readonly onDay: Day | null;
  readonly nextOn: Day | null;
};

/**
 * Customers with the offer of a campaign that runs on a day who are still to be asked, of one customer where that is given.
 * Nobody of a control group, nobody who is not to be called.
 */
export async function readCampaignTouches(
  reader: Reader | Writer,
  today: Day,
  customerId: number | null = null,
): Promise<Touch[]> {
  const one = customerId === null ? sql`1` : sql`member.customer_id = ${customerId}`;
  const { rows } = await sql<Row>`
    select member.customer_id, campaign.id as campaign_id, campaign.name, campaign.ends_on,
      coalesce(campaign.offer, '') as offer, coalesce(campaign.script, '') as script, campaign.gift_kind,
      campaign.gift_points, campaign.gift_name, campaign.gift_fen, campaign.gift_times, campaign.gift_days,
      response.code, response.on_day, response.next_on
    from campaign join campaign_member as member on member.campaign_id = campaign.id and member.is_control = 0
    join customer on customer.id = member.customer_id and customer.removed_at is null
      and customer.do_not_call is not 1 and customer.consent <> 'refused'
    left join campaign_response as response on response.id = ${lastResponse}
    where campaign.state = 'started' and campaign.removed_at is null
      and campaign.starts_on <= ${today} and campaign.ends_on >= ${today} and ${one}
      and not exists (select 1 from campaign_member as other where other.campaign_id = campaign.id
        and other.customer_id = member.customer_id and other.is_control = 1)
    group by campaign.id, member.customer_id
    order by campaign.ends_on, campaign.id, member.id`.execute(reader);
  return rows.flatMap(({ customerId: of, code, onDay, nextOn, endsOn, ...reason }) => {
    const last = code === null || onDay === null ? undefined : { code, on: onDay, nextOn };
    return isToAsk(last, today)
      ? [
          {
            customerId: of,
            reason: {
              ...reason,
              triggerId: null,
              kind: 'campaign' as const,
              eventOn: null,
              valueFen: 0,
              until: endsOn,
              last: last ? { code: last.code, on: last.on } : null,
            },
          },
        ]
      : [];
  });
}

const compareTouches = (a: Touch, b: Touch): number =>
  a.reason.until < b.reason.until ? -1 : Number(a.reason.until > b.reason.until);

type Asked = Parameters<HandlersOf<typeof campaignContract>['touches']>[0];

/** 今日触达: one line for a customer with all reasons, whose time ends soonest first; who was spoken with lately rests. */
export async function readTouchPage(
  { reader, actor, clock }: QueryContext,
  { campaignId, triggerId, page, pageSize }: Asked,
): Promise<TouchPage> {
  const today = clock.today();
  const touches = [
    ...(await readCampaignTouches(reader, today)),
    ...(await readTriggerTouches(reader, today, actor.language)),
  ].sort(compareTouches);
  const { talks } = await readHistory(reader, today);
  const terms = await readTerms(reader);
  const isResting = (customerId: number): boolean => {
    const from = callableFrom(talks.get(customerId), terms);
    return from !== null && from > today;
  };
  const groups = Map.groupBy(touches, ({ customerId }) => customerId);
  const awake = [...groups].filter(([customerId]) => !isResting(customerId));
  const about = new Map<string, TouchAbout>();
  for (const { reason } of awake.flatMap(([, group]) => group)) {
    const { campaignId: campaign, triggerId: trigger, name } = reason;
    const key = `${campaign}-${trigger}`;
    about.set(key, {
      campaignId: campaign,
      triggerId: trigger,
      name,
      count: (about.get(key)?.count ?? 0) + 1,
    });
  }
  const isAll = campaignId === null && triggerId === null;
  const chosen = awake.filter(
    ([, group]) =>
      isAll || group.some(({ reason }) => reason.campaignId === campaignId && reason.triggerId === triggerId),
  );
  const shown = chosen.slice((page - 1) * pageSize, page * pageSize);
  const ids = shown.map(([customerId]) => customerId);
  const people = await reader
    .selectFrom('customer')
    .select((select) => [
      'id',
      'name',
      'phone',
      select
        .exists(
          select
            .selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.customerId', '=', 'customer.id')
            .where('membership.state', '=', 'active'),
        )
        .as('isMember'),
    ])
    .where('id', 'in', ids.length > 0 ? ids : [0])
    .execute();
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    total: chosen.length,
    resting: groups.size - awake.length,
    about: [...about.values()],
    lines: shown.map(([customerId, group]): TouchLine => {
      const person = byId.get(customerId);
      return {
        customerId,
        name: person?.name ?? '',
        phone: shownTo(actor, customerFields.phone, person?.phone ?? null),
        isMember: Boolean(person?.isMember),
        reasons: group.map(({ reason }) => reason),
      };
    }),
  };
}
