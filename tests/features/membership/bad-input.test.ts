import { describe, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { ledgerSums, newMember } from '#tests/support/membership.ts';
import { told } from '#tests/support/refusal.ts';

describe.each(carriers)('what members bring that cannot be, over %s', (carrier) => {
  it('is refused with its reason, and the ledger stays as it was', async () => {
    const clock = fixedClock('2026-11-18T02:00:00.000Z');
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const { id, customerId } = await newMember(owner, { name: '李师傅' });
    const other = await newMember(owner, { name: '王师傅' });
    const adviser = await personWindow(core, carrier, owner, '赵顾问', ['serviceAdviser']);
    const desk = adviser.client.membership;
    const { membership } = owner.client;
    const post = (receiptKey: string) => ({ id, receiptKey, note: null });
    const pack = {
      account: 'package' as const,
      name: '保养套餐',
      times: 2,
      paidFen: 60_000,
      unitFen: 40_000,
      expiresOn: null,
    };
    const year = { ...pack, account: 'pass' as const, name: '洗车年卡', times: 1, expiresOn: '2027-11-17' };

    const sale = await desk.earn({ ...post('S'), saleFen: 100_000, listFen: 120_000 });
    const spent = await desk.redeem({ ...post('R'), points: 400 });
    await desk.topUp({ ...post('U'), paidFen: 500_000 });
    await desk.pay({ ...post('P'), amountFen: 10_000, listFen: 20_000 });
    await desk.issue({ ...post('K'), ...pack });
    await desk.issue({ ...post('Y'), ...year });
    const lotOf = async (name: string) =>
      (await membership.view({ id })).lots.find((lot) => lot.name === name);
    const [packLot, yearLot] = [(await lotOf('保养套餐'))?.id ?? 0, (await lotOf('洗车年卡'))?.id ?? 0];
    await desk.use({ ...post('X'), lotId: packLot, times: 2 });
    await desk.use({ ...post('Z'), lotId: yearLot, times: 1 });
    await desk.grant({ id: other.id, receiptKey: 'O', note: null, points: 10 });
    const reversal = await membership.reverse({ entryId: spent.entryId, reason: '输错' });
    await membership.returnSale({ entryId: sale.entryId, receiptKey: 'T', saleFen: 10_000, reason: '退货' });

    const sums = () => [id, other.id].map((one) => ledgerSums(core, one));
    const before = sums();
    // The same receipt with other content is never taken for a repetition.
    const taken = [
      desk.earn({ ...post('S'), saleFen: 100_000, listFen: null }),
      desk.redeem({ ...post('R'), points: 401 }),
      desk.topUp({ ...post('U'), paidFen: 500_001 }),
      desk.pay({ ...post('P'), amountFen: 15_000, listFen: 20_000 }),
      desk.issue({ ...post('K'), ...pack, name: '换油套餐' }),
      desk.issue({ ...post('K'), ...pack, unitFen: 45_000 }),
      desk.issue({ ...post('K'), ...pack, expiresOn: '2027-11-18' }),
      desk.use({ ...post('X'), lotId: packLot, times: 1 }),
      desk.use({ ...post('X'), lotId: yearLot, times: 2 }),
      desk.use({ ...post('Z'), lotId: packLot, times: 1 }),
      desk.grant({ ...post('O'), points: 10 }),
      membership.returnSale({ entryId: sale.entryId, receiptKey: 'T', saleFen: 20_000, reason: '退货' }),
    ];
    expect(await Promise.all(taken.map(told))).toEqual(taken.map(() => 'membership-receipt-taken'));
    // The same content is one.
    const again = [
      await desk.earn({ ...post('S'), saleFen: 100_000, listFen: 120_000 }),
      await desk.pay({ ...post('P'), amountFen: 10_000, listFen: 20_000 }),
      await desk.issue({ ...post('K'), ...pack }),
      await desk.use({ ...post('X'), lotId: packLot, times: 2 }),
      await desk.use({ ...post('Z'), lotId: yearLot, times: 1 }),
    ];
    expect(again.every(({ repeated }) => repeated)).toBe(true);
    // A pass that was used is refunded by its time left, even within the days in which an unused one comes back whole.
    const { parts } = await membership.refundOf({ id, cause: 'member' });
    expect(parts.find(({ kind }) => kind === 'pass')?.lines.map(({ key }) => key)).toEqual([
      'paid',
      'timeUsed',
    ]);

    const refused: readonly (readonly [string, Promise<unknown>])[] = [
      ['membership-points-short', desk.redeem({ ...post('a'), points: 9_999 })],
      ['membership-above-zero', desk.redeem({ ...post('b'), points: -1 })],
      ['membership-whole-points', desk.redeem({ ...post('c'), points: 0.5 })],
      ['not-whole-fen', desk.pay({ ...post('d'), amountFen: 0.5, listFen: null })],
      ['membership-above-zero', desk.topUp({ ...post('e'), paidFen: -100 })],
      ['too-large', membership.topUp({ ...post('f'), paidFen: 1_000_000_001 })],
      ['too-large', membership.grant({ ...post('g'), points: 100_000_001 })],
      ['too-large', membership.issue({ ...post('h'), ...pack, times: 1000 })],
      ['too-long', desk.grant({ ...post('k'.repeat(61)), points: 1 })],
      ['membership-money-short', desk.pay({ ...post('i'), amountFen: 1_000_000, listFen: null })],
      ['membership-lot-empty', desk.use({ ...post('j'), lotId: packLot, times: 1 })],
      ['membership-no-such-lot', desk.use({ ...post('l'), lotId: 999, times: 1 })],
      ['membership-no-such-lot', desk.use({ ...post('m'), id: other.id, lotId: yearLot, times: 1 })],
      ['membership-expires-before', desk.issue({ ...post('n'), ...pack, expiresOn: '2026-11-17' })],
      ['membership-pass-without-end', desk.issue({ ...post('o'), ...year, expiresOn: null })],
      ['membership-reversed', membership.reverse({ entryId: spent.entryId, reason: '再来' })],
      ['membership-not-reversible', membership.reverse({ entryId: reversal.entryId, reason: '冲回去' })],
      ['membership-exists', membership.enrol({ customerId, note: null })],
    ];
    expect(await Promise.all(refused.map(([, call]) => told(call)))).toEqual(
      refused.map(([reason]) => reason),
    );
    expect(sums()).toEqual(before);

    await membership.close({ id: other.id, reason: '搬走' });
    const closed = [
      desk.grant({ ...post('r'), id: other.id, points: 1 }),
      desk.replaceCard({ id: other.id, reason: '遗失' }),
      membership.close({ id: other.id, reason: '再退' }),
    ];
    expect(await Promise.all(closed.map(told))).toEqual(closed.map(() => 'membership-closed'));
    clock.set('2026-11-16T02:00:00.000Z');
    const back = [
      desk.grant({ ...post('q'), points: 1 }),
      membership.reverse({ entryId: sale.entryId, reason: '时钟' }),
      membership.refund({ id, cause: 'store', seenFen: 0, reason: '时钟' }),
      membership.close({ id, reason: '时钟' }),
      membership.expire({}),
    ];
    expect(await Promise.all(back.map(told))).toEqual(back.map(() => 'membership-clock-back'));
    expect(sums()[0]).toEqual(before[0]);
  });

  it('an old card leads to where its value is, and the page says whose it was and why it ended', async () => {
    const core = await openTestCore({ clock: fixedClock('2026-11-18T02:00:00.000Z') });
    const owner = await ownerWindow(core, carrier);
    const { customer, membership, search } = owner.client;
    const kept = await newMember(owner, { name: '李师傅' });
    const gone = await newMember(owner, { name: '李师付' });
    const cardOf = async (id: number) => (await membership.view({ id })).cardNumber;
    const [lost, merged] = [await cardOf(kept.id), await cardOf(gone.id)];
    await membership.replaceCard({ id: kept.id, reason: '遗失' });
    await membership.topUp({ id: gone.id, receiptKey: 'U', note: null, paidFen: 500_000 });
    await customer.merge({ keptId: kept.customerId, goneId: gone.customerId, take: [], keepPhone: false });
    // Two memberships of one customer: each says so, the customer's page shows the older, and they become one.
    expect((await membership.view({ id: kept.id })).others.map(({ id }) => id)).toEqual([gone.id]);
    expect((await membership.ofCustomer({ customerId: kept.customerId }))?.id).toBe(kept.id);
    await membership.merge({ id: gone.id, intoId: kept.id, reason: '同一客户' });
    for (const card of [lost, merged]) {
      expect(await search.scan({ code: card })).toEqual({ feature: 'membership', id: kept.id });
      expect(await membership.find({ code: card })).toMatchObject([{ id: kept.id, oldCard: true }]);
    }
    expect((await membership.view({ id: kept.id })).oldCards).toMatchObject([
      { number: merged, ofNumber: 'V000002', reason: '同一客户' },
      { number: lost, ofNumber: 'V000001', reason: '遗失' },
    ]);
    expect(ledgerSums(core, kept.id).lots).toMatchObject({ principalFen: 500_000 });
  });
});
