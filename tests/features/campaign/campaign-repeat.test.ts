import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatPeriods, repeatPoint } from '#shared/features/campaign/campaign-repeat.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { importedRepair, newCustomer } from '#tests/support/records.ts';

const day = '2026-11-18';

describe('repeat trade', () => {
  it('is what counting customer by customer gives', () => {
    const trade = record({
      customerId: integer({ min: 1, max: 8 }),
      on: integer({ min: -400, max: 20 }).map((days) => addDays(day, days)),
      trades: integer({ min: 1, max: 3 }),
      fen: integer({ min: 0, max: 100_000 }),
    });
    const span = record({
      customerId: integer({ min: 1, max: 8 }),
      from: constantFrom('2026-01-01', day, '2026-11-19'),
      to: constantFrom(null, day, '2026-11-19'),
    });
    assert(
      property(array(trade, { maxLength: 40 }), array(span, { maxLength: 6 }), (trades, spans) => {
        const point = repeatPoint({ key: '2026-11', day }, trades, spans);
        for (const isMember of [true, false]) {
          let [customers, repeated, fen] = [0, 0, 0];
          for (let id = 1; id <= 8; id += 1) {
            if (
              spans.some((one) => one.customerId === id && one.from <= day && (one.to ?? '9') > day) !==
              isMember
            )
              continue;
            const own = trades.filter(
              (one) => one.customerId === id && one.on > '2025-11-18' && one.on <= day,
            );
            const times = own.reduce((sum, one) => sum + one.trades, 0);
            if (times > 0) customers += 1;
            if (times > 1) repeated += 1;
            fen += own.reduce((sum, one) => sum + one.fen, 0);
          }
          expect(isMember ? point.members : point.others).toMatchObject({
            customers,
            repeated,
            valueFen: fen,
          });
        }
      }),
    );
  });

  it.each([
    ['month', '2025-12', '2026-11', '2025-12-31'],
    ['quarter', '2025-Q1', '2026-Q4', '2025-03-31'],
    ['year', '2023', '2026', '2023-12-31'],
  ] as const)('periods by %s end today', (by, first, last, end) => {
    const periods = repeatPeriods(by, day);
    expect(periods[0]).toEqual({ key: first, day: end });
    expect(periods.at(-1)).toEqual({ key: last, day });
  });
});

describe.each(carriers)('trade of members over %s', (carrier) => {
  it('tells who comes back, and what members lose soon, with the rows behind', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const member = await newMember(owner, { name: '会员甲' });
    const { id: other } = await client.customer.create({ values: newCustomer({ name: '散客' }) });
    const visit = (
      number: string,
      customerId: number,
      checkedInOn: string,
      type: 'general' | 'internal' = 'general',
    ) => importedRepair(core, { number, customerId, checkedInOn, type, labourFen: 10_000 });
    await visit('1', member.customerId, '2026-03-01');
    await visit('2', member.customerId, '2026-11-01');
    await visit('3', other, '2026-11-02');
    await visit('4', other, '2026-11-03', 'internal');
    const [now] = (await client.campaign.repeat({ by: 'month' })).toReversed();
    expect(now).toEqual({
      key: '2026-11',
      day,
      members: { customers: 1, repeated: 1, rateBp: 10_000, valueFen: 20_000, perHeadFen: 20_000 },
      others: { customers: 1, repeated: 0, rateBp: 0, valueFen: 10_000, perHeadFen: 10_000 },
    });
    expect(await client.campaign.repeatRows({ day, isMember: true, onlyRepeated: true })).toEqual([
      { customerId: member.customerId, name: '会员甲', trades: 2, fen: 20_000 },
    ]);
    expect(await client.campaign.repeatRows({ day, isMember: false, onlyRepeated: true })).toEqual([]);

    const voucher = { id: member.id, account: 'voucher' as const, note: null, paidFen: 0, unitFen: 5000 };
    await client.membership.issue({
      ...voucher,
      receiptKey: 'a',
      name: '洗车券',
      times: 2,
      expiresOn: '2026-12-18',
    });
    await client.membership.issue({
      ...voucher,
      receiptKey: 'b',
      name: '以后',
      times: 2,
      expiresOn: '2026-12-19',
    });
    expect(await client.campaign.expiring({ days: 30 })).toMatchObject({
      members: 1,
      worthFen: 10_000,
      lines: [
        { customerName: '会员甲', account: 'voucher', name: '洗车券', rest: 2, expiresOn: '2026-12-18' },
      ],
    });
  });
});
