import { array, assert, boolean, constantFrom, integer, nat, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlans, compareWords, type EntryWords } from '#shared/features/plan/plan-compare.rules.ts';
import { missingForSubmit } from '#shared/features/plan/plan-missing.rules.ts';
import {
  chartData,
  markedOf,
  plainText,
  runsOf,
  splicedRuns,
  type TextRun,
} from '#shared/features/plan/plan-text.rules.ts';
import type { InvestmentRow, StaffRow } from '#shared/features/plan/plan.content.ts';
import {
  cashFlow,
  investmentFigures,
  marketFigures,
  overdrawnMonth,
  shareOf,
  staffFigures,
  staffTotal,
} from '#shared/features/plan/plan.rules.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { completePlan, wholePlan } from '#tests/support/plan.ts';

const investment = (given: Partial<InvestmentRow> = {}): InvestmentRow => ({
  key: 'i',
  name: '工位',
  amountFen: 1_200_000,
  paidMonth: 1,
  delayMonths: 1,
  incomeFen: 150_000,
  costFen: 50_000,
  lifeMonths: 60,
  ...given,
});

describe('payback', () => {
  it.each([
    ['twelve returns from the month after the payment', {}, { kind: 'months', months: 12 }],
    ['a rest needs a return of its own', { amountFen: 1_200_001 }, { kind: 'months', months: 13 }],
    ['later returns come back later', { delayMonths: 4 }, { kind: 'months', months: 15 }],
    ['nothing paid is back at once', { amountFen: 0 }, { kind: 'months', months: 0 }],
    ['nothing left a month: never', { costFen: 150_000 }, { kind: 'never' }],
    ['a loss a month: never', { costFen: 150_001 }, { kind: 'never' }],
    ['worn out before', { lifeMonths: 11 }, { kind: 'notInLife' }],
    ['just in time', { lifeMonths: 12 }, { kind: 'months', months: 12 }],
    ['a figure is missing', { lifeMonths: null }, { kind: 'unknown' }],
  ])('%s', (_name, given, expected) => {
    expect(investmentFigures(investment(given)).payback).toEqual(expected);
  });

  it('divides by nothing nowhere', () => {
    expect(investmentFigures(investment({ amountFen: 0 })).returnBasisPoints).toBeNull();
    expect(shareOf(3, 0)).toBeNull();
    expect(shareOf(null, 3)).toBeNull();
  });

  it('is the first month in which the cash flow is back at nothing', () => {
    const rows = record({
      amountFen: integer({ min: 1, max: 400_000 }),
      paidMonth: integer({ min: 1, max: 12 }),
      delayMonths: integer({ min: 1, max: 8 }),
      incomeFen: integer({ min: 0, max: 60_000 }),
      costFen: integer({ min: 0, max: 30_000 }),
      lifeMonths: integer({ min: 1, max: 48 }),
    });
    assert(
      property(rows, (given) => {
        const row = investment(given);
        const flow = cashFlow([row], 2027, 12 + 8 + 48);
        const paid = given.paidMonth - 1;
        const back = flow.findIndex(({ balanceFen }, index) => index > paid && balanceFen >= 0);
        const { payback, profitFen } = investmentFigures(row);
        if (payback.kind === 'months') expect(payback.months).toBe(back - paid);
        else expect(back).toBe(-1);
        expect(flow.at(-1)?.balanceFen).toBe(profitFen);
      }),
    );
  });
});

describe('people', () => {
  const months = array(nat({ max: 3 }), { minLength: 12, maxLength: 12 });
  const rows = record({
    people: nat({ max: 30 }),
    hired: months,
    leaving: months,
    cost: nat({ max: 2_000_000 }),
  }).map(({ people, hired, leaving, cost }): StaffRow => ({
    key: 's',
    department: '',
    post: '',
    people,
    hired,
    leaving,
    monthlyCostFen: cost,
  }));

  it('add up: by post and by month give the same sums, exactly', () => {
    assert(
      property(array(rows, { maxLength: 6 }), (posts) => {
        const all = posts.map(staffFigures);
        const total = staffTotal(posts);
        expect(total.end).toBe(total.start + total.hired - total.leaving);
        expect(total.end).toBe(total.ends.at(-1));
        expect(total.cost).toBe(all.reduce((sum, one) => sum + (one.cost ?? 0), 0));
        expect(total.cost).toBe(total.costs?.reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  it('a cost that is not known leaves the sum open, and more leaving than there are is told with its month', () => {
    const row: StaffRow = { ...wholePlan(1).staffing.posts[0]!, monthlyCostFen: null };
    expect(staffTotal([row, ...wholePlan(1).staffing.posts]).cost).toBeNull();
    expect(overdrawnMonth(row)).toBeUndefined();
    expect(overdrawnMonth({ ...row, people: 0, hired: row.hired.map(() => 0) })).toBe(6);
  });
});

describe('market', () => {
  it('shares only what is known on both sides', () => {
    const { markets } = wholePlan(1).market;
    expect(markets.map((row) => marketFigures([row]).shareNow)).toEqual([1000, 889, null]);
    expect(markets.map((row) => marketFigures([row]).shareNext)).toEqual([1091, null, 750]);
    // One segment whose size is not known must not make the share of the others larger.
    expect(marketFigures(markets)).toMatchObject({
      sizeNow: 4100,
      ownNow: 400,
      shareNow: 976,
      shareNext: null,
    });
    expect(marketFigures([])).toMatchObject({ sizeNow: null, shareNow: null });
  });
});

describe('text', () => {
  it.each([
    [
      '今年**守住**客户',
      [
        ['今年', false],
        ['守住', true],
        ['客户', false],
      ],
    ],
    ['**全部**', [['全部', true]]],
    ['一个 ** 不算', [['一个 ** 不算', false]]],
    ['', []],
  ] as const)('bold: %s', (text, runs) => {
    expect(runsOf(text)).toEqual(runs.map(([words, bold]) => ({ text: words, bold })));
  });
  it('loses nothing but the marks', () => {
    assert(
      property(
        string(),
        (text) => plainText(text).length <= text.length && (text.includes('**') || plainText(text) === text),
      ),
    );
  });
  it('goes into stretches and back; marks keep to their line, and a star is never bold', () => {
    const runs = array(
      record({
        text: array(constantFrom('守', 'A', ' ', '\n', '12'), { minLength: 1, maxLength: 5 }),
        bold: boolean(),
      }),
      { maxLength: 6 },
    ).map((all) => all.map(({ text, bold }) => ({ text: text.join(''), bold })));
    const looks = (all: readonly TextRun[]): string[] =>
      all.flatMap(({ text, bold }) => Array.from(text, (one) => `${one}${bold && one !== '\n' ? '!' : ''}`));
    assert(
      property(runs, (given) => {
        expect(looks(runsOf(markedOf(given)))).toEqual(looks(given));
        for (const line of markedOf(given).split('\n'))
          expect(line.match(/\*\*/gu)?.length ?? 0).toSatisfy((n: number) => n % 2 === 0);
      }),
    );
    assert(
      property(array(constantFrom('*', 'a'), { maxLength: 8 }), (letters) => {
        const text = letters.join('');
        expect(plainText(markedOf([{ text, bold: true }])).replaceAll('*', '')).toBe(
          text.replaceAll('*', ''),
        );
        expect(markedOf([{ text, bold: false }])).toBe(text);
      }),
    );
  });
  it('takes words in between: they look like those before them', () => {
    const runs = runsOf('今年**守住**客户');
    expect(markedOf(splicedRuns(runs, 3, 3, '好'))).toBe('今年**守好住**客户');
    expect(markedOf(splicedRuns(runs, 1, 5, ''))).toBe('今户');
    expect(markedOf(splicedRuns(runs, 6, 6, '\n再'))).toBe('今年**守住**客户\n再');
    expect(markedOf(splicedRuns([], 0, 0, '新'))).toBe('新');
    assert(
      property(string(), nat({ max: 9 }), nat({ max: 9 }), string(), (text, one, other, words) => {
        const plain = plainText(text);
        const [from, to] = [Math.min(one, other, plain.length), Math.min(Math.max(one, other), plain.length)];
        const spliced = splicedRuns(runsOf(text), from, to, words);
        expect(spliced.map((run) => run.text).join('')).toBe(plain.slice(0, from) + words + plain.slice(to));
      }),
    );
  });
  it('a chart takes numbers, leaves gaps and names what is none', () => {
    expect(
      chartData({
        columns: ['季度', '今年', '来年'],
        rows: [
          ['一', '1,200', '12.5'],
          ['二', '', '十二'],
        ],
      }),
    ).toEqual({
      categories: ['一', '二'],
      series: [
        { name: '今年', values: [120_000, null] },
        { name: '来年', values: [1250, null] },
      ],
      wrong: [{ row: 1, column: 2, text: '十二' }],
    });
  });
});

describe('the difference between two versions', () => {
  const words: EntryWords = { person: String, money: String, goal: (key) => key, field: (name) => name };

  it('reads as what was before without what was added, and as what is now without what was removed', () => {
    const texts = array(constantFrom('守', '住', '客户', ' ', 'A60', '12.5', '。'), { maxLength: 30 }).map(
      (all) => all.join(''),
    );
    assert(
      property(texts, texts, (before, after) => {
        const changes = compareWords(before, after);
        const without = (kind: string): string =>
          changes
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        if (before === after) expect(changes.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('goes down to words and keeps numbers whole', () => {
    expect(compareWords('目标 320 台，守住大客户', '目标 360 台，守住老客户')).toEqual([
      { kind: 'same', text: '目标 ' },
      { kind: 'removed', text: '320' },
      { kind: 'added', text: '360' },
      { kind: 'same', text: ' 台，守住' },
      { kind: 'removed', text: '大' },
      { kind: 'added', text: '老' },
      { kind: 'same', text: '客户' },
    ]);
  });

  it('tells added, removed, changed and moved things by part; equal plans have none', () => {
    const before = wholePlan(1);
    expect(comparePlans(before, wholePlan(1), words)).toEqual([]);
    const [first, second, ...rest] = before.opening.blocks;
    const after = {
      ...before,
      opening: { theme: '守住老客户，做强服务', blocks: [second!, first!, ...rest.slice(0, -1)] },
      measures: {
        ...before.measures,
        measures: [{ ...before.measures.measures[0]!, dueOn: '2027-04-20' }, before.measures.measures[1]!],
      },
      investment: { ...before.investment, investments: before.investment.investments.slice(0, 2) },
    };
    expect(
      comparePlans(before, after, words).map(({ part, kind, change }) => `${part} ${kind} ${change}`),
    ).toEqual([
      'opening theme changed',
      'opening block moved',
      'opening block removed',
      'measures measure changed',
      'investment investment removed',
    ]);
  });

  it('sees no change where a frozen plan only spells its fields in another order', () => {
    const plan = wholePlan(1);
    const frozen = JSON.parse(canonicalJson(plan)) as typeof plan; // what canonical text says
    expect(comparePlans(frozen, plan, words)).toEqual([]);
  });
});

describe('what stands against submitting', () => {
  const known = { year: 2027, isPresent: (id: number) => id === 1 };
  const codes = (parts: ReturnType<typeof wholePlan>): string[] =>
    missingForSubmit(parts, known).map(({ part, code }) => `${part} ${code}`);

  it('is nothing for a whole plan', () => {
    expect(codes(completePlan(1))).toEqual([]);
  });

  it('is told with its place', () => {
    const plan = wholePlan(1);
    const [measure] = plan.measures.measures;
    expect(missingForSubmit(plan, known)).toEqual([
      { part: 'investment', code: 'investment-figures', name: '展厅灯光', number: 3 },
    ]);
    expect(
      codes({
        ...completePlan(1),
        opening: { theme: ' ', blocks: [] },
        measures: {
          blocks: [],
          measures: [
            { ...measure!, dueOn: '2026-12-31', ownerId: 7, goals: [] },
            { ...measure!, key: 'z', text: '', ownerId: null, dueOn: null, check: '' },
          ],
        },
        talent: { measures: [], blocks: [] },
        market: {
          ...plan.market,
          markets: [{ key: 'm', name: '', sizeNow: 10, ownNow: 11, sizeNext: null, ownNext: null }],
        },
      }),
    ).toEqual([
      'opening theme-missing',
      'market market-name',
      'market market-share',
      'measures measure-owner-left',
      'measures measure-other-year',
      'measures measure-goals',
      'measures measure-text',
      'measures measure-owner',
      'measures measure-date',
      'measures measure-check',
      'talent measures-missing',
    ]);
  });
});
