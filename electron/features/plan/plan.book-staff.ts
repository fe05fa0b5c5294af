import type { StaffRow } from '#shared/features/plan/plan.content.ts';
import { staffFigures, staffTotal, type StaffFigures } from '#shared/features/plan/plan.rules.ts';
import type { PrintBlock, PrintRow } from '#shared/kernel/print-document.ts';
import { right, wide } from './plan.book-columns.ts';
import type { PlanPaper } from './plan.paper.ts';

/** People by post and month of the book. */

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
