import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsLater } from '#shared/kernel/day-number.ts';
import { addDays, addMonths, dayFromNumber, dayNumber } from '#shared/kernel/day.ts';
import type { ReminderVehicle } from '#shared/features/reminder/reminder-facts.ts';
import type { ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import {
  reminderKinds,
  vehicleReminderKinds,
  ruleVehicleKinds,
  statedKinds,
  type ReminderKind,
} from '#shared/features/reminder/reminder.fields.ts';
import { reminderState, remindersOf } from '#shared/features/reminder/reminder.rules.ts';
import { vehicleKinds, vehicleUses } from '#shared/features/vehicle/vehicle.fields.ts';
import { reminderRule, shippedReminderRules } from '#tests/support/reminder.ts';
import { slowReminders } from './reminder-reference.ts';

const today = '2026-11-18';
const truck: ReminderVehicle = { inUse: true, kind: 'heavyTruck', use: 'commercial' };

/** Due day and basis of one kind by the rules as shipped. */
async function dueOf(kind: ReminderKind, vehicle: Partial<ReminderVehicle>, on = today): Promise<string> {
  const found = remindersOf({ ...truck, ...vehicle }, await shippedReminderRules(), on).find(
    (one) => one.kind === kind,
  );
  return found ? `${found.dueOn} ${found.basis}` : '-';
}

const day = fc.integer({ min: dayNumber('2004-01-01'), max: dayNumber('2030-12-31') }).map(dayFromNumber);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
const done = fc.record({ on: day, place: fc.constantFrom('here' as const, 'elsewhere' as const) });
const vehicle: fc.Arbitrary<ReminderVehicle> = fc.record({
  inUse: fc.constant(true),
  kind: fc.constantFrom(...vehicleKinds),
  use: maybe(fc.constantFrom(...vehicleUses)),
  grossMassKg: maybe(fc.constantFrom(3000, 3500, 3501, 4500, 4501, 25_000)),
  registeredOn: maybe(day),
  purchasedOn: maybe(day),
  stated: fc.record(Object.fromEntries(statedKinds.map((kind) => [kind, day])), { requiredKeys: [] }),
  done: fc.record(Object.fromEntries(vehicleReminderKinds.map((kind) => [kind, done])), { requiredKeys: [] }),
  maintainedKm: maybe(fc.nat({ max: 300_000 })),
  plan: fc.record({
    days: maybe(fc.integer({ min: 20, max: 200 })),
    km: maybe(fc.integer({ min: 5000, max: 60_000 })),
  }),
  dailyKm: maybe(fc.integer({ min: 1, max: 900 })),
  reading: maybe(fc.record({ on: day, km: fc.nat({ max: 400_000 }) })),
  lastVisitOn: maybe(day),
  repairWarranty: maybe(
    fc.record({ from: day, days: fc.constantFrom(10, 30, 100), km: fc.constantFrom(2000, 5000, 20_000) }),
  ),
});
const ages = maybe(fc.constantFrom(12, 35, 60, 72, 120, 180));
const ownRule: fc.Arbitrary<ReminderRule> = fc
  .record({
    kind: fc.constantFrom(...reminderKinds),
    vehicleKind: maybe(fc.constantFrom(...ruleVehicleKinds)),
    use: maybe(fc.constantFrom(...vehicleUses)),
    aboveMassKg: maybe(fc.constantFrom(3500, 4500)),
    upToMassKg: maybe(fc.constantFrom(3500, 12_000)),
    aboveAgeMonths: ages,
    upToAgeMonths: ages,
    everyMonths: maybe(fc.constantFrom(1, 6, 12, 24)),
    everyDays: maybe(fc.integer({ min: 30, max: 400 })),
    everyKm: maybe(fc.constantFrom(10_000, 50_000)),
    usualDailyKm: maybe(fc.constantFrom(50, 400)),
    leadDays: fc.nat({ max: 90 }),
    openDays: maybe(fc.nat({ max: 200 })),
    untilMonths: maybe(fc.integer({ min: 6, max: 24 })),
    active: fc.constantFrom(true, true, true, false),
    validFrom: fc.constantFrom('2000-01-01', '2026-06-01', '2027-01-01'),
    validTo: maybe(fc.constantFrom('2026-12-31', '2028-01-01')),
  })
  // A row that ends before it begins is refused when it is entered.
  .filter(({ aboveAgeMonths, upToAgeMonths }) => (aboveAgeMonths ?? 0) < (upToAgeMonths ?? 9999))
  .map((given) => reminderRule(given));

describe('the engine against a slow reference', () => {
  it('finds the same over random vehicles, days and the rules as shipped, also between rules of the store', async () => {
    const shipped = await shippedReminderRules();
    const plain = (found: ReturnType<typeof slowReminders>): string[] =>
      found
        .map(({ kind, ruleId, dueOn, endsOn, basis }) => `${kind} ${ruleId} ${dueOn} ${endsOn} ${basis}`)
        .toSorted();
    fc.assert(
      fc.property(vehicle, day, fc.array(ownRule, { maxLength: 4 }), (one, on, own) => {
        const rules = [...shipped, ...own.map((rule, index) => ({ ...rule, id: 900 + index }))];
        expect(plain(remindersOf(one, rules, on))).toEqual(plain(slowReminders(one, rules, on)));
      }),
      { numRuns: 120 },
    );
  });

  it('months of whole numbers are those of texts', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, months) => {
        expect(dayFromNumber(monthsLater(dayNumber(from), months))).toBe(addMonths(from, months));
      }),
    );
    for (const [from, months, to] of [
      ['2024-01-31', 1, '2024-02-29'],
      ['2023-01-31', 1, '2023-02-28'],
      ['2024-02-29', 12, '2025-02-28'],
      ['2024-02-29', 48, '2028-02-29'],
      ['1900-01-31', 1, '1900-02-28'],
      ['2000-01-31', 1, '2000-02-29'],
      ['2024-03-31', -1, '2024-02-29'],
      ['1969-12-31', 2, '1970-02-28'],
    ] as const)
      expect(dayFromNumber(monthsLater(dayNumber(from), months))).toBe(to);
  });

  it('has nothing for a vehicle that is sold, scrapped or transferred, whatever is known of it', async () => {
    const shipped = await shippedReminderRules();
    fc.assert(
      fc.property(vehicle, day, (one, on) => {
        expect(remindersOf({ ...one, inUse: false }, shipped, on)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('annual test by the rules as shipped', () => {
  const test = (on: string, place: 'here' | 'elsewhere' = 'here'): Pick<ReminderVehicle, 'done'> => ({
    done: { annualTest: { on, place } },
  });
  it.each([
    // trucks: 12 months up to ten years, then 6; a shorter period brings nothing forward of the tenth birthday
    ['heavyTruck', 'commercial', '2025-03-10', '2026-02-20', '2027-02-20'],
    ['tractor', 'commercial', '2016-03-10', '2025-03-10', '2026-03-10'],
    ['tractor', 'commercial', '2016-03-10', '2025-06-01', '2026-03-10'],
    ['tractor', 'commercial', '2016-03-10', '2026-03-10', '2026-09-10'],
    ['tractor', 'commercial', '2016-03-10', '2026-02-10', '2026-08-10'],
    ['lightTruck', 'private', '2016-03-10', '2025-03-11', '2026-03-10'],
    ['mediumTruck', 'commercial', '2010-01-31', '2026-08-31', '2027-02-28'],
    // passengers for hire: 12 up to five years, then 6
    ['bus', 'commercial', '2021-05-01', '2025-05-01', '2026-05-01'],
    ['bus', 'commercial', '2021-05-01', '2026-05-01', '2026-11-01'],
    ['car', 'commercial', '2021-05-01', '2026-05-01', '2026-11-01'],
    // all others yearly
    ['bus', 'private', '2010-05-01', '2026-05-01', '2027-05-01'],
    ['trailer', 'commercial', '2010-05-01', '2026-05-01', '2027-05-01'],
    ['special', 'private', '2020-02-29', '2024-02-29', '2025-02-28'],
    // small private cars under the relief of 2022, to be checked: 24 up to ten years, then 12
    ['car', 'private', '2016-05-01', '2022-05-01', '2024-05-01'],
    ['car', 'private', '2016-05-01', '2026-05-01', '2027-05-01'],
  ] as const)('%s %s registered %s, tested %s: %s', async (kind, use, registeredOn, on, due) => {
    expect(await dueOf('annualTest', { kind, use, registeredOn, ...test(on) })).toBe(`${due} doneHere`);
  });

  it.each([
    ['2020-08-01', '2016-05-01', '2020-06-01', '2022-05-01'],
    ['2022-09-30', '2016-05-01', '2022-05-01', '2023-05-01'],
    ['2022-09-30', '2007-05-01', '2022-05-01', '2022-11-01'],
    ['2022-10-01', '2016-05-01', '2022-05-01', '2024-05-01'],
  ])(
    'private car by the rules of %s, registered %s, tested %s: %s',
    async (on, registeredOn, tested, due) => {
      const car = { kind: 'car', use: 'private', registeredOn, ...test(tested) } as const;
      expect(await dueOf('annualTest', car, on)).toBe(`${due} doneHere`);
    },
  );

  it('is reckoned from the registration as long as nobody told a day, and never late then', async () => {
    expect(await dueOf('annualTest', { registeredOn: '2022-11-18' })).toBe('2026-11-18 estimated');
    expect(await dueOf('annualTest', { registeredOn: '2022-11-17' })).toBe('2027-11-17 estimated');
    expect(await dueOf('annualTest', {})).toBe('-');
  });

  it('starts anew from the day it was done, here or elsewhere; an old paper is not believed, a new one is', async () => {
    const stated = { annualTest: '2026-12-01' };
    const vehicle = { registeredOn: '2022-12-01', stated };
    expect(await dueOf('annualTest', vehicle)).toBe('2026-12-01 stated');
    expect(await dueOf('annualTest', { ...vehicle, ...test('2026-10-15') })).toBe('2027-10-15 doneHere');
    expect(await dueOf('annualTest', { ...vehicle, ...test('2026-10-15', 'elsewhere') })).toBe(
      '2027-10-15 doneElsewhere',
    );
    const renewed = {
      registeredOn: '2022-12-01',
      stated: { annualTest: '2027-09-30' },
      ...test('2026-10-15'),
    };
    expect(await dueOf('annualTest', renewed)).toBe('2027-09-30 stated');
  });

  it('may be done three months early', async () => {
    const [found] = remindersOf(
      { ...truck, registeredOn: '2025-05-31', stated: { annualTest: '2026-05-31' } },
      (await shippedReminderRules()).filter(({ kind }) => kind === 'annualTest'),
      '2026-04-01',
    );
    expect(found).toMatchObject({
      dueOn: '2026-05-31',
      earliestOn: '2026-02-28',
      opensOn: '2026-04-01',
      state: 'open',
    });
  });
});

describe('the other due days by the rules as shipped', () => {
  it.each([
    ['2026-03-05', '2027-03-05'],
    ['2024-02-29', '2025-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('compulsory insurance done %s: %s', async (on, due) => {
    expect(await dueOf('compulsoryInsurance', { done: { compulsoryInsurance: { on, place: 'here' } } })).toBe(
      `${due} doneHere`,
    );
  });

  it('commercial insurance has its own day, leads the compulsory one, and is called about from month 9 on', async () => {
    const stated = { commercialInsurance: '2027-02-17' };
    expect(await dueOf('commercialInsurance', { stated })).toBe('2027-02-17 stated');
    expect(await dueOf('compulsoryInsurance', { stated, purchasedOn: '2024-05-01' })).toBe('2027-02-17 led');
    expect(
      await dueOf('compulsoryInsurance', { stated: { ...stated, compulsoryInsurance: '2027-01-05' } }),
    ).toBe('2027-01-05 stated');
    expect(await dueOf('commercialInsurance', { purchasedOn: '2024-05-01' })).toBe('-');
    const rules = (await shippedReminderRules()).filter(({ kind }) => kind === 'commercialInsurance');
    for (const [on, state] of [
      ['2026-11-17', 'later'],
      ['2026-11-18', 'open'],
      ['2027-02-17', 'today'],
      ['2027-02-18', 'overdue'],
      ['2027-05-18', 'overdue'],
      ['2027-05-19', 'over'],
    ] as const)
      expect(remindersOf({ ...truck, stated }, rules, on)[0]?.state, on).toBe(state);
  });

  it.each([
    ['lightTruck', 3500, 10_000, '2026-12-31'], // 40,000 km
    ['lightTruck', 3501, 10_000, '2027-02-09'], // 50,000 km
    ['lightTruck', null, 10_000, '2026-12-31'],
    ['heavyTruck', null, 10_000, '2027-02-09'],
    ['trailer', 3000, 10_000, '2027-02-09'],
    ['heavyTruck', 25_000, 60_000, '2026-11-21'], // reached on the day of the reading
  ] as const)(
    'second-level maintenance of a %s of %s kg by odometer %s: %s, 400 km a day',
    async (kind, grossMassKg, km, due) => {
      const found = await dueOf('secondMaintenance', {
        kind,
        grossMassKg,
        dailyKm: 400,
        maintainedKm: 5000,
        done: { secondMaintenance: { on: '2026-11-01', place: 'here' } },
        reading: {
          on: '2026-11-21',
          km:
            km === 60_000
              ? 60_000
              : 5000 +
                10_000 *
                  (grossMassKg === 3500 || (kind === 'lightTruck' && grossMassKg === null) ? 2.4 : 1.8),
        },
      });
      expect(found).toBe(`${due} odometer`);
    },
  );

  it('second-level maintenance follows the days, the vehicle’s own plan, and is none of a private vehicle', async () => {
    const vehicle = {
      done: { secondMaintenance: { on: '2026-11-01', place: 'here' } },
      dailyKm: 10,
    } as const;
    expect(await dueOf('secondMaintenance', vehicle)).toBe('2027-03-01 doneHere');
    expect(await dueOf('secondMaintenance', { ...vehicle, plan: { days: 60 } })).toBe('2026-12-31 doneHere');
    expect(await dueOf('secondMaintenance', { ...vehicle, plan: { km: 300 } })).toBe('2026-12-01 odometer');
    expect(await dueOf('secondMaintenance', { ...vehicle, use: 'private' })).toBe('-');
    // A paper beyond that period tells of a maintenance elsewhere: its kilometres are not known.
    const fast = { ...vehicle, dailyKm: 1000 };
    expect(await dueOf('secondMaintenance', fast)).toBe('2026-12-21 odometer');
    expect(await dueOf('secondMaintenance', { ...fast, stated: { secondMaintenance: '2027-03-01' } })).toBe(
      '2026-12-21 odometer',
    );
    expect(await dueOf('secondMaintenance', { ...fast, stated: { secondMaintenance: '2027-03-02' } })).toBe(
      '2027-03-02 stated',
    );
    // Without a distance of its own the usual one of the rule: 50,000 km at 300 a day last longer than 120 days.
    expect(await dueOf('secondMaintenance', { ...vehicle, dailyKm: null })).toBe('2027-03-01 doneHere');
  });

  it.each([
    [4500, '-'],
    [4501, '2027-01-10 stated'],
    [null, '-'],
  ] as const)('transport permit at %s kg: %s', async (grossMassKg, due) => {
    expect(await dueOf('transportPermit', { grossMassKg, stated: { transportPermit: '2027-01-10' } })).toBe(
      due,
    );
  });

  it('technical grading: yearly, half-yearly beyond ten years, none for private ones', async () => {
    const graded = { done: { technicalGrade: { on: '2026-06-01', place: 'here' } } } as const;
    expect(await dueOf('technicalGrade', { registeredOn: '2016-06-01', ...graded })).toBe(
      '2026-12-01 doneHere',
    );
    expect(await dueOf('technicalGrade', { registeredOn: '2020-06-01', ...graded })).toBe(
      '2027-06-01 doneHere',
    );
    expect(await dueOf('technicalGrade', { registeredOn: '2020-06-01', use: 'private', ...graded })).toBe(
      '-',
    );
  });

  it('services and staying away by the purchase and the last visit, window by window', async () => {
    const rules = await shippedReminderRules();
    const states = (vehicle: Partial<ReminderVehicle>, on: string): string =>
      remindersOf({ ...truck, ...vehicle }, rules, on)
        .filter(({ kind }) => ['firstService', 'regularService', 'lostCustomer'].includes(kind))
        .map(({ kind, state }) => `${kind} ${state}`)
        .toSorted()
        .join(', ');
    const bought = { purchasedOn: '2026-02-28' };
    expect(states(bought, '2026-05-27')).toBe('firstService later');
    expect(states(bought, '2026-05-28')).toBe('firstService today');
    expect(states(bought, '2027-02-27')).toBe('firstService overdue');
    expect(states(bought, '2027-02-28')).toBe('firstService over');
    const visited = { ...bought, lastVisitOn: '2026-06-30' };
    expect(states(visited, '2026-11-29')).toBe('lostCustomer later, regularService later');
    expect(states(visited, '2026-11-30')).toBe('lostCustomer later, regularService today');
    expect(states(visited, '2027-06-29')).toBe('lostCustomer later, regularService overdue');
    expect(states(visited, '2027-06-30')).toBe('lostCustomer today, regularService over');
    expect(states(visited, '2028-06-29')).toBe('lostCustomer overdue, regularService over');
    expect(states(visited, '2028-06-30')).toBe('lostCustomer over, regularService over');
    const elsewhere = {
      ...bought,
      done: { firstService: { on: '2026-06-30', place: 'elsewhere' } },
    } as const;
    expect(await dueOf('regularService', elsewhere)).toBe('2026-11-30 doneElsewhere');
  });

  it('warranty of family cars only, by date or kilometres, whichever comes first', async () => {
    const car = { kind: 'car', use: 'private', purchasedOn: '2024-02-29' } as const;
    expect(await dueOf('warrantyEnd', car)).toBe('2027-02-28 purchase');
    expect(
      await dueOf('warrantyEnd', { ...car, dailyKm: 100, reading: { on: '2026-11-01', km: 59_000 } }),
    ).toBe('2026-11-11 purchase');
    expect(await dueOf('warrantyEnd', { purchasedOn: '2024-02-29' })).toBe('-');
  });

  it('birthdays of vehicles: free inspection from three years on, once a year until somebody came', async () => {
    expect(await dueOf('freeInspection', { registeredOn: '2024-11-25' })).toBe('2027-11-25 age');
    expect(await dueOf('freeInspection', { registeredOn: '2023-11-25' })).toBe('2026-11-25 age');
    expect(await dueOf('freeInspection', { registeredOn: '2020-02-29' }, '2028-02-20')).toBe(
      '2028-02-29 age',
    );
    expect(await dueOf('freeInspection', { registeredOn: '2023-11-25', lastVisitOn: '2026-11-10' })).toBe(
      '2027-11-25 age',
    );
    expect(await dueOf('freeInspection', { registeredOn: '2023-11-25', lastVisitOn: '2026-11-09' })).toBe(
      '2026-11-25 age',
    );
  });

  it('warranty of a repair and purchase tax', async () => {
    expect(
      await dueOf('repairWarrantyEnd', { repairWarranty: { from: '2026-11-01', days: 30, km: 5000 } }),
    ).toBe('2026-12-01 repair');
    expect(
      await dueOf('repairWarrantyEnd', {
        dailyKm: 500,
        repairWarranty: { from: '2026-11-01', days: 30, km: 5000 },
      }),
    ).toBe('2026-11-11 repair');
    expect(await dueOf('purchaseTax', { purchasedOn: '2026-11-16' })).toBe('2027-01-15 purchase');
    expect(await dueOf('purchaseTax', { purchasedOn: '2026-11-16', registeredOn: '2026-11-17' })).toBe('-');
  });
});

describe('the rules', () => {
  it('as shipped: each has a day, a source, a script in both languages, and the doubtful are marked', async () => {
    const rules = await shippedReminderRules();
    for (const rule of rules) {
      expect(rule.source).not.toBe('');
      expect(rule.script).toContain('〔客户〕');
      expect(rule.scriptEn).toContain('〔customer〕');
    }
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(reminderKinds));
    const unsure = rules.filter(({ confirmed }) => !confirmed).map(({ kind }) => kind);
    expect(new Set(unsure)).toEqual(
      new Set([
        'annualTest', // the relief of 2022 alone
        'secondMaintenance',
        'transportPermit',
        'technicalGrade',
        'freeInspection',
        'repairWarrantyEnd',
        'birthday',
        'milestone',
        'memberPoints',
        'memberBonus',
        'memberUnits',
        'memberYears',
        'memberTier',
        'campaign',
      ]),
    );
    expect(rules.filter(({ kind, confirmed }) => kind === 'annualTest' && !confirmed)).toHaveLength(2);
  });

  it.each([
    ['switched off', { active: false }, '-'],
    ['not yet valid', { validFrom: '2026-11-19' }, '-'],
    ['valid from today', { validFrom: today }, '2026-12-01'],
    ['no longer valid', { validTo: '2026-11-17' }, '-'],
    ['valid until today', { validTo: today }, '2026-12-01'],
    ['of another kind', { vehicleKind: 'bus' }, '-'],
    ['of trucks', { vehicleKind: 'truck' }, '2026-12-01'],
    ['lighter', { upToMassKg: 17_999 }, '-'],
    ['up to its mass', { upToMassKg: 18_000 }, '2026-12-01'],
    ['above its mass', { aboveMassKg: 18_000 }, '-'],
    ['older than it is', { aboveAgeMonths: 84 }, '-'],
    ['of its age', { upToAgeMonths: 84 }, '2026-12-01'],
  ] as const)('a rule that is %s', (_name, given, due) => {
    const vehicle = {
      ...truck,
      grossMassKg: 18_000,
      registeredOn: '2019-12-01',
      stated: { annualTest: '2026-12-01' },
    };
    expect(remindersOf(vehicle, [reminderRule(given)], today)[0]?.dueOn ?? '-').toBe(due);
  });

  it('a stated day up to half a period after it was done is the old one', () => {
    const of = (annualTest: string): string | undefined =>
      remindersOf(
        { ...truck, stated: { annualTest }, done: { annualTest: { on: '2026-01-01', place: 'here' } } },
        [reminderRule()],
        today,
      )[0]?.dueOn;
    expect([of('2026-06-30'), of('2026-07-01')]).toEqual(['2027-01-01', '2026-07-01']);
  });

  it('an age that a rule ends with still belongs to it', () => {
    const vehicle = { ...truck, registeredOn: '2023-12-01' };
    const yearly = { kind: 'freeInspection', openDays: 30, upToAgeMonths: 36 } as const;
    const rules = [
      reminderRule(yearly),
      reminderRule({ ...yearly, id: 2, aboveAgeMonths: 36, upToAgeMonths: null }),
    ];
    const ids = (on: string): (number | undefined)[] =>
      remindersOf(vehicle, rules, on).map(({ ruleId }) => ruleId);
    expect([ids('2026-12-31'), ids('2027-01-01')]).toEqual([[1], [2]]);
  });

  it('of an unknown age the youngest rule counts, also where it does not begin at birth', () => {
    const rule = reminderRule({ kind: 'lostCustomer', aboveAgeMonths: 12, everyMonths: 1 });
    expect(remindersOf({ ...truck, lastVisitOn: '2026-11-01' }, [rule], today)[0]?.dueOn).toBe('2026-12-01');
  });

  it('the one that names the vehicle more closely counts, then the later one', () => {
    const rules = [
      reminderRule({ id: 1, everyMonths: 12, validFrom: '2026-01-01' }),
      reminderRule({ id: 2, everyMonths: 6, vehicleKind: 'truck' }),
      reminderRule({ id: 3, everyMonths: 4, vehicleKind: 'truck', validFrom: '2026-01-01' }),
      reminderRule({ id: 4, everyMonths: 3, vehicleKind: 'bus' }),
    ];
    const ids = (kind: 'heavyTruck' | 'bus' | 'car'): (number | undefined)[] =>
      remindersOf({ ...truck, kind, stated: { annualTest: '2026-12-01' } }, rules, today).map(
        ({ ruleId }) => ruleId,
      );
    expect([ids('heavyTruck'), ids('bus'), ids('car')]).toEqual([[3], [4], [1]]);
  });

  it('due today is not overdue', () => {
    const due = '2024-02-29';
    const on = (days: number): string =>
      reminderState(due, addDays(due, -30), addDays(due, 5), addDays(due, days));
    expect([-31, -30, -1, 0, 1, 5, 6].map(on)).toEqual([
      'later',
      'open',
      'open',
      'today',
      'overdue',
      'overdue',
      'over',
    ]);
  });
});
