import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { shippedDesign, type DesignContent } from '#shared/features/membership/membership.content.ts';
import type { Liability, MemberView, Posted } from '#shared/features/membership/membership-views.ts';
import { tierReckoner } from '#shared/features/membership/membership-tier.rules.ts';
import { simulationAccount } from '#shared/features/simulation/simulation-account.rules.ts';
import { simulationCalendar } from '#shared/features/simulation/simulation-calendar.rules.ts';
import { simulationSold } from '#shared/features/simulation/simulation-sold.rules.ts';
import { designRun, type History } from '#shared/features/simulation/simulation-run.rules.ts';
import { firstAssumptions, type Assumptions } from '#shared/features/simulation/simulation.content.ts';
import { addDays, dayFromNumber, type Day } from '#shared/kernel/day.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';

/**
 * The simulation reconciled with the ledger: the same history is posted to the real ledger through its calls, day by day, and
 * simulated. At each month's end points issued, spent and expired, what is owed and every member's tier must be the same to
 * the point and the fen.
 */

const first = '2024-09';
const months = 15;
const calendar = simulationCalendar(first, months);
const dayAt = (place: number): Day => dayFromNumber(calendar.from + place);

/** Short lives and low steps, so that everything happens within the months. */
const design: DesignContent = {
  ...shippedDesign,
  tiers: shippedDesign.tiers.map((tier, at) => ({
    ...tier,
    fromFen: [0, 300_000, 700_000][at] ?? 0,
    keepFen: [null, 200_000, null][at] ?? null,
    graceMonths: [0, 0, 2][at] ?? 0,
    priceFen: [0, 5_000, 9_000][at] ?? 0,
    priceMonths: [1, 2, 3][at] ?? 1,
  })),
  packages: [{ name: '保养三次', times: 3, priceFen: 40_000, unitFen: 15_001, months: 4 }],
  goods: {
    labour: { pointsBp: 10_000, marginBp: null },
    parts: { pointsBp: 5_000, marginBp: null },
    other: { pointsBp: 0, marginBp: null },
    vehicle: { pointsBp: 10_000, marginBp: null },
  },
  pointFen: 3,
  pointsMonths: 4,
  bonusMonths: 3,
  topUps: [{ fromFen: 100_000, bonusBp: 777 }],
};

/** Numbers that are the same in every run. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

async function ledgerStore(members: number) {
  const clock = fixedClock(`${addDays(dayAt(0), -1)}T02:00:00.000Z`);
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, 'port');
  await owner.client.membership.saveDesign({ fromDay: addDays(dayAt(0), -1), content: design, note: null });
  const ids: number[] = [];
  for (let at = 0; at < members; at += 1) ids.push((await newMember(owner)).id);
  const call = async <Output>(name: string, input: unknown): Promise<Output> =>
    (await core.call(`membership.${name}`, input, { actor: ownerActor })) as Output; // the contract's output
  let receipts = 0;
  const post = (id: number, name: string, input: object): Promise<Posted> =>
    call(name, { id, receiptKey: `R${(receipts += 1)}`, note: null, ...input });
  return {
    core,
    call,
    post,
    ids,
    at: (day: Day) => clock.set(`${day}T02:00:00.000Z`),
    today: () => clock.today(),
    view: (id: number) => call<MemberView>('view', { id, entries: 1 }),
  };
}

/** What the ledger's entries of a month say; a reversal counts as the opposite of what it reverses. */
function entriesOf({ database }: Core, month: string) {
  const rows = database.raw.reader
    .prepare(
      `select case when entry.kind = 'reverse' then reversed.kind else entry.kind end as kind, sum(entry.points) as points,
         sum(entry.money_fen) as money, sum(entry.bonus_fen) as bonus
       from membership_entry as entry left join membership_entry as reversed on reversed.id = entry.refers_id
       where entry.on_day like ? group by 1`,
    )
    .all(`${month}-%`) as { kind: string; points: number; money: number; bonus: number }[];
  const of = (kind: string) => rows.find((row) => row.kind === kind) ?? { points: 0, money: 0, bonus: 0 };
  return {
    issued: of('earn').points + of('grant').points,
    spent: 0 - of('redeem').points,
    expired: 0 - of('expire').points,
    returned: 0 - of('return').points,
    feeFen: of('fee').money,
    packageFen: of('issue').money,
    topUpFen: of('topUp').money,
    bonusFen: of('topUp').bonus,
    bonusSpentFen: 0 - of('pay').bonus,
  };
}

/** What benefits that were taken in a month cost the store. */
function benefitCost({ database }: Core, month: string): number {
  const costs = new Map(
    design.tiers.flatMap(({ benefits }) => benefits.map(({ name, costFen }) => [name, costFen] as const)),
  );
  return (
    database.raw.reader
      .prepare(`select note from membership_entry as entry where kind = 'benefit' and on_day like ?
           and not exists (select 1 from membership_entry as one where one.refers_id = entry.id and one.kind = 'reverse')`)
      .pluck()
      .all(`${month}-%`) as string[]
  ).reduce((sum, name) => sum + (costs.get(name) ?? 0), 0);
}

type Store = Awaited<ReturnType<typeof ledgerStore>>;

/** As assumed: who has no paid tier buys the next above what the sales reach. */
async function buysTier(store: Store, id: number): Promise<void> {
  const { paidTiers, tier } = await store.view(id);
  if (paidTiers.length > 0) return;
  const at = design.tiers.findIndex(({ name }) => name === tier);
  const next = design.tiers.find(({ priceFen }, place) => place > at && priceFen > 0);
  if (next) await store.post(id, 'buyTier', { tier: next.name, priceFen: next.priceFen });
}

/** As assumed: one time of the package where the bill is as dear; its list price. */
async function usesPackage(store: Store, id: number, billFen: number): Promise<number> {
  const [offer] = design.packages;
  if (!offer || billFen < offer.unitFen) return 0;
  const open = async () =>
    (await store.view(id)).lots.find(
      ({ account, expiresOn }) => account === 'package' && (expiresOn ?? '') >= store.today(),
    );
  if (!(await open())) await store.post(id, 'buyPackage', { package: offer.name, priceFen: offer.priceFen });
  await store.post(id, 'use', { lotId: (await open())?.id ?? 0, times: 1 });
  return offer.unitFen;
}

const kinds = [
  'earn',
  'earn',
  'earn',
  'grant',
  'redeem',
  'return',
  'topUp',
  'pay',
  'pay',
  'refund',
  'refund',
  'fee',
  'package',
  'benefit',
  'slip',
  'slip',
];

/** Entries that are reversed at once. */
const slips = [
  ['a sale', 'earn', { saleFen: 77_700, listFen: null, goods: 'labour' }],
  ['a gift', 'grant', { points: 31 }],
  ['a redemption', 'redeem', { points: 2 }],
  ['a top-up', 'topUp', { paidFen: 100_001 }],
  ['a payment', 'pay', { amountFen: 2, listFen: null }],
  ['a benefit', 'takeBenefit', {}],
] as const;

describe('reconciled with the ledger', () => {
  it('assumed behaviour, posted as it is assumed', { timeout: 30_000 }, async () => {
    const assumed: Assumptions = {
      ...firstAssumptions,
      months,
      sleepBp: 0,
      redeemBp: 6_000,
      redeemMostBp: 2_000,
      benefitBp: 10_000,
      feeBp: 10_000,
      packageBp: 10_000,
      topUpBp: 10_000,
      topUpFen: 150_000,
    };
    const random = dice(7);
    const members = 5;
    const visits = Array.from({ length: 90 }, () => ({
      day: random(calendar.to - calendar.from + 1),
      member: random(members),
      labour: 1000 + random(60_000),
      parts: random(90_000),
      other: random(9_000),
    })).toSorted((a, b) => a.day - b.day);

    const store = await ledgerStore(members);
    let last = { packagesFen: 0, paidTiersFen: 0 };
    let usedTimes = 0;
    const ends = new Set(calendar.ends);
    const ledger: object[] = [];
    // The place of each member's tier: at its first visit, then at the end of each month.
    const places = new Map<number, number>();
    const placeOf = (name: string): number => design.tiers.findIndex((tier) => tier.name === name);
    for (let number = calendar.from; number <= calendar.to; number += 1) {
      const today = visits.filter(({ day }) => calendar.from + day === number);
      if (today.length === 0 && !ends.has(number)) continue;
      store.at(dayFromNumber(number));
      for (const { member, labour, parts, other } of today) {
        const id = store.ids[member] ?? 0;
        await buysTier(store, id);
        const used = await usesPackage(store, id, labour + parts);
        if (used > 0) usedTimes += 1;
        const workLeft = Math.max(0, labour - used);
        const partsLeft = parts - (used - (labour - workLeft));
        const { tier, usable, labourDiscountBp, benefits } = await store.view(id);
        if (!places.has(id)) places.set(id, placeOf(tier));
        const net = workLeft - Math.floor((workLeft * labourDiscountBp) / 10_000);
        const paid = net + partsLeft + other;
        const points = Math.min(
          Math.floor((usable.points * 6) / 10),
          Math.floor(Math.floor(paid / 5) / design.pointFen),
        );
        if (points > 0) await store.post(id, 'redeem', { points });
        if (usable.principalFen + usable.bonusFen < paid) await store.post(id, 'topUp', { paidFen: 150_000 });
        const left = (await store.view(id)).usable;
        const amountFen = Math.min(paid, left.principalFen + left.bonusFen);
        await store.post(id, 'pay', { amountFen, listFen: null });
        // The ledger's own way to the points of a repair order.
        store.core.database.raw.writer
          .prepare(
            `insert into repair (created_at, updated_at, number, customer_id, type, state, checked_in_on, handed_over_on,
              labour_fen, parts_fen, other_fen, total_fen)
             select '', '', 'G' || (select count(*) from repair), customer_id, 'general', 'handedOver', ?, ?, ?, ?, ?, ?
             from membership where id = ?`,
          )
          .run(dayFromNumber(number), dayFromNumber(number), net, partsLeft, other, paid, id);
        await store.call('earnRepairs', { from: dayFromNumber(number), to: dayFromNumber(number) });
        for (const { name, used: before, perYear } of benefits)
          if (before < perYear) await store.post(id, 'takeBenefit', { benefit: name });
      }
      if (!ends.has(number)) continue;
      await store.call('expire', {});
      const owed = await store.call<Liability>('liability', { day: dayFromNumber(number) });
      let [rises, falls] = [0, 0];
      for (const [id, before] of places) {
        const now = placeOf((await store.view(id)).tier);
        if (now > before) rises += 1;
        else if (now < before) falls += 1;
        places.set(id, now);
      }
      const { returned: _returned, ...entries } = entriesOf(store.core, dayFromNumber(number).slice(0, 7));
      last = owed;
      ledger.push({
        ...entries,
        pointsOwed: owed.points,
        owedFen: owed.pointsFen + owed.principalFen + owed.bonusFen + owed.packagesFen + owed.paidTiersFen,
        benefitFen: benefitCost(store.core, dayFromNumber(number).slice(0, 7)),
        rises,
        falls,
      });
    }

    const sorted = visits.toSorted((a, b) => a.member - b.member || a.day - b.day);
    const column = (of: (visit: (typeof visits)[number]) => number) => Float64Array.from(sorted, of);
    const history: History = {
      customers: Int32Array.from(store.ids),
      starts: Int32Array.from({ length: members + 1 }, (_one, at) =>
        sorted.findIndex(({ member }) => member >= at) === -1
          ? sorted.length
          : sorted.findIndex(({ member }) => member >= at),
      ),
      day: Int32Array.from(sorted, ({ day }) => calendar.from + day),
      goods: {
        labour: column(({ labour }) => labour),
        parts: column(({ parts }) => parts),
        other: column(({ other }) => other),
        vehicle: column(() => 0),
      },
      joined: new Int32Array(members),
      isCompany: new Uint8Array(members),
      vehicles: new Int32Array(members),
    };
    const run = designRun(design, assumed, history, calendar);
    for (let at = 0; at < members; at += 1) run.customer(at);
    const result = run.result();
    const simulated = result.months.map((month) => ({
      issued: month.issued,
      spent: month.spent,
      expired: month.expired,
      feeFen: month.feeFen,
      packageFen: month.packageFen,
      topUpFen: month.topUpFen,
      bonusFen: month.bonusFen,
      bonusSpentFen: month.bonusSpentFen,
      pointsOwed: month.pointsOwed,
      owedFen: month.owedFen,
      benefitFen: month.benefitFen,
      rises: month.rises,
      falls: month.falls,
    }));
    expect(simulated).toEqual(ledger);
    // Something of everything happened.
    expect(result.issued).toBeGreaterThan(1000);
    expect(result.expired).toBeGreaterThan(100);
    expect(result.spent).toBeGreaterThan(500);
    for (const name of ['rises', 'falls', 'benefitFen', 'feeFen', 'packageFen'] as const)
      expect(result.months.filter((month) => month[name] > 0).length, name).toBeGreaterThan(2);
    expect(result.tiers.map((tier) => tier.members)).toEqual(
      design.tiers.map((_tier, place) => [...places.values()].filter((one) => one === place).length),
    );
    // What came in for fees and packages is in the cost, by what is owed of it.
    expect(result.prepaidOwedFen).toBe(last.packagesFen + last.paidTiersFen);
    expect(result.costFen).toBe(
      result.discountFen +
        result.spentFen +
        result.bonusSpentFen +
        result.benefitFen +
        result.owedFen +
        usedTimes * (design.packages[0]?.unitFen ?? 0) -
        result.feeFen -
        result.packageFen +
        result.prepaidOwedFen,
    );
  });

  it(
    'what members truly did: earned, were given, spent, returned, paid ahead, bought, took benefits, had refunded, mistyped, let expire',
    { timeout: 30_000 },
    async () => {
      const store = await ledgerStore(3);
      const accounts = store.ids.map(() => simulationAccount(design, calendar));
      for (const account of accounts) account.begin();
      const reckoners = store.ids.map(() => tierReckoner(design.tiers, calendar.leaves));
      const earned: { member: number; entryId: number; own: number; saleFen: number }[] = [];
      const toppedUp = store.ids.map((): number[] => []);
      const random = dice(11);
      const happenings = Array.from({ length: 220 }, () => ({
        day: calendar.from + random(calendar.to - calendar.from + 1),
        member: random(3),
        kind: kinds[random(kinds.length)] ?? '',
        size: 1 + random(1000),
      })).toSorted((a, b) => a.day - b.day);
      const done: Record<string, number> = {};
      const solds = store.ids.map(() => simulationSold(design, calendar));
      const benefits = new Map<string, number>();
      const slipped = new Set<string>();
      let tried = 0;
      const compare = async (number: number): Promise<void> => {
        store.at(dayFromNumber(number));
        await store.call('expire', {});
        const owed = await store.call<Liability>('liability', { day: dayFromNumber(number) });
        expect({
          points: accounts.reduce((sum, account) => sum + account.usablePoints(number), 0),
          moneyFen: accounts.reduce((sum, account) => sum + account.usableMoney(number), 0),
        }).toEqual({ points: owed.points, moneyFen: owed.principalFen + owed.bonusFen });
        const month = calendar.monthOf(number);
        const soldOwed = solds.map((sold) => sold.close(month, number));
        expect(soldOwed.reduce((sum, { feeFen }) => sum + feeFen, 0)).toBe(owed.paidTiersFen);
        expect(soldOwed.reduce((sum, { packageFen }) => sum + packageFen, 0)).toBe(owed.packagesFen);
        const { topUpFen, bonusFen, bonusSpentFen, feeFen, packageFen, ...entries } = entriesOf(
          store.core,
          dayFromNumber(number).slice(0, 7),
        );
        const sum = (name: keyof (typeof accounts)[number]['months']): number =>
          accounts.reduce((all, account) => all + (account.months[name][month] ?? 0), 0);
        expect({
          issued: sum('issued'),
          spent: sum('spent'),
          expired: sum('expired'),
          returned: sum('returned'),
        }).toEqual(entries);
        expect(solds.reduce((all, { months: of }) => all + (of.feeFen[month] ?? 0), 0)).toBe(feeFen);
        expect(solds.reduce((all, { months: of }) => all + (of.packageFen[month] ?? 0), 0)).toBe(packageFen);
        expect(benefitCost(store.core, dayFromNumber(number).slice(0, 7))).toBe(
          benefits.get(dayFromNumber(number).slice(0, 7)) ?? 0,
        );
        expect([sum('topUpFen'), sum('bonusFen'), sum('bonusSpentFen')]).toEqual([
          topUpFen,
          bonusFen,
          bonusSpentFen,
        ]);
        for (const [at, id] of store.ids.entries())
          expect(
            design.tiers[Math.max(reckoners[at]?.tierOn(number) ?? 0, solds[at]?.paidPlace(number) ?? -1)]
              ?.name,
          ).toBe((await store.view(id)).tier);
      };
      let next = 0;
      for (const { day, member, kind, size } of happenings) {
        for (; (calendar.ends[next] ?? Infinity) < day; next += 1) await compare(calendar.ends[next] ?? 0);
        store.at(dayFromNumber(day));
        const id = store.ids[member] ?? 0;
        const account = accounts[member];
        const reckoner = reckoners[member];
        const sold = solds[member];
        if (!account || !reckoner || !sold) continue;
        const count = (): void => void (done[kind] = (done[kind] ?? 0) + 1);
        if (kind === 'earn') {
          const saleFen = size * 217;
          const place = Math.max(reckoner.tierOn(day), sold.paidPlace(day));
          const points = Math.floor(
            (Math.floor(saleFen / 2) * (design.tiers[place]?.pointsPer100 ?? 0)) / 10_000,
          );
          const { entryId } = await store.post(id, 'earn', { saleFen, listFen: null, goods: 'parts' });
          earned.push({ member, entryId, own: account.earn(day, points), saleFen });
          reckoner.sale(day, saleFen);
          count();
        } else if (kind === 'redeem') {
          const points = Math.min(size, account.usablePoints(day));
          if (points === 0) continue;
          await store.post(id, 'redeem', { points });
          expect(account.redeem(day, points)).toBe(true);
          count();
        } else if (kind === 'return') {
          const at = earned.findIndex((one) => one.member === member);
          const [sale] = at === -1 ? [] : earned.splice(at, 1);
          if (!sale) continue;
          const { points } = store.core.database.raw.reader
            .prepare('select points from membership_entry where id = ?')
            .get(sale.entryId) as { points: number };
          await store.call('returnSale', {
            entryId: sale.entryId,
            receiptKey: `B${sale.entryId}`,
            saleFen: sale.saleFen,
            reason: '退货',
          });
          account.takeBack(day, sale.own, points);
          reckoner.sale(day, -sale.saleFen);
          count();
        } else if (kind === 'topUp') {
          await store.post(id, 'topUp', { paidFen: size * 300 });
          toppedUp[member]?.push(account.topUp(day, size * 300));
          count();
        } else if (kind === 'pay') {
          const amountFen = Math.min(size * 111, account.usableMoney(day));
          if (amountFen === 0) continue;
          await store.post(id, 'pay', { amountFen, listFen: null });
          expect(account.pay(day, amountFen)).not.toBeUndefined();
          count();
        } else if (kind === 'grant') {
          await store.post(id, 'grant', { points: size });
          account.earn(day, size);
          count();
        } else if (kind === 'fee') {
          if (sold.paidPlace(day) >= 0) continue;
          const place = 1 + (size % 2);
          const tier = design.tiers[place];
          await store.post(id, 'buyTier', { tier: tier?.name, priceFen: tier?.priceFen });
          sold.buyTier(day, place);
          count();
        } else if (kind === 'package') {
          const used = await usesPackage(store, id, Infinity);
          if (sold.timesLeft(day, 0) === 0) sold.buyPackage(day, 0);
          expect(sold.usePackage(day, 0)).toBe(used);
          count();
        } else if (kind === 'benefit') {
          const left = (await store.view(id)).benefits.find(({ used, perYear }) => used < perYear);
          if (!left) continue;
          await store.post(id, 'takeBenefit', { benefit: left.name });
          const month = dayFromNumber(day).slice(0, 7);
          const cost = design.tiers
            .flatMap((tier) => tier.benefits)
            .find(({ name }) => name === left.name)?.costFen;
          benefits.set(month, (benefits.get(month) ?? 0) + (cost ?? 0));
          count();
        } else if (kind === 'slip') {
          // Mistyped and reversed before anything else touches the lots: the simulation never hears of it.
          const [, name, input] = slips[(tried += 1) % slips.length] ?? [];
          const { usable } = await store.view(id);
          if (!name || usable.points < 2 || usable.principalFen < 2) continue;
          const free = (await store.view(id)).benefits.find(({ used, perYear }) => used < perYear);
          if (name === 'takeBenefit' && !free) continue;
          const { entryId } = await store.post(
            id,
            name,
            name === 'takeBenefit' ? { benefit: free?.name } : (input ?? {}),
          );
          await store.call('reverse', { entryId, reason: '点错了' });
          slipped.add(name);
          count();
        } else if (account.usableMoney(day) > 0) {
          // Fees and packages would go back with it; the account has no refund of those.
          if ((await store.view(id)).lots.some((lot) => lot.account === 'tier' || lot.account === 'package'))
            continue;
          const { totalFen } = await store.call<{ totalFen: number }>('refundOf', { id, cause: 'store' });
          await store.call('refund', { id, cause: 'store', seenFen: totalFen, reason: '退款' });
          for (const one of toppedUp[member] ?? []) account.refund(day, one);
          count();
        }
      }
      for (; next < months; next += 1) await compare(calendar.ends[next] ?? 0);
      for (const kind of new Set(kinds)) expect(done[kind] ?? 0, kind).toBeGreaterThan(2);
      expect([...slipped].toSorted()).toEqual(['earn', 'grant', 'pay', 'redeem', 'takeBenefit', 'topUp']);
      expect(accounts.some(({ months: sums }) => sums.expired.some((points) => points > 0))).toBe(true);
    },
  );
});
