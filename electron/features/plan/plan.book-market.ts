import type { MarketContent } from '#shared/features/plan/plan.content.ts';
import { marketFigures } from '#shared/features/plan/plan.rules.ts';
import type { PrintBlock, PrintRow } from '#shared/kernel/print-document.ts';
import { right, wide } from './plan.book-columns.ts';
import type { PlanPaper } from './plan.paper.ts';

/** Market, competitors, policies, customers and SWOT of the book. */

const section = (text: string, table: PrintBlock, rows: number): PrintBlock[] =>
  rows === 0 ? [] : [{ kind: 'heading', level: 2, text }, table];

export function marketBlocks(market: MarketContent, page: PlanPaper): PrintBlock[] {
  const { text, open, rate } = page;
  const { fields, sections } = text;
  const marketRow = (name: string, rows: MarketContent['markets'], kind: PrintRow['kind']): PrintRow => {
    const { sizeNow, ownNow, shareNow, sizeNext, ownNext, shareNext } = marketFigures(rows);
    return {
      kind: kind ?? 'normal',
      cells: [
        name,
        open(sizeNow, 'count'),
        open(ownNow, 'count'),
        rate(shareNow),
        open(sizeNext, 'count'),
        open(ownNext, 'count'),
        rate(shareNext),
      ],
    };
  };
  const names = market.markets.map(({ name }) => name);
  return [
    ...section(
      sections.markets,
      {
        kind: 'table',
        columns: [
          wide(fields.segment, 1),
          ...[
            fields.sizeNow,
            fields.ownNow,
            fields.shareNow,
            fields.sizeNext,
            fields.ownNext,
            fields.shareNext,
          ].map(right),
        ],
        rows: [
          ...market.markets.map((row) => marketRow(row.name, [row], 'normal')),
          marketRow(fields.total, market.markets, 'total'),
        ],
      },
      market.markets.length,
    ),
    ...(market.markets.length === 0
      ? []
      : [
          {
            kind: 'chart' as const,
            heightMm: 50,
            chart: {
              categories: names,
              series: [
                { name: fields.shareNow, kind: 'bar' as const, values: shares(market, 'shareNow') },
                { name: fields.shareNext, kind: 'bar' as const, values: shares(market, 'shareNext') },
              ],
              unit: '%',
              showValues: true,
            },
          },
        ]),
    ...section(
      sections.competitors,
      {
        kind: 'table',
        columns: [
          wide(fields.competitor),
          wide(fields.brands),
          right(fields.units),
          wide(fields.strengths, 3),
          wide(fields.weaknesses, 3),
          wide(fields.answer, 3),
        ],
        rows: market.competitors.map((row) => ({
          cells: [row.name, row.brands, open(row.units, 'count'), row.strengths, row.weaknesses, row.answer],
        })),
      },
      market.competitors.length,
    ),
    ...section(
      sections.policies,
      {
        kind: 'table',
        columns: [wide(fields.policy, 3), wide(fields.from), wide(fields.effect, 4), wide(fields.answer, 4)],
        rows: market.policies.map((row) => ({ cells: [row.name, row.from, row.effect, row.answer] })),
      },
      market.policies.length,
    ),
    ...section(
      sections.groups,
      {
        kind: 'table',
        columns: [wide(fields.group), right(fields.count), wide(fields.needs, 4), wide(fields.offer, 4)],
        rows: market.groups.map((row) => ({
          cells: [row.name, open(row.count, 'count'), row.needs, row.offer],
        })),
      },
      market.groups.length,
    ),
    ...swotBlocks(market.swot, page),
  ];
}

const shares = (market: MarketContent, field: 'shareNow' | 'shareNext'): (number | null)[] =>
  market.markets.map((row) => {
    const share = marketFigures([row])[field];
    return share === null ? null : share / 100;
  });

function swotBlocks(swot: MarketContent['swot'], { text }: PlanPaper): PrintBlock[] {
  const { fields } = text;
  const quarter = (left: 'strengths' | 'opportunities', other: 'weaknesses' | 'threats'): PrintBlock => ({
    kind: 'table',
    columns: [wide(fields[left], 1), wide(fields[other], 1)],
    rows: [{ cells: [swot[left], swot[other]] }],
  });
  if (Object.values(swot).every((words) => words.trim() === '')) return [];
  return [
    { kind: 'heading', level: 2, text: text.sections.swot },
    quarter('strengths', 'weaknesses'),
    quarter('opportunities', 'threats'),
  ];
}
