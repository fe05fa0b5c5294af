import type { WriteSheet } from 'hucre/xlsx';
import { swotFields, type MarketContent } from '#shared/features/plan/plan.content.ts';
import { marketFigures } from '#shared/features/plan/plan.rules.ts';
import type { PlanPaper } from './plan.paper.ts';
import {
  at,
  computed,
  firstRow,
  quotient,
  rateOf,
  sheetOf,
  sumOf,
  type SheetCell,
  type SheetRow,
} from './plan.sheet-cells.ts';

/** Market, competitors, policies and groups of customers in the workbook. */

function marketSheet({ markets }: MarketContent, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const last = markets.length + firstRow - 1;
  /** Share of a row, or of all rows to `all`: open where a segment has only one side of it. */
  const share = (own: number, size: number, number: number, all: number | undefined): string => {
    const whole = quotient(at(own, number), at(size, number));
    if (all === undefined) return whole;
    const range = (column: number): string => `${at(column, firstRow)}:${at(column, all)}`;
    return `IF(SUMPRODUCT(--(ISNUMBER(${range(own)})<>ISNUMBER(${range(size)})))>0,"",${whole})`;
  };
  const row = (
    name: string,
    values: readonly SheetCell[],
    number: number,
    exact: readonly (number | null)[],
    all?: number,
  ): SheetCell[] => [
    name,
    values[0] ?? null,
    values[1] ?? null,
    computed(share(2, 1, number, all), exact[0] ?? null, 'percent'),
    values[2] ?? null,
    values[3] ?? null,
    computed(share(5, 4, number, all), exact[1] ?? null, 'percent'),
  ];
  const total = marketFigures(markets);
  const sum = (column: number, result: number | null): SheetCell =>
    sumOf(`${at(column, firstRow)}:${at(column, last)}`, result, 'count');
  const lines: SheetRow[] = markets.map((one, index) => ({
    cells: row(one.name, [one.sizeNow, one.ownNow, one.sizeNext, one.ownNext], index + firstRow, [
      rateOf(one.ownNow, one.sizeNow),
      rateOf(one.ownNext, one.sizeNext),
    ]),
  }));
  if (markets.length > 0)
    lines.push({
      total: true,
      cells: row(
        fields.total,
        [sum(1, total.sizeNow), sum(2, total.ownNow), sum(4, total.sizeNext), sum(5, total.ownNext)],
        last + 1,
        [
          total.shareNow === null ? null : rateOf(total.ownNow, total.sizeNow),
          total.shareNext === null ? null : rateOf(total.ownNext, total.sizeNext),
        ],
        last,
      ),
    });
  return sheetOf(
    sheet.market,
    [
      fields.segment,
      fields.sizeNow,
      fields.ownNow,
      fields.shareNow,
      fields.sizeNext,
      fields.ownNext,
      fields.shareNext,
    ].map((title, index) => ({ title, width: index === 0 ? 20 : 12 })),
    lines,
  );
}

const words = (title: string, width = 30) => ({ title, width });

export function marketSheets(market: MarketContent, page: PlanPaper): WriteSheet[] {
  const { fields, sections } = page.text;
  const { competitors, policies, groups, swot } = market;
  const opposites = swotFields.filter((field) => swot[field].trim() !== '');
  return [
    marketSheet(market, page),
    sheetOf(
      sections.competitors,
      [
        words(fields.competitor, 20),
        words(fields.brands, 20),
        { title: fields.units },
        words(fields.strengths),
        words(fields.weaknesses),
        words(fields.answer),
      ],
      competitors.map(({ name, brands, units, strengths, weaknesses, answer }) => ({
        cells: [name, brands, units, strengths, weaknesses, answer],
      })),
    ),
    sheetOf(
      sections.policies,
      [words(fields.policy), words(fields.from, 14), words(fields.effect), words(fields.answer)],
      policies.map(({ name, from, effect, answer }) => ({ cells: [name, from, effect, answer] })),
    ),
    sheetOf(
      sections.groups,
      [words(fields.group, 20), { title: fields.count }, words(fields.needs), words(fields.offer)],
      groups.map(({ name, count, needs, offer }) => ({ cells: [name, count, needs, offer] })),
    ),
    sheetOf(
      sections.swot,
      [words('', 16), words(sections.swot, 80)],
      opposites.map((field) => ({ cells: [fields[field], swot[field]] })),
    ),
  ];
}
