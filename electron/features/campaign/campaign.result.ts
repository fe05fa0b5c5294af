import { sql } from 'kysely';
import { marginReturnOf } from '#shared/features/campaign/campaign-margin.rules.ts';
import { marginPeriods, type MarginPeriod } from '#shared/features/membership/membership-margin.rules.ts';
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
import { readMarginEditions } from '../membership/membership.design.ts';
import { readNames } from './campaign.audience.ts';
import { ordersIn, readBought, repairsIn, type Bought, type CampaignSpan } from './campaign.bought.ts';
import { readGifts, type GivenGift } from './campaign.gifts.ts';
import { mustReadCampaign, type Campaign } from './campaign.starting.ts';

/** How many rows a figure opens at most. */
const mostRows = 500;

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

function costOf(campaign: Campaign, heads: number, gifts: readonly GivenGift[]): CampaignCost {
  const planned = plannedFen(campaign, heads);
  const usedCostFen = total(gifts, (gift) => gift.costFen);
  return {
    plannedFen: planned,
    spentFen: campaign.spentFen,
    givenFen: total(gifts, (gift) => gift.givenFen),
    usedFen: total(gifts, (gift) => gift.usedFen),
    usedCostFen,
    atPriceFen: total(gifts, (gift) => gift.atPriceFen),
    goods: campaign.giftGoods,
    openFen: total(gifts, (gift) => gift.openFen),
    totalFen: (campaign.spentFen ?? planned) + usedCostFen,
  };
}

type Read = {
  readonly campaign: Campaign;
  readonly phase: CampaignPhase;
  readonly span: CampaignSpan;
  readonly bought: readonly Bought[];
  readonly answers: readonly Answer[];
  readonly gifts: readonly GivenGift[];
  readonly periods: readonly MarginPeriod[];
};

async function readAll({ reader, clock }: QueryContext, id: number): Promise<Read> {
  const campaign = await mustReadCampaign(reader, id);
  const today = clock.today();
  const phase = phaseOf(campaign, today);
  if (phase === 'draft') throw ruleViolated('campaign-draft');
  const span = { id, from: campaign.startsOn, to: campaign.endsOn < today ? campaign.endsOn : today };
  const editions = await readMarginEditions(reader, today);
  const periods = marginPeriods(editions, span);
  return {
    campaign,
    phase,
    span,
    periods,
    bought: await readBought(reader, span, periods),
    answers: await readAnswers(reader, id),
    gifts: await readGifts(reader, id, { today, goods: campaign.giftGoods, editions }),
  };
}

const answered = (answers: readonly Answer[], code: ResponseCode): readonly Answer[] =>
  answers.filter((answer) => answer.code === code);

/** What came of a campaign so far. Errors: `not-found`, `campaign-draft`. */
export async function readResult(context: QueryContext, id: number): Promise<CampaignResult> {
  const { campaign, phase, span, bought, answers, gifts, periods } = await readAll(context, id);
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
    margin: marginReturnOf(
      treated.map(({ sold }) => sold),
      control.map(({ sold }) => sold),
      { periods, costFen: cost.totalFen },
    ),
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
