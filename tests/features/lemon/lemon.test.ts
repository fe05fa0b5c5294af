import { describe, expect, it } from 'vitest';
import {
  faultsOf,
  isCovered,
  lemonRuleOn,
  lemonStanding,
  repairDays,
  totalRepairDays,
  type LemonRepair,
  type LemonRule,
  type LemonVehicle,
} from '#shared/features/lemon/lemon.rules.ts';
import { repairFields, repairLineFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

const now = '2026-11-18T02:00:00.000Z';
const repair = (given: Partial<LemonRepair>): LemonRepair => ({
  id: 1,
  number: 'GD1',
  inOn: '2026-06-01',
  inAt: null,
  outOn: null,
  outAt: null,
  odometerKm: null,
  faults: [],
  ...given,
});
const rule: LemonRule = {
  name: '三包（2022）',
  totalDays: 30,
  sameFaultTimes: 4,
  spareFromDay: 6,
  periodMonths: 24,
  periodKm: 50_000,
  validFrom: '2022-01-01',
  validTo: null,
  confirmed: true,
  source: null,
};
const car: LemonVehicle = {
  kind: 'car',
  use: 'private',
  model: '轿车',
  purchasedOn: '2026-01-10',
  registeredOn: null,
};

describe('whom 三包 covers', () => {
  it.each([
    ['car', 'private', '蓝鸟 轿车', true],
    ['car', null, null, true],
    ['car', 'commercial', '蓝鸟 轿车', false],
    ['lightTruck', 'private', '远途 皮卡 4×4', true],
    ['lightTruck', null, 'Ranger Pick-up', true],
    ['lightTruck', 'commercial', '远途 皮卡', false],
    ['lightTruck', 'private', '蓝程 轻卡', false],
    ['heavyTruck', 'private', '远途 皮卡', false],
    ['tractor', null, null, false],
    ['trailer', null, null, false],
    ['bus', 'private', null, false],
    ['special', 'private', null, false],
  ] as const)('%s %s %s: %s', (kind, use, model, covered) =>
    expect(isCovered({ kind, use, model })).toBe(covered),
  );
});

describe('days in the shop', () => {
  it.each([
    ['2026-06-01', null, '2026-06-01', null, 1],
    ['2026-06-01', null, '2026-06-05', null, 5],
    ['2026-06-01', '2026-06-01T01:00:00.000Z', '2026-06-02', '2026-06-02T01:00:00.000Z', 1], // 24 hours
    ['2026-06-01', '2026-06-01T01:00:00.000Z', '2026-06-02', '2026-06-02T01:01:00.000Z', 2], // a minute more
    ['2026-06-01', '2026-06-01T01:00:00.000Z', '2026-06-01', '2026-06-01T01:00:00.000Z', 1],
    ['2026-11-16', '2026-11-16T02:00:00.000Z', null, null, 2], // still there
    ['2028-02-28', null, '2028-03-01', null, 3], // leap year
    ['2026-06-05', null, '2026-06-01', null, 1], // a slip of the pen
  ])('%s %s … %s %s: %s', (inOn, inAt, outOn, outAt, days) =>
    expect(repairDays(repair({ inOn, inAt, outOn, outAt }), now)).toBe(days),
  );

  it('two orders of the same days count once', () => {
    const first = repair({ id: 1, inOn: '2026-06-01', outOn: '2026-06-10' });
    const within = repair({ id: 2, inOn: '2026-06-03', outOn: '2026-06-04' });
    const over = repair({ id: 3, inOn: '2026-06-09', outOn: '2026-06-12' });
    const later = repair({ id: 4, inOn: '2026-07-01', outOn: '2026-07-02' });
    expect(totalRepairDays([later, over, within, first], now)).toBe(12 + 2);
    expect(totalRepairDays([], now)).toBe(0);
  });

  it('the same words in other spelling are the same fault, once a repair', () => {
    const found = faultsOf([
      repair({ id: 1, faults: ['变速箱 异响', '变速箱异响'] }),
      repair({ id: 2, faults: ['变速箱异响。', '更换雨刮'] }),
      repair({ id: 3, faults: [] }),
    ]);
    expect(found).toEqual([
      { fault: '变速箱 异响', repairIds: [1, 2] },
      { fault: '更换雨刮', repairIds: [2] },
    ]);
  });
});

describe('the standing of a vehicle', () => {
  const five = Array.from({ length: 5 }, (_, at) =>
    repair({
      id: at + 1,
      number: `GD${at + 1}`,
      inOn: `2026-0${at + 2}-01`,
      outOn: `2026-0${at + 2}-06`,
      faults: ['变速箱异响'],
    }),
  );

  it.each([
    [[6, 6, 6, 6, 6], 30, false],
    [[6, 6, 6, 6, 7], 31, true], // more than 30
  ])('%j days: %s, over %s', (lengths, totalDays, isOverDays) => {
    const repairs = lengths.map((length, at) =>
      repair({ id: at + 1, inOn: `2026-0${at + 2}-01`, outOn: `2026-0${at + 2}-0${length}` }),
    );
    expect(lemonStanding(car, repairs, [rule], now)).toMatchObject({ totalDays, isOverDays });
  });

  it.each([
    [4, 4, false],
    [5, 5, true], // more than four times
  ])('the same fault %s times: %s, over %s', (count, sameFaultTimes, isOverTimes) => {
    expect(lemonStanding(car, five.slice(0, count), [rule], now)).toMatchObject({
      sameFaultTimes,
      isOverTimes,
    });
  });

  it('a spare vehicle is due from day 6 of one repair', () => {
    const spares = (outOn: string | null, inOn = '2026-06-01'): unknown =>
      lemonStanding(car, [repair({ inOn, outOn })], [rule], now)?.spares;
    expect(spares('2026-06-05')).toEqual([]);
    expect(spares('2026-06-06')).toEqual([
      { repairId: 1, number: 'GD1', days: 6, dueFrom: '2026-06-06', isOpen: false },
    ]);
    expect(spares(null, '2026-11-14')).toEqual([]);
    expect(spares(null, '2026-11-13')).toMatchObject([{ dueFrom: '2026-11-18', isOpen: true }]);
  });

  it('counts within the period only, by day and by mileage', () => {
    const late = repair({ id: 9, inOn: '2028-01-11', outOn: '2028-01-20' });
    const last = repair({ id: 8, inOn: '2028-01-10', outOn: '2028-01-10' });
    const far = repair({ id: 7, inOn: '2026-05-01', outOn: '2026-05-20', odometerKm: 50_001 });
    expect(lemonStanding(car, [late, last, far], [rule], '2028-06-01T00:00:00.000Z')).toMatchObject({
      repairs: 1,
      totalDays: 1,
      periodEndsOn: '2028-01-10',
    });
  });

  it('follows the rule of the day of purchase, and is nothing for a truck or without a rule', () => {
    const old: LemonRule = {
      ...rule,
      name: '三包（2013）',
      totalDays: 35,
      validFrom: '2013-10-01',
      validTo: '2021-12-31',
    };
    expect(lemonRuleOn([rule, old], '2021-12-31')?.name).toBe('三包（2013）');
    expect(lemonRuleOn([rule, old], '2022-01-01')?.name).toBe('三包（2022）');
    expect(lemonRuleOn([rule, old], '2013-09-30')).toBeUndefined();
    expect(lemonRuleOn([old, rule], null)?.name).toBe('三包（2022）');
    expect(lemonStanding({ ...car, kind: 'heavyTruck' }, five, [rule], now)).toBeUndefined();
    expect(lemonStanding({ ...car, purchasedOn: '2010-01-01' }, five, [rule], now)).toBeUndefined();
  });
});

describe.each(carriers)('三包 over %s', (carrier) => {
  it('counts the warranty repairs of a car, with the shipped rule; a truck has none', async () => {
    const { client } = await ownerWindow(await openTestCore(), carrier);
    const { id: carId } = await client.vehicle.create({
      values: newValues(vehicleFields, { plate: '粤B12345', kind: 'car', purchasedOn: '2026-01-10' }),
    });
    const { id: truckId } = await client.vehicle.create({
      values: newValues(vehicleFields, { plate: '粤B54321', kind: 'heavyTruck' }),
    });
    for (const [number, type, vehicleId] of [
      ['GD1', 'warranty', carId],
      ['GD2', 'warranty', carId],
      ['GD3', 'general', carId],
      ['GD4', 'warranty', truckId],
    ] as const) {
      const { id: repairId } = await client.repair.create({
        values: newValues(repairFields, {
          number,
          type,
          vehicleId,
          checkedInOn: '2026-03-01',
          handedOverOn: '2026-03-07',
          fault: '异响',
        }),
      });
      await client.repairLine.create({
        values: newValues(repairLineFields, { repairId, name: `更换变速箱 ${number}` }),
      });
    }
    expect(await client.lemonRule.standing({ vehicleId: truckId })).toEqual({ standing: null });
    expect(await client.lemonRule.standing({ vehicleId: carId })).toMatchObject({
      standing: {
        rule: { name: '三包（2022）', totalDays: 30, confirmed: true },
        boughtOn: '2026-01-10',
        periodEndsOn: '2028-01-10',
        repairs: 2,
        totalDays: 7, // the same days
        faults: [{ fault: '异响', repairIds: [1, 2] }],
        spares: [
          { number: 'GD1', days: 7 },
          { number: 'GD2', days: 7 },
        ],
      },
    });
  });
});
