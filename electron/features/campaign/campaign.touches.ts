import type { TouchAbout, TouchLine, TouchPage } from '#shared/features/campaign/campaign-views.ts';
import type { campaignContract } from '#shared/features/campaign/campaign.contract.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { callableFrom } from '#shared/features/reminder/reminder-call.rules.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { readHistory, readTerms } from '../reminder/reminder.history.ts';
import { readTouches } from './campaign.open.ts';

type Asked = Parameters<HandlersOf<typeof campaignContract>['touches']>[0];

/** 今日触达: one line for a customer with all reasons, whose time ends soonest first; who was spoken with lately or comes by appointment rests. */
export async function readTouchPage(
  { reader, actor, clock }: QueryContext,
  { campaignId, triggerId, page, pageSize }: Asked,
): Promise<TouchPage> {
  const today = clock.today();
  const touches = await readTouches(reader, today, actor.language);
  const { talks, booked } = await readHistory(reader, today);
  const terms = await readTerms(reader);
  const isResting = (customerId: number): boolean => {
    const from = callableFrom(talks.get(customerId), terms);
    return booked.has(customerId) || (from !== null && from > today);
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
