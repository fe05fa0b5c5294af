import type { GoalPlan } from '#shared/features/goal/goal.contract.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { monthsOfYear, totalAt, totalsOf, type CellChange } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, ruleViolated, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { planConflict } from './goal.repository.ts';
import { forbidden, goalSight } from './goal.rights.ts';
import { loadPlan, type LoadedPlan, type LoadedSheet } from './goal.sheet.ts';

/** Where the cells that a person sent stand in the tree, whether that person may move them and saw them as they are. */

type SentCell = {
  readonly indicator: string;
  readonly row: string;
  readonly period: string;
  readonly value: number | null;
  readonly seen: number | null;
};

/** A cell that was sent, placed in its sheet. */
type Placed = {
  readonly at: number;
  readonly cell: SentCell;
  readonly sheet: LoadedSheet;
  readonly row: number;
  readonly span: { readonly from: number; readonly to: number };
};

/** Finds the sheets and nodes of sent cells, by indicator. Errors: issues goal-no-row, goal-other-year; forbidden. */
export async function place(
  context: CommandContext,
  plan: GoalPlan,
  cells: readonly SentCell[],
): Promise<{ loaded: LoadedPlan; placed: Placed[]; keepsTotals: boolean }> {
  const sight = await goalSight(context.writer, context.actor);
  const loaded = await loadPlan(
    context.writer,
    plan,
    [...new Set(cells.map(({ indicator }) => indicator))],
    cells.map(({ row }) => row).filter((key) => key.includes('.channel.') || key.includes('.model.')),
  );
  const issues: FieldIssue[] = [];
  const placed: Placed[] = [];
  for (const [at, cell] of cells.entries()) {
    const row = loaded.rowOf.get(cell.row);
    const sheet = loaded.sheets.get(cell.indicator);
    const span = spanOf(cell.period, plan.year);
    const one = row === undefined ? undefined : loaded.rows[row];
    if (row === undefined || !one || !sheet)
      issues.push({ field: `cells.${at}.value`, issue: 'goal-no-row' });
    else if (!span)
      issues.push({ field: `cells.${at}.value`, issue: 'goal-other-year', params: { year: plan.year } });
    else if (!sight.sets(one)) throw forbidden('goal.plan');
    else placed.push({ at, cell, sheet, row, span });
  }
  if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
  return { loaded, placed, keepsTotals: !sight.setsAll };
}

/** Errors: conflict, where a cell is not as the person saw it. */
export async function assertCellsSeen(
  { writer }: CommandContext,
  plan: GoalPlan,
  placed: readonly Placed[],
  isOwn: boolean,
): Promise<void> {
  const totals = new Map<LoadedSheet, readonly (number | null)[]>();
  for (const { cell, sheet, row, span } of placed) {
    let own = totals.get(sheet);
    if (!own) totals.set(sheet, (own = isOwn ? sheet.sheet.own : totalsOf(sheet.sheet)));
    if (totalAt(own, sheet.sheet.kind, { row, span }) !== cell.seen)
      throw await planConflict(writer, plan.id);
  }
}

/** Cells of an undo: rows that only carried what was not passed on may be among them for who leads a department. */
export async function placeBack(
  context: CommandContext,
  plan: GoalPlan,
  cells: readonly SentCell[],
): ReturnType<typeof place> {
  const sight = await goalSight(context.writer, context.actor);
  const own = cells.filter(({ row }) => !/^d\d+$/u.test(row));
  const found = await place(context, plan, own.length > 0 && !sight.setsAll ? own : cells);
  if (sight.setsAll || own.length === cells.length) return found;
  const departments = cells.flatMap((cell, at): Placed[] => {
    const row = found.loaded.rowOf.get(cell.row);
    const sheet = found.loaded.sheets.get(cell.indicator);
    const span = spanOf(cell.period, plan.year);
    const isOwn = /^d\d+$/u.test(cell.row);
    return isOwn && row !== undefined && sheet && span ? [{ at, cell, sheet, row, span }] : [];
  });
  for (const { row } of departments) {
    const one = found.loaded.rows[row];
    if (!one || !sight.sees(one)) throw forbidden('goal.plan');
  }
  return { ...found, placed: [...found.placed, ...departments] };
}

/** Who leads a department moves goals about within it. */
export function assertTotalKept(changes: readonly CellChange[]): void {
  const moved = new Map<number, number>();
  for (const { cell, before, after } of changes) {
    const month = cell % monthsOfYear;
    moved.set(month, (moved.get(month) ?? 0) + (after ?? 0) - (before ?? 0));
  }
  if ([...moved.values()].some((delta) => delta !== 0)) throw ruleViolated('goal-leader-keeps-total');
}
