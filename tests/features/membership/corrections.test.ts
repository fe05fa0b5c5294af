import { describe, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { openTestCore, ownerWindow, password } from '#tests/support/core.ts';
import { ledgerSums, newMember } from '#tests/support/membership.ts';
import { told } from '#tests/support/refusal.ts';

describe('corrections of the ledger', () => {
  it('takes back nothing of which a return or a use hangs, and sells no voucher that cannot be paid back', async () => {
    const clock = fixedClock('2026-11-18T02:00:00.000Z');
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, 'port');
    const { membership } = owner.client;
    const { id } = await newMember(owner, { name: '李师傅' });
    const post = (receiptKey: string) => ({ id, receiptKey, note: null });

    // All points spent, the sale returned, the spending reversed: the lot is whole again, the sale is not.
    const sale = await membership.earn({ ...post('S'), saleFen: 10_000, listFen: null });
    const spent = await membership.redeem({ ...post('R'), points: 100 });
    const back = await membership.returnSale({
      entryId: sale.entryId,
      receiptKey: 'T',
      saleFen: 10_000,
      reason: '退货',
    });
    expect(back.shortPoints).toBe(100);
    await membership.reverse({ entryId: spent.entryId, reason: '输错' });
    const before = ledgerSums(core, id);
    expect(await told(membership.reverse({ entryId: sale.entryId, reason: '输错' }))).toBe(
      'membership-has-later',
    );
    expect(ledgerSums(core, id)).toEqual(before);
    // The return first, then the sale.
    await membership.reverse({ entryId: back.entryId, reason: '输错' });
    expect(await told(membership.reverse({ entryId: sale.entryId, reason: '输错' }))).toBe('done');

    // A pass stays whole however often it is used.
    const pass = { account: 'pass' as const, name: '洗车年卡', times: 1, paidFen: 36_500, unitFen: 40_000 };
    const sold = await membership.issue({ ...post('Y'), ...pass, expiresOn: '2027-11-17' });
    const lotId = (await membership.view({ id })).lots.find(({ name }) => name === '洗车年卡')?.id ?? 0;
    const used = await membership.use({ ...post('Z'), lotId, times: 1 });
    expect(await told(membership.reverse({ entryId: sold.entryId, reason: '输错' }))).toBe(
      'membership-has-later',
    );
    await membership.reverse({ entryId: used.entryId, reason: '输错' });
    expect(await told(membership.reverse({ entryId: sold.entryId, reason: '输错' }))).toBe('done');

    // Vouchers that were paid for are paid back like a package; then the membership can end.
    const voucher = {
      account: 'voucher' as const,
      name: '换油券',
      times: 4,
      paidFen: 40_000,
      unitFen: 15_000,
    };
    await membership.issue({ ...post('V'), ...voucher, expiresOn: '2027-11-17' });
    const voucherLot = (await membership.view({ id })).lots.find(({ name }) => name === '换油券')?.id ?? 0;
    await membership.use({ ...post('W'), lotId: voucherLot, times: 1 });
    const refund = await membership.refundOf({ id, cause: 'store' });
    expect(refund).toMatchObject({ totalFen: 30_000, parts: [{ name: '换油券', refundFen: 30_000 }] });
    expect(await membership.refundOf({ id, cause: 'member' })).toMatchObject({ totalFen: 25_000 });
    await membership.refund({ id, cause: 'store', seenFen: 30_000, reason: '退会' });
    expect(await told(membership.close({ id, reason: '退会' }))).toBe('done');
  });

  it('tells a receipt with other goods from a repetition', async () => {
    const core = await openTestCore({ clock: fixedClock('2026-11-18T02:00:00.000Z') });
    const owner = await ownerWindow(core, 'port');
    const { membership } = owner.client;
    const { content } = await membership.design({});
    const goods = { ...content.goods, parts: { ...content.goods.parts, pointsBp: 5_000 } };
    await membership.saveDesign({ fromDay: '2026-11-18', content: { ...content, goods }, note: null });
    const { id } = await newMember(owner);
    const sale = { id, receiptKey: 'G', note: null, saleFen: 10_000, listFen: null };
    await membership.earn({ ...sale, goods: 'labour' });
    expect(await membership.earn({ ...sale, goods: 'labour' })).toMatchObject({ repeated: true });
    expect(await told(membership.earn({ ...sale, goods: 'parts' }))).toBe('membership-receipt-taken');
  });

  it('spends the oldest points first, also after memberships were merged', async () => {
    const clock = fixedClock('2026-01-10T02:00:00.000Z');
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, 'port');
    const { membership } = owner.client;
    const old = await newMember(owner, { name: '张建国' });
    const sale = await membership.earn({
      id: old.id,
      receiptKey: 'A',
      note: null,
      saleFen: 10_000,
      listFen: null,
    });
    clock.set('2026-06-10T02:00:00.000Z');
    owner.token = (await owner.client.session.signIn({ login: '王总', password })).token;
    const young = await newMember(owner, { name: '张建国' });
    await membership.grant({ id: young.id, receiptKey: 'B', note: null, points: 100 });
    await owner.client.customer.merge({
      keptId: young.customerId,
      goneId: old.customerId,
      take: [],
      keepPhone: true,
    });
    await membership.merge({ id: old.id, intoId: young.id, reason: '同一客户' });
    await membership.redeem({ id: young.id, receiptKey: 'C', note: null, points: 100 });
    const { lots } = await membership.view({ id: young.id });
    expect(lots.filter(({ account }) => account === 'points')).toMatchObject([
      { startsOn: '2026-06-10', rest: 100 },
    ]);
    // What the merged one sold is returned where its points went.
    const returned = { entryId: sale.entryId, receiptKey: 'D', saleFen: 3_000, reason: '退货' };
    expect(await membership.returnSale(returned)).toMatchObject({ repeated: false, shortPoints: 0 });
    expect(await membership.returnSale(returned)).toMatchObject({ repeated: true });
    expect(ledgerSums(core, young.id)).toMatchObject({ balance: { points: 70 }, lots: { points: 70 } });
  });
});
