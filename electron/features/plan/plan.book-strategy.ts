import type { MeasureAction, PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { InvestmentRow, Measure } from '#shared/features/plan/plan.content.ts';
import { cashFlow, investmentFigures } from '#shared/features/plan/plan.rules.ts';
import type { PrintBlock } from '#shared/kernel/print-document.ts';
import { right, wide } from './plan.book-columns.ts';
import type { PlanPaper } from './plan.paper.ts';

/** Investments and measures of the book. */

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
