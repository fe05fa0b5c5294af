import { describe, expect, it } from 'vitest';
import { offersOf, type OfferFacts, type OfferRule } from '#shared/features/offer/offer.rules.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { repairLineFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const today = '2026-11-18';
const nothing: OfferFacts = { due: [], member: null, yearFen: null, vehicles: [], works: [] };
const rule = (kind: OfferRule['kind'], given: Partial<OfferRule> = {}): OfferRule => ({
  id: 1,
  kind,
  days: null,
  amountFen: null,
  months: null,
  keywords: null,
  valueFen: 100,
  ...given,
});
const member = { nextTier: null, lots: [], benefits: [] };
const lot = { isPoints: true, name: '', rest: 500, worthFen: 500, expiresOn: '2026-12-18' };
const vehicle = { name: '鲁A1', registeredOn: null, insuredElsewhere: true, insuranceDueOn: '2026-12-01' };
const work = { name: '更换轮胎', on: '2026-05-01' };

describe('offers', () => {
  it.each<[string, OfferRule, Partial<OfferFacts>, object | null]>([
    [
      'due',
      rule('dueItem', { valueFen: 0 }),
      { due: [{ subject: '年检', on: today, valueFen: 7 }] },
      { subject: '年检', valueFen: 7 },
    ],
    [
      'tier within',
      rule('tierNear', { amountFen: 80_000 }),
      { member: { ...member, nextTier: { name: '金卡', missingFen: 80_000 } } },
      { subject: '金卡', fen: 80_000 },
    ],
    [
      'tier too far',
      rule('tierNear', { amountFen: 79_999 }),
      { member: { ...member, nextTier: { name: '金卡', missingFen: 80_000 } } },
      null,
    ],
    ['no member, no tier', rule('tierNear', { amountFen: 1 }), {}, null],
    [
      'points on the last day',
      rule('pointsExpiring', { days: 30 }),
      { member: { ...member, lots: [lot, { ...lot, expiresOn: today }] } },
      { count: 1000, fen: 1000, on: today },
    ],
    ['points later', rule('pointsExpiring', { days: 29 }), { member: { ...member, lots: [lot] } }, null],
    [
      'points for ever',
      rule('pointsExpiring', { days: 30 }),
      { member: { ...member, lots: [{ ...lot, expiresOn: null }] } },
      null,
    ],
    [
      'benefit',
      rule('unusedBenefit'),
      {
        member: {
          ...member,
          benefits: [
            { name: '检测', left: 2 },
            { name: '救援', left: 0 },
          ],
        },
      },
      { subject: '检测', count: 2 },
    ],
    [
      'voucher',
      rule('unusedUnits'),
      { member: { ...member, lots: [{ ...lot, isPoints: false, name: '券', rest: 1 }, lot] } },
      { subject: '券', count: 1, on: '2026-12-18' },
    ],
    [
      'voucher gone',
      rule('unusedUnits'),
      { member: { ...member, lots: [{ ...lot, isPoints: false, expiresOn: '2026-11-17' }] } },
      null,
    ],
    ['join', rule('joinMember', { amountFen: 300 }), { yearFen: 300 }, { fen: 300 }],
    ['join too early', rule('joinMember', { amountFen: 300 }), { yearFen: 299 }, null],
    ['join, sales hidden', rule('joinMember'), {}, null],
    ['joined', rule('joinMember'), { member, yearFen: 900 }, null],
    [
      'age reached',
      rule('vehicleAge', { months: 60 }),
      { vehicles: [{ ...vehicle, registeredOn: '2021-11-18' }] },
      { subject: '鲁A1', count: 60 },
    ],
    [
      'age a day short',
      rule('vehicleAge', { months: 60 }),
      { vehicles: [{ ...vehicle, registeredOn: '2021-11-19' }] },
      null,
    ],
    [
      'insurance',
      rule('insuredElsewhere', { days: 13 }),
      { vehicles: [vehicle] },
      { subject: '鲁A1', on: '2026-12-01' },
    ],
    ['insurance later', rule('insuredElsewhere', { days: 12 }), { vehicles: [vehicle] }, null],
    [
      'insured here',
      rule('insuredElsewhere', { days: 60 }),
      { vehicles: [{ ...vehicle, insuredElsewhere: false }] },
      null,
    ],
    [
      'work',
      rule('lastWork', { keywords: '轮胎 tyre', days: 180 }),
      { works: [work] },
      { subject: '更换轮胎', on: '2026-05-01' },
    ],
    [
      'work again since',
      rule('lastWork', { keywords: '轮胎', days: 180 }),
      { works: [work, { ...work, on: '2026-11-01' }] },
      null,
    ],
    ['work long ago', rule('lastWork', { keywords: '轮胎', days: 100 }), { works: [work] }, null],
    ['other work', rule('lastWork', { keywords: '制动', days: 180 }), { works: [work] }, null],
  ])('%s', (_name, one, facts, offer) => {
    const offers = offersOf({ ...nothing, ...facts }, [one], today);
    expect(offers).toEqual(offer === null ? [] : [expect.objectContaining({ valueFen: 100, ...offer })]);
  });

  it('ranks by value, then by day', () => {
    const facts = { ...nothing, vehicles: [vehicle], works: [work], yearFen: 5 };
    const rules = [
      rule('joinMember', { id: 1, valueFen: 5 }),
      rule('insuredElsewhere', { id: 2, valueFen: 9, days: 60 }),
      rule('lastWork', { id: 3, valueFen: 9, keywords: '轮胎' }),
    ];
    expect(offersOf(facts, rules, today).map(({ ruleId }) => ruleId)).toEqual([3, 2, 1]);
  });
});

describe.each(carriers)('offers over %s', (carrier) => {
  it('says what to offer a customer next and why, by the store’s own rules', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { id, customerId } = await newMember(owner);
    await client.membership.earn({ id, receiptKey: 'a', saleFen: 900_000, listFen: null, note: null });
    const { id: vehicleId } = await client.vehicle.create({
      values: newValues(vehicleFields, {
        customerId,
        plate: '鲁A12345',
        kind: 'car',
        registeredOn: '2020-11-18',
        state: 'inUse',
      }),
    });
    const { id: repairId } = await client.repair.create({
      values: newValues(repairFields, {
        number: 'R1',
        customerId,
        vehicleId,
        checkedInOn: '2026-04-01',
        state: 'done',
      }),
    });
    await client.repairLine.create({
      values: newValues(repairLineFields, { repairId, name: '前制动片更换' }),
    });
    const offers = await client.offer.ofCustomer({ customerId });
    expect(offers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'tierNear',
          subject: '银卡',
          fen: 100_000,
          words: expect.stringContaining('升级'),
        }),
        expect.objectContaining({ kind: 'lastWork', subject: '前制动片更换', on: '2026-04-01' }),
        expect.objectContaining({ kind: 'vehicleAge', subject: '鲁A12345', count: 72 }),
      ]),
    );
    expect(offers.map(({ valueFen }) => valueFen)).toEqual(
      offers.map(({ valueFen }) => valueFen).toSorted((a, b) => b - a),
    );
    const { rows } = await client.offerRule.list({
      filters: [{ field: 'kind', operator: 'is', value: 'vehicleAge' }],
    });
    const [{ id: ruleId, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values }] = rows as [
      (typeof rows)[number],
    ];
    expect(
      await client.offerRule
        .update({ id: ruleId, version, values: { ...values, months: null } })
        .then(() => undefined, errorData),
    ).toMatchObject({ issues: [{ field: 'values.months', issue: 'required' }] });
    await client.offerRule.update({ id: ruleId, version, values: { ...values, active: false } });
    const kinds = (await client.offer.ofCustomer({ customerId })).map(({ kind }) => kind);
    expect(kinds).not.toContain('vehicleAge');

    // Who may not see plates or repair orders gets no offer that tells of them.
    const sales = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    const seen = await sales.client.offer.ofCustomer({ customerId });
    expect(seen.map(({ kind }) => kind)).not.toContain('lastWork');
    expect(JSON.stringify(seen)).not.toContain('鲁A12345');
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    expect(await failure(technician.client.offer.ofCustomer({ customerId }))).toMatchObject({
      code: 'forbidden',
    });
  });
});
