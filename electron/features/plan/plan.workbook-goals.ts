import type { WriteSheet } from 'hucre/xlsx';
import { readRowKey } from '#shared/features/goal/goal-row.rules.ts';
import { knownSum } from '#shared/features/plan/plan.rules.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import type { GoalTableRow } from '../goal/goal.period.ts';
import type { PlanPaper } from './plan.paper.ts';
import {
  at,
  computed,
  firstRow,
  sheetOf,
  sumOf,
  type Computed,
  type SheetCell,
  type SheetRow,
} from './plan.sheet-cells.ts';
import { formatOf, inUnit, monthColumns, unitName } from './plan.workbook-figures.ts';

/**
 * 目标 in the workbook: every indicator of the year, the store above its departments, these above their people and channels. A
 * row with others below it is the sum of those, so the tree adds up again when a cell is changed.
 */

/** The first month's column, with a quarter after each three; the year; what its parts lack of it. */
const column = { months: 4, year: 20, check: 21 } as const;
const monthColumn = (month: number): number => column.months + month + Math.floor(month / 3);
const quarterColumn = (quarter: number): number => column.months + quarter * 4 + 3;

type Node = {
  readonly row: GoalTableRow;
  /** null: what stands at the row above itself and was passed on to nobody. */
  readonly name: string | null;
  readonly months: readonly (number | null)[];
  readonly depth: number;
  readonly parts: Node[];
};

/** The rows of one indicator as a tree; what a row holds beside its parts becomes a part of its own. */
function treesOf(rows: readonly GoalTableRow[]): Node[] {
  const tops: Node[] = [];
  const above: Node[] = [];
  for (const row of rows) {
    const node: Node = { row, name: row.name, months: row.months, depth: row.depth, parts: [] };
    above.length = Math.min(above.length, row.depth);
    const parent = row.adds === 'sum' ? above.at(-1) : undefined;
    (parent ? parent.parts : tops).push(node);
    above.push(node);
  }
  for (const top of tops) addRests(top);
  return tops;
}

function addRests(node: Node): void {
  if (node.parts.length === 0) return;
  for (const part of node.parts) addRests(part);
  const rest = node.months.map((value, month) => {
    const passedOn = knownSum(node.parts.map((part) => part.months[month] ?? null));
    return value === null ? null : value - (passedOn ?? 0) || (passedOn === null ? value : null);
  });
  if (rest.some((value) => value !== null))
    node.parts.unshift({ row: node.row, name: null, months: rest, depth: node.depth + 1, parts: [] });
}

/** Most arguments that a sum takes, with room to spare. */
const mostRanges = 200;

/** Cells of a column in the fewest ranges; many of them as sums of sums. */
function rangesOf(rows: readonly number[], at_: number): string {
  const ranges: string[] = [];
  let first = rows[0] ?? 0;
  rows.forEach((row, index) => {
    if (rows[index + 1] === row + 1) return;
    ranges.push(first === row ? at(at_, row) : `${at(at_, first)}:${at(at_, row)}`);
    first = rows[index + 1] ?? 0;
  });
  return ranges.join(',');
}

const inChunks = (rows: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(rows.length / mostRanges) }, (_, chunk) =>
    rows.slice(chunk * mostRanges, (chunk + 1) * mostRanges),
  );

function sumOfParts(rows: readonly number[], at_: number, result: number | null, format: Computed['format']) {
  const chunks = inChunks(rows).map((chunk) => rangesOf(chunk, at_));
  if (chunks.length === 1) return sumOf(chunks[0] ?? '', result, format);
  const add = (name: string): string => chunks.map((chunk) => `${name}(${chunk})`).join('+');
  return computed(`IF(${add('COUNT')}=0,"",${add('SUM')})`, result, format);
}

function nameOf({ row, name }: Node, page: PlanPaper): string {
  const { text, language } = page;
  if (name === null) return text.sheet.notPassedOn;
  if (row.kind === 'store') return text.dialogs.wholeStore;
  return readRowKey(row.key)?.facet?.kind === 'channel'
    ? textAt(createTexts(language), `record.order.choices.channel.${name}`)
    : name;
}

function goalRow(node: Node, row: number, partRows: readonly number[], page: PlanPaper): SheetCell[] {
  const { unit, indicator, kind, adds } = node.row;
  const format = formatOf(unit);
  const hasParts = partRows.length > 0;
  const cells: SheetCell[] = [
    page.indicator(indicator),
    page.text.sheet.levels[kind],
    `${'　'.repeat(node.depth)}${nameOf(node, page)}`,
    unitName(unit, page),
  ];
  node.months.forEach((value, month) => {
    const shown = inUnit(value, unit);
    const here = monthColumn(month);
    cells[here] = hasParts ? sumOfParts(partRows, here, shown, format) : { given: shown, format };
  });
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const first = monthColumn(quarter * 3);
    const sum = inUnit(knownSum(node.months.slice(quarter * 3, quarter * 3 + 3)), unit);
    cells[quarterColumn(quarter)] =
      adds !== 'sum' ? null : sumOf(`${at(first, row)}:${at(first + 2, row)}`, sum, format);
  }
  const quarters = [0, 1, 2, 3].map((quarter) => at(quarterColumn(quarter), row)).join(',');
  // Rates and states are never summed: a rate's year is what its months agree on, a state's that of the last one.
  cells[column.year] =
    adds !== 'sum'
      ? { given: inUnit(node.row.year, unit), format }
      : sumOf(quarters, inUnit(knownSum(node.months), unit), format);
  if (hasParts) {
    const year = at(column.year, row);
    const parts = inChunks(partRows).map((chunk) => `SUM(${rangesOf(chunk, column.year)})`);
    cells[column.check] = computed(`ROUND(${year}-(${parts.join('+')}),2)`, 0, format);
  }
  return cells;
}

export type GoalSheetRows = {
  readonly sheet: WriteSheet;
  /** The sheet's row of the store's goal, by indicator, of those in money. */
  readonly storeMoney: ReadonlyMap<
    string,
    { readonly row: number; readonly months: readonly (number | null)[] }
  >;
};

/** The column of a month on this sheet. */
export const goalMonthColumn = monthColumn;

export function goalSheet(goals: readonly GoalTableRow[], page: PlanPaper): GoalSheetRows {
  const { fields, sheet } = page.text;
  const lines: SheetRow[] = [];
  const storeMoney = new Map<string, { row: number; months: readonly (number | null)[] }>();
  const place = (node: Node): number => {
    const here = lines.length;
    const row = here + firstRow;
    lines.push({ cells: [] });
    const parts = node.parts.map(place);
    lines[here] = {
      cells: goalRow(node, row, parts, page),
      total: node.row.kind === 'store' && node.name !== null,
    };
    if (node.row.kind === 'store' && node.name !== null && node.row.unit === 'fen')
      storeMoney.set(node.row.indicator, { row, months: node.months });
    return row;
  };
  for (const rows of Map.groupBy(goals, ({ indicator }) => indicator).values())
    for (const top of treesOf(rows)) place(top);
  const months = monthColumns(page).map((one) => ({ ...one, width: 13 }));
  return {
    storeMoney,
    sheet: sheetOf(
      sheet.goals,
      [
        { title: fields.indicator, width: 16 },
        { title: sheet.level, width: 10 },
        { title: fields.scope, width: 22 },
        { title: sheet.lineUnit, width: 8 },
        ...[1, 2, 3, 4].flatMap((quarter) => [
          ...months.slice(quarter * 3 - 3, quarter * 3),
          { title: page.fill(sheet.quarter, { quarter }), width: 14 },
        ]),
        { title: fields.year, width: 16 },
        { title: sheet.checks, width: 12 },
      ],
      lines,
    ),
  };
}
