import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { none } from '#shared/features/reminder/reminder-facts.ts';
import { emptyBase, moneyPlace, place } from '#shared/features/portrait/portrait-facts.ts';
import { dayPartOf, missingOf, usualOf } from '#shared/features/portrait/portrait-file.rules.ts';
import {
  portraitTermsIssues,
  portraitTermsSchema,
  usualPortraitTerms,
  type PortraitTerms,
  type RiskReason,
} from '#shared/features/portrait/portrait.content.ts';
import {
  matrixOf,
  measureOf,
  portraitAt,
  reasonBitsAt,
  reasonsOf,
} from '#shared/features/portrait/portrait.rules.ts';
import { addMonths, dayFromNumber, dayNumber, daysBetween, type Day } from '#shared/kernel/day.ts';

const today = '2026-11-18';

/** A customer in words, as the slow reference reads it. */
type Facts = {
  readonly visits: readonly Day[];
  readonly bought: Day | null;
  readonly inUse: number;
  readonly gone: number;
  readonly youngest: Day | null;
  readonly complaint: 0 | 1 | 2;
  readonly majorOn: Day | null;
  readonly score: {
    readonly on: Day;
    readonly hundredths: number | null;
    readonly recommend: number | null;
  } | null;
  readonly insuredOn: Day | null;
  readonly elsewhereOn: Day | null;
  readonly silent: boolean;
  readonly member: 0 | 1 | 2;
  readonly coming: boolean;
  readonly repairsYear: number;
  readonly ordersYear: number;
};

const quiet: Facts = {
  visits: [], bought: null, inUse: 1, gone: 0, youngest: null, complaint: 0, majorOn: null, score: null,
  insuredOn: null, elsewhereOn: null, silent: false, member: 0, coming: false, repairsYear: 0, ordersYear: 0,
}; // prettier-ignore

const later = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a > b ? a : b);
const inYear = (facts: Facts): number => facts.visits.filter((on) => on > addMonths(today, -12)).length;

function slowReasons(facts: Facts, terms: PortraitTerms): RiskReason[] {
  const found = new Set<RiskReason>();
  const since = (months: number): Day => addMonths(today, -months);
  const days = [...new Set(facts.visits)].sort();
  const last = days.at(-1) ?? null;
  const isFresh = (on: Day | null): boolean => on !== null && on >= since(terms.lookBackMonths);
  if (facts.inUse === 0 && facts.gone > 0) found.add('allGone');
  else if (facts.gone > 0) found.add('vehicleGone');
  const touched = later(last, facts.bought);
  if (!facts.coming && !found.has('allGone') && touched !== null) {
    const isPurchase = facts.bought !== null && (last === null || facts.bought > last);
    if (touched < since(terms.lostMonths)) found.add('lostPast');
    else if (isPurchase && touched < since(terms.firstMonths)) found.add('firstPast');
    else if (!isPurchase && touched < since(terms.regularMonths)) found.add('regularPast');
  }
  if (!facts.coming && last !== null && days.length >= terms.rhythmVisits) {
    const usual = daysBetween(days[0] ?? last, last) / (days.length - 1);
    const away = daysBetween(last, today);
    if (away >= terms.rhythmDays && away > (usual * terms.rhythmPercent) / 100 + 1e-9) found.add('rhythm');
  }
  if (facts.complaint === 2 || isFresh(facts.majorOn)) found.add('complaintGrave');
  else if (facts.complaint === 1) found.add('complaintOpen');
  if (facts.score && isFresh(facts.score.on)) {
    const { hundredths, recommend } = facts.score;
    if (hundredths !== null && hundredths < terms.lowScoreHundredths) found.add('lowScore');
    if (recommend !== null && recommend <= terms.lowRecommend) found.add('lowScore');
  }
  if (isFresh(facts.insuredOn)) found.add('insuredElsewhere');
  if (isFresh(facts.elsewhereOn)) found.add('doneElsewhere');
  if (facts.member === 1) found.add('memberClosed');
  if (facts.youngest !== null && facts.youngest < since(terms.oldMonths)) found.add('vehicleOld');
  if (facts.silent) found.add('refused');
  return [...found].filter((reason) => terms.weights[reason] > 0).sort();
}

function slowSegment(facts: Facts, terms: PortraitTerms): string {
  const touched = later([...facts.visits].sort().at(-1) ?? null, facts.bought);
  const days = touched === null ? Number.POSITIVE_INFINITY : daysBetween(touched, today);
  const money = facts.repairsYear + facts.ordersYear;
  const sum =
    [terms.recentDays, terms.warmDays, terms.coolDays].filter((limit) => days <= limit).length +
    [terms.manyVisits, terms.someVisits, terms.fewVisits].filter((limit) => inYear(facts) >= limit).length +
    [terms.highFen, terms.middleFen, terms.lowFen].filter((limit) => money >= limit).length;
  return sum >= terms.fromA ? 'A' : sum >= terms.fromB ? 'B' : sum >= terms.fromC ? 'C' : 'D';
}

function baseOf(facts: Facts) {
  const base = emptyBase(1);
  const number = (day: Day | null): number => (day === null ? none : dayNumber(day));
  const days = [...new Set(facts.visits)].sort();
  const put = (which: keyof typeof place, value: number): void => void (base.rows[place[which]] = value);
  put('customerId', 7);
  put('lastTrade', number(later(days.at(-1) ?? null, facts.bought)));
  put('firstVisit', number(days[0] ?? null));
  put('lastVisit', number(days.at(-1) ?? null));
  put('visitDays', days.length);
  put('visitsInYear', inYear(facts));
  put('lastPurchase', number(facts.bought));
  put('inUse', facts.inUse);
  put('gone', facts.gone);
  put('youngest', number(facts.youngest));
  put('complaint', facts.complaint);
  put('majorOn', number(facts.majorOn));
  put('score', facts.score?.hundredths ?? none);
  put('recommend', facts.score?.recommend ?? none);
  put('scoreOn', number(facts.score?.on ?? null));
  put('insuredOn', number(facts.insuredOn));
  put('elsewhereOn', number(facts.elsewhereOn));
  put('silent', facts.silent ? 1 : 0);
  put('member', facts.member);
  put('comingOn', facts.coming ? dayNumber(today) : none);
  base.money[moneyPlace.repairsYear] = facts.repairsYear;
  base.money[moneyPlace.ordersYear] = facts.ordersYear;
  return base;
}

const quickReasons = (facts: Facts, terms = usualPortraitTerms): RiskReason[] =>
  reasonsOf(reasonBitsAt(baseOf(facts), 0, measureOf(terms, dayNumber(today))));

const day = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber(today) }).map(dayFromNumber);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const facts: fc.Arbitrary<Facts> = fc.record({
  visits: fc.array(day, { maxLength: 8 }),
  bought: maybe(day),
  inUse: fc.nat({ max: 3 }),
  gone: fc.nat({ max: 2 }),
  youngest: maybe(day),
  complaint: fc.constantFrom(0, 1, 2),
  majorOn: maybe(day),
  score: maybe(
    fc.record({
      on: day,
      hundredths: maybe(fc.integer({ min: 100, max: 500 })),
      recommend: maybe(fc.nat({ max: 10 })),
    }),
  ),
  insuredOn: maybe(day),
  elsewhereOn: maybe(day),
  silent: fc.boolean(),
  member: fc.constantFrom(0, 1, 2),
  coming: fc.boolean(),
  repairsYear: fc.nat({ max: 2_000_000 }),
  ordersYear: fc.constantFrom(0, 0, 30_000_000),
});
const terms: fc.Arbitrary<PortraitTerms> = fc
  .record({
    rhythmVisits: fc.integer({ min: 2, max: 5 }),
    rhythmPercent: fc.integer({ min: 100, max: 300 }),
    rhythmDays: fc.integer({ min: 1, max: 90 }),
    firstMonths: fc.integer({ min: 3, max: 18 }),
    regularMonths: fc.integer({ min: 5, max: 18 }),
    lostMonths: fc.integer({ min: 19, max: 40 }),
    lookBackMonths: fc.integer({ min: 1, max: 24 }),
    lowRecommend: fc.nat({ max: 10 }),
    rhythm: fc.nat({ max: 3 }),
  })
  .map(({ rhythm, ...given }) => ({
    ...usualPortraitTerms,
    ...given,
    weights: { ...usualPortraitTerms.weights, rhythm },
  }));

describe('segment and risk of a customer', () => {
  it('are those of the slow reference, for any customer and rule', () => {
    fc.assert(
      fc.property(facts, terms, (one, rule) => {
        const portrait = portraitAt(baseOf(one), 0, measureOf(rule, dayNumber(today)));
        const reasons = slowReasons(one, rule);
        const points = reasons.reduce((sum, reason) => sum + rule.weights[reason], 0);
        expect(quickReasons(one, rule).sort()).toEqual(reasons);
        expect(portrait.segment).toBe(slowSegment(one, rule));
        expect(portrait.risk).toBe(
          points >= rule.highFrom ? 'high' : points >= rule.middleFrom ? 'middle' : 'low',
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['nothing known', quiet, []],
    ['twelve months to the day is still the regular service', { ...quiet, visits: ['2025-11-18'] }, []],
    ['a day more is not', { ...quiet, visits: ['2025-11-17'] }, ['regularPast']],
    ['24 months to the day', { ...quiet, visits: ['2024-11-18'] }, ['regularPast']],
    ['a day more', { ...quiet, visits: ['2024-11-17'] }, ['lostPast']],
    ['bought and never came', { ...quiet, bought: '2025-11-17' }, ['firstPast']],
    ['came since', { ...quiet, bought: '2025-01-01', visits: ['2026-10-01'] }, []],
    ['bought again', { ...quiet, bought: '2026-01-01', visits: ['2023-01-01'] }, []],
    ['every 30 days, 45 are no sign', { ...quiet, visits: ['2026-08-05', '2026-09-04', '2026-10-04'] }, []],
    ['46 are one', { ...quiet, visits: ['2026-08-04', '2026-09-03', '2026-10-03'] }, ['rhythm']],
    [
      'who has an appointment comes',
      { ...quiet, visits: ['2023-08-04', '2023-09-03', '2023-10-03'], coming: true },
      [],
    ],
    ['no vehicle left', { ...quiet, inUse: 0, gone: 2, visits: ['2023-01-01'] }, ['allGone']],
    ['one of two went', { ...quiet, gone: 1 }, ['vehicleGone']],
    ['a grave complaint hides the plain one', { ...quiet, complaint: 2 }, ['complaintGrave']],
    [
      'scored well but would not recommend',
      { ...quiet, score: { on: '2026-11-01', hundredths: 450, recommend: 6 } },
      ['lowScore'],
    ],
    ['3.00 is not below 3.00', { ...quiet, score: { on: '2026-11-01', hundredths: 300, recommend: 7 } }, []],
  ] as [string, Facts, RiskReason[]][])('%s', (_what, one, reasons) => {
    expect(quickReasons(one)).toEqual(reasons);
    expect(slowReasons(one, usualPortraitTerms)).toEqual([...reasons].sort());
  });

  it('a matrix holds every customer once', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), (some) => {
        const measure = measureOf(usualPortraitTerms, dayNumber(today));
        const portraits = some.map((one) => portraitAt(baseOf(one), 0, measure));
        const cells = matrixOf(portraits);
        expect(cells).toHaveLength(12);
        expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(some.length);
        expect(cells.reduce((sum, { moneyFen }) => sum + moneyFen, 0)).toBe(
          portraits.reduce((sum, { moneyFen }) => sum + moneyFen, 0),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the rule', () => {
  it('as shipped fits its own schema, and steps that do not rise are named', () => {
    expect(portraitTermsSchema.safeParse(usualPortraitTerms).success).toBe(true);
    expect(portraitTermsIssues(usualPortraitTerms)).toEqual([]);
    expect(portraitTermsIssues({ ...usualPortraitTerms, warmDays: 90, fromA: 4 })).toEqual([
      { field: 'warmDays', issue: 'not-above' },
      { field: 'fromA', issue: 'not-above' },
    ]);
  });
});

describe('preferences and gaps of a file', () => {
  it.each([
    [[], null],
    [['x'], null],
    [['x', 'y', 'y'], { value: 'y', count: 2, of: 3 }],
    [['x', null, 'y', 'y', 'x'], { value: 'x', count: 2, of: 4 }],
  ])('usual of %j', (values, usual) => expect(usualOf(values)).toEqual(usual));

  it('parts of a day meet without a gap', () => {
    expect(['00:00', '09:59', '10:00', '13:59', '14:00', '16:59', '17:00', '23:59'].map(dayPartOf)).toEqual([
      'early', 'early', 'midday', 'midday', 'afternoon', 'afternoon', 'evening', 'evening',
    ]); // prettier-ignore
  });

  it('names what is empty, of companies a contact too, of vehicles in use alone', () => {
    const filled = {
      phone: '13800001111', region: '深圳', address: '宝安区 1 号', source: '介绍', consultantId: 1,
      firstContactOn: '2026-01-01', identityNumber: '91', trade: '物流', consent: 'given',
    }; // prettier-ignore
    const file = (vehicles: Parameters<typeof missingOf>[0]['vehicles']) =>
      missingOf({ customer: { ...filled, id: 5, kind: 'company', trade: '' }, vehicles, contacts: 0 });
    expect(file([])).toEqual({
      of: 11,
      items: [
        { feature: 'customer', field: 'trade', id: 5 },
        { feature: 'contact', field: null, id: null },
        { feature: 'vehicle', field: null, id: null },
      ],
    });
    const sold = { id: 8, state: 'sold', use: 'commercial', plate: null };
    const used = {
      id: 9, state: 'inUse', use: 'private', plate: '粤B12345', vin: 'V', model: 'J6P', registeredOn: '2024-01-01',
      annualTestDueOn: '2027-01-01', compulsoryInsuranceDueOn: null, commercialInsuranceDueOn: '2027-01-01',
    }; // prettier-ignore
    expect(file([sold, used]).items.slice(2)).toEqual([
      { feature: 'vehicle', field: 'compulsoryInsuranceDueOn', id: 9 },
    ]);
  });
});
