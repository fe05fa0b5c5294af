import { type Arbitrary, assert, constantFrom, integer, letrec, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownBands } from '#shared/features/indicator/indicator-band.rules.ts';
import { bandOf, type Direction } from '#shared/features/indicator/indicator.definition.ts';
import { exact, natural, stored, type Exact } from '#shared/features/indicator/indicator.exact.ts';
import {
  circleFrom,
  namesIn,
  parseFormula,
  workOut,
} from '#shared/features/indicator/indicator-formula.rules.ts';
import { forecasts, sameDaysOf } from '#shared/features/indicator/indicator-forecast.rules.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import {
  entryDueOn,
  periodBeside,
  periodKindOf,
  periodSpan,
  samePeriodLastYear,
} from '#shared/features/indicator/indicator-period.rules.ts';
import { rateFor, toneFor } from '#shared/features/indicator/indicator-rate.rules.ts';
import { workCalendar } from '#shared/kernel/working-day.ts';

const worked = (text: string, values: Readonly<Record<string, Exact>> = {}) => {
  const parsed = parseFormula(text);
  return parsed.ok ? workOut(parsed.formula, (name) => values[name]) : parsed;
};
const value = (over: number, under = 1) => ({ kind: 'value', value: exact(BigInt(over), BigInt(under)) });

describe('formulas', () => {
  const known = { 产值: natural(1_234_567, 'fen'), 台次: natural(40, 'count'), 无: exact(0n) };

  it.each([
    ['1 + 2 × 3', value(7)],
    ['（1 ＋ 2）＊3', value(9)],
    ['8 − 4 − 2', value(2)],
    ['12 ÷ 4 ÷ 3', value(1)],
    ['-3 + 5', value(2)],
    ['2 × -(1 + 1)', value(-4)],
    ['1 ÷ 3 + 1 ÷ 3 + 1 ÷ 3', value(1)],
    ['60%', value(3, 5)],
    ['0.1 + 0.2', value(3, 10)],
    ['产值 / 台次', value(1_234_567, 4_000)],
    ['[产值] × 60％', value(1_234_567 * 3, 500)],
    ['产值 ÷ (台次 − 40)', { kind: 'nothing-under', at: 4, under: '(台次 − 40)' }],
    ['无 ÷ 无', { kind: 'nothing-under', at: 3, under: '无' }],
    ['产值 + 没填', { kind: 'missing', name: '没填' }],
    ['没填 × 0', { kind: 'missing', name: '没填' }], // what is not supplied is no 0
    ['', { ok: false, issue: 'formula-empty', at: 1, text: '' }],
    ['产值 +', { ok: false, issue: 'formula-ends', at: 5, text: '' }],
    ['产值 台次', { ok: false, issue: 'formula-unexpected', at: 4, text: '台次' }],
    ['(产值 + 1', { ok: false, issue: 'formula-parenthesis', at: 1, text: '(' }],
    ['产值)', { ok: false, issue: 'formula-unexpected', at: 3, text: ')' }],
    ['产值 ^ 2', { ok: false, issue: 'formula-sign', at: 4, text: '^' }],
    ['=产值', { ok: false, issue: 'formula-sign', at: 1, text: '=' }],
    ['× 2', { ok: false, issue: 'formula-unexpected', at: 1, text: '*' }],
    [`${'('.repeat(70)}1${')'.repeat(70)}`, { ok: false, issue: 'formula-long', at: 62, text: '(' }],
  ])('%s', (text, expected) => expect(worked(text, known)).toEqual(expected));

  it('tells its names with their places', () => {
    const parsed = parseFormula('产值 ÷ (台次 + [A/B 类])');
    expect(parsed.ok && namesIn(parsed.formula)).toEqual([
      { name: '产值', at: 1 },
      { name: '台次', at: 7 },
      { name: 'A/B 类', at: 12 },
    ]);
  });

  type Tree = number | readonly [Tree, '+' | '-' | '*' | '/', Tree];
  const tree: Arbitrary<Tree> = letrec<{ tree: Tree }>((tie) => ({
    tree: oneof(
      { maxDepth: 5 },
      integer({ min: 0, max: 99 }),
      tuple(tie('tree'), constantFrom('+', '-', '*', '/'), tie('tree')),
    ),
  })).tree;
  const textOf = (one: Tree): string =>
    typeof one === 'number' ? String(one) : `(${textOf(one[0])} ${one[1]} ${textOf(one[2])})`;
  const floatOf = (one: Tree): number => {
    if (typeof one === 'number') return one;
    const [a, b] = [floatOf(one[0]), floatOf(one[2])];
    return one[1] === '+' ? a + b : one[1] === '-' ? a - b : one[1] === '*' ? a * b : b === 0 ? Number.NaN : a / b;
  }; // prettier-ignore

  it('agrees with plain arithmetic over random formulas', () => {
    assert(
      property(tree, (one) => {
        const result = worked(textOf(one));
        if (!('kind' in result) || result.kind !== 'value') return;
        const float = floatOf(one);
        if (!Number.isFinite(float) || Math.abs(float) > 1e12) return;
        const found = Number(result.value.over) / Number(result.value.under);
        expect(found).toBeCloseTo(float, 5);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the way of a circle', () => {
    const uses: Readonly<Record<string, readonly string[]>> = { a: ['b', 'x'], b: ['c'], c: ['a'], d: ['a'] };
    const of = (key: string) => uses[key] ?? [];
    expect(circleFrom('a', of)).toEqual(['a', 'b', 'c', 'a']);
    expect(circleFrom('d', of)).toBeNull();
    expect(circleFrom('x', () => ['x'])).toEqual(['x', 'x']);
  });
});

describe('bands of own indicators', () => {
  const read = (unit: 'count' | 'basisPoints' | 'hundredths', direction: Direction, green: string | null, amber: string | null) =>
    ownBands({ unit, direction, green, amber });
  it.each([
    ['count', 'more', null, null, []],
    ['basisPoints', 'more', '80%', '60', [['poor', -9e12], ['fair', 6000], ['good', 8000]]],
    ['count', 'more', '10', null, [['poor', -9e12], ['good', 10]]],
    ['count', 'less', '2', '5', [['good', -9e12], ['fair', 3], ['poor', 6]]],
    ['count', 'less', '0', null, [['good', -9e12], ['poor', 1]]],
    ['hundredths', 'range', '2.5-4.5', null, [['poor', -9e12], ['good', 250], ['poor', 451]]],
    ['hundredths', 'range', '2.5 – 4.5', '2～5', [['poor', -9e12], ['fair', 200], ['good', 250], ['fair', 451], ['poor', 501]]],
  ] as const)('%s, %s, green %s, amber %s', (unit, direction, green, amber, expected) => {
    const found = read(unit, direction, green, amber);
    expect(found.ok && found.bands.map(({ tone, from }) => [tone, from])).toEqual(expected);
  });
  it.each([
    ['more', null, '5', 'green', 'required'],
    ['more', '八', null, 'green', 'band-no-figure'],
    ['more', '8', 'x', 'amber', 'band-no-figure'],
    ['more', '8', '9', 'amber', 'band-order'],
    ['less', '8', '7', 'amber', 'band-order'],
    ['range', '8', null, 'green', 'band-no-range'],
    ['range', '9-8', null, 'green', 'band-no-range'],
    ['range', '1-2-3', null, 'green', 'band-no-range'],
    ['range', '3-5', '4-6', 'amber', 'band-order'],
  ] as const)('%s, green %s, amber %s is refused', (direction, green, amber, field, issue) =>
    expect(read('count', direction, green, amber)).toEqual({ ok: false, field, issue }));
  it('leave no gap: every figure has one tone, and no better figure a worse tone', () => {
    const rank = { poor: 0, fair: 1, good: 2 } as const;
    assert(
      property(integer({ min: 0, max: 99 }), integer({ min: 1, max: 99 }), integer({ min: -5, max: 250 }), constantFrom('more', 'less'), (low, gap, at, direction) => {
        const [green, amber] = direction === 'more' ? [low + gap, low] : [low, low + gap];
        const found = read('count', direction, String(green), String(amber));
        const toneAt = (value: number) => rank[(found.ok ? bandOf(found.bands, value) : undefined)?.tone ?? 'poor'];
        const better = direction === 'more' ? at + 1 : at - 1;
        expect(toneAt(better)).toBeGreaterThanOrEqual(toneAt(at));
        expect(toneAt(green)).toBe(2);
        expect(toneAt(amber)).toBe(1);
      }),
    );
  });
}); // prettier-ignore

describe('numbers', () => {
  it.each([
    [exact(1n, 3n), 'basisPoints', 3333],
    [exact(2n, 3n), 'basisPoints', 6667],
    [exact(5n, 1000n), 'fen', 1], // half a fen away from zero
    [exact(-5n, 1000n), 'fen', -1],
    [exact(7n, 2n), 'count', 4],
    [exact(245n, 100n), 'hundredths', 245],
  ] as const)('round half away from zero: case %#', (given, unit, expected) =>
    expect(stored(given, unit)).toBe(expected),
  );
});

describe('the shipped library', () => {
  const all = [...shippedIndicators.values()];

  it('names every key once, in two languages, and parts that there are', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    for (const definition of all) {
      for (const text of [definition.name, definition.formula, definition.source])
        for (const language of ['zh-CN', 'en'] as const) expect(text[language], definition.key).not.toBe('');
      const { working } = definition;
      if (working.kind === 'ratio')
        for (const part of [working.over, working.under])
          expect(shippedIndicators.has(part), part).toBe(true);
      expect([...definition.bands].sort((a, b) => a.from - b.from)).toEqual(definition.bands);
    }
    expect(new Set(all.map(({ name }) => name['zh-CN'])).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name.en)).size).toBe(all.length);
  });

  it.each([
    ['absorptionRate', 5_999, '不及格'],
    ['absorptionRate', 6_000, '及格'],
    ['absorptionRate', 8_000, '较好'],
    ['absorptionRate', 10_000, '优秀'],
    ['partsSupplyMonths', 249, '偏低'],
    ['partsSupplyMonths', 250, '合理'],
    ['partsSupplyMonths', 450, '合理'],
    ['partsSupplyMonths', 451, '偏高'],
    ['partFillRate', 8_999, '偏低'],
    ['partFillRate', 9_500, '优秀'],
  ])('%s of %s is %s', (key, at, name) =>
    expect(bandOf(shippedIndicators.get(key)?.bands ?? [], at)?.name['zh-CN']).toBe(name),
  );
});

describe('periods', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2026-12-31', '2025', '2025', '2027'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31', '2025-Q1', '2025-Q4', '2026-Q2'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31', '2025-12', '2026-11', '2027-01'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03', '2025-W52', '2026-W52', '2027-W01'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29', '2023-02-28', '2024-02-28', '2024-03-01'],
  ])('%s is a %s', (period, kind, first, last, before, earlier, later) => {
    expect(periodKindOf(period)).toBe(kind);
    expect(periodSpan(period)).toEqual({ first, last });
    expect(samePeriodLastYear(period)).toBe(before);
    expect([periodBeside(period, -1), periodBeside(period, 1)]).toEqual([earlier, later]);
  });

  it.each(['', '26', '2026-13', '2026-Q5', '2026-W54', '2026-02-29', '2026-1', 'x'])('%s is none', (text) =>
    expect(periodKindOf(text)).toBeUndefined(),
  );

  const calendar = workCalendar([
    { day: '2026-12-01', kind: 'holiday' },
    { day: '2026-12-05', kind: 'working' }, // a Saturday
  ]);
  it.each([
    ['2026-11', '2026-12-07'], // 2, 3, 4, Saturday 5, Monday 7
    ['2026-W47', '2026-11-24'],
    ['2026-11-20', '2026-11-23'], // Friday's on Monday
    ['2026', '2027-01-14'],
  ])('entries of %s are in time until %s', (period, due) => expect(entryDueOn(period, calendar)).toBe(due));
});

describe('rates and tones', () => {
  const more = { direction: 'more', working: { kind: 'sum', parts: [] } } as const;
  const less = { direction: 'less', working: { kind: 'sum', parts: [] } } as const;
  const rate = { direction: 'more', working: { kind: 'ratio', over: 'a', under: 'b' } } as const;
  it.each([
    [more, 50, 100, 0.5, 5_000, 'onTrack'],
    [more, 46, 100, 0.5, 4_600, 'near'],
    [more, 44, 100, 0.5, 4_400, 'behind'],
    [more, 100, 100, 1, 10_000, 'met'],
    [more, null, 100, 1, null, null],
    [more, 5, 0, 1, null, null], // a goal of nothing has no rate
    [less, 5, 10, 0.5, 20_000, 'onTrack'],
    [less, 6, 10, 0.5, 16_667, 'behind'],
    [less, 0, 10, 1, 10_000, 'met'],
    [less, 11, 10, 1, 9_091, 'near'],
    [less, 12, 10, 1, 8_333, 'behind'],
    [rate, 9_000, 9_500, 0.1, 9_474, 'near'], // a rate does not grow with the days
  ] as const)('%j: %s of %s with %s passed', (of, actual, goal, passed, expected, tone) => {
    expect(rateFor(of, actual, goal)).toBe(expected);
    expect(toneFor(of, actual, goal, passed)).toBe(tone);
  });
});

describe('forecasts', () => {
  const calendar = workCalendar([]);
  const november = { first: '2026-11-01', last: '2026-11-30' };
  const none = { toDate: null, whole: null };

  it('go on at the pace of the working days, today included', () => {
    // 13 of 21 working days have passed on the 18th.
    expect(forecasts(26, november, '2026-11-18', calendar, none)).toEqual([
      { method: 'working-days', value: 42 },
    ]);
  });
  it('follow last year where it had anything by then, and come first', () => {
    expect(forecasts(26, november, '2026-11-18', calendar, { toDate: 20, whole: 50 })).toEqual([
      { method: 'last-year', value: 65 },
      { method: 'working-days', value: 42 },
    ]);
    expect(forecasts(26, november, '2026-11-18', calendar, { toDate: 0, whole: 50 })).toHaveLength(1);
  });
  it('are the figure itself once the period is over, and none before it begins or without a figure', () => {
    expect(forecasts(26, november, '2026-11-30', calendar, none)).toEqual([{ method: 'final', value: 26 }]);
    expect(forecasts(26, november, '2026-10-31', calendar, none)).toEqual([]);
    expect(forecasts(null, november, '2026-11-18', calendar, none)).toEqual([]);
  });
  it('cannot be told by working days before the first of them', () => {
    expect(forecasts(3, november, '2026-11-01', calendar, none)).toEqual([]); // a Sunday
  });
  it('take the same days of last year', () => {
    const year = { first: '2026-01-01', last: '2026-12-31' };
    expect(sameDaysOf({ first: '2025-01-01', last: '2025-12-31' }, year, '2026-11-18')).toEqual({
      first: '2025-01-01',
      last: '2025-11-18',
    });
    expect(sameDaysOf({ first: '2025-01-01', last: '2025-12-31' }, year, '2027-02-01').last).toBe(
      '2025-12-31',
    );
  });
});
