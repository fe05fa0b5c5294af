import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { mendingTimes, monthsOfSpan, pareto } from '#shared/features/quality/quality.rules.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedRepair, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe('rules of the figures', () => {
  it('puts what occurs most first, shares rounded down, the last cumulative one whole', () => {
    const rows = ['b', 'a', 'c', 'a', 'b', 'a', 'd'].map((key) => ({ key, name: key.toUpperCase() }));
    expect(pareto(rows)).toEqual([
      { key: 'a', name: 'A', count: 3, shareBasisPoints: 4285, cumulativeBasisPoints: 4285 },
      { key: 'b', name: 'B', count: 2, shareBasisPoints: 2857, cumulativeBasisPoints: 7142 },
      { key: 'c', name: 'C', count: 1, shareBasisPoints: 1428, cumulativeBasisPoints: 8571 },
      { key: 'd', name: 'D', count: 1, shareBasisPoints: 1428, cumulativeBasisPoints: 10_000 },
    ]);
    expect(pareto([])).toEqual([]);
  });

  const took = (...days: (number | null)[]) =>
    mendingTimes(
      days.map((count) => ({
        raisedOn: '2026-03-01',
        mendedOn: count === null ? null : `2026-03-${String(count + 1).padStart(2, '0')}`,
      })),
    );

  it.each([
    [[], { raised: 0, mended: 0, open: 0, averageTenths: null, medianTenths: null, groups: [0, 0, 0, 0] }],
    [
      [null],
      { raised: 1, mended: 0, open: 1, averageTenths: null, medianTenths: null, groups: [0, 0, 0, 0] },
    ],
    [[2], { raised: 1, mended: 1, open: 0, averageTenths: 20, medianTenths: 20, groups: [0, 1, 0, 0] }],
    [[0, 3], { raised: 2, mended: 2, open: 0, averageTenths: 15, medianTenths: 15, groups: [1, 1, 0, 0] }],
    [
      [8, 0, 1, 7, 4, null, 3],
      { raised: 7, mended: 6, open: 1, averageTenths: 38, medianTenths: 35, groups: [1, 2, 2, 1] },
    ],
  ])('times from found to mended of %j', (days, expected) => expect(took(...days)).toEqual(expected));

  it('months of a time, the last two years of a longer one', () => {
    expect(monthsOfSpan({ from: '2025-12-31', to: '2026-02-01' })).toEqual(['2025-12', '2026-01', '2026-02']);
    const long = monthsOfSpan({ from: '2016-01-01', to: '2026-12-31' });
    expect([long.length, long[0], long.at(-1)]).toEqual([24, '2025-01', '2026-12']);
  });
});

/** A row as the core would have left it; flags and dates as they are stored. Gives its id. */
function row(core: Core, table: string, values: Readonly<Record<string, string | number | null>>): number {
  const names = Object.keys(values).map((name) => `"${snake(name)}"`);
  const marks = names.map(() => '?').join(', ');
  const { lastInsertRowid } = core.database.raw.writer
    .prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`)
    .run(Object.values(values));
  return Number(lastInsertRowid);
}

const head = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
let counter = 0;

type Check = {
  readonly purpose: string;
  readonly state?: string;
  readonly finishedOn: string | null;
  readonly stockId?: number;
  readonly repairId?: number;
  /** Items found not OK; with a star: carried over. */
  readonly ng?: readonly string[];
};

function check(core: Core, { ng = [], state = 'passed', ...given }: Check): number {
  counter += 1;
  const id = row(core, 'inspection', {
    ...head,
    number: `Q${counter}`,
    state,
    checklistId: 1,
    edition: 1,
    round: 1,
    startedOn: given.finishedOn ?? '2026-03-01',
    startedById: 1,
    itemCount: 5,
    ngCount: ng.length,
    ...given,
  });
  for (const item of ng)
    row(core, 'inspection_answer', {
      inspectionId: id,
      item: item.replace('*', ''),
      version: 1,
      result: 'ng',
      verdict: 'ng',
      note: '划痕',
      carriedFromId: item.endsWith('*') ? id : null,
      personId: 1,
      personName: '王总',
      at: head.createdAt,
    });
  return id;
}

const stock = (core: Core, vin: string, brand: string, model: string, leftOn: string | null): number =>
  row(core, 'stock', {
    ...head,
    vin,
    brand,
    model,
    kind: 'car',
    state: leftOn === null ? 'inStock' : 'sold',
    arrivedOn: '2026-01-05',
    leftOn,
  });

const march = { from: '2026-03-01', to: '2026-03-31' };

describe.each(carriers)('figures of quality over %s', (carrier) => {
  it('are those counted by hand, for any time, with their rows', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { quality } = owner.client;
    // Two cars left in March, one with all three PDI; one in April without any.
    const whole = stock(core, 'LSVAA4182E2000001', '恒岳', 'H7', '2026-03-20');
    const bare = stock(core, 'LSVAA4182E2000002', '蓝程', 'L5', '2026-03-21');
    stock(core, 'LSVAA4182E2000003', '蓝程', 'L5', '2026-04-02');
    for (const purpose of ['arrival', 'departure', 'quality'])
      check(core, { purpose, stockId: whole, finishedOn: '2026-03-19' });
    const found = check(core, {
      purpose: 'arrival',
      state: 'failed',
      stockId: bare,
      finishedOn: '2026-03-10',
      ng: ['paint', 'glass'],
    });
    check(core, {
      purpose: 'arrival',
      state: 'failed',
      stockId: bare,
      finishedOn: '2026-03-12',
      ng: ['paint', 'glass*'],
    });
    check(core, {
      purpose: 'arrival',
      state: 'void',
      stockId: bare,
      finishedOn: '2026-03-13',
      ng: ['paint'],
    });
    check(core, { purpose: 'arrival', state: 'open', stockId: bare, finishedOn: null, ng: ['paint'] });
    check(core, {
      purpose: 'arrival',
      state: 'failed',
      stockId: bare,
      finishedOn: '2026-04-01',
      ng: ['lamp'],
    });
    // Repairs: one passed at once, one after a rework; a third in April.
    const { id: first } = await importedRepair(core, {
      number: 'R1',
      checkedInOn: '2026-03-02',
      customerName: '甲',
    });
    const { id: second } = await importedRepair(core, {
      number: 'R2',
      checkedInOn: '2026-03-02',
      customerName: '乙',
    });
    check(core, { purpose: 'final', repairId: first, finishedOn: '2026-03-03' });
    const failed = check(core, {
      purpose: 'self',
      state: 'failed',
      repairId: second,
      finishedOn: '2026-03-04',
      ng: ['torque'],
    });
    check(core, { purpose: 'final', repairId: second, finishedOn: '2026-03-08' });
    const rework = (given: Readonly<Record<string, string | number | null>>): number =>
      row(core, 'rework', {
        ...head,
        repairId: second,
        inspectionId: failed,
        round: 1,
        state: 'done',
        reason: '力矩不足',
        ...given,
      });
    rework({
      number: 'F1',
      raisedOn: '2026-03-04',
      doneOn: '2026-03-07',
      hoursHundredths: 150,
      costFen: 8000,
    });
    rework({
      number: 'F2',
      raisedOn: '2026-03-31',
      doneOn: '2026-04-02',
      hoursHundredths: 25,
      costFen: null,
    });
    rework({ number: 'F3', raisedOn: '2026-04-01', state: 'open' });
    const task = (number: string, closedOn: string | null): number =>
      row(core, 'action', {
        ...head,
        number,
        text: '补漆',
        ownerId: 1,
        dueOn: '2026-03-20',
        check: '看照片',
        state: closedOn === null ? 'open' : 'closed',
        raisedOn: '2026-03-10',
        closedOn,
        inspectionId: found,
        inspectionItem: 'paint',
      });
    task('A1', '2026-03-10');
    task('A2', null);

    expect(await quality.trend({ from: '2026-03-01', to: '2026-04-30' })).toEqual([
      { month: '2026-03', handedOver: 2, coverageBasisPoints: 5000, checked: 2, firstPassBasisPoints: 5000 },
      { month: '2026-04', handedOver: 1, coverageBasisPoints: 0, checked: 0, firstPassBasisPoints: null },
    ]);
    // Only the days asked for: the one that left on the 21st is not within.
    expect((await quality.trend({ from: '2026-03-01', to: '2026-03-20' }))[0]).toMatchObject({
      handedOver: 1,
      coverageBasisPoints: 10_000,
    });

    const defects = await quality.defects(march);
    expect(defects).toMatchObject({ checks: 8, withDefects: 3, defects: 4 });
    expect(defects.by.item.map(({ key, count }) => [key, count])).toEqual([
      ['paint', 2],
      ['glass', 1],
      ['torque', 1],
    ]);
    expect(defects.by.model.map(({ key, count, cumulativeBasisPoints }) => [key, count, cumulativeBasisPoints])).toEqual([
      ['L5', 3, 7500],
      ['', 1, 10_000],
    ]); // prettier-ignore
    expect(defects.by.brand.map(({ key, count }) => [key, count])).toEqual([
      ['蓝程', 3],
      ['', 1],
    ]);
    const rows = await quality.defectRows({ ...march, by: 'item', key: 'paint' });
    expect(rows.map(({ finishedOn, model, brand, note }) => [finishedOn, model, brand, note])).toEqual([
      ['2026-03-12', 'L5', '蓝程', '划痕'],
      ['2026-03-10', 'L5', '蓝程', '划痕'],
    ]);
    expect(await quality.defectRows({ ...march, by: 'brand', key: '' })).toMatchObject([{ model: null }]);

    const mending = await quality.mending(march);
    expect(mending).toMatchObject({
      raised: 4,
      mended: 3,
      open: 1,
      averageTenths: 17, // 0, 2 and 3 days
      medianTenths: 20,
      groups: [1, 2, 0, 0],
    });
    expect(mending.rows.map(({ number, mendedOn }) => [number, mendedOn])).toEqual([
      ['A2', null],
      ['F1', '2026-03-07'],
      ['F2', '2026-04-02'],
      ['A1', '2026-03-10'],
    ]);

    expect(await quality.rework({ from: '2026-03-01', to: '2026-04-30' })).toEqual({
      raised: 3,
      open: 1,
      hoursHundredths: 175,
      costFen: 8000,
      untold: 1,
      months: [
        { month: '2026-03', raised: 2, hoursHundredths: 175, costFen: 8000 },
        { month: '2026-04', raised: 1, hoursHundredths: 0, costFen: 0 },
      ],
    });
  });

  it('complaints by kind, month and time to closing; each part for who may read it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '陈销售', ['salesConsultant']);
    const register = (receivedOn: string, kind: 'delivery' | 'price' | 'parts') =>
      owner.client.complaint.create({
        values: newValues(complaintFields, { subject: '等', kind, receivedOn, customerName: '张三' }),
      });
    for (const [receivedOn, kind] of [
      ['2026-03-01', 'price'],
      ['2026-03-02', 'delivery'],
      ['2026-04-30', 'delivery'],
      ['2026-05-01', 'parts'],
    ] as const)
      await register(receivedOn, kind);
    core.database.raw.writer.exec(
      `update complaint set state = 'closed', closed_on = '2026-03-04' where id = 1;
       update complaint set state = 'closed', closed_on = '2026-03-10' where id = 2`,
    );
    expect(await owner.client.quality.complaints({ from: '2026-03-01', to: '2026-04-30' })).toEqual({
      received: 3,
      open: 1,
      closed: 2,
      averageTenths: 55, // 3 and 8 days
      kinds: [
        { key: 'delivery', name: 'delivery', count: 2, shareBasisPoints: 6666, cumulativeBasisPoints: 6666 },
        { key: 'price', name: 'price', count: 1, shareBasisPoints: 3333, cumulativeBasisPoints: 10_000 },
      ],
      months: [
        { month: '2026-03', received: 2 },
        { month: '2026-04', received: 1 },
      ],
    });
    expect(await seller.client.quality.trend(march)).toMatchObject([{ firstPassBasisPoints: null }]);
    expect(await failure(seller.client.quality.rework(march))).toEqual({
      code: 'forbidden',
      right: 'repair.read',
    });
  });
});
