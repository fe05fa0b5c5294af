import { sql } from 'kysely';
import { marginReturnOf, marginsOf, type Sold } from '#shared/features/campaign/campaign-margin.rules.ts';
import { returnOf } from '#shared/features/campaign/campaign-return.rules.ts';
import {
  isReached,
  plannedFen,
  type CampaignPhase,
  phaseOf,
} from '#shared/features/campaign/campaign.rules.ts';
import type {
  CampaignCost,
  CampaignResult,
  GroupFigures,
  ResultPart,
  ResultRow,
} from '#shared/features/campaign/campaign-views.ts';
import type { ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { designOn } from '../membership/membership.design.ts';
import { readNames } from './campaign.audience.ts';
import { mustReadCampaign, type Campaign } from './campaign.starting.ts';

/** How many rows a figure opens at most. */
const mostRows = 500;

type Span = { readonly id: number; readonly from: Day; readonly to: Day };

/** What a customer of the audience bought within the days. Customers that were merged count once, as who got the offer. */
type Bought = {
  readonly customerId: number;
  readonly isControl: number;
  readonly repairs: number;
  readonly repairFen: number;
  readonly orders: number;
  readonly orderFen: number;
} & Sold;

const repairsIn = ({ from, to }: Span) => sql`repair.removed_at is null and repair.state <> 'cancelled'
  and repair.type <> 'internal' and repair.checked_in_on between ${from} and ${to}`;
const ordersIn = ({
  from,
  to,
}: Span) => sql`vehicle_order.removed_at is null and vehicle_order.state <> 'cancelled'
  and vehicle_order.ordered_on between ${from} and ${to}`;
const audienceOf = ({
  id,
}: Span) => sql`select customer_id, min(is_control) as is_control from campaign_member
  where campaign_id = ${id} group by customer_id`;

async function readBought(reader: Reader, span: Span): Promise<Bought[]> {
  const { rows } = await sql<Bought>`
    with audience as materialized (${audienceOf(span)}),
    repaired as (select repair.customer_id, count(*) as repairs, sum(repair.total_fen) as fen,
        sum(repair.labour_fen) as labour, sum(repair.parts_fen) as parts, sum(repair.other_fen) as other from repair
      where repair.customer_id in (select customer_id from audience) and ${repairsIn(span)} group by 1),
    ordered as (select vehicle_order.customer_id, count(*) as orders, sum(vehicle_order.total_fen) as fen,
        sum(vehicle_order.vehicle_fen) as vehicle,
        sum(case when stock.cost_fen is not null and vehicle_order.quantity = 1 then vehicle_order.vehicle_fen end) as known,
        sum(case when stock.cost_fen is not null and vehicle_order.quantity = 1 then stock.cost_fen end) as known_cost
      from vehicle_order left join stock on stock.id = vehicle_order.stock_id
      where vehicle_order.customer_id in (select customer_id from audience) and ${ordersIn(span)} group by 1)
    select audience.customer_id, audience.is_control, coalesce(repairs, 0) as repairs, coalesce(repaired.fen, 0) as repair_fen,
      coalesce(orders, 0) as orders, coalesce(ordered.fen, 0) as order_fen,
      coalesce(labour, 0) as labour, coalesce(parts, 0) as parts,
      coalesce(other, 0) + coalesce(ordered.fen - vehicle, 0) as other,
      coalesce(vehicle, 0) - coalesce(known, 0) as vehicle, coalesce(known, 0) as known_fen,
      coalesce(known_cost, 0) as known_cost_fen
    from audience left join repaired on repaired.customer_id = audience.customer_id
    left join ordered on ordered.customer_id = audience.customer_id order by audience.customer_id`.execute(
    reader,
  );
  return rows;
}

type Answer = {
  readonly customerId: number;
  readonly code: ResponseCode;
  readonly onDay: Day;
  readonly personName: string;
};

/** The last answer of each customer; a call in which the campaign was not spoken about is none. */
async function readAnswers(reader: Reader, id: number): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select response.customer_id, response.code, response.on_day, person.name as person_name
    from campaign_response as response join person on person.id = response.person_id
    where response.id in (select max(campaign_response.id) from campaign_response
      join follow_up on follow_up.id = campaign_response.follow_up_id and follow_up.removed_at is null
      where campaign_response.campaign_id = ${id} and campaign_response.code <> 'notRaised'
      group by campaign_response.customer_id)
    order by response.customer_id`.execute(reader);
  return rows;
}

type Gift = {
  readonly customerId: number;
  readonly givenFen: number;
  readonly usedFen: number;
  readonly openFen: number;
};

/**
 * What was given through the ledger, at its worth: points as the design of the day pays them, the rest at its price. A gift that
 * was reversed is none.
 */
async function readGifts(reader: Reader, id: number, today: Day): Promise<Gift[]> {
  const { pointFen } = (await designOn(reader, today)).content;
  const { rows } = await sql<{
    customerId: number;
    account: string;
    quantity: number;
    unitFen: number;
    used: number;
    rest: number;
    expiresOn: Day | null;
  }>`
    select response.customer_id, lot.account, lot.quantity, lot.unit_fen, lot.expires_on,
      lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0) as rest,
      - coalesce((select sum(move.quantity) from membership_move as move join membership_entry as entry on entry.id = move.entry_id
        where move.lot_id = lot.id and entry.kind in ('use', 'redeem', 'reverse', 'return')), 0) as used
    from campaign_response as response join membership_lot as lot on lot.entry_id = response.entry_id
    where response.campaign_id = ${id} and not exists (select 1 from membership_entry as undone
      where undone.refers_id = response.entry_id and undone.kind = 'reverse')
    order by response.customer_id, lot.id`.execute(reader);
  return rows.map(({ customerId, account, quantity, unitFen, used, rest, expiresOn }) => {
    const worth = account === 'points' ? pointFen : unitFen;
    const isOpen = expiresOn === null || expiresOn >= today;
    return {
      customerId,
      givenFen: quantity * worth,
      usedFen: used * worth,
      openFen: isOpen ? rest * worth : 0,
    };
  });
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
const salesOf = ({ repairFen, orderFen }: Bought): number => repairFen + orderFen;
const cameIn = ({ repairs, orders }: Bought): boolean => repairs + orders > 0;

const figuresOf = (group: readonly Bought[]): GroupFigures => ({
  heads: group.length,
  came: group.filter(cameIn).length,
  salesFen: total(group, salesOf),
  repairFen: total(group, ({ repairFen }) => repairFen),
  orderFen: total(group, ({ orderFen }) => orderFen),
});

function costOf(campaign: Campaign, heads: number, gifts: readonly Gift[]): CampaignCost {
  const planned = plannedFen(campaign, heads);
  const usedFen = total(gifts, (gift) => gift.usedFen);
  return {
    plannedFen: planned,
    spentFen: campaign.spentFen,
    givenFen: total(gifts, (gift) => gift.givenFen),
    usedFen,
    openFen: total(gifts, (gift) => gift.openFen),
    totalFen: (campaign.spentFen ?? planned) + usedFen,
  };
}

type Read = {
  readonly campaign: Campaign;
  readonly phase: CampaignPhase;
  readonly span: Span;
  readonly bought: readonly Bought[];
  readonly answers: readonly Answer[];
  readonly gifts: readonly Gift[];
};

async function readAll({ reader, clock }: QueryContext, id: number): Promise<Read> {
  const campaign = await mustReadCampaign(reader, id);
  const today = clock.today();
  const phase = phaseOf(campaign, today);
  if (phase === 'draft') throw ruleViolated('campaign-draft');
  const span = { id, from: campaign.startsOn, to: campaign.endsOn < today ? campaign.endsOn : today };
  return {
    campaign,
    phase,
    span,
    bought: await readBought(reader, span),
    answers: await readAnswers(reader, id),
    gifts: await readGifts(reader, id, today),
  };
}

const answered = (answers: readonly Answer[], code: ResponseCode): readonly Answer[] =>
  answers.filter((answer) => answer.code === code);

/** What came of a campaign so far. Errors: `not-found`, `campaign-draft`. */
export async function readResult(context: QueryContext, id: number): Promise<CampaignResult> {
  const { campaign, phase, span, bought, answers, gifts } = await readAll(context, id);
  const { edition, content } = await designOn(context.reader, context.clock.today());
  const treated = bought.filter(({ isControl }) => isControl === 0);
  const control = bought.filter(({ isControl }) => isControl === 1);
  const cost = costOf(campaign, treated.length, gifts);
  return {
    from: span.from,
    to: span.to,
    isOver: phase === 'over',
    asked: answers.length,
    reached: answers.filter(({ code }) => isReached(code)).length,
    accepted: answered(answers, 'accepted').length,
    refused: answered(answers, 'refused').length,
    treated: figuresOf(treated),
    control: figuresOf(control),
    cost,
    gain: returnOf(treated.map(salesOf), control.map(salesOf), cost.totalFen),
    margin: {
      edition,
      ...marginReturnOf(treated, control, { margins: marginsOf(content), costFen: cost.totalFen }),
    },
  };
}

/** Customers of a figure, in the order of their numbers. */
function customersOf({ bought, answers, gifts }: Read, part: ResultPart): readonly number[] {
  const group = (isControl: number): readonly Bought[] => bought.filter((one) => one.isControl === isControl);
  const ids = (rows: readonly { readonly customerId: number }[]): readonly number[] => [
    ...new Set(rows.map(({ customerId }) => customerId)),
  ];
  switch (part) {
    case 'asked':
      return ids(answers);
    case 'reached':
      return ids(answers.filter(({ code }) => isReached(code)));
    case 'accepted':
    case 'refused':
      return ids(answered(answers, part));
    case 'treated':
    case 'control':
      return ids(group(part === 'control' ? 1 : 0));
    case 'treatedCame':
    case 'controlCame':
      return ids(group(part === 'controlCame' ? 1 : 0).filter(cameIn));
    case 'gifts':
      return ids(gifts);
  }
}

type Numbered = { readonly id: number; readonly number: string; readonly customerId: number };

/** The rows behind a figure, those with sales first; at most 500. Errors: as `readResult`. */
export async function readResultRows(
  context: QueryContext,
  id: number,
  part: ResultPart,
): Promise<ResultRow[]> {
  const { reader } = context;
  const read = await readAll(context, id);
  const { span, answers, gifts } = read;
  const bought = new Map(read.bought.map((one) => [one.customerId, one]));
  const salesFen = (customerId: number): number => {
    const one = bought.get(customerId);
    return one ? salesOf(one) : 0;
  };
  const shown = customersOf(read, part)
    .toSorted((a, b) => salesFen(b) - salesFen(a) || a - b)
    .slice(0, mostRows);
  const names = await readNames(reader, shown);
  const among = JSON.stringify(shown);
  const repairs = await sql<Numbered>`select repair.id, repair.number, repair.customer_id from repair
    where repair.customer_id in (select value from json_each(${among})) and ${repairsIn(span)} order by 1`.execute(
    reader,
  );
  const orders =
    await sql<Numbered>`select vehicle_order.id, vehicle_order.number, vehicle_order.customer_id from vehicle_order
    where vehicle_order.customer_id in (select value from json_each(${among})) and ${ordersIn(span)} order by 1`.execute(
      reader,
    );
  const repairsBy = Map.groupBy(repairs.rows, ({ customerId }) => customerId);
  const ordersBy = Map.groupBy(orders.rows, ({ customerId }) => customerId);
  const answerOf = new Map(answers.map((answer) => [answer.customerId, answer]));
  const giftsBy = Map.groupBy(gifts, ({ customerId }) => customerId);
  const numbered = (rows: readonly Numbered[] = []) => rows.map(({ id: of, number }) => ({ id: of, number }));
  return shown.map((customerId) => {
    const answer = answerOf.get(customerId);
    const given = giftsBy.get(customerId) ?? [];
    return {
      customerId,
      name: names.get(customerId) ?? '',
      code: answer?.code ?? null,
      on: answer?.onDay ?? null,
      personName: answer?.personName ?? null,
      repairs: numbered(repairsBy.get(customerId)),
      orders: numbered(ordersBy.get(customerId)),
      salesFen: salesFen(customerId),
      givenFen: total(given, (gift) => gift.givenFen),
      usedFen: total(given, (gift) => gift.usedFen),
    };
  });
}
