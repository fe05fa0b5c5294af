import { describe, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { shippedDesign, type DesignContent } from '#shared/features/membership/membership.content.ts';
import { designIssues } from '#shared/features/membership/membership-design.rules.ts';
import { feeStart, lastDayOf, paidPlace } from '#shared/features/membership/membership-offer.rules.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';
import { ledgerSums, newMember } from '#tests/support/membership.ts';
import { told } from '#tests/support/refusal.ts';

const priced = (silverFen: number, goldFen: number): DesignContent => ({
  ...shippedDesign,
  tiers: shippedDesign.tiers.map((tier, at) => ({
    ...tier,
    priceFen: [0, silverFen, goldFen][at] ?? 0,
    priceMonths: [12, 12, 6][at] ?? 12,
  })),
  packages: [{ name: '保养五次', times: 5, priceFen: 200_000, unitFen: 50_000, months: 12 }],
});

describe('prices of a design', () => {
  it('are checked beside their field', () => {
    expect(designIssues(priced(36_500, 80_000))).toEqual([]);
    const odd = priced(36_500, 80_000);
    const issues = designIssues({
      ...odd,
      tiers: odd.tiers.map((tier, at) => ({ ...tier, priceFen: [100, 36_500, 18_249][at] ?? 0 })),
      packages: [
        { name: '甲', times: 2, priceFen: 10_001, unitFen: 5000, months: 1 },
        { name: '甲', times: 1, priceFen: 1, unitFen: 1, months: 1 },
      ],
    });
    expect(issues.map(({ field, issue }) => [field, issue])).toEqual([
      ['tiers.0.priceFen', 'membership-first-tier-free'],
      ['tiers.2.priceFen', 'membership-tier-cheaper'],
      ['packages.0.priceFen', 'membership-package-dearer'],
      ['packages.1.name', 'membership-name-twice'],
    ]);
    // Half a year at half the price is as dear by the month.
    expect(designIssues(priced(36_500, 18_250))).toEqual([]);
  });

  it('an edition of before reads as one that sells nothing', () => {
    expect(shippedDesign.tiers.every(({ priceFen }) => priceFen === 0)).toBe(true);
    expect(shippedDesign.packages).toEqual([]);
  });

  it('a term ends the day before its anniversary, also from a leap day; a renewal begins after it', () => {
    expect(lastDayOf('2026-11-18', 12)).toBe('2027-11-17');
    expect(lastDayOf('2028-02-29', 12)).toBe('2029-02-27');
    expect(lastDayOf('2026-08-31', 6)).toBe('2027-02-27');
    const lot = { id: 1, entryId: 1, account: 'tier', quantity: 1, rest: 1, paidFen: 1, unitFen: 1 } as const;
    const running = { ...lot, name: '银卡', startsOn: '2026-11-18', expiresOn: '2027-11-17' };
    expect(feeStart([running], '银卡', '2027-11-17')).toBe('2027-11-18');
    expect(feeStart([running], '金卡', '2027-11-17')).toBe('2027-11-17');
    expect(feeStart([{ ...running, rest: 0 }], '银卡', '2027-11-17')).toBe('2027-11-17');
    expect(feeStart([running], '银卡', '2028-01-05')).toBe('2028-01-05');
  });

  it('a tier that a later edition renamed keeps its place', () => {
    const renamed = { tiers: priced(0, 0).tiers.map((tier, at) => ({ ...tier, name: `新${at}` })) };
    expect(paidPlace(renamed, '金卡', shippedDesign)).toBe(2);
    expect(paidPlace({ tiers: renamed.tiers.slice(0, 2) }, '金卡', shippedDesign)).toBe(1);
    expect(paidPlace(shippedDesign, '银卡', shippedDesign)).toBe(1);
  });
});

async function begin(carrier: Carrier) {
  const clock = fixedClock('2026-11-18T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const { membership } = owner.client;
  await membership.saveDesign({ fromDay: '2026-11-18', content: priced(36_500, 80_000), note: null });
  const member = await newMember(owner);
  const adviser = await personWindow(core, carrier, owner, '赵顾问', ['serviceAdviser']);
  const sums = (): void => {
    const all = ledgerSums(core, member.id);
    expect(all.chain).toEqual(all.lots);
    expect(all.balance).toEqual(all.lots);
    expect(all.audit).toEqual(all.lots);
  };
  /** The same calls without a session, which would end when days pass. */
  const later = new Proxy({} as typeof membership, {
    get: (_calls, verb) => (input: unknown) =>
      core.call(`membership.${String(verb)}`, input, { actor: ownerActor }),
  });
  return { core, clock, owner, later, desk: adviser.client.membership, membership, sums, ...member };
}

describe.each(carriers)('prices over %s', (carrier) => {
  it('a tier is bought, counts at once, is renewed after what runs, lapses, and is owed and refunded by days', async () => {
    const { clock, desk, membership, later, id, sums } = await begin(carrier);
    const fee = { id, note: null, tier: '银卡', priceFen: 36_500 };
    const first = await desk.buyTier({ ...fee, receiptKey: 'HF-1' });
    expect(await desk.buyTier({ ...fee, receiptKey: 'HF-1' })).toEqual({ ...first, repeated: true });
    expect(await told(desk.buyTier({ ...fee, receiptKey: 'HF-1', tier: '金卡', priceFen: 80_000 }))).toBe(
      'membership-receipt-taken',
    );
    expect(await told(desk.buyTier({ ...fee, receiptKey: 'HF-2', priceFen: 30_000 }))).toBe(
      'membership-price-changed',
    );
    expect(await told(desk.buyTier({ ...fee, receiptKey: 'HF-2', tier: '普通' }))).toBe(
      'membership-tier-not-sold',
    );
    sums();
    expect(await membership.view({ id })).toMatchObject({ tier: '银卡', salesFen: 0, labourDiscountBp: 500 });
    expect(
      (await desk.takeBenefit({ id, note: null, receiptKey: 'B-1', benefit: '免费安全检测' })).entryId,
    ).toBeGreaterThan(0);
    // Points by the paid tier: 1.5 for each yuan.
    await desk.earn({ id, note: null, receiptKey: 'GD-1', saleFen: 10_000, listFen: null });
    // The fee is nothing to use up.
    expect((await membership.view({ id })).usable).toMatchObject({ points: 150, units: 0 });
    await desk.buyTier({ ...fee, receiptKey: 'HF-3' });
    expect((await membership.view({ id })).paidTiers).toEqual([
      { name: '银卡', startsOn: '2026-11-18', expiresOn: '2027-11-17' },
      { name: '银卡', startsOn: '2027-11-18', expiresOn: '2028-11-17' },
    ]);
    // 365 days at 1.00 a day: after ten of them 355 are left; the renewal has not begun.
    clock.set('2026-11-28T02:00:00.000Z');
    expect(await later.liability({ day: '2026-11-28' })).toMatchObject({
      paidTiers: 2,
      paidTiersFen: 35_500 + 36_500,
    });
    const { parts, totalFen } = await later.refundOf({ id, cause: 'store' });
    expect(parts.map(({ kind, refundFen }) => [kind, refundFen])).toEqual([
      ['tier', 35_500],
      ['tier', 36_500],
    ]);
    expect(await later.statement({ id, year: 2026 })).toMatchObject({
      paidInFen: 73_000,
      feesFen: 73_000,
      tier: '银卡',
    });
    await later.refund({ id, cause: 'store', seenFen: totalFen, reason: '客户搬走' });
    sums();
    expect(await later.view({ id })).toMatchObject({ tier: '普通', paidTiers: [] });
    expect(await later.liability({ day: '2026-11-28' })).toMatchObject({
      paidTiers: 0,
      paidTiersFen: 0,
    });
    // What was owed before the refund stays what it was, and so does the tier of that day.
    expect(await later.liability({ day: '2026-11-27' })).toMatchObject({ paidTiersFen: 72_100 });
  });

  it('within seven days and unused everything goes back; a reversal takes the tier away; a term ends by itself', async () => {
    const { clock, desk, membership, later, id, sums } = await begin(carrier);
    const fee = { id, note: null, tier: '金卡', priceFen: 80_000 };
    const wrong = await desk.buyTier({ ...fee, receiptKey: 'HF-1' });
    await membership.reverse({ entryId: wrong.entryId, reason: '点错了' });
    expect((await membership.view({ id })).tier).toBe('普通');
    await desk.buyTier({ ...fee, receiptKey: 'HF-2' });
    clock.set('2026-11-25T02:00:00.000Z');
    expect(await later.refundOf({ id, cause: 'member' })).toMatchObject({ totalFen: 80_000 });
    await later.takeBenefit({ id, note: null, receiptKey: 'B-1', benefit: '免费道路救援' });
    // It served: 7 of 181 days are gone.
    expect(await later.refundOf({ id, cause: 'member' })).toMatchObject({
      totalFen: 80_000 - Math.floor((80_000 * 7) / 181),
    });
    clock.set('2027-05-17T02:00:00.000Z');
    expect((await later.view({ id })).tier).toBe('金卡');
    clock.set('2027-05-18T02:00:00.000Z');
    expect(await later.view({ id })).toMatchObject({ tier: '普通', paidTiers: [] });
    await later.expire({});
    sums();
    expect(await later.statement({ id, year: 2026 })).toMatchObject({ tier: '金卡' });
  });

  it('a package is sold at the design’s price with its times and last day, whatever later editions say', async () => {
    const { desk, membership, later, clock, id, sums } = await begin(carrier);
    const head = { id, note: null, package: '保养五次', priceFen: 200_000 };
    await desk.buyPackage({ ...head, receiptKey: 'TC-1' });
    expect(await desk.buyPackage({ ...head, receiptKey: 'TC-1' })).toMatchObject({ repeated: true });
    expect(await told(desk.buyPackage({ ...head, receiptKey: 'TC-2', package: '洗车' }))).toBe(
      'membership-package-not-sold',
    );
    const [pack] = (await membership.view({ id })).lots;
    expect(pack).toMatchObject({
      account: 'package',
      rest: 5,
      paidFen: 200_000,
      unitFen: 50_000,
      expiresOn: '2027-11-17',
    });
    await desk.use({ id, note: null, receiptKey: 'GD-1', lotId: pack?.id ?? 0, times: 2 });
    await membership.saveDesign({
      fromDay: '2026-11-18',
      content: { ...priced(0, 0), packages: [] },
      note: null,
    });
    expect(await told(desk.buyPackage({ ...head, receiptKey: 'TC-3' }))).toBe('membership-package-not-sold');
    clock.set('2026-12-18T02:00:00.000Z');
    expect(await later.refundOf({ id, cause: 'store' })).toMatchObject({ totalFen: 120_000 });
    expect(await later.refundOf({ id, cause: 'member' })).toMatchObject({ totalFen: 100_000 });
    expect(await later.liability({ day: '2026-12-18' })).toMatchObject({
      packageTimes: 3,
      packagesFen: 120_000,
    });
    sums();
  });

  it('joins with the fee in one step or not at all; a paid tier is nothing to use up', async () => {
    const { owner, desk, membership, id } = await begin(carrier);
    const { id: customerId } = await owner.client.customer.create({ values: newCustomer({ name: '新客' }) });
    const paid = { tier: '金卡', priceFen: 80_000, receiptKey: 'HF-9' };
    expect(await told(desk.enrol({ customerId, note: null, paid: { ...paid, priceFen: 1 } }))).toBe(
      'membership-price-changed',
    );
    expect(await membership.ofCustomer({ customerId })).toBeNull();
    await desk.enrol({ customerId, note: null, paid });
    const joined = await membership.ofCustomer({ customerId });
    expect(joined).toMatchObject({ tier: '金卡' });
    const view = await membership.view({ id: joined?.id ?? 0 });
    expect(
      await told(
        desk.use({ id: view.id, note: null, receiptKey: 'X', lotId: view.lots[0]?.id ?? 0, times: 1 }),
      ),
    ).toBe('membership-no-such-lot');
    expect((await membership.view({ id })).tier).toBe('普通');
  });
});
