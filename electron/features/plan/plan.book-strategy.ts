import type { MeasureAction, PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { InvestmentRow, MarketContent, Measure, StaffRow } from '#shared/features/plan/plan.content.ts';
import {
  cashFlow,
  investmentFigures,
  marketFigures,
  staffFigures,
  staffTotal,
  type StaffFigures,
} from '#shared/features/plan/plan.rules.ts';
import type { PrintBlock, PrintColumn, PrintRow } from '#shared/kernel/print-document.ts';
import type { PlanPaper } from './plan.paper.ts';

/** Market, people, investments and measures of the book. */

const wide = (title: string, width = 2): PrintColumn => ({ title, width });
const right = (title: string): PrintColumn => ({ title, width: 'auto', align: 'right' });

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

export function staffBlocks(posts: readonly StaffRow[], page: PlanPaper): PrintBlock[] {
  if (posts.length === 0) return [];
  const { text, open } = page;
  const { fields, sections } = text;
  const row = (
    names: readonly string[],
    figures: StaffFigures,
    cost: string,
    kind: PrintRow['kind'],
  ): PrintRow => ({
    kind: kind ?? 'normal',
    cells: [
      ...names,
      String(figures.start),
      String(figures.hired),
      String(figures.leaving),
      String(figures.end),
      cost,
      figures.cost === null ? { missing: true } : open(figures.cost, 'fen'),
    ],
  });
  const total = staffTotal(posts);
  return [
    { kind: 'heading', level: 2, text: sections.posts },
    {
      kind: 'table',
      columns: [
        wide(fields.department),
        wide(fields.post),
        ...[fields.people, fields.hired, fields.leaving, fields.end, fields.monthlyCostFen, fields.cost].map(
          right,
        ),
      ],
      rows: [
        ...posts.map((one) =>
          row([one.department, one.post], staffFigures(one), open(one.monthlyCostFen, 'fen'), 'normal'),
        ),
        row([fields.total, ''], total, '', 'total'),
      ],
    },
    { kind: 'heading', level: 2, text: sections.headcount },
    {
      kind: 'table',
      dense: true,
      columns: [wide(fields.post, 2), ...total.ends.map((_, index) => right(page.month(index)))],
      rows: [
        ...posts.map((one) => ({ cells: [one.post, ...staffFigures(one).ends.map(String)] })),
        { kind: 'total', cells: [fields.total, ...total.ends.map(String)] },
      ],
    },
    {
      kind: 'chart',
      caption: sections.headcount,
      heightMm: 46,
      chart: {
        categories: total.ends.map((_, index) => page.month(index)),
        series: [{ name: fields.monthEnds, kind: 'bar', values: total.ends }],
        showValues: true,
      },
    },
    { kind: 'paragraphs', style: 'note', texts: [text.book.staffNote] },
  ];
}

export function investmentBlocks(
  rows: readonly InvestmentRow[],
  year: number,
  page: PlanPaper,
): PrintBlock[] {
  if (rows.length === 0) return [];
  const { text, open } = page;
  const { fields, sections } = text;
  const flow = cashFlow(rows, year);
  const quarters = Array.from({ length: 12 }, (_, index) => flow.slice(index * 3, index * 3 + 3));
  const sumOf = (months: typeof flow, field: 'outFen' | 'netFen'): number =>
    months.reduce((sum, month) => sum + month[field], 0);
  const quarterName = (index: number): string =>
    `${year + Math.floor(index / 4)} ${page.fill(text.sheet.quarter, { quarter: (index % 4) + 1 })}`;
  return [
    { kind: 'heading', level: 2, text: sections.investments },
    {
      kind: 'table',
      columns: [
        wide(fields.investment, 1),
        ...[
          fields.amountFen,
          fields.paidMonth,
          fields.net,
          fields.payback,
          fields.profit,
          fields.returnRate,
        ].map(right),
      ],
      rows: rows.map((row) => {
        const { netFen, payback, profitFen, returnBasisPoints } = investmentFigures(row);
        return {
          cells: [
            row.name,
            open(row.amountFen, 'fen'),
            row.paidMonth === null ? '' : page.month(row.paidMonth - 1),
            open(netFen, 'fen'),
            page.payback(payback),
            open(profitFen, 'fen'),
            page.rate(returnBasisPoints),
          ],
        };
      }),
    },
    { kind: 'heading', level: 2, text: sections.cashFlow },
    {
      kind: 'table',
      dense: true,
      columns: [wide(fields.month, 1), ...[fields.out, fields.flow, fields.balance].map(right)],
      rows: quarters.map((months, index) => ({
        cells: [
          quarterName(index),
          open(sumOf(months, 'outFen'), 'fen'),
          open(sumOf(months, 'netFen'), 'fen'),
          open(months.at(-1)?.balanceFen ?? 0, 'fen'),
        ],
      })),
    },
    {
      kind: 'chart',
      caption: fields.balance,
      heightMm: 48,
      chart: {
        categories: quarters.map((_, index) => quarterName(index).slice(2)),
        series: [
          {
            name: fields.balance,
            kind: 'line',
            values: quarters.map((months) => Math.round((months.at(-1)?.balanceFen ?? 0) / 10_000) / 100),
          },
        ],
        unit: text.book.thousands,
      },
    },
    { kind: 'paragraphs', style: 'note', texts: [text.book.paybackNote] },
  ];
}

export function measureBlocks(
  measures: readonly Measure[],
  actions: readonly MeasureAction[],
  page: PlanPaper,
): PrintBlock[] {
  if (measures.length === 0) return [];
  const { text } = page;
  const { fields } = text;
  const raised = new Map(actions.map((one) => [one.measure, one.number]));
  return [
    { kind: 'heading', level: 2, text: text.sections.measures },
    {
      kind: 'table',
      columns: [
        { title: '', width: 'auto' },
        wide(fields.text, 5),
        { title: fields.ownerId, width: 'auto' },
        { title: fields.dueOn, width: 'auto' },
        wide(fields.check, 3),
        wide(fields.goals, 2),
        { title: fields.action, width: 'auto' },
      ],
      rows: measures.map((one, index) => ({
        cells: [
          String(index + 1),
          one.text,
          page.person(one.ownerId),
          page.day(one.dueOn),
          one.check,
          one.goals.map(page.indicator).join('、'),
          raised.get(one.key) ?? '',
        ],
      })),
    },
  ];
}

/** What a part computes and lists, before its text. */
export type PartBlocks = (
  content: PlanContent,
  actions: readonly MeasureAction[],
  page: PlanPaper,
  hiddenPay: number,
) => PrintBlock[];
