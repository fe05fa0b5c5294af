import type { CellDone, GoalPlan, goalContract, GoalsDone } from '#shared/features/goal/goal.contract.ts';
import { brokenDayLock, type DayChange } from '#shared/features/goal/goal-day-book.rules.ts';
import { editBlock } from '#shared/features/goal/goal-edit-many.rules.ts';
import { brokenLock, type GoalRefusal } from '#shared/features/goal/goal-edit.rules.ts';
import { dayPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { monthsOfYear, type CellChange } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, invalidField, ruleViolated, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { saveGiven, savePromised } from './goal-cell.repository.ts';
import { getPlan } from './goal.repository.ts';
import {
  assertOwnSeen,
  assertTotalKept,
  assertTotalsSeen,
  cellOf,
  periodOfCell,
  place,
  type Placed,
} from './goal.placing.ts';
import type { LoadedPlan, LoadedSheet } from './goal.sheet.ts';
import { refusalIssue } from './goal.words.ts';

/** Calls that change cells: setting, taking back, promising. */

/** A draft that may be changed. Errors: not-found, goal-not-a-draft. */
export async function draftOf({ writer }: CommandContext, planId: number): Promise<GoalPlan> {
  const plan = await getPlan(writer, planId);
  if (plan.state !== 'draft') throw ruleViolated('goal-not-a-draft', { year: plan.year });
  return plan;
}

/** Changes that the audit spells out; of more it tells the number. */
export const toldChanges = 60;

export function tellChanges(context: CommandContext, plan: GoalPlan, done: readonly CellDone[]): void {
  context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
  context.tell('year', plan.year);
  context.tell('changed', done.length);
  context.tell('cells', done.slice(0, toldChanges));
}

export const doneOf = (
  { rows, plan }: LoadedPlan,
  indicator: string,
  changes: readonly (CellChange & Partial<DayChange>)[],
): CellDone[] =>
  changes.map(({ cell, before, after, daysBefore, daysAfter }) => ({
    indicator,
    row: rows[Math.floor(cell / monthsOfYear)]?.key ?? '',
    period: periodOfCell(plan, cell),
    before,
    after,
    ...(daysBefore || daysAfter ? { days: { before: daysBefore ?? null, after: daysAfter ?? null } } : {}),
  }));

export const placesOf = (
  loaded: LoadedPlan,
  indicator: string,
  cells: readonly number[],
): GoalsDone['raised'] =>
  cells.map((cell) => ({
    indicator,
    row: loaded.rows[Math.floor(cell / monthsOfYear)]?.key ?? '',
    period: periodOfCell(loaded.plan, cell),
  }));

/** A refusal beside the cell that was sent. */
const issueOf = (
  { at, sheet }: Pick<Placed, 'at' | 'sheet'>,
  refusal: GoalRefusal,
  { rows, plan }: LoadedPlan,
  { actor }: CommandContext,
): FieldIssue =>
  refusalIssue(`cells.${at}.value`, refusal, {
    rows,
    year: plan.year,
    unit: sheet.unit,
    language: actor.language,
  });

const bySheet = <T extends Pick<Placed, 'sheet'>>(placed: readonly T[]): Map<LoadedSheet, T[]> =>
  Map.groupBy(placed, ({ sheet }) => sheet);

export const goalChanges: Pick<HandlersOf<typeof goalContract>, 'set' | 'takeBack' | 'promise'> = {
  async set({ planId, cells, mode }, context) {
    const plan = await draftOf(context, planId);
    const { loaded, placed, keepsTotals } = await place(context, plan, cells, 'set');
    if (keepsTotals && mode === 'bottomUp') throw ruleViolated('goal-leader-keeps-total');
    const rate = placed.find(({ sheet, node }) => node.days && sheet.sheet.kind !== 'sum');
    if (rate) throw invalidField(`cells.${rate.at}.value`, 'goal-rate-days');
    await assertTotalsSeen(context, plan, placed);
    const done: CellDone[] = [];
    const raised: GoalsDone['raised'][number][] = [];
    const issues: FieldIssue[] = [];
    for (const [sheet, own] of bySheet(placed)) {
      const edits = own.map(({ node, cell }) => ({ node, value: cell.value, mode }));
      const result = editBlock(sheet.sheet, sheet.book, edits, loaded.setting);
      for (const [at, refusal] of result.refusals)
        issues.push(issueOf({ at: own[at]?.at ?? 0, sheet }, refusal, loaded, context));
      if (issues.length > 0) continue;
      const { indicator } = sheet;
      await saveGiven(context.writer, plan, indicator, loaded.rows, result.changes);
      done.push(...doneOf(loaded, indicator, result.changes));
      raised.push(...placesOf(loaded, indicator, result.raised));
      for (const { cell, day } of result.raisedDays)
        raised.push({
          indicator,
          row: loaded.rows[Math.floor(cell / monthsOfYear)]?.key ?? '',
          period: dayPeriod(plan.year, { month: cell % monthsOfYear, from: day, to: day + 1 }),
        });
    }
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    context.tell('mode', mode);
    tellChanges(context, plan, done);
    return { changes: done, raised };
  },

  async takeBack({ planId, cells }, context) {
    const plan = await draftOf(context, planId);
    const { loaded, placed, keepsTotals } = await place(context, plan, cells, 'takeBack');
    await assertOwnSeen(context, plan, placed, 'given');
    const done: CellDone[] = [];
    for (const [sheet, own] of bySheet(placed)) {
      const changes = own.map(({ at, node, cell }): DayChange => {
        const days = cell.days?.value ?? null;
        const month = sheet.book.months[node.span.from];
        const isWhole =
          days === null ||
          (days.length === month?.working.length &&
            days.reduce((sum, amount) => sum + amount, 0) === cell.value);
        if (!isWhole) throw invalidField(`cells.${at}.value`, 'goal-days-differ');
        const before = { before: cell.seen, daysBefore: cell.days?.seen ?? null };
        return { cell: cellOf(node), ...before, after: cell.value, daysAfter: days };
      });
      const refusal = brokenLock(sheet.sheet, changes) ?? brokenDayLock(sheet.sheet, sheet.book, changes);
      if (refusal) {
        // The cell that the lock holds, of several the first.
        const first = own.find(({ node }) => isHeld(loaded, refusal, node)) ?? own[0];
        const issue = issueOf({ at: first?.at ?? 0, sheet }, refusal, loaded, context);
        throw new DeskError({ code: 'invalid-input', issues: [issue] });
      }
      if (keepsTotals) assertTotalKept(changes);
      await saveGiven(context.writer, plan, sheet.indicator, loaded.rows, changes);
      done.push(...doneOf(loaded, sheet.indicator, changes));
    }
    tellChanges(context, plan, done);
    return { changes: done, raised: [] };
  },

  async promise({ planId, cells }, context) {
    const plan = await getPlan(context.writer, planId);
    if (plan.state === 'replaced') throw ruleViolated('goal-replaced', { year: plan.year });
    const { loaded, placed } = await place(context, plan, cells, 'promise');
    await assertOwnSeen(context, plan, placed, 'promised');
    const closed = placed.filter(
      ({ node, cell }) => cell.value !== null && loaded.setting.closed.has(cellOf(node)),
    );
    if (closed.length > 0)
      throw new DeskError({
        code: 'invalid-input',
        issues: closed.map((one) =>
          issueOf(one, { reason: 'goal-closed', at: one.node, limit: null }, loaded, context),
        ),
      });
    const done: CellDone[] = [];
    for (const [sheet, own] of bySheet(placed)) {
      const changes = own.map(({ node, cell }) => ({
        cell: cellOf(node),
        before: cell.seen,
        after: cell.value,
      }));
      await savePromised(context.writer, plan, sheet.indicator, loaded.rows, changes);
      done.push(...doneOf(loaded, sheet.indicator, changes));
    }
    tellChanges(context, plan, done);
    return { changes: done, raised: [] };
  },
};

/** Whether a month lies in the place that stands against a change. */
function isHeld({ rows }: LoadedPlan, { at }: GoalRefusal, { row, span }: Placed['node']): boolean {
  if (span.from < at.span.from || span.from >= at.span.to) return false;
  for (let one = row; one >= 0; one = rows[one]?.parent ?? -1) if (one === at.row) return true;
  return false;
}
