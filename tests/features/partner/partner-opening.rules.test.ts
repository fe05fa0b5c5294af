import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openingBalance, openingTerm } from '#shared/features/partner/partner-opening.rules.ts';
import { addDays } from '#shared/kernel/day.ts';

const today = '2026-11-18';
const first = { validFrom: '2025-01-01', validTo: '2025-12-31', validDays: 365 };
const second = { validFrom: '2026-01-01', validTo: '2026-12-31', validDays: 400 };
const money = { unit: 'money', faceFen: 20_000, faceTimes: null } as const;
const times = { unit: 'times', faceFen: null, faceTimes: 5 } as const;

it.each([
  // Day of issue, last day, editions: the edition's place, both days, or what is wrong.
  ['2025-12-31', null, [first, second], [0, '2025-12-31', '2026-12-31']],
  ['2026-01-01', '2026-11-18', [first, second], [1, '2026-01-01', '2026-11-18']],
  ['2026-01-01', '2026-11-17', [first, second], 'expiresOn partner-card-over'],
  ['2026-11-19', null, [second], 'issuedOn partner-day-to-come'],
  ['2024-12-31', '2027-01-01', [first], 'issuedOn partner-no-edition-then'],
  ['2026-03-01', '2026-02-28', [second], 'expiresOn ends-before-start'],
  [null, null, [second], 'expiresOn required'],
  // 365 days before lies in the first edition; 400 days before lies there too, where the second does not hold.
  [null, '2026-11-20', [first, second], [0, '2025-11-20', '2026-11-20']],
  // 400 days before the last day lies ahead: given out today.
  [null, '2028-03-01', [second], [0, today, '2028-03-01']],
  // A last day moved by hand: the nearest day on which the only edition held.
  [null, '2026-12-31', [second], [0, '2026-01-01', '2026-12-31']],
  [null, '2027-06-30', [first], [0, '2025-12-31', '2027-06-30']],
  [null, '2027-06-30', [{ ...second, validFrom: '2026-12-01' }], 'issuedOn partner-issue-day-needed'],
  [null, '2028-12-31', [first, { ...first, validFrom: '2024-01-01' }], 'issuedOn partner-issue-day-needed'],
] as const)('issued %s until %s', (issuedOn, expiresOn, editions, expected) => {
  const found = openingTerm({ issuedOn, expiresOn }, [...editions], today);
  expect(
    'issue' in found
      ? `${found.field} ${found.issue}`
      : [editions.indexOf(found.edition as never), found.issuedOn, found.expiresOn],
  ).toEqual(expected);
});

it('a card that comes in was given out while its edition held, not later than today, and is still good', () => {
  const near = (day: string) => fc.integer({ min: -900, max: 900 }).map((days) => addDays(day, days));
  const edition = fc
    .tuple(near(today), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 800 }))
    .map(([validFrom, days, validDays]) => ({ validFrom, validTo: addDays(validFrom, days), validDays }));
  fc.assert(
    fc.property(
      fc.option(near(today)),
      fc.option(near(today)),
      fc.array(edition, { minLength: 1, maxLength: 3 }),
      (issuedOn, expiresOn, editions) => {
        const found = openingTerm({ issuedOn, expiresOn }, editions, today);
        if ('issue' in found) return;
        expect(editions).toContain(found.edition);
        expect(found.issuedOn >= found.edition.validFrom && found.issuedOn <= found.edition.validTo).toBe(
          true,
        );
        expect(found.issuedOn <= today && found.expiresOn >= today).toBe(true);
        if (issuedOn !== null) expect(found.issuedOn).toBe(issuedOn);
        if (expiresOn !== null) expect(found.expiresOn).toBe(expiresOn);
      },
    ),
  );
});

it.each([
  [money, 20_000, null, 20_000],
  [money, 0, 0, 0],
  [money, 20_001, null, 'balanceFen partner-balance-over-face'],
  [money, null, null, 'balanceFen partner-balance-money'],
  [money, 100, 1, 'balanceTimes partner-balance-money'],
  [times, 0, 5, 5],
  [times, null, 6, 'balanceTimes partner-balance-over-face'],
  [times, 500, 2, 'balanceFen partner-balance-times'],
  [times, null, null, 'balanceTimes partner-balance-times'],
] as const)('%o with %s fen and %s times', (terms, balanceFen, balanceTimes, expected) => {
  const found = openingBalance(terms, { balanceFen, balanceTimes });
  expect(typeof found === 'number' ? found : `${found.field} ${found.issue}`).toBe(expected);
});
