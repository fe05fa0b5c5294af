import { read, utils, write, type CellObject, type WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { planWorkbook } from '#electron/features/plan/plan.workbook.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { cashFlow, investmentFigures, staffTotal } from '#shared/features/plan/plan.rules.ts';
import { emptyParts } from '#shared/features/plan/plan.content.ts';
import type { Language } from '#shared/kernel/language.ts';
import { convertedByOffice, hasLibreOffice } from '#tests/support/libre-office.ts';
import { wholePlan } from '#tests/support/plan.ts';

const months = (make: (month: number) => number | null): (number | null)[] =>
  Array.from({ length: 12 }, (_, index) => make(index + 1));

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);
const sold = months((month) => (month > 11 ? null : month * 7 + 3));
const earned = months((month) => (month > 11 ? null : month * 1_234_567 + 89));

/** A view as the core gives it, with everything that may be missing. */
const view: PlanView = {
  id: 1,
  state: 'draft',
  content: {
    storeName: '=测试商用车',
    year: 2027,
    edition: 1,
    reason: null,
    parts: wholePlan(1),
    closing: {
      year: 2026,
      until: '2026-11-18',
      others: [],
      lines: [
        {
          key: 'orders',
          unit: 'count',
          months: sold,
          value: sum(sold),
          lastYearToDate: 400,
          lastYear: 460,
          goal: 520,
        },
        {
          key: 'cashIn',
          unit: 'fen',
          months: earned,
          value: sum(earned),
          lastYearToDate: 0,
          lastYear: 3,
          goal: null,
        },
        {
          key: 'leads',
          unit: 'count',
          months: months(() => null),
          value: null,
          lastYearToDate: null,
          lastYear: null,
          goal: 0,
        },
      ],
    },
    goals: [
      {
        key: 'orders',
        unit: 'count',
        departmentId: null,
        department: null,
        year: 78,
        months: months((month) => month),
      },
      {
        key: 'cashIn',
        unit: 'fen',
        departmentId: 2,
        department: '销售部',
        year: 400_033,
        months: months((month) => (month < 4 ? 100_011 : null)),
      },
    ],
    pay: [],
    people: { '1': '王总' },
  },
  hiddenPay: 0,
  edits: {},
  editions: [],
  actions: [],
  issues: [],
  submittedBy: null,
  submittedAt: null,
  returned: null,
  signatures: [],
  verdict: { state: 'unsigned', problems: [] },
  auditCode: null,
};

const bookOf = async (language: Language, of = view): Promise<WorkBook> =>
  read(await planWorkbook(of, language), { cellFormula: true });

type Computed = { readonly place: string; readonly cell: CellObject };
const formulas = ({ SheetNames, Sheets }: WorkBook): Computed[] =>
  SheetNames.flatMap((sheet) =>
    Object.entries(Sheets[sheet] ?? {}).flatMap(
      ([address, cell]) =>
        address.startsWith('!') || !(cell as CellObject).f
          ? []
          : [{ place: `${sheet}!${address}`, cell: cell as CellObject }], // addresses hold cells
    ),
  );
const valueAt = ({ Sheets }: WorkBook, place: string): unknown => {
  const [sheet = '', address = ''] = place.split('!');
  return (Sheets[sheet]?.[address] as CellObject | undefined)?.v;
};

describe('the workbook', () => {
  it('holds every figure of the plan; words that begin like a formula are words', async () => {
    const book = await bookOf('zh-CN');
    expect(book.SheetNames).toEqual(['决算', '市场', '人力', '目标', '投资', '现金流', '措施']);
    const { staffing, investment, market } = view.content.parts;
    const total = staffTotal(staffing.posts);
    const rows = (sheet: string): unknown[][] =>
      utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1, raw: true });
    expect(rows('人力').at(-1)?.[40]).toBe((total.cost ?? 0) / 100);
    expect(rows('市场')).toHaveLength(market.markets.length + 2);
    const [bays, wash, light] = investment.investments.map(investmentFigures);
    expect(
      rows('投资')
        .slice(1)
        .map((row) => row[8]),
    ).toEqual([
      bays?.payback.kind === 'months' ? bays.payback.months : null,
      '收不回：每月净收不大于零',
      light?.payback.kind === 'unknown' ? '' : null,
    ]);
    expect(wash?.netFen).toBe(0);
    expect(
      rows('现金流')
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(cashFlow(investment.investments, 2027).map(({ balanceFen }) => balanceFen / 100));
    expect(rows('措施')).toHaveLength(6);
  });

  describe.skipIf(!hasLibreOffice)('opened in LibreOffice', () => {
    let given: WorkBook;
    let opened: WorkBook;
    beforeAll(async () => {
      given = await bookOf('zh-CN');
      // Without their results, so that nothing is left to LibreOffice but to compute them.
      const bare = await bookOf('zh-CN');
      for (const { cell } of formulas(bare)) {
        delete cell.v;
        delete cell.w;
        cell.t = 'n';
      }
      const bytes = new Uint8Array(write(bare, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
      opened = read(convertedByOffice(bytes, 'xlsx', 'xlsx'));
    }, 60_000);

    it('adds up to the same figures, formula by formula', () => {
      const all = formulas(given);
      expect(all.length).toBeGreaterThan(200);
      const wrong = all.flatMap(({ place, cell }) => {
        const value = valueAt(opened, place) ?? '';
        const expected = cell.v ?? '';
        const isSame =
          typeof expected === 'number' && typeof value === 'number'
            ? Math.abs(expected - value) < 1e-6
            : expected === value;
        return isSame ? [] : [`${place} =${cell.f}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(value)}`];
      });
      expect(wrong).toEqual([]);
    });
  });

  it('of a plan that says nothing divides by nothing', async () => {
    const empty = {
      ...view,
      content: {
        ...view.content,
        parts: emptyParts,
        goals: [],
        closing: { ...view.content.closing, lines: [] },
      },
    };
    const book = await bookOf('en', empty);
    expect(formulas(book).filter(({ cell }) => cell.t === 'e')).toEqual([]);
    expect(book.SheetNames).toEqual([
      'Closing',
      'Market',
      'People',
      'Goals',
      'Investment',
      'Cash flow',
      'Measures',
    ]);
  });
});
