import type { GoalPlan } from '#shared/features/goal/goal.contract.ts';
import { dayTotal, sameDays, type DayChange } from '#shared/features/goal/goal-day-book.rules.ts';
import { dayRangeOf, monthPeriod, spanOf } from '#shared/features/goal/goal-period.rules.ts';
import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear, totalAt, totalsOf, type GoalNode } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, ruleViolated, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { planConflict } from './goal.repository.ts';
import { forbidden, goalSight, type GoalSight } from './goal.rights.ts';
import { loadPlan, type LoadedPlan, type LoadedSheet } from './goal.sheet.ts';

/** Where the cells that a person sent stand in the tree, whether that person may move them and saw them as they are. */

type SentCell = {
  readonly indicator: string;
  readonly row: string;
  readonly period: string;
  readonly value: number | null;
  readonly seen: number | null;
  readonly days?:
    | { readonly value: readonly number[] | null; readonly seen: readonly number[] | null }
    | undefined;
};

/** A cell that was sent, placed in its sheet. */
export type Placed<T extends SentCell = SentCell> = {
  /** Its position among those that were sent. */
  readonly at: number;
  readonly cell: T;
  readonly sheet: LoadedSheet;
  readonly node: GoalNode;
};

/** What is done with the cells decides who may. */
const rights = {
  set: { right: 'goal.plan', may: (sight, row) => sight.sets(row) },
  /** An undo also gives back what the department of a leader had not passed on. */
  takeBack: {
    right: 'goal.plan',
    may: (sight, row) => sight.sets(row) || (row.kind === 'department' && sight.sees(row)),
  },
  promise: { right: 'goal.promise', may: (sight, row) => sight.promises(row) },
} satisfies Record<string, { right: string; may: (sight: GoalSight, row: GoalRow) => boolean }>;

/** A month of a year, or the months or days of another period; undefined for another year, and for what is no such period. */
function nodeOf(row: number, period: string, year: number): GoalNode | undefined {
  const days = dayRangeOf(period, year);
  if (days) return { row, span: { from: days.month, to: days.month + 1 }, days };
  const span = spanOf(period, year);
  return span && { row, span };
}

/** Finds the sheets and nodes of sent cells. Errors: issues goal-no-row, goal-other-year, goal-not-a-period; forbidden. */
export async function place<T extends SentCell>(
  context: CommandContext,
  plan: GoalPlan,
  cells: readonly T[],
  what: keyof typeof rights,
): Promise<{ loaded: LoadedPlan; placed: Placed<T>[]; keepsTotals: boolean }> {
  const sight = await goalSight(context.writer, context.actor);
  const loaded = await loadPlan(
    context.writer,
    plan,
    [...new Set(cells.map(({ indicator }) => indicator))],
    cells.map(({ row }) => row).filter((key) => key.includes('.channel.') || key.includes('.model.')),
  );
  const issues: FieldIssue[] = [];
  const placed: Placed<T>[] = [];
  for (const [at, cell] of cells.entries()) {
    const field = `cells.${at}.value`;
    const row = loaded.rowOf.get(cell.row);
    const sheet = loaded.sheets.get(cell.indicator);
    const one = row === undefined ? undefined : loaded.rows[row];
    const node = row === undefined ? undefined : nodeOf(row, cell.period, plan.year);
    if (!one || !sheet) issues.push({ field, issue: 'goal-no-row' });
    else if (!node && cell.period.startsWith(String(plan.year)))
      issues.push({ field, issue: 'goal-not-a-period' });
    else if (!node) issues.push({ field, issue: 'goal-other-year', params: { year: plan.year } });
    else if (!rights[what].may(sight, one)) throw forbidden(rights[what].right);
    else placed.push({ at, cell, sheet, node });
  }
  if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
  return { loaded, placed, keepsTotals: !sight.setsAll };
}

/** The cell of a placed month: row × 12 + month. */
export const cellOf = ({ row, span }: GoalNode): number => row * monthsOfYear + span.from;

/** Totals as a grid shows them. Errors: conflict, where a cell is not as the person saw it. */
export async function assertTotalsSeen(
  { writer }: CommandContext,
  plan: GoalPlan,
  placed: readonly Placed[],
): Promise<void> {
  const totals = new Map<LoadedSheet, readonly (number | null)[]>();
  for (const { cell, sheet, node } of placed) {
    let own = totals.get(sheet);
    if (!own) totals.set(sheet, (own = totalsOf(sheet.sheet)));
    const now = node.days
      ? dayTotal(sheet.sheet, sheet.book, { row: node.row, days: node.days })
      : totalAt(own, sheet.sheet.kind, node);
    if (now !== cell.seen) throw await planConflict(writer, plan.id);
  }
}

/** Own amounts and their days. Errors: conflict, as above. */
export async function assertOwnSeen(
  { writer }: CommandContext,
  plan: GoalPlan,
  placed: readonly Placed[],
  column: 'given' | 'promised',
): Promise<void> {
  for (const { cell, sheet, node } of placed) {
    const at = cellOf(node);
    const now = (column === 'given' ? sheet.sheet.own : sheet.promised)[at] ?? null;
    const isSame =
      now === cell.seen &&
      (column === 'promised' || sameDays(sheet.book.shapes.get(at) ?? null, cell.days?.seen ?? null));
    if (!isSame) throw await planConflict(writer, plan.id);
  }
}

/** Who leads a department moves goals about within it. Errors: goal-leader-keeps-total. */
export function assertTotalKept(changes: readonly DayChange[]): void {
  const moved = new Map<number, number>();
  for (const { cell, before, after } of changes) {
    const month = cell % monthsOfYear;
    moved.set(month, (moved.get(month) ?? 0) + (after ?? 0) - (before ?? 0));
  }
  if ([...moved.values()].some((delta) => delta !== 0)) throw ruleViolated('goal-leader-keeps-total');
}

/** A month of a cell as a period. */
export const periodOfCell = (plan: GoalPlan, cell: number): string =>
  monthPeriod(plan.year, cell % monthsOfYear);
