import { describe, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { errorData } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
  type Carrier,
} from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { newAgreement, replayed } from '#tests/support/partner.ts';

const told = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (error: unknown) => {
      const data = errorData(error);
      return 'reason' in data
        ? data.reason
        : data.code === 'invalid-input'
          ? data.issues.map(({ field, issue }) => `${field} ${issue}`).join(', ')
          : data.code;
    },
  );

const order = { each: 1, numbers: [] as string[], reason: 'tierBenefit' as const, note: null };

async function begin(carrier: Carrier) {
  const clock = fixedClock('2026-11-18T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const member = await newMember(owner, { name: '张建国', phone: '13900007788' });
  const { partnerCard, partnerAgreement, partnerSettlement } = owner.client;
  const count = () => core.database.raw.reader.prepare('select count(*) from partner_entry').pluck().get();
  /** Another day, with a session of its own. */
  const later = async (day: string): Promise<void> => {
    clock.set(`${day}T02:00:00.000Z`);
    owner.token = (await owner.client.session.signIn({ login: '王总', password })).token;
  };
  return { core, later, owner, member, partnerCard, partnerAgreement, partnerSettlement, count };
}

describe.each(carriers)('partner cards over %s', (carrier) => {
  it('issues to a member found by telephone tail, redeems in parts, reverses, each order once', async () => {
    const { owner, partnerCard, core, member, count } = await begin(carrier);
    const { id: agreementId, partnerId } = await newAgreement(owner);
    const [hit] = await partnerCard.find({ code: '7788' });
    expect(hit).toMatchObject({ id: member.customerId, name: '张建国', memberNumber: 'V000001' });
    const clerk = await personWindow(core, carrier, owner, '小刘', ['clerk']);
    const asked = { ...order, agreementId, customerIds: [member.customerId], each: 2, key: 'k1' };
    const first = await clerk.client.partnerCard.issue(asked);
    expect(first.cards.map(({ number }) => number)).toEqual(['P00000018', 'P00000026']);
    expect(await clerk.client.partnerCard.issue(asked)).toEqual({ ...first, repeated: true });
    expect(await told(clerk.client.partnerCard.issue({ ...asked, each: 1 }))).toBe('partner-key-taken');
    const id = first.cards[0]?.id ?? 0;
    const redeem = { id, quantity: 5_050, onDay: '2026-11-18', receiptKey: 'X-1', note: null };
    const done = await clerk.client.partnerCard.redeem(redeem);
    expect(done).toMatchObject({ repeated: false, balance: 14_950 });
    expect(await clerk.client.partnerCard.redeem(redeem)).toEqual({ ...done, repeated: true });
    expect(await told(clerk.client.partnerCard.redeem({ ...redeem, quantity: 1 }))).toBe(
      'partner-receipt-taken',
    );
    const before = count();
    // Sent twice without a receipt: the second one saw a balance that is gone.
    const again = { ...redeem, receiptKey: null, quantity: 100 };
    expect(await told(partnerCard.redeem({ ...again, seen: 20_000 }))).toBe('partner-balance-changed');
    expect(await told(partnerCard.redeem({ ...redeem, receiptKey: null, quantity: 14_951 }))).toBe(
      'partner-over-balance',
    );
    expect(await told(partnerCard.redeem({ ...redeem, receiptKey: 'X-2', onDay: '2026-11-17' }))).toBe(
      'partner-card-before-issue',
    );
    expect(await told(partnerCard.redeem({ ...redeem, receiptKey: 'X-2', onDay: '2026-11-19' }))).toBe(
      'onDay partner-day-to-come',
    );
    const [issued] = (await partnerCard.view({ id })).entries.toReversed();
    expect(await told(partnerCard.reverse({ entryId: issued?.id ?? 0, reason: '输错' }))).toBe(
      'partner-issue-used',
    );
    expect(count()).toBe(before);
    expect(await told(clerk.client.partnerCard.reverse({ entryId: done.entryId, reason: '输错' }))).toBe(
      'forbidden',
    );
    await partnerCard.reverse({ entryId: done.entryId, reason: '输错了' });
    expect(await told(partnerCard.reverse({ entryId: done.entryId, reason: '输错了' }))).toBe(
      'partner-reversed',
    );
    expect(await told(partnerCard.redeem(redeem))).toBe('partner-receipt-reversed');
    await partnerCard.redeem({ ...redeem, quantity: 20_000, receiptKey: 'X-3' });
    expect(await told(partnerCard.redeem({ ...redeem, quantity: 1, receiptKey: 'X-4' }))).toBe(
      'partner-card-used',
    );
    expect(await partnerCard.view({ id })).toMatchObject({
      state: 'used',
      balance: 0,
      customerName: '张建国',
    });
    expect(await partnerCard.ofCustomer({ customerId: member.customerId })).toMatchObject({
      gotYearFen: 20_000,
      gotFen: 20_000,
    });
    // The member's statement of the year says it, and a scanner opens the card.
    expect(await owner.client.membership.statement({ id: member.id, year: 2026 })).toMatchObject({
      partnerCardsFen: 20_000,
    });
    expect(await clerk.client.search.scan({ code: 'p0000-0018' })).toEqual({ feature: 'partnerCard', id });
    expect(replayed(core).open.get(partnerId)).toBe(20_000);
    // 200.00 redeemed: all of it is the store's, 2 % come back; the reversed one left nothing.
    expect(replayed(core).months.get(`${partnerId} 2026-11`)).toMatchObject({ store: 20_000, owed: 400 });
    for (const statement of ['delete from partner_entry', 'update partner_entry set worth_fen = 0'])
      expect(() => core.database.raw.writer.prepare(statement).run()).toThrow('only added to');
  });

  it('keeps to quotas with a sentence, freezes terms, refuses overlaps, renews', async () => {
    const { owner, partnerCard, partnerAgreement, member, count, later } = await begin(carrier);
    const other = await newMember(owner);
    const { id: agreementId, partnerId } = await newAgreement(owner, {
      monthQuota: 2,
      totalQuota: 3,
      perCustomer: 2,
      validTo: '2026-12-20',
    });
    const asked = { ...order, agreementId, customerIds: [member.customerId] };
    const refused = await partnerCard
      .issue({ ...asked, each: 3, key: 'a' })
      .catch((error: unknown) => errorData(error));
    expect(refused).toMatchObject({
      reason: 'partner-quota-month',
      params: { left: 2, asked: 3, from: '2026年12月1日' },
    });
    expect(count()).toBe(0);
    const { cards } = await partnerCard.issue({ ...asked, each: 2, key: 'b' });
    expect((await partnerAgreement.usable({}))[0]).toMatchObject({ monthLeft: 0, totalLeft: 1 });
    await later('2026-12-10');
    expect(await told(partnerCard.issue({ ...asked, key: 'c' }))).toBe('partner-per-customer');
    const preview = await partnerCard.previewIssue({
      ...asked,
      customerIds: [member.customerId, other.customerId],
    });
    expect(preview).toMatchObject({
      total: 2,
      refusal: { reason: 'partner-quota-total' },
      customers: [
        { had: 2, tooMany: true },
        { had: 0, tooMany: false },
      ],
    });
    await partnerCard.issue({ ...asked, customerIds: [other.customerId], key: 'd' });
    expect(await told(partnerCard.issue({ ...asked, customerIds: [other.customerId], key: 'e' }))).toBe(
      'partner-quota-total',
    );
    // A card that is taken back gives its quota back.
    const view = await partnerCard.view({ id: cards[0]?.id ?? 0 });
    await partnerCard.reverse({ entryId: view.entries[0]?.id ?? 0, reason: '发错人' });
    await partnerCard.issue({ ...asked, customerIds: [other.customerId], key: 'f' });

    const { record } = await partnerAgreement.get({ id: agreementId });
    const { id: _i, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
    const change = (given: Partial<typeof values>) =>
      told(partnerAgreement.update({ id: agreementId, version, values: { ...values, ...given } }));
    expect(await change({ faceFen: 30_000 })).toBe('values.faceFen partner-terms-frozen');
    expect(await change({ validTo: '2026-12-09' })).toBe('values.validTo partner-end-before-issue');
    expect(await told(newAgreement(owner, { partnerId, validFrom: '2026-12-20' }))).toBe(
      'values.validFrom partner-overlap',
    );
    expect(await told(partnerAgreement.remove({ ids: [agreementId] }))).toBe('partner-agreement-issued');
    expect(
      await told(partnerAgreement.renew({ id: agreementId, fromDay: '2026-12-10', toDay: '2027-01-31' })),
    ).toBe('fromDay partner-renew-from');
    const { id: next } = await partnerAgreement.renew({
      id: agreementId,
      fromDay: '2026-12-15',
      toDay: '2027-06-30',
    });
    expect((await partnerAgreement.get({ id: agreementId })).record.validTo).toBe('2026-12-14');
    expect((await partnerAgreement.get({ id: next })).record).toMatchObject({
      faceFen: 20_000,
      validFrom: '2026-12-15',
    });
    expect(
      await told(newAgreement(owner, { partnerId, cardName: '洗车卡', unit: 'times', faceFen: null })),
    ).toBe('values.faceTimes partner-face-needed');
  });

  it('stock: lots come in, are given out oldest first, broken ones and typed numbers are told row by row', async () => {
    const { owner, partnerCard, core, member } = await begin(carrier);
    const { id: agreementId, partnerId } = await newAgreement(owner, {
      numbering: 'stock',
      unit: 'times',
      faceFen: null,
      faceTimes: 3,
      timeFen: 2_500,
      bearer: 'shared',
      storeShareHundredths: 5_000,
    });
    const numbers = ['AA-01', 'aa 02', 'ＡＡ03', 'AA04'];
    expect(await told(partnerCard.receive({ partnerId, lot: '第1批', numbers: [...numbers, 'AA01'] }))).toBe(
      'numbers.4 partner-number-twice',
    );
    await partnerCard.receive({ partnerId, lot: '第1批', numbers });
    expect(await told(partnerCard.receive({ partnerId, lot: '第2批', numbers: ['AA03', 'AA05'] }))).toBe(
      'numbers.0 partner-number-taken',
    );
    await partnerCard.takeOut({ partnerId, as: 'damage', numbers: ['AA02'], reason: '折断' });
    const asked = { ...order, agreementId, customerIds: [member.customerId] };
    expect(await told(partnerCard.issue({ ...asked, numbers: ['AA02'], key: 'a' }))).toBe(
      'numbers.0 partner-number-taken',
    );
    expect(await told(partnerCard.issue({ ...asked, numbers: ['ZZ'], key: 'a' }))).toBe(
      'numbers.0 partner-number-not-in-stock',
    );
    expect(await told(partnerCard.issue({ ...asked, each: 4, key: 'a' }))).toBe('partner-stock-short');
    const { cards } = await partnerCard.issue({ ...asked, key: 'a' });
    expect(cards[0]?.number).toBe('AA01');
    const id = cards[0]?.id ?? 0;
    await partnerCard.redeem({ id, quantity: 2, onDay: '2026-11-18', receiptKey: null, note: null });
    expect((await partnerCard.view({ id })).entries[0]).toMatchObject({
      quantity: -2,
      worthFen: -5_000,
      storeFen: 2_500,
    });
    // Issued by mistake: it lies in stock again and can be given to another.
    const { cards: second } = await partnerCard.issue({ ...asked, key: 'b' });
    const wrong = await partnerCard.view({ id: second[0]?.id ?? 0 });
    await partnerCard.reverse({ entryId: wrong.entries[0]?.id ?? 0, reason: '发错人' });
    expect(await partnerCard.stock({})).toEqual([
      {
        partnerId,
        partnerName: expect.any(String),
        lot: '第1批',
        received: 4,
        inStock: 2,
        issued: 1,
        damaged: 1,
        returned: 0,
      },
    ]);
    expect((await partnerCard.issue({ ...asked, key: 'c' })).cards[0]?.number).toBe('AA03');
    replayed(core);
  });

  it('two desks issue the last card of a quota at the same moment: one gets it; an order that throws leaves nothing', async () => {
    const { owner, core, member, count, partnerCard } = await begin(carrier);
    const { id: agreementId } = await newAgreement(owner, { totalQuota: 1 });
    const second = await openWindow(core, carrier === 'http' ? 'port' : 'http');
    second.token = owner.token;
    const asked = { ...order, agreementId, customerIds: [member.customerId] };
    const desks = [owner, second, owner, second].map(({ client }, at) =>
      told(client.partnerCard.issue({ ...asked, key: `desk${at}` })),
    );
    expect((await Promise.all(desks)).map(String).toSorted()).toEqual([
      'done',
      ...Array.from({ length: 3 }, () => 'partner-quota-total'),
    ]);
    expect(count()).toBe(1);
    const { id: typed } = await newAgreement(owner, { numbering: 'partner' });
    const cards = () => core.database.raw.reader.prepare('select count(*) from partner_card').pluck().get();
    // The third number is taken: the two before it are not issued either.
    await partnerCard.issue({ ...asked, agreementId: typed, numbers: ['N3'], key: 'x' });
    const before = [count(), cards()];
    expect(
      await told(
        partnerCard.issue({ ...asked, agreementId: typed, each: 3, numbers: ['N1', 'N2', 'N3'], key: 'y' }),
      ),
    ).toBe('numbers.2 partner-number-taken');
    core.database.raw.writer.exec(
      `create trigger stop_here before insert on partner_entry when (select count(*) from partner_entry) >= 3
        begin select raise(abort, 'in the middle'); end`,
    );
    expect(
      await told(
        partnerCard.issue({ ...asked, agreementId: typed, each: 2, numbers: ['N1', 'N2'], key: 'z' }),
      ),
    ).not.toBe('done');
    expect([count(), cards()]).toEqual(before);
    core.database.raw.writer.exec('drop trigger stop_here');
    await partnerCard.issue({ ...asked, agreementId: typed, each: 2, numbers: ['N1', 'N2'], key: 'z' });
    replayed(core);
  });
});

it('rights: an adviser issues, an auditor reads, a technician sees nothing', async () => {
  const { core, owner, member } = await begin('port');
  const { id: agreementId, partnerId } = await newAgreement(owner);
  const { cards } = await owner.client.partnerCard.issue({
    ...order,
    agreementId,
    customerIds: [member.customerId],
    key: 'first',
  });
  const id = cards[0]?.id ?? 0;
  const may = async (role: 'manager' | 'serviceAdviser' | 'auditor' | 'technician' | 'clerk') => {
    const { client } = await personWindow(core, 'port', owner, role, [role]);
    return {
      reads: await told(client.partnerCard.view({ id })),
      issues: await told(
        client.partnerCard.issue({ ...order, agreementId, customerIds: [member.customerId], key: role }),
      ),
      stocks: await told(client.partnerCard.receive({ partnerId, lot: 'L', numbers: [role] })),
      reckons: await told(client.partnerSettlement.view({ partnerId, month: '2026-11' })),
      settles: await told(
        client.partnerSettlement.agree({ partnerId, month: '2026-11', seenNetFen: 0, note: null }),
      ),
    };
  };
  const [no, yes] = ['forbidden', 'done'];
  expect(await may('serviceAdviser')).toEqual({
    reads: yes,
    issues: yes,
    stocks: no,
    reckons: no,
    settles: no,
  });
  expect(await may('clerk')).toEqual({ reads: yes, issues: yes, stocks: yes, reckons: yes, settles: no });
  expect(await may('auditor')).toEqual({ reads: yes, issues: no, stocks: no, reckons: yes, settles: no });
  expect(await may('technician')).toEqual({ reads: no, issues: no, stocks: no, reckons: no, settles: no });
  expect(await may('manager')).toEqual({
    reads: yes,
    issues: yes,
    stocks: yes,
    reckons: yes,
    settles: 'partner-month-running',
  });
});

it('cards go to the members who were selected: not to one who left since, each customer once', async () => {
  const { owner, partnerCard, member } = await begin('port');
  const other = await newMember(owner, { name: '李师傅' });
  const gone = await newMember(owner, { name: '走了的' });
  await owner.client.membership.close({ id: gone.id, reason: '退会' });
  const asked = { tier: null, membershipIds: [member.id, gone.id] };
  expect(await partnerCard.audience(asked)).toEqual([
    { customerId: member.customerId, name: '张建国', tier: '普通' },
  ]);
  expect(new Set((await partnerCard.audience({ tier: null })).map(({ customerId }) => customerId))).toEqual(
    new Set([member.customerId, other.customerId]),
  );
  expect(await partnerCard.audience({ ...asked, tier: '金卡' })).toEqual([]);
});
