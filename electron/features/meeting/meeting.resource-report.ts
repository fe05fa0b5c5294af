import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { PrintBlock, PrintCell, PrintRow } from '#shared/kernel/print-document.ts';
import { cashBlocks } from './meeting.cash-report.ts';
import type { Paper } from './meeting.paper.ts';
import { ageNames, receivableBlocks } from './meeting.receivable-report.ts';
import { commentOf, right } from './meeting.report-parts.ts';

/** Models printed line by line; the rest stands in one line. */
const modelLines = 24;

/** 现有资源匹配 as printed blocks. */
export function resourceBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, fill, day } = page;
  const { resources, days } = content.pack;
  const { people } = resources;
  return [
    {
      kind: 'heading',
      level: 1,
      text: text.parts.resources,
      note: fill(text.labels.asOf, { day: day(days.asOf) }),
    },
    stockTable(content, page),
    ...commentOf(content, 'stock'),
    {
      kind: 'table',
      caption: text.captions.people,
      columns: [{ title: text.columns.department, width: 3 }, right(text.columns.inPost)],
      rows: [
        ...people.lines.map((line) => ({
          cells: [line.departmentName ?? text.labels.noDepartment, figure(line.people, 'count')],
        })),
        { cells: [text.labels.total, figure(people.total, 'count')], kind: 'total' as const },
      ],
    },
    ...commentOf(content, 'people'),
    ...receivableBlocks(content, page),
    ...commentOf(content, 'receivables'),
    ...cashBlocks(content, page),
    ...commentOf(content, 'cash'),
  ];
}

function stockTable(content: MeetingContent, page: Paper): PrintBlock {
  const { text, fill } = page;
  const { stock, ageBuckets } = content.pack.resources;
  const inStock = (count: number): PrintCell => (stock.supplied ? String(count) : { missing: true });
  const ordered = (count: number): PrintCell => (stock.ordersSupplied ? String(count) : { missing: true });
  const gapCell = (gap: number | null): PrintCell =>
    gap === null || !stock.supplied || !stock.ordersSupplied
      ? { missing: true }
      : gap > 0
        ? { text: String(gap), tone: 'warning' }
        : { text: text.labels.dash, tone: 'muted' };
  const aged = (count: number): PrintCell =>
    stock.supplied && count > 0 ? { text: String(count), tone: 'warning' } : inStock(count);
  const rowOf = (name: string, line: Omit<(typeof stock.lines)[number], 'model'>): PrintRow => ({
    cells: [
      name,
      ...line.ages.map((count, index) => (index === ageBuckets.length ? aged(count) : inStock(count))),
      inStock(line.stock),
      ordered(line.openOrders),
      gapCell(line.gap),
    ],
  });
  const sum = (lines: typeof stock.lines): Omit<(typeof stock.lines)[number], 'model'> => ({
    ages: Array.from({ length: ageBuckets.length + 1 }, (_, index) =>
      lines.reduce((total, line) => total + (line.ages[index] ?? 0), 0),
    ),
    stock: lines.reduce((total, line) => total + line.stock, 0),
    openOrders: lines.reduce((total, line) => total + line.openOrders, 0),
    gap: lines.reduce((total, line) => total + line.gap, 0),
  });
  const rest = stock.lines.slice(modelLines);
  return {
    kind: 'table',
    caption: text.captions.stock,
    columns: [
      { title: text.columns.model, width: 2.6 },
      ...ageNames(ageBuckets, page).map((name) => right(name)),
      right(text.columns.stock),
      right(text.columns.openOrders),
      right(text.columns.gap, 0.8),
    ],
    rows: [
      ...stock.lines.slice(0, modelLines).map((line) => rowOf(line.model, line)),
      ...(rest.length === 0 ? [] : [rowOf(fill(text.labels.others, { count: rest.length }), sum(rest))]),
      ...(stock.lines.length === 0
        ? []
        : [{ ...rowOf(text.labels.total, sum(stock.lines)), kind: 'total' as const }]),
    ],
    ...(stock.supplied || stock.ordersSupplied ? {} : { none: text.labels.notSupplied }),
  };
}
