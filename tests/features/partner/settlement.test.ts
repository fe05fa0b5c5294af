import { describe, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, password, type Carrier } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { newAgreement, replayed } from '#tests/support/partner.ts';

const told = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (error: unknown) => {
      const data = errorData(error);
      return 'reason' in data ? data.reason : data.code;
    },
  );

async function begin(carrier: Carrier) {
  const clock = fixedClock('2026-09-05T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const { customerId } = await newMember(owner, { name: '李师傅' });
  const later = async (day: string): Promise<void> => {
    clock.set(`${day}T02:00:00.000Z`);
    owner.token = (await owner.client.session.signIn({ login: '王总', password })).token;
  };
  const { partnerCard, partnerSettlement } = owner.client;
  const issue = async (agreementId: number, each: number, key: string) => {
    const { cards } = await partnerCard.issue({
      agreementId,
      customerIds: [customerId],
      each,
      numbers: [],
      reason: 'campaign',
      note: null,
      key,
    });
    return cards;
  };
  return { core, owner, later, partnerCard, partnerSettlement, issue, customerId };
}

describe.each(carriers)('settlements over %s', (carrier) => {
  it('months close one after the other; what comes later counts in the next; money is handed over', async () => {
    const { core, owner, later, partnerCard, partnerSettlement, issue } = await begin(carrier);
    const { id: agreementId, partnerId } = await newAgreement(owner, {
      cardFen: 100,
      useFen: 50,
      validDays: 30,
    });
    const [first, second] = await issue(agreementId, 2, 'sep');
    const redeem = (id: number | undefined, quantity: number, onDay: string, receiptKey: string) =>
      partnerCard.redeem({ id: id ?? 0, quantity, onDay, receiptKey, note: null });
    await redeem(first?.id, 12_345, '2026-09-05', 'S-1');
    const september = { partnerId, month: '2026-09' };
    expect(await told(partnerSettlement.agree({ ...september, seenNetFen: 0, note: null }))).toBe(
      'partner-month-running',
    );
    await later('2026-10-08');
    await issue(agreementId, 1, 'oct');
    // The second card's last day was 5 October; it is written off with October.
    expect(
      await told(partnerSettlement.agree({ partnerId, month: '2026-10', seenNetFen: 0, note: null })),
    ).toBe('partner-month-running');
    const draft = await partnerSettlement.view(september);
    // Two cards at 1.00, one use at 0.50, all of 123.45; 2 % of it come back.
    expect(draft).toMatchObject({
      state: 'draft',
      openingFen: 0,
      issued: 2,
      issuedFen: 40_000,
      redeemedFen: 12_345,
      expiredFen: 0,
      closingFen: 27_655,
      storeFen: 200 + 50 + 12_345,
      partnerFen: 247,
      netFen: 12_348,
      dueOn: '2026-10-10',
    });
    expect(await told(partnerSettlement.agree({ ...september, seenNetFen: 1, note: null }))).toBe(
      'partner-settle-changed',
    );
    const agreed = await partnerSettlement.agree({ ...september, seenNetFen: draft.netFen, note: null });
    expect(agreed.number).toBe('2026-PS001');
    expect(await told(partnerSettlement.agree({ ...september, seenNetFen: draft.netFen, note: null }))).toBe(
      'partner-settled',
    );
    // A receipt of September comes late: it counts in October and says so.
    await redeem(second?.id, 1_000, '2026-09-30', 'S-2');
    expect(await partnerSettlement.view(september)).toMatchObject({
      redeemedFen: 12_345,
      netFen: 12_348,
      state: 'agreed',
    });
    expect((await partnerSettlement.view({ partnerId, month: '2026-10' })).entries).toContainEqual(
      expect.objectContaining({ receiptKey: 'S-2', late: true, onDay: '2026-09-30' }),
    );
    await partnerSettlement.pay({ id: agreed.id, onDay: '2026-10-08', account: '基本户' });
    expect(await told(partnerSettlement.pay({ id: agreed.id, onDay: '2026-10-08', account: null }))).toBe(
      'partner-paid',
    );
    const { rows: cash } = await owner.client.cash.list({});
    expect(cash).toEqual([
      expect.objectContaining({ direction: 'out', amountFen: 12_348, number: '2026-PS001' }),
    ]);

    await later('2026-11-09');
    const october = await partnerSettlement.view({ partnerId, month: '2026-10' });
    expect(october).toMatchObject({
      openingFen: 27_655,
      expired: 2,
      expiredFen: 7_655 + 19_000,
      closingFen: 20_000,
    });
    await partnerSettlement.agree({ partnerId, month: '2026-10', seenNetFen: october.netFen, note: null });
    expect(await partnerSettlement.view({ partnerId, month: '2026-10' })).toMatchObject({
      expiredFen: october.expiredFen,
      closingFen: october.closingFen,
      netFen: october.netFen,
    });
    // Written off, and yet a receipt of a day before the end comes in: the rest comes back and is redeemed in November.
    expect((await partnerCard.view({ id: second?.id ?? 0 })).state).toBe('expired');
    expect(await told(redeem(second?.id, 500, '2026-10-06', 'S-3'))).toBe('partner-card-expired');
    await redeem(second?.id, 500, '2026-10-05', 'S-3');
    expect(await partnerCard.view({ id: second?.id ?? 0 })).toMatchObject({
      state: 'issued',
      balance: 18_500,
      isOver: true,
    });

    const replay = replayed(core);
    let opening = 0;
    for (const month of ['2026-09', '2026-10', '2026-11']) {
      const view = await partnerSettlement.view({ partnerId, month });
      const slow = replay.months.get(`${partnerId} ${month}`);
      expect([view.storeFen, view.partnerFen]).toEqual([slow?.store, slow?.owed]);
      expect(view.openingFen).toBe(opening);
      opening += slow?.worth ?? 0;
      for (const name of ['storeFen', 'partnerFen', 'redeemedFen', 'expiredFen', 'issuedFen'] as const)
        expect(view.lines.reduce((sum, line) => sum + line[name], 0)).toBe(view[name]);
    }
    expect(replay.open.get(partnerId)).toBe(opening);
  });

  it('what the partner owes becomes a receivable that is settled when it pays', async () => {
    const { owner, later, partnerCard, partnerSettlement, issue } = await begin(carrier);
    const { id: agreementId, partnerId } = await newAgreement(owner, {
      bearer: 'partner',
      rebateHundredths: 150,
    });
    const [card] = await issue(agreementId, 1, 'a');
    await partnerCard.redeem({
      id: card?.id ?? 0,
      quantity: 9_999,
      onDay: '2026-09-05',
      receiptKey: null,
      note: null,
    });
    await later('2026-10-03');
    const of = { partnerId, month: '2026-09' };
    // 1.5 % of 99.99 is 149.985 fen.
    expect(await partnerSettlement.view(of)).toMatchObject({ storeFen: 0, partnerFen: 150, netFen: -150 });
    const { id } = await partnerSettlement.agree({ ...of, seenNetFen: -150, note: null });
    const { receivableId } = await partnerSettlement.view(of);
    const open = async () => (await owner.client.receivable.get({ id: receivableId ?? 0 })).record;
    expect(await open()).toMatchObject({ amountFen: 150, openFen: 150, dueOn: '2026-10-10' });
    await partnerSettlement.pay({ id, onDay: '2026-10-03', account: null });
    expect(await open()).toMatchObject({ openFen: 0, settledFen: 150 });
    expect((await owner.client.cash.list({})).total).toBe(0);
  });

  it("reads the partner's list row by row, posts what matches once, and tells the difference", async () => {
    const { core, owner, partnerCard, partnerSettlement, issue } = await begin(carrier);
    const { id: agreementId, partnerId } = await newAgreement(owner);
    const [one, two, three] = await issue(agreementId, 3, 'a');
    const day = '2026-09-05';
    await partnerCard.redeem({ id: one?.id ?? 0, quantity: 3_000, onDay: day, receiptKey: null, note: null });
    const csv = [
      '小票号,核销日期,卡 号,金额（元）,备注',
      `T1,2026-9-5,${one?.number},30.00,早上`,
      `T2,2026/9/5,${two?.number},150,`,
      `T3,2026-09-05,${two?.number},60,超过`,
      `T2,2026-09-05,${three?.number},10,小票重复`,
      'T5,2026-09-05,P99999999,10,没有这张',
      `T6,,${three?.number},10,没有日期`,
      `T7,2026-09-04,${three?.number},10,发卡之前`,
      '合计,,,999,',
    ].join('\n');
    const cells = (await partnerCard.readList({ file: new File([csv], '清单.csv') })).map((line) => [
      ...line,
    ]);
    const list = { partnerId, month: '2026-09', cells };
    const checked = await partnerCard.checkList(list);
    expect(checked.lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'known'],
      [3, 'posted'],
      [4, 'over-balance'],
      [5, 'receipt-taken'],
      [6, 'unknown'],
      [7, 'bad-row'],
      [8, 'before-issue'],
    ]);
    expect(checked).toMatchObject({ listFen: 28_000, agreedFen: 18_000 });
    const posted = { posted: 1, known: 1, left: 5 };
    const order = { ...list, key: 'L1', name: '清单.csv' };
    expect(await partnerCard.postList(order)).toEqual({ ...posted, repeated: false });
    expect(await partnerCard.postList(order)).toEqual({ ...posted, repeated: true });
    // A list is known by its key; another list under it is not taken for the same.
    const others = [
      { ...order, cells: order.cells.slice(0, -2) },
      { ...order, cells: order.cells.map((line) => line.map((cell) => cell.replace('50', '51'))) },
      { ...order, month: '2026-08' },
    ];
    expect(await Promise.all(others.map((other) => told(partnerCard.postList(other))))).toEqual(
      others.map(() => 'partner-key-taken'),
    );
    expect((await partnerCard.view({ id: two?.id ?? 0 })).balance).toBe(5_000);
    const view = await partnerSettlement.view({ partnerId, month: '2026-09' });
    expect(view.list).toMatchObject({ name: '清单.csv', rows: 7, listFen: 28_000, differenceFen: 10_000 });
    expect(view.list?.open).toHaveLength(5);
    // The same list under another key: everything that matches is known by now.
    expect(await partnerCard.postList({ ...order, key: 'L2' })).toMatchObject({ posted: 0, known: 2 });
    replayed(core);
  });
});
