import { describe, expect, it } from 'vitest';
import { carriers, openTestCore, ownerWindow, password, personWindow } from '#tests/support/core.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { csvFile, importFile, undoNewest } from '#tests/support/import.ts';
import { newMember } from '#tests/support/membership.ts';
import { newAgreement, replayed } from '#tests/support/partner.ts';
import { newValues } from '#tests/support/records.ts';
import { told } from '#tests/support/refusal.ts';
import { partnerFields } from '#shared/features/partner/partner.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { Carrier } from '#tests/support/core.ts';

const heading = '卡号,商户名称,卡种,客户名称,车牌,剩余金额,剩余次数,发卡日期,有效期至';
const cards = (...lines: string[]): File => csvFile('合作卡余额.csv', heading, ...lines);

/** A store with fuel cards (¥200.00, at most three, two for a customer) and wash cards of three times. */
async function begin(carrier: Carrier) {
  const clock = fixedClock('2026-11-18T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const { customerId } = await newMember(owner, { name: '李师傅', phone: '13900001111' });
  await newMember(owner, { name: '王师傅', phone: '13900002222' });
  await client.vehicle.create({
    values: newValues(vehicleFields, { plate: '冀A12345', kind: 'heavyTruck', customerId }),
  });
  const fuel = await newAgreement(owner, { totalQuota: 3, perCustomer: 2, numbering: 'partner' });
  await newAgreement(owner, {
    partnerId: fuel.partnerId,
    cardName: '洗车卡',
    unit: 'times',
    faceFen: null,
    faceTimes: 3,
    timeFen: 6000,
  });
  const { name } = (await client.partner.get({ id: fuel.partnerId })).record;
  const byNumber = async () => {
    const { rows } = await client.partnerCard.list({ pageSize: 50 });
    return Object.fromEntries(rows.map((card) => [card.number, card]));
  };
  return { core, clock, owner, client, customerId, fuel, partner: name, byNumber };
}

const file = (partner: string): File =>
  cards(
    `a-100 1,${partner},加油卡,李师傅,,150.50,,2026-03-01,2027-03-01`,
    `A2,${partner},加油卡,,冀A12345,200,,,2026-12-01`,
    `A3,${partner},加油卡,王师傅,,0,,2026-05-05,`,
    `W1,${partner},洗车卡,王师傅,,,2,2026-06-01,2026-11-18`,
  );

describe.each(carriers)('cards that were issued before, over %s', (carrier) => {
  it('come in with what is left as opening entries that no month counts as issued', async () => {
    const { core, owner, client, customerId, fuel, partner, byNumber } = await begin(carrier);
    const clerk = await personWindow(core, carrier, owner, '小刘', ['clerk']);
    const { fileId } = await clerk.client.import.upload({ file: file(partner) });
    expect(await told(clerk.client.import.run({ fileId, reading: {} }))).toBe('forbidden');
    expect(await importFile(owner, file(partner))).toMatchObject({
      kind: 'partnerCard',
      counts: [4, 0, 0, 0],
      kept: [],
    });
    const found = await byNumber();
    expect(found).toMatchObject({
      A1001: { customerId, balanceFen: 15_050, state: 'issued', issuedOn: '2026-03-01' },
      // The last day less the agreement's 365 days lies before the agreement began.
      A2: { customerId, balanceFen: 20_000, issuedOn: '2026-01-01', expiresOn: '2026-12-01' },
      A3: { balanceFen: 0, state: 'used', expiresOn: '2027-05-05' },
      W1: { balanceTimes: 2, balanceFen: null, expiresOn: '2026-11-18' },
    });
    expect(replayed(core).open.get(fuel.partnerId)).toBe(15_050 + 20_000 + 2 * 6000);
    expect(await client.partnerSettlement.open({})).toEqual([]);
    const november = { partnerId: fuel.partnerId, month: '2026-11' };
    expect(await client.partnerSettlement.view(november)).toMatchObject({
      openingFen: 47_050,
      broughtInFen: 47_050,
      issued: 0,
      issuedFen: 0,
      storeFen: 0,
      entries: [],
    });
    // What was redeemed before the day of the import is in the balance already.
    const redeem = (onDay: string) =>
      client.partnerCard.redeem({
        id: found['A1001']?.id ?? 0,
        quantity: 5_050,
        onDay,
        receiptKey: null,
        note: null,
      });
    expect(await told(redeem('2026-11-17'))).toBe('partner-card-before-opening');
    await redeem('2026-11-18');
    replayed(core);
    expect(await client.partnerSettlement.view(november)).toMatchObject({
      openingFen: 47_050,
      issued: 0,
      redeemedFen: 5_050,
      expiredFen: 12_000, // the wash card ends within the month
      closingFen: 30_000,
      entries: [{ kind: 'redeem' }],
    });
    const { partners } = await client.partner.figures({ from: '2026-11-01', to: '2026-11-30' });
    expect(partners).toMatchObject([
      { issued: 0, redeemedFen: 5_050, openFen: 42_000, rateBp: Math.round((5_050 * 10_000) / 47_050) },
    ]);
    const { record } = await client.partnerAgreement.get({ id: fuel.id });
    const { id: _i, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
    const change = { id: fuel.id, version, values: { ...values, faceFen: 1 } };
    expect(await told(client.partnerAgreement.update(change))).toBe('partner-terms-frozen');
  });
});

it('undone, they are taken back by entries; what was used since stays; a mistake is reversed alone', async () => {
  const { core, clock, owner, client, fuel, partner, byNumber } = await begin('port');
  await importFile(owner, file(partner));
  const { A1001, A2 } = await byNumber();
  const spent = { id: A1001?.id ?? 0, quantity: 5_050, onDay: '2026-11-18', receiptKey: null, note: null };
  await client.partnerCard.redeem(spent);
  expect(await undoNewest(owner)).toEqual({ undone: 3, keptBecauseEdited: 1, failed: 0 });
  expect(await byNumber()).toMatchObject({
    A1001: { balanceFen: 10_000, state: 'issued' },
    A2: { balanceFen: null, state: 'cancelled', customerId: null, agreementId: null },
    W1: { balanceTimes: null, state: 'cancelled' },
  });
  expect(replayed(core).open.get(fuel.partnerId)).toBe(10_000);
  // The corrected file: the number comes again, what is there already and says something else is kept out.
  const again = await importFile(
    owner,
    cards(
      `A2,${partner},加油卡,,冀A12345,50,,,2026-12-01`,
      `A1001,${partner},加油卡,李师傅,,150.50,,2026-03-01,2027-03-01`,
      `A1001,${partner},加油卡,李师傅,,100,,2026-03-01,2027-03-01`,
    ),
  );
  expect(again).toMatchObject({
    counts: [0, 1, 0, 2],
    kept: [
      [3, 'partner-card-there'],
      [4, 'partner-card-twice'],
    ],
  });
  expect(replayed(core).open.get(fuel.partnerId)).toBe(15_000);
  const view = await client.partnerCard.view({ id: A2?.id ?? 0 });
  expect(view.entries.map(({ kind }) => kind)).toEqual(['opening', 'reverse', 'opening']);
  await client.partnerCard.reverse({ entryId: view.entries[0]?.id ?? 0, reason: '录错' });
  // The month closes with what is open, and the next begins with it.
  clock.set('2026-12-02T02:00:00.000Z');
  owner.token = (await client.session.signIn({ login: '王总', password })).token;
  const november = { partnerId: fuel.partnerId, month: '2026-11' };
  const { netFen, closingFen } = await client.partnerSettlement.view(november);
  expect(closingFen).toBe(10_000);
  await client.partnerSettlement.agree({ ...november, seenNetFen: netFen, note: null });
  expect(await client.partnerSettlement.view({ ...november, month: '2026-12' })).toMatchObject({
    openingFen: 10_000,
    broughtInFen: 0,
  });
  expect(replayed(core).open.get(fuel.partnerId)).toBe(10_000);
});

it('every wrong row is told by itself and leaves nothing; the same file again changes nothing', async () => {
  const { core, owner, client, fuel, partner, byNumber } = await begin('port');
  const { rows: kinds } = await client.partnerKind.list({ pageSize: 1 });
  const without = '没有协议的店';
  await client.partner.create({
    values: newValues(partnerFields, { name: without, kindId: kinds[0]?.id ?? 0 }),
  });
  const row = (number: string, rest: string): string => `${number},${partner},${rest}`;
  const rows: [string, string | undefined][] = [
    [row('A1', '加油卡,李师傅,,150,,2026-03-01,2027-03-01'), undefined],
    [row('a-1', '加油卡,李师傅,,150,,2026-03-01,2027-03-01'), 'partner-card-twice'],
    [row('', '加油卡,李师傅,,150,,,2027-03-01'), 'required'],
    [`A2,没有这家,加油卡,李师傅,,150,,,2027-03-01`, 'partner-unknown'],
    [`A2,${without},加油卡,李师傅,,150,,,2027-03-01`, 'partner-without-agreement'],
    [row('A2', '轮胎卡,李师傅,,150,,,2027-03-01'), 'partner-card-kind-unknown'],
    [row('A2', ',李师傅,,150,,,2027-03-01'), 'partner-card-kind-needed'],
    [row('A2', '加油卡,李师傅,,150,,,2026-11-17'), 'partner-card-over'],
    [row('A2', '加油卡,李师傅,,150,,2025-03-01,2027-03-01'), 'partner-no-edition-then'],
    [row('A2', '加油卡,李师傅,,-1,,,2027-03-01'), 'too-small'],
    [row('A2', '加油卡,李师傅,,12.345,,,2027-03-01'), 'parts-of-a-fen'],
    [row('A2', '加油卡,李师傅,,200.01,,,2027-03-01'), 'partner-balance-over-face'],
    [row('A2', '加油卡,李师傅,,,2,,2027-03-01'), 'partner-balance-money'],
    [row('W2', '洗车卡,李师傅,,,1.5,,2027-03-01'), 'not-whole'],
    [row('W2', '洗车卡,李师傅,,,-1,,2027-03-01'), 'too-small'],
    [row('W2', '洗车卡,李师傅,,30,,,2027-03-01'), 'partner-balance-times'],
    [row('A2', '加油卡,张三,,150,,,2027-03-01'), 'customer-unknown'],
    [row('A2', '加油卡,,,150,,,2027-03-01'), 'partner-holder-needed'],
    [row('A2', '加油卡,王师傅,冀A12345,150,,,2027-03-01'), 'partner-holder-which'],
    [row('A2', '加油卡,李师傅,,150,,,2027-03-01'), undefined],
    [row('A3', '加油卡,李师傅,,150,,,2027-03-01'), 'partner-rows-per-customer'],
    [row('A3', '加油卡,王师傅,,150,,,2027-03-01'), undefined],
    [row('A4', '加油卡,王师傅,,150,,,2027-03-01'), 'partner-rows-quota-total'],
  ];
  const done = await importFile(owner, cards(...rows.map(([line]) => line)));
  expect(done.kept).toEqual(rows.flatMap(([, code], at) => (code === undefined ? [] : [[at + 2, code]])));
  expect(done.counts).toEqual([3, 0, 0, rows.length - 3]);
  expect(Object.keys(await byNumber()).toSorted()).toEqual(['A1', 'A2', 'A3']);
  expect(replayed(core).open.get(fuel.partnerId)).toBe(45_000);
  const good = rows.filter(([, code]) => code === undefined).map(([line]) => line);
  expect((await importFile(owner, cards(...good))).counts).toEqual([0, 0, 3, 0]);
});
