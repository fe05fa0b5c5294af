import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, isDay } from '#shared/kernel/day.ts';
import { defaultVehicleRules as table } from '#shared/features/vehicle/vehicle.defaults.ts';
import { vehicleKinds, vehicleUses } from '#shared/features/vehicle/vehicle.fields.ts';
import type { VehicleRuleTable } from '#shared/features/vehicle/vehicle.rules.ts';
import {
  annualTestDue,
  compulsoryInsuranceDue,
  dueState,
  nextBySteps,
  purchaseTaxDue,
  ruleFor,
  secondMaintenanceDue,
  technicalInspectionDue,
  temporaryPlateDue,
} from '#shared/features/vehicle/vehicle.rules.ts';

const asOf = '2026-11-16';

describe('annual test (年检)', () => {
  it.each([
    // trucks: 12 months up to ten years, then 6
    ['heavyTruck', 'commercial', '2025-03-10', undefined, '2026-03-10'],
    ['heavyTruck', 'private', '2025-03-10', '2026-02-20', '2027-02-20'],
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
    ['bus', 'private', '2021-05-01', '2026-05-01', '2027-05-01'],
    // all others yearly
    ['trailer', 'commercial', '2010-05-01', '2026-05-01', '2027-05-01'],
    ['special', 'private', '2024-02-29', undefined, '2025-02-28'],
  ] as const)('%s %s registered %s, tested %s: %s', (kind, use, registered, lastDone, due) => {
    expect(annualTestDue(table, { kind, use, registered, lastDone, asOf })?.due).toBe(due);
  });

  it.each([
    // the law of 2004: 24 months up to six years, 12 up to fifteen, then 6
    ['2020-08-01', '2016-05-01', undefined, '2018-05-01', false],
    ['2020-08-01', '2016-05-01', '2020-05-01', '2022-05-01', false],
    ['2020-08-01', '2016-05-01', '2020-06-01', '2022-05-01', false],
    ['2022-09-30', '2016-05-01', '2022-05-01', '2023-05-01', false],
    ['2022-09-30', '2007-05-01', '2022-05-01', '2022-11-01', false],
    // the later relief, to be checked: 24 up to ten years, then 12
    ['2022-10-01', '2016-05-01', '2022-05-01', '2024-05-01', true],
    ['2026-11-16', '2016-05-01', '2026-05-01', '2027-05-01', true],
    ['2026-11-16', '2007-05-01', '2026-05-01', '2027-05-01', true],
  ])(
    'small private car, rules of %s, registered %s, tested %s: %s',
    (on, registered, lastDone, due, pleaseCheck) => {
      const date = annualTestDue(table, { kind: 'car', use: 'private', registered, lastDone, asOf: on });
      expect(date).toMatchObject({ due, pleaseCheck });
    },
  );

  it('may be done up to three months early, and names its source', () => {
    expect(
      annualTestDue(table, { kind: 'heavyTruck', use: 'commercial', registered: '2025-05-31', asOf }),
    ).toEqual({
      due: '2026-05-31',
      earliest: '2026-02-28',
      source: '道路交通安全法实施条例 第16条',
      pleaseCheck: false,
    });
  });

  it('takes an unknown use for private with cars and for commercial with others', () => {
    const registered = '2020-01-01';
    expect(annualTestDue(table, { kind: 'bus', registered, lastDone: '2026-01-01', asOf })?.due).toBe(
      '2026-07-01',
    );
    expect(annualTestDue(table, { kind: 'car', use: null, registered, asOf })?.due).toBe('2022-01-01');
  });

  it('always lies after the last test, at most the longest interval away, and moves on with each test', () => {
    const steps = [
      { upToAgeMonths: 72, everyMonths: 24 },
      { upToAgeMonths: 180, everyMonths: 12 },
      { everyMonths: 6 },
    ];
    const registered = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(registered, fc.nat({ max: 9000 }), fc.nat({ max: 400 }), (first, days, later) => {
        const lastDone = addDays(first, days);
        const due = nextBySteps(first, lastDone, steps) ?? '';
        expect(due > lastDone).toBe(true);
        expect(due <= addMonths(lastDone, 24)).toBe(true);
        expect(due >= addMonths(lastDone, 6)).toBe(true);
        expect((nextBySteps(first, addDays(lastDone, later), steps) ?? '') >= due).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the other due dates', () => {
  const truck = { kind: 'heavyTruck', use: 'commercial', asOf } as const;

  it.each([
    ['2026-03-05', '2027-03-05'],
    ['2024-02-29', '2025-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('compulsory insurance (交强险) from %s: %s', (policyStart, due) =>
    expect(compulsoryInsuranceDue(table, { ...truck, policyStart })).toMatchObject({
      due,
      pleaseCheck: false,
    }),
  );

  it.each([
    ['lightTruck', 3500, 40_000],
    ['lightTruck', 3501, 50_000],
    ['lightTruck', undefined, 40_000],
    ['heavyTruck', undefined, 50_000],
    ['heavyTruck', 25_000, 50_000],
    ['trailer', undefined, 50_000],
    ['trailer', 3000, 50_000],
  ] as const)(
    'second maintenance (二级维护) of a %s of %s kg: 120 days or %s km, to be checked',
    (kind, grossMassKg, km) => {
      const input = {
        kind,
        grossMassKg,
        use: 'commercial',
        lastDone: '2026-11-01',
        lastKilometres: 10_000,
        asOf,
      } as const;
      expect(secondMaintenanceDue(table, input)).toEqual({
        due: '2027-03-01',
        dueKilometres: 10_000 + km,
        source: 'GB/T 18344',
        pleaseCheck: true,
      });
    },
  );

  it('second maintenance follows the vehicle’s own plan; private vehicles have none of themselves', () => {
    const plan = { days: 60 };
    const planned = secondMaintenanceDue(table, {
      ...truck,
      lastDone: '2026-11-01',
      plan,
      planSource: '企业计划',
    });
    expect(planned).toEqual({ due: '2026-12-31', source: '企业计划', pleaseCheck: false });
    const mine = { ...truck, use: 'private', lastDone: '2026-11-01' } as const;
    expect(secondMaintenanceDue(table, mine)).toBeUndefined();
    expect(secondMaintenanceDue(table, { ...mine, plan })?.due).toBe('2026-12-31');
  });

  it.each([
    [1, 2],
    [3, 0],
    [4, 0],
  ])('temporary plate number %s: thirty days, %s more', (timesIssued, furtherPlates) =>
    expect(temporaryPlateDue(table, { ...truck, issued: '2026-02-01', timesIssued })).toMatchObject({
      due: '2026-03-03',
      furtherPlates,
    }),
  );

  it('purchase tax (购置税): sixty days', () =>
    expect(purchaseTaxDue(table, { ...truck, purchased: '2026-11-16' })?.due).toBe('2027-01-15'));

  it('inspection of transport vehicles: yearly, half-yearly beyond ten years, none for private ones', () => {
    const input = { ...truck, registered: '2016-06-01', lastDone: '2026-06-01' };
    expect(technicalInspectionDue(table, input)).toMatchObject({ due: '2026-12-01', pleaseCheck: true });
    expect(technicalInspectionDue(table, { ...input, registered: '2020-06-01' })?.due).toBe('2027-06-01');
    expect(technicalInspectionDue(table, { ...input, use: 'private' })).toBeUndefined();
  });
});

describe('the rule table', () => {
  const origin = { source: 'test', pleaseCheck: false };
  const rows: VehicleRuleTable['purchaseTax'] = [
    { ...origin, days: 60, validFrom: '2019-07-01', validTo: '2026-12-31' },
    { ...origin, days: 30, validFrom: '2027-01-01' },
    { ...origin, days: 90, validFrom: '2020-01-01', validTo: '2020-12-31', kinds: ['bus'] },
  ];
  it.each([
    ['car', '2019-06-30', undefined],
    ['car', '2019-07-01', 60],
    ['car', '2020-06-01', 60],
    ['bus', '2020-06-01', 90],
    ['bus', '2020-12-31', 90],
    ['bus', '2021-01-01', 60],
    ['car', '2026-12-31', 60],
    ['car', '2027-01-01', 30],
  ] as const)('%s on %s: %s days', (kind, on, days) => expect(ruleFor(rows, { kind }, on)?.days).toBe(days));

  it('is followed where it was edited', () => {
    const edited: VehicleRuleTable = {
      ...table,
      compulsoryInsurance: [{ ...origin, months: 6, validFrom: '2020-01-01' }],
    };
    expect(compulsoryInsuranceDue(edited, { kind: 'car', policyStart: '2026-08-31', asOf })?.due).toBe(
      '2027-02-28',
    );
  });

  it('as shipped answers for every vehicle, and each row has a day and a source', () => {
    for (const row of Object.values(table).flat()) {
      expect(isDay(row.validFrom)).toBe(true);
      expect(row.source).not.toBe('');
    }
    for (const kind of vehicleKinds)
      for (const use of vehicleUses) {
        expect(annualTestDue(table, { kind, use, registered: '2024-01-01', asOf })?.due).toMatch(
          /^202[56]-01-01$/,
        );
        expect(compulsoryInsuranceDue(table, { kind, use, policyStart: '2026-01-01', asOf })?.due).toBe(
          '2027-01-01',
        );
      }
  });
});

describe('dueState', () => {
  const date = { due: '2026-05-31', earliest: '2026-02-28', source: '', pleaseCheck: false };
  it.each([
    ['2026-02-27', 'later'],
    ['2026-02-28', 'open'],
    ['2026-05-30', 'open'],
    ['2026-05-31', 'today'],
    ['2026-06-01', 'overdue'],
  ])('on %s: %s', (today, state) => expect(dueState(date, today)).toBe(state));

  it('without an earliest day is open from the start', () =>
    expect(dueState({ due: '2026-05-31', source: '', pleaseCheck: false }, '2020-01-01')).toBe('open'));
});
