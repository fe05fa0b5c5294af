import type { WriteSheet } from 'hucre/xlsx';
import type { StaffRow } from '#shared/features/plan/plan.content.ts';
import { staffFigures, staffTotal } from '#shared/features/plan/plan.rules.ts';
import type { PlanPaper } from './plan.paper.ts';
import { at, computed, firstRow, sheetOf, yuan, type SheetCell, type SheetRow } from './plan.sheet-cells.ts';
import { monthColumns } from './plan.workbook-figures.ts';

/** Columns of the sheet of people; of months the first of twelve. */
export const staffColumn = {
  start: 2,
  hired: 3,
  leaving: 15,
  ends: 27,
  monthly: 39,
  costs: 40,
  cost: 52,
} as const;

const twelve = (first: number, row: number): string => `${at(first, row)}:${at(first + 11, row)}`;

function postRow(post: StaffRow, row: number): SheetCell[] {
  const { ends, costs, cost } = staffFigures(post);
  const { start, hired, leaving, monthly } = staffColumn;
  /** People at a month's beginning. */
  const before = (month: number): string => at(month === 0 ? start : staffColumn.ends + month - 1, row);
  const perPerson = at(monthly, row);
  return [
    post.department,
    post.post,
    post.people,
    ...post.hired,
    ...post.leaving,
    ...ends.map((end, month) =>
      computed(`${before(month)}+${at(hired + month, row)}-${at(leaving + month, row)}`, end, 'count'),
    ),
    yuan(post.monthlyCostFen),
    // Paid: who is there at the month's beginning, and who joins in it.
    ...ends.map((_, month) =>
      computed(
        `IF(${perPerson}="","",${perPerson}*(${before(month)}+${at(hired + month, row)}))`,
        yuan(costs?.[month] ?? null),
        'yuan',
      ),
    ),
    computed(`IF(${perPerson}="","",SUM(${twelve(staffColumn.costs, row)}))`, yuan(cost), 'yuan'),
  ];
}

function totalRow(posts: readonly StaffRow[], name: string): SheetCell[] {
  const total = staffTotal(posts);
  const range = (column: number): string =>
    `${at(column, firstRow)}:${at(column, posts.length + firstRow - 1)}`;
  const sum = (column: number, result: number): SheetCell =>
    computed(`SUM(${range(column)})`, result, 'count');
  // A post without its cost leaves the sum open, never too low.
  const whole = (column: number, result: number | null): SheetCell =>
    computed(
      `IF(COUNT(${range(column)})<ROWS(${range(column)}),"",SUM(${range(column)}))`,
      yuan(result),
      'yuan',
    );
  const monthly = (field: 'hired' | 'leaving', month: number): number =>
    posts.reduce((all, post) => all + (post[field][month] ?? 0), 0);
  return [
    name,
    '',
    sum(staffColumn.start, total.start),
    ...total.ends.map((_, month) => sum(staffColumn.hired + month, monthly('hired', month))),
    ...total.ends.map((_, month) => sum(staffColumn.leaving + month, monthly('leaving', month))),
    ...total.ends.map((end, month) => sum(staffColumn.ends + month, end)),
    null,
    ...total.ends.map((_, month) => whole(staffColumn.costs + month, total.costs?.[month] ?? null)),
    whole(staffColumn.cost, total.cost),
  ];
}

/** 人力资源规划: people by month and their cost. */
export function staffSheet(posts: readonly StaffRow[], page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const lines: SheetRow[] = posts.map((post, index) => ({ cells: postRow(post, index + firstRow) }));
  if (posts.length > 0) lines.push({ total: true, cells: totalRow(posts, fields.total) });
  const named = (words: string, format?: 'yuan') =>
    monthColumns(page, (month) => page.fill(words, { month: month.replace('月', '') })).map((column) =>
      format ? { ...column, width: 13, format } : column,
    );
  return sheetOf(
    sheet.staffing,
    [
      { title: fields.department, width: 12 },
      { title: fields.post, width: 16 },
      { title: fields.people },
      ...named(sheet.hiredIn),
      ...named(sheet.leavingIn),
      ...named(sheet.monthEnd),
      { title: fields.monthlyCostFen, width: 16, format: 'yuan' as const },
      ...named(sheet.costIn, 'yuan'),
      { title: fields.cost, width: 16, format: 'yuan' as const },
    ],
    lines,
  );
}
