import { describe, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { errorData } from '#renderer/transport/client.ts';
import { newValues, importedRepair } from '#tests/support/records.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { ledgerSums, newMember } from '#tests/support/membership.ts';
import { told } from '#tests/support/refusal.ts';

async function begin(carrier: Carrier) {
  const clock = fixedClock('2026-11-18T15:56:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const member = await newMember(owner, { name: '李师傅' });
  const adviser = await personWindow(core, carrier, owner, '赵顾问', ['serviceAdviser']);
  const { membership } = owner.client;
  const entries = () =>
    core.database.raw.reader.prepare('select count(*) from membership_entry').pluck().get();
  /** All four sums agree; gives them. */
  const sums = (id = member.id) => {
    const all = ledgerSums(core, id);
    expect(all.chain).toEqual(all.lots);
    expect(all.balance).toEqual(all.lots);
    expect(all.audit).toEqual(all.lots);
    return all.lots;
  };
  return { core, clock, owner, adviser, membership, entries, sums, ...member };
}

describe.each(carriers)('members over %s', (carrier) => {
  it('earns, redeems, tops up, pays, issues and uses; each receipt once', async () => {
    const { adviser, membership, id, sums, core } = await begin(carrier);
    const desk = adviser.client.membership;
    const head = { id, note: null };
    const first = await desk.earn({ ...head, receiptKey: 'GD-1', saleFen: 123_456, listFen: 150_000 });
    expect(first).toMatchObject({ repeated: false });
    expect(await desk.earn({ ...head, receiptKey: 'GD-1', saleFen: 123_456, listFen: 150_000 })).toEqual({
      entryId: first.entryId,
      repeated: true,
    });
    expect(await told(desk.earn({ ...head, receiptKey: 'GD-1', saleFen: 123_457, listFen: null }))).toBe(
      'membership-receipt-taken',
    );
    expect(sums()).toMatchObject({ points: 1234 });
    await desk.redeem({ ...head, receiptKey: 'GD-1', points: 1000 });
    await desk.topUp({ ...head, receiptKey: 'SK-1', paidFen: 500_000 });
    await desk.pay({ ...head, receiptKey: 'GD-2', amountFen: 105_000, listFen: 120_000 });
    await desk.issue({
      ...head,
      receiptKey: 'TC-1',
      account: 'package',
      name: '保养套餐',
      times: 3,
      paidFen: 90_000,
      unitFen: 40_000,
      expiresOn: null,
    });
    const { lots } = await membership.view({ id });
    const pack = lots.find(({ name }) => name === '保养套餐');
    await desk.use({ ...head, receiptKey: 'GD-3', lotId: pack?.id ?? 0, times: 1 });
    expect(sums()).toEqual({ points: 234, principalFen: 400_000, bonusFen: 20_000, units: 2 });
    const view = await membership.view({ id });
    expect(view.usable).toEqual({ points: 234, principalFen: 400_000, bonusFen: 20_000, units: 2 });
    expect(view.entries.map(({ kind }) => kind)).toEqual(['use', 'issue', 'pay', 'topUp', 'redeem', 'earn']);
    expect(await membership.statement({ id, year: 2026 })).toMatchObject({
      // 265.44 member price, 10.00 points, 150.00 list price and 50.00 bonus, 100.00 of the package
      gainedFen: 26_544 + 1000 + 15_000 + 5000 + 10_000,
      paidInFen: 590_000,
      closing: view.balance,
    });
    expect(await membership.liability({ day: '2026-11-18' })).toMatchObject({
      members: 1,
      pointsFen: 234,
      principalFen: 400_000,
      bonusFen: 20_000,
      packagesFen: 60_000,
    });
    expect(await membership.liability({ day: '2026-11-17' })).toMatchObject({ members: 0, totalFen: 0 });
    for (const table of ['membership_entry', 'membership_lot', 'membership_move'])
      for (const statement of [
        `delete from ${table}`,
        `update ${table} set entry_id = entry_id`.replace(
          'membership_entry set entry_id = entry_id',
          'membership_entry set points = 0',
        ),
      ])
        expect(() => core.database.raw.writer.prepare(statement).run()).toThrow('only added to');
  });

  it('refuses with a clear reason and leaves the ledger as it was', async () => {
    const { adviser, membership, id, entries, clock, sums } = await begin(carrier);
    const desk = adviser.client.membership;
    const head = { id, note: null };
    await membership.grant({ ...head, receiptKey: 'g', points: 100 });
    const sale = await membership.earn({ ...head, receiptKey: 'e', saleFen: 100_000, listFen: null });
    await membership.issue({
      ...head,
      receiptKey: 'v',
      account: 'voucher',
      name: '洗车券',
      times: 1,
      paidFen: 0,
      unitFen: 5000,
      expiresOn: '2026-11-18',
    });
    const voucher =
      (await membership.view({ id })).lots.find(({ account }) => account === 'voucher')?.id ?? 0;
    const before = entries();
    const answers = [
      await told(desk.redeem({ ...head, receiptKey: 'a', points: 1101 })),
      await told(desk.redeem({ ...head, receiptKey: 'b', points: 0 })),
      await told(desk.redeem({ ...head, receiptKey: 'c', points: 1.5 })),
      await told(desk.redeem({ ...head, receiptKey: 'd', points: -5 })),
      await told(desk.pay({ ...head, receiptKey: 'e', amountFen: 1, listFen: null })),
      await told(desk.topUp({ ...head, receiptKey: 'f', paidFen: 5_000_001 })),
      await told(desk.grant({ ...head, receiptKey: 'h', points: 50_001 })),
      await told(desk.reverse({ entryId: sale.entryId, reason: '试试' })),
      await told(desk.takeBenefit({ ...head, receiptKey: 'i', benefit: '免费安全检测' })),
      await told(
        membership.returnSale({ entryId: sale.entryId, receiptKey: 'j', saleFen: 100_001, reason: '多退' }),
      ),
      await told(membership.enrol({ customerId: (await membership.view({ id })).customerId, note: null })),
    ];
    expect(answers).toEqual([
      'membership-points-short',
      'membership-above-zero',
      'membership-whole-points',
      'membership-above-zero',
      'membership-money-short',
      'membership-above-limit',
      'membership-above-limit-points',
      'forbidden',
      'membership-no-benefit',
      'membership-return-too-much',
      'membership-exists',
    ]);
    clock.set('2026-11-17T02:00:00.000Z');
    expect(await told(desk.redeem({ ...head, receiptKey: 'k', points: 1 }))).toBe('membership-clock-back');
    clock.set('2026-11-18T16:02:00.000Z'); // the next business day
    expect(await told(desk.use({ ...head, receiptKey: 'l', lotId: voucher, times: 1 }))).toBe(
      'membership-lot-expired',
    );
    expect(entries()).toBe(before);
    expect(sums()).toMatchObject({ points: 1100, units: 1 });
    expect(await membership.expire({})).toEqual({ members: 1 });
    expect(await membership.expire({})).toEqual({ members: 0 });
    expect(sums()).toMatchObject({ points: 1100, units: 0 });
    expect(await told(desk.use({ ...head, receiptKey: 'm', lotId: voucher, times: 1 }))).toBe(
      'membership-lot-expired',
    );
  });

  it('reverses once, returns in parts with what was spent told, refunds and ends', async () => {
    const { membership, id, sums, entries } = await begin(carrier);
    const head = { id, note: null };
    const sale = await membership.earn({ ...head, receiptKey: 'S', saleFen: 100_000, listFen: null });
    const spent = await membership.redeem({ ...head, receiptKey: 'R', points: 1000 });
    expect(await told(membership.reverse({ entryId: sale.entryId, reason: '输错' }))).toBe(
      'membership-lot-used',
    );
    await membership.reverse({ entryId: spent.entryId, reason: '输错' });
    expect(sums()).toMatchObject({ points: 1000 });
    expect(await told(membership.reverse({ entryId: spent.entryId, reason: '再来' }))).toBe(
      'membership-reversed',
    );
    await membership.redeem({ ...head, receiptKey: 'R2', points: 800 });
    const back = { entryId: sale.entryId, reason: '退货' };
    expect(await membership.returnSale({ ...back, receiptKey: 'T1', saleFen: 10_000 })).toMatchObject({
      shortPoints: 0,
    });
    expect(await membership.returnSale({ ...back, receiptKey: 'T2', saleFen: 90_000 })).toMatchObject({
      shortPoints: 800,
      shortFen: 800,
    });
    expect(await membership.returnSale({ ...back, receiptKey: 'T2', saleFen: 90_000 })).toMatchObject({
      repeated: true,
      shortPoints: 800,
    });
    expect(sums()).toMatchObject({ points: 0 });
    expect((await membership.view({ id })).salesFen).toBe(0);

    await membership.topUp({ ...head, receiptKey: 'U', paidFen: 1_000_000 });
    await membership.pay({ ...head, receiptKey: 'P', amountFen: 105_000, listFen: 210_000 });
    expect(await told(membership.close({ id, reason: '搬走' }))).toBe('membership-not-empty');
    const [store, own] = [
      await membership.refundOf({ id, cause: 'store' }),
      await membership.refundOf({ id, cause: 'member' }),
    ];
    expect([store.totalFen, own.totalFen]).toEqual([900_000, 800_000]);
    const before = entries();
    expect(await told(membership.refund({ id, cause: 'member', seenFen: 1, reason: '搬走' }))).toBe(
      'membership-refund-changed',
    );
    expect(entries()).toBe(before);
    await membership.refund({ id, cause: 'member', seenFen: 800_000, reason: '搬走' });
    expect(sums()).toEqual({ points: 0, principalFen: 0, bonusFen: 0, units: 0 });
    await membership.grant({ ...head, receiptKey: 'last', points: 5 });
    await membership.close({ id, reason: '搬走' });
    expect(sums()).toMatchObject({ points: 0 });
    expect(await told(membership.grant({ ...head, receiptKey: 'late', points: 5 }))).toBe(
      'membership-closed',
    );
  });

  it('finds a member by card, number, telephone tail, plate; an old card leads to where its value went', async () => {
    const { owner, adviser, membership, id, customerId, core } = await begin(carrier);
    await owner.client.vehicle.create({
      values: newValues(vehicleFields, { plate: '鲁A12345', customerId, kind: 'car' }),
    });
    const { cardNumber } = await membership.view({ id });
    const find = async (code: string) =>
      (await adviser.client.membership.find({ code })).map((one) => [one.id, one.oldCard]);
    for (const code of [cardNumber, cardNumber.toLowerCase(), 'V000001', '1234', '鲁A·12345', '李师']) {
      expect(await find(code), code).toEqual([[id, false]]);
    }
    // Who sees telephones masked does not find out their digits one by one.
    expect(await find('01234')).toEqual([]);
    expect((await membership.find({ code: '01234' })).map((one) => one.id)).toEqual([id]);
    expect(await find('M00000019')).toEqual([]);
    expect(await owner.client.search.scan({ code: cardNumber })).toEqual({ feature: 'membership', id });
    const { cardNumber: second } = await membership.replaceCard({ id, reason: '遗失' });
    expect(await find(cardNumber)).toEqual([[id, true]]);
    expect(await find(second)).toEqual([[id, false]]);

    // Two customers that turned out to be one: as the merging of customers leaves them.
    const other = await newMember(owner, { name: '李师傅二' });
    await membership.topUp({ id, receiptKey: 'm', note: null, paidFen: 500_000 });
    await membership.pay({ id, receiptKey: 'm', note: null, amountFen: 52_500, listFen: 60_000 });
    await membership.earn({ id, receiptKey: 'm', note: null, saleFen: 2_000_000, listFen: null });
    const merging = { id, intoId: other.id, reason: '同一客户' };
    expect(await told(membership.merge(merging))).toBe('membership-merge-others');
    core.database.raw.writer.prepare('update membership set customer_id = ?').run(customerId);
    await membership.merge(merging);
    for (const one of [id, other.id]) {
      const all = ledgerSums(core, one);
      expect([all.chain, all.balance, all.audit]).toEqual([all.lots, all.lots, all.lots]);
      expect(all.lots).toEqual(
        one === id
          ? { points: 0, principalFen: 0, bonusFen: 0, units: 0 }
          : { points: 20_000, principalFen: 450_000, bonusFen: 22_500, units: 0 },
      );
    }
    // What was used before stays used: the refund is the same as before.
    expect((await membership.refundOf({ id: other.id, cause: 'store' })).totalFen).toBe(450_000);
    expect((await membership.view({ id: other.id })).tier).toBe('银卡');
    expect(await find(second)).toEqual([[other.id, true]]);
    expect(await told(membership.grant({ id, receiptKey: 'x', note: null, points: 1 }))).toBe(
      'membership-merged',
    );
  });

  it('gives each settled repair order its points once', async () => {
    const { core, owner, membership, id, customerId, sums } = await begin(carrier);
    const given = {
      customerId,
      state: 'handedOver',
      handedOverOn: '2026-11-18',
      checkedInOn: '2026-11-18',
    } as const;
    await importedRepair(core, { ...given, number: 'A', labourFen: 30_000, partsFen: 20_000 });
    await importedRepair(core, { ...given, number: 'B', labourFen: 30_000, payer: 'insurer' });
    await importedRepair(core, { ...given, number: 'C', labourFen: 10_000, payer: 'customer' });
    const span = { from: '2026-11-01', to: '2026-11-30' };
    expect(await membership.earnRepairs(span)).toEqual({ posted: 2, points: 600, taken: [] });
    expect(await membership.earnRepairs(span)).toEqual({ posted: 0, points: 0, taken: [] });
    // Somebody typed an order's number for another member: said by name, until a manager reverses it.
    const other = await newMember(owner, { name: '李师傅二' });
    await importedRepair(core, { ...given, number: 'D', labourFen: 10_000, payer: 'customer' });
    const wrong = { id: other.id, receiptKey: 'D', note: null, saleFen: 10_000, listFen: null };
    const { entryId } = await membership.earn(wrong);
    const { number: membershipNumber } = await membership.view({ id: other.id });
    expect(await membership.earnRepairs(span)).toEqual({
      posted: 0,
      points: 0,
      taken: [{ number: 'D', membershipId: other.id, membershipNumber }],
    });
    await membership.reverse({ entryId, reason: '记错会员' });
    expect(await membership.earnRepairs(span)).toEqual({ posted: 0, points: 0, taken: [] });
    expect(sums()).toMatchObject({ points: 600 });
    expect((await membership.view({ id })).salesFen).toBe(60_000);
  });
});

it('rights: an adviser books, a manager corrects, an auditor reads, a technician sees nothing', async () => {
  const { core, owner, id } = await begin('port');
  const grant = { id, receiptKey: 'g', note: null, points: 10 };
  const may = async (role: 'manager' | 'serviceAdviser' | 'auditor' | 'technician' | 'clerk') => {
    const { client } = await personWindow(core, 'port', owner, role, [role]);
    const { membership } = client;
    return {
      reads: await told(membership.view({ id })),
      books: await told(membership.grant({ ...grant, receiptKey: role })),
      reverses: await told(membership.reverse({ entryId: 1, reason: '试试' })),
      owes: await told(membership.liability({ day: '2026-11-18' })),
    };
  };
  await owner.client.membership.grant(grant);
  const [no, yes] = ['forbidden', 'done'];
  expect(await may('serviceAdviser')).toEqual({ reads: yes, books: yes, reverses: no, owes: no });
  expect(await may('clerk')).toEqual({ reads: yes, books: yes, reverses: no, owes: yes });
  expect(await may('auditor')).toEqual({ reads: yes, books: no, reverses: no, owes: yes });
  expect(await may('technician')).toEqual({ reads: no, books: no, reverses: no, owes: no });
  expect(await may('manager')).toEqual({ reads: yes, books: yes, reverses: yes, owes: yes });
});

it('a design is an edition with its first day; what was booked keeps the one of its day', async () => {
  const { owner, membership, id, clock, adviser } = await begin('port');
  const { content } = await membership.design({});
  const [first, ...rest] = content.tiers;
  if (!first) throw new Error('a design without tiers');
  const twice = { ...content, tiers: [{ ...first, pointsPer100: 200 }, ...rest] };
  const order = { fromDay: '2026-11-19', content: twice, note: '积分加倍' };
  expect(await told(adviser.client.membership.saveDesign(order))).toBe('forbidden');
  expect(await told(membership.saveDesign({ ...order, fromDay: '2026-11-17' }))).toBe('membership-from-past');
  const wrong = async (change: Partial<typeof content>) =>
    membership.saveDesign({ ...order, content: { ...content, ...change } }).then(
      () => [],
      (error: unknown) => {
        const data = errorData(error);
        return data.code === 'invalid-input' ? data.issues.map(({ field, issue }) => [field, issue]) : [];
      },
    );
  expect(
    await wrong({
      tiers: [
        { ...first, fromFen: 1 },
        { ...first, fromFen: 1 },
      ],
    }),
  ).toEqual([
    ['content.tiers.0.fromFen', 'membership-first-tier'],
    ['content.tiers.1.fromFen', 'membership-tier-order'],
    ['content.tiers.1.name', 'membership-name-twice'],
  ]);
  expect(await wrong({ pointFen: 21 })).toContainEqual([
    'content.tiers.0.pointsPer100',
    'membership-too-generous',
  ]);
  const { edition } = await membership.saveDesign(order);
  const { edition: gone } = await membership.saveDesign({ ...order, fromDay: '2026-11-20' });
  await membership.dropDesign({ edition: gone });
  expect((await membership.designs({})).map((one) => one.edition)).toEqual([edition]);
  const earn = (receiptKey: string) =>
    membership.earn({ id, receiptKey, note: null, saleFen: 10_000, listFen: null });
  await earn('today');
  clock.set('2026-11-18T16:02:00.000Z'); // the next business day
  expect((await membership.design({})).edition).toBe(edition);
  expect(await told(membership.dropDesign({ edition }))).toBe('membership-design-begun');
  await earn('tomorrow');
  const { entries } = await owner.client.membership.view({ id });
  expect(entries.map(({ points }) => points)).toEqual([200, 100]);
});
