import { goodsKinds, type DesignContent, type GoodsKind } from '../membership/membership.content.ts';
import { tierReckoner } from '../membership/membership-tier.rules.ts';
import type { Assumptions, Run, RunMonth } from './simulation.content.ts';
import { simulationAccount } from './simulation-account.rules.ts';
import { simulationBenefits } from './simulation-benefits.rules.ts';
import { simulationSold } from './simulation-sold.rules.ts';
import type { SimulationCalendar } from './simulation-calendar.rules.ts';

/**
 * 历史 sales in columns, one place each, by customer and within a customer by day. Amounts as they were invoiced; they are taken
 * as list prices by every design alike.
 */
export type History = {
  /** Ids of the customers. */
  readonly customers: Int32Array;
  /** First place of each customer's sales; one more than customers. */
  readonly starts: Int32Array;
  readonly day: Int32Array;
  readonly goods: Readonly<Record<GoodsKind, Float64Array>>;
  /** Day on which each is a member today since; a day beyond all days: is none. */
  readonly joined: Int32Array;
  readonly isCompany: Uint8Array;
  readonly vehicles: Int32Array;
};

/** A share that each customer has for ever: the same run always gives the same. 0–9999. */
export const spread = (customerId: number, salt: number): number =>
  (Math.imul(Math.imul(customerId, 2_654_435_761) ^ Math.imul(salt, 2_246_822_519), 3_266_489_917) >>> 7) %
  10_000;

const salts = { join: 1, sleep: 2, topUp: 3, fee: 4, package: 5, choice: 6 };

export type DesignRun = {
  /** One customer: the sales from place to place. */
  customer(at: number): void;
  /** What each got, and what it could still use at the end; the tier at the end, -1 where it is no member. */
  readonly got: Float64Array;
  readonly tier: Int8Array;
  result(): Run;
};

/** One design over the history, customer after customer. */
export function designRun(
  design: DesignContent,
  assumed: Assumptions,
  history: History,
  calendar: SimulationCalendar,
): DesignRun {
  const { customers, starts, day: days, goods } = history;
  const { from, to, ends, monthOf } = calendar;
  const count = ends.length;
  const { tiers, packages, pointFen } = design;
  const account = simulationAccount(design, calendar);
  const sold = simulationSold(design, calendar);
  const benefits = simulationBenefits(design, calendar, assumed.benefitBp);
  const reckoner = tierReckoner(tiers, calendar.leaves);
  const sums = account.months;
  const salesFen = new Float64Array(count);
  const discountFen = new Float64Array(count);
  const rises = new Float64Array(count);
  const falls = new Float64Array(count);
  const ofTier = tiers.map(() => ({
    members: 0,
    salesFen: 0,
    discountFen: 0,
    points: 0,
    goods: { labour: 0, parts: 0, other: 0, vehicle: 0 },
  }));
  const got = new Float64Array(customers.length);
  const tierAtEnd = new Int8Array(customers.length).fill(-1);
  let members = 0;
  const everybody = assumed.joining === 'everybody';
  const { labour, parts, other, vehicle } = goods;
  const rate = goodsKinds.map((kind) => design.goods[kind].pointsBp);
  const [rateLabour = 0, rateParts = 0, rateOther = 0, rateVehicle = 0] = rate;
  const saleOf = (work: number, used: number, at: number): number =>
    (rateLabour > 0 ? work : 0) +
    (rateParts > 0 ? used : 0) +
    (rateOther > 0 ? (other[at] ?? 0) : 0) +
    (rateVehicle > 0 ? (vehicle[at] ?? 0) : 0);
  const countedOf = (work: number, used: number, at: number): number =>
    Math.floor(
      (work * rateLabour +
        used * rateParts +
        (other[at] ?? 0) * rateOther +
        (vehicle[at] ?? 0) * rateVehicle) /
        10_000,
    );

  const nothingOwed = { feeFen: 0, packageFen: 0 };
  /** The tier that a member has: by its sales or paid for. */
  const tierOn = (day: number): number => Math.max(reckoner.tierOn(day), sold.paidPlace(day));
  const sellsTiers = tiers.some(({ priceFen }) => priceFen > 0);
  /** Of the fees and packages of all members at the end. */
  const left = { feeFen: 0, packageFen: 0 };

  function customer(at: number): void {
    const id = customers[at] ?? 0;
    const begin = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    const joinsAll = spread(id, salts.join) < assumed.joinBp ? from : to + 1;
    const joins = everybody ? joinsAll : (history.joined[at] ?? to + 1);
    if (joins > to || end === begin || (days[end - 1] ?? 0) < from) {
      for (let k = begin; k < end; k += 1) {
        const month = monthOf(days[k] ?? 0);
        if (month >= 0)
          salesFen[month] =
            (salesFen[month] ?? 0) + (labour[k] ?? 0) + (parts[k] ?? 0) + (other[k] ?? 0) + (vehicle[k] ?? 0);
      }
      return;
    }
    const sleeps = spread(id, salts.sleep) < assumed.sleepBp;
    const buysTiers = sellsTiers && spread(id, salts.fee) < assumed.feeBp;
    const buysPackages = packages.length > 0 && spread(id, salts.package) < assumed.packageBp;
    const choice = spread(id, salts.choice) % Math.max(1, packages.length);
    const paysAhead = assumed.topUpFen > 0 && spread(id, salts.topUp) < assumed.topUpBp;
    account.begin();
    reckoner.begin();
    sold.begin();
    benefits.begin();
    let own = 0;
    let isMember = false;
    let tierBefore = 0;
    let nextEnd = 0;
    let owed: { readonly feeFen: number; readonly packageFen: number } = nothingOwed;
    const upTo = (day: number): void => {
      while (nextEnd < count && (ends[nextEnd] ?? 0) < day) {
        if (isMember) {
          const tier = tierOn(ends[nextEnd] ?? 0);
          if (tier > tierBefore) rises[nextEnd] = (rises[nextEnd] ?? 0) + 1;
          else if (tier < tierBefore) falls[nextEnd] = (falls[nextEnd] ?? 0) + 1;
          tierBefore = tier;
          owed = sold.close(nextEnd, ends[nextEnd] ?? 0);
        }
        nextEnd += 1;
      }
    };
    for (let k = begin; k < end; k += 1) {
      const day = days[k] ?? 0;
      const work = labour[k] ?? 0;
      const whole = work + (parts[k] ?? 0) + (other[k] ?? 0) + (vehicle[k] ?? 0);
      const month = monthOf(day);
      if (month < 0 || day < joins) {
        // Of who is taken to be a member the year before counts for the tier, of a true member what came after joining.
        if (everybody || day >= joins) reckoner.sale(day, saleOf(work, parts[k] ?? 0, k));
        if (month >= 0) salesFen[month] = (salesFen[month] ?? 0) + whole;
        continue;
      }
      upTo(day);
      if (buysTiers && sold.paidPlace(day) < 0) {
        const reached = reckoner.tierOn(day);
        const next = tiers.findIndex(({ priceFen }, to_) => to_ > reached && priceFen > 0);
        if (next !== -1) own -= sold.buyTier(day, next);
      }
      const place = tierOn(day);
      if (!isMember) {
        isMember = true;
        members += 1;
        tierBefore = place;
      }
      const tier = tiers[place];
      const line = ofTier[place];
      if (!tier || !line) continue;
      // A time of a package stands for labour first, then for parts.
      let [workLeft, partsLeft] = [work, parts[k] ?? 0];
      if (buysPackages && work + partsLeft >= (packages[choice]?.unitFen ?? Infinity)) {
        if (sold.timesLeft(day, choice) === 0) own -= sold.buyPackage(day, choice);
        const used = sold.usePackage(day, choice);
        own += used;
        workLeft = Math.max(0, work - used);
        partsLeft -= used - (work - workLeft);
      }
      const covered = work + (parts[k] ?? 0) - workLeft - partsLeft;
      const discount = Math.floor((workLeft * tier.labourDiscountBp) / 10_000);
      const paid = whole - covered - discount;
      if (!sleeps && assumed.redeemBp > 0) {
        const most = Math.floor(Math.floor((paid * assumed.redeemMostBp) / 10_000) / pointFen);
        const wanted = Math.floor((account.usablePoints(day) * assumed.redeemBp) / 10_000);
        const spends = Math.min(wanted, most);
        if (spends > 0 && account.redeem(day, spends)) own += spends * pointFen;
      }
      if (paysAhead) {
        if (account.usableMoney(day) < paid) account.topUp(day, assumed.topUpFen);
        own += account.pay(day, Math.min(paid, account.usableMoney(day))) ?? 0;
      }
      const points = Math.floor((countedOf(workLeft - discount, partsLeft, k) * tier.pointsPer100) / 10_000);
      if (points > 0) account.earn(day, points);
      reckoner.sale(day, saleOf(workLeft - discount, partsLeft, k));
      own += discount + benefits.take(day, place);
      salesFen[month] = (salesFen[month] ?? 0) + whole;
      discountFen[month] = (discountFen[month] ?? 0) + discount;
      line.salesFen += whole;
      line.discountFen += discount;
      line.points += points;
      line.goods.labour += work;
      line.goods.parts += parts[k] ?? 0;
      line.goods.other += other[k] ?? 0;
      line.goods.vehicle += vehicle[k] ?? 0;
    }
    if (!isMember) return;
    upTo(to + 1);
    const unused = account.finish();
    left.feeFen += owed.feeFen;
    left.packageFen += owed.packageFen;
    got[at] = Math.round(own) + unused.points * pointFen + unused.bonusFen + owed.feeFen + owed.packageFen;
    tierAtEnd[at] = tierBefore;
    const line = ofTier[tierBefore];
    if (line) line.members += 1;
  }

  function result(): Run {
    let [pointsOwed, bonusOwed, principalOwed] = [0, 0, 0];
    const months = calendar.months.map((month, at): RunMonth => {
      const of = (array: Float64Array): number => array[at] ?? 0;
      pointsOwed += of(sums.issued) - of(sums.spent) - of(sums.expired) - of(sums.returned);
      bonusOwed += of(sums.bonusFen) - of(sums.bonusSpentFen) - of(sums.bonusExpiredFen);
      bonusOwed -= of(sums.bonusLapsedFen);
      principalOwed += of(sums.topUpFen) - of(sums.principalSpentFen) - of(sums.refundedFen);
      return {
        month,
        salesFen: of(salesFen),
        issued: of(sums.issued),
        spent: of(sums.spent),
        expired: of(sums.expired),
        discountFen: of(discountFen),
        benefitFen: benefits.costFen(at),
        topUpFen: of(sums.topUpFen),
        bonusFen: of(sums.bonusFen),
        bonusSpentFen: of(sums.bonusSpentFen),
        pointsOwed,
        feeFen: of(sold.months.feeFen),
        packageFen: of(sold.months.packageFen),
        owedFen: pointsOwed * pointFen + bonusOwed + principalOwed + of(sold.months.owedFen),
        rises: of(rises),
        falls: of(falls),
      };
    });
    const total = (name: keyof RunMonth): number =>
      months.reduce((sum, month) => sum + Number(month[name]), 0);
    const all = {
      issued: total('issued'),
      spent: total('spent'),
      expired: total('expired'),
      discountFen: total('discountFen'),
      bonusSpentFen: total('bonusSpentFen'),
      benefitFen: total('benefitFen'),
      topUpFen: total('topUpFen'),
      feeFen: total('feeFen'),
      packageFen: total('packageFen'),
    };
    // What of it is earned: fees by the days that are gone, packages by the times used or lapsed.
    const feeCostFen = left.feeFen - all.feeFen;
    const packageCostFen =
      sold.months.packageUsedFen.reduce((sum, fen) => sum + fen, 0) - all.packageFen + left.packageFen;
    const spentFen = all.spent * pointFen;
    const owedFen = pointsOwed * pointFen + bonusOwed;
    return {
      months,
      tiers: tiers.map(({ name }, place) => {
        const line = ofTier[place];
        const tierGoods = line?.goods ?? { labour: 0, parts: 0, other: 0, vehicle: 0 };
        return {
          name,
          members: line?.members ?? 0,
          salesFen: line?.salesFen ?? 0,
          discountFen: line?.discountFen ?? 0,
          pointsFen: (line?.points ?? 0) * pointFen,
          benefitFen: benefits.tierCostFen(place),
          marginFen: marginOf(design, tierGoods),
        };
      }),
      members,
      ...all,
      spentFen,
      benefitWorthFen: benefits.worthFen(),
      owedFen,
      principalOwedFen: principalOwed,
      prepaidOwedFen: left.feeFen + left.packageFen,
      feeCostFen,
      packageCostFen,
      costFen:
        all.discountFen +
        spentFen +
        all.bonusSpentFen +
        all.benefitFen +
        owedFen +
        packageCostFen +
        feeCostFen,
    };
  }
  return { customer, got, tier: tierAtEnd, result };
}

/** Margin of what was sold by the margins that the design states; null where one is missing that is needed. */
export function marginOf(
  { goods }: Pick<DesignContent, 'goods'>,
  sold: Readonly<Record<GoodsKind, number>>,
): number | null {
  let margin = 0;
  for (const kind of goodsKinds) {
    const { marginBp } = goods[kind];
    if (sold[kind] === 0) continue;
    if (marginBp === null) return null;
    margin += (sold[kind] * marginBp) / 10_000;
  }
  return Math.round(margin);
}
