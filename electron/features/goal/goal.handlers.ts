import type { CellDone, goalContract, GoalPlan, GoalsDone } from '#shared/features/goal/goal.contract.ts';
import { brokenLock, editMany, type GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { monthPeriod, spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { monthsOfYear, type CellChange } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, ruleViolated, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readCalendarEntries } from '../calendar/calendar.repository.ts';
import { workOut } from './goal.distribution.ts';
import { assertCellsSeen, assertTotalKept, place, placeBack } from './goal.placing.ts';
import { goalRecord } from './goal.record.ts';
import {
  addDraft,
  getPlan,
  hasGoals,
  listPlans,
  planConflict,
  planInForce,
  putInForce,
  removePlan,
  saveCells,
  setLocks,
} from './goal.repository.ts';
import { readResources } from './goal.resource.ts';
import { forbidden, goalSight } from './goal.rights.ts';
import { loadPlan, visiblePart, type LoadedPlan } from './goal.sheet.ts';
import { refusalIssue } from './goal.words.ts';

const records = recordHandlers(goalRecord);

/** A draft that may be changed. Errors: not-found, goal-not-a-draft. */
async function draftOf(context: CommandContext, planId: number): Promise<GoalPlan> {
  const plan = await getPlan(context.writer, planId);
  if (plan.state !== 'draft') throw ruleViolated('goal-not-a-draft', { year: plan.year });
  return plan;
}

/** Changes that the audit spells out; of more it tells the number. */
const toldChanges = 60;

function tellChanges(context: CommandContext, plan: GoalPlan, done: readonly CellDone[]): void {
  context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
  context.tell('year', plan.year);
  context.tell('changed', done.length);
  context.tell('cells', done.slice(0, toldChanges));
}

const doneOf = ({ rows, plan }: LoadedPlan, indicator: string, changes: readonly CellChange[]): CellDone[] =>
  changes.map(({ cell, before, after }) => ({
    indicator,
    row: rows[Math.floor(cell / monthsOfYear)]?.key ?? '',
    period: monthPeriod(plan.year, cell % monthsOfYear),
    before,
    after,
  }));

const placesOf = (loaded: LoadedPlan, indicator: string, cells: readonly number[]): GoalsDone['raised'] =>
  cells.map((cell) => ({
    indicator,
    row: loaded.rows[Math.floor(cell / monthsOfYear)]?.key ?? '',
    period: monthPeriod(loaded.plan.year, cell % monthsOfYear),
  }));

/** Years and months stand in the tree where its year is in force for the indicator. Errors: goal-in-tree. */
async function assertNotInTree(
  { writer }: CommandContext,
  values: { readonly periodKind: string; readonly period: string; readonly indicator: string },
): Promise<void> {
  const year = Number(values.period.slice(0, 4));
  if (values.periodKind === 'week' || !Number.isInteger(year)) return;
  const plan = await planInForce(writer, year);
  if (plan && (await hasGoals(writer, plan.id, values.indicator)))
    throw ruleViolated('goal-in-tree', { year });
}

export const goalHandlers: HandlersOf<typeof goalContract> = {
  ...records,

  async create(input, context) {
    await assertNotInTree(context, input.values);
    return records.create(input, context);
  },

  async update(input, context) {
    await assertNotInTree(context, input.values);
    return records.update(input, context);
  },

  async grid({ year, planId, indicators }, { reader, actor }) {
    const plans = await listPlans(reader, year);
    const plan =
      plans.find(({ id }) => id === planId) ??
      plans.find(({ state }) => state === 'draft') ??
      plans.find(({ state }) => state === 'inForce') ??
      null;
    const calendar = await readCalendarEntries(reader, `${year - 1}-12-01`, `${year + 1}-01-31`);
    if (!plan) return { plans, plan, rows: [], maySet: [], mayPromise: [], sheets: [], calendar };
    const loaded = await loadPlan(reader, plan, [...new Set(indicators)]);
    const sight = await goalSight(reader, actor);
    const { rows, sheets } = visiblePart(loaded, sight.sees);
    return {
      plans,
      plan,
      rows,
      maySet: rows.map((row) => plan.state === 'draft' && sight.sets(row)),
      mayPromise: rows.map((row) => plan.state !== 'replaced' && sight.promises(row)),
      sheets,
      calendar,
    };
  },

  async openDraft({ year, reason }, context) {
    const { writer, actor, clock } = context;
    const plans = await listPlans(writer, year);
    if (plans.some(({ state }) => state === 'draft')) throw ruleViolated('goal-draft-exists', { year });
    const plan = await addDraft(writer, {
      year,
      edition: (plans[0]?.edition ?? 0) + 1,
      reason,
      at: clock.now(),
      by: actor,
      from: plans.find(({ state }) => state === 'inForce')?.id ?? null,
    });
    context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
    context.tell('year', year);
    context.tell('reason', reason);
    return plan;
  },

  async enforce({ planId, version, reason }, context) {
    const plan = await draftOf(context, planId);
    if (plan.version !== version) throw await planConflict(context.writer, plan.id);
    if (!(await hasGoals(context.writer, planId))) throw ruleViolated('goal-empty', { year: plan.year });
    const at = context.clock.now();
    const after = await putInForce(context.writer, plan, { reason, at, by: context.actor.name });
    context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
    context.tell('year', plan.year);
    context.tell('edition', plan.edition);
    context.tell('reason', reason);
    return after;
  },

  async discardDraft({ planId, version }, context) {
    const plan = await draftOf(context, planId);
    if (plan.version !== version) throw await planConflict(context.writer, plan.id);
    await removePlan(context.writer, planId);
    context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
    context.tell('year', plan.year);
    context.tell('edition', plan.edition);
    return { year: plan.year };
  },

  async set({ planId, cells, mode }, context) {
    const plan = await draftOf(context, planId);
    const { loaded, placed, keepsTotals } = await place(context, plan, cells);
    if (keepsTotals && mode === 'bottomUp') throw ruleViolated('goal-leader-keeps-total');
    await assertCellsSeen(context, plan, placed, false);
    const done: CellDone[] = [];
    const raised: GoalsDone['raised'][number][] = [];
    const issues: FieldIssue[] = [];
    for (const [sheet, own] of Map.groupBy(placed, (one) => one.sheet)) {
      const edits = own.map(({ row, span, cell }) => ({ node: { row, span }, value: cell.value, mode }));
      const result = editMany(sheet.sheet, edits, loaded.setting);
      for (const [at, refusal] of result.refusals)
        issues.push(
          refusalIssue(`cells.${own[at]?.at ?? 0}.value`, refusal, {
            rows: loaded.rows,
            year: plan.year,
            unit: sheet.unit,
            language: context.actor.language,
          }),
        );
      if (issues.length > 0) continue;
      await saveCells(context.writer, plan, sheet.indicator, loaded.rows, result.changes);
      done.push(...doneOf(loaded, sheet.indicator, result.changes));
      raised.push(...placesOf(loaded, sheet.indicator, result.raised));
    }
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    context.tell('mode', mode satisfies GoalMode);
    tellChanges(context, plan, done);
    return { changes: done, raised };
  },

  async takeBack({ planId, cells }, context) {
    const plan = await draftOf(context, planId);
    const { loaded, placed, keepsTotals } = await placeBack(context, plan, cells);
    await assertCellsSeen(context, plan, placed, true);
    const done: CellDone[] = [];
    for (const [sheet, own] of Map.groupBy(placed, (one) => one.sheet)) {
      const changes = own.map(({ row, span, cell }) => ({
        cell: row * monthsOfYear + span.from,
        before: cell.seen,
        after: cell.value,
      }));
      const refusal = brokenLock(sheet.sheet, changes);
      if (refusal)
        throw new DeskError({
          code: 'invalid-input',
          issues: [
            refusalIssue(`cells.${own[0]?.at ?? 0}.value`, refusal, {
              rows: loaded.rows,
              year: plan.year,
              unit: sheet.unit,
              language: context.actor.language,
            }),
          ],
        });
      if (keepsTotals) assertTotalKept(changes);
      await saveCells(context.writer, plan, sheet.indicator, loaded.rows, changes);
      done.push(...doneOf(loaded, sheet.indicator, changes));
    }
    tellChanges(context, plan, done);
    return { changes: done, raised: [] };
  },

  async preview(input, { reader, actor, clock }) {
    const plan = await getPlan(reader, input.planId);
    const { loaded, changes, raised, lines, total, node } = await workOut(reader, plan, input, {
      language: actor.language,
      today: clock.today(),
    });
    const sight = await goalSight(reader, actor);
    const row = loaded.rows[node.row];
    if (!row || !sight.sees(row)) throw forbidden('goal.read');
    return {
      lines,
      total,
      changes: doneOf(loaded, input.indicator, changes),
      raised: placesOf(loaded, input.indicator, raised),
    };
  },

  async distribute(input, context) {
    const plan = await draftOf(context, input.planId);
    const worked = await workOut(context.writer, plan, input, {
      language: context.actor.language,
      today: context.clock.today(),
    });
    const { loaded, changes, raised, lines, total } = worked;
    const sight = await goalSight(context.writer, context.actor);
    const touched = new Set(changes.map(({ cell }) => Math.floor(cell / monthsOfYear)));
    const top = loaded.rows[worked.node.row];
    // Who leads a department passes on what it was given; the total of the node stays anyway.
    const mayTop =
      top !== undefined && (sight.sets(top) || (top.kind === 'department' && input.over === 'rows'));
    for (const row of touched) {
      const one = loaded.rows[row];
      const isTop = row === worked.node.row && mayTop;
      if (!one || !(sight.sets(one) || isTop)) throw forbidden('goal.plan');
    }
    await saveCells(context.writer, plan, input.indicator, loaded.rows, changes);
    const done = doneOf(loaded, input.indicator, changes);
    context.tell('method', input.method);
    context.tell('over', input.over);
    tellChanges(context, plan, done);
    return { lines, total, changes: done, raised: placesOf(loaded, input.indicator, raised) };
  },

  async lock({ planId, locked, cells }, context) {
    const plan = await draftOf(context, planId);
    const sent = cells.map((cell) => ({ ...cell, value: null, seen: null }));
    await place(context, plan, sent);
    await setLocks(
      context.writer,
      planId,
      locked,
      cells.map(({ indicator, row, period }) => ({
        indicator,
        rowKey: row,
        period,
        at: context.clock.now(),
        personName: context.actor.name,
      })),
    );
    context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
    context.tell('locked', locked);
    context.tell('cells', cells.slice(0, toldChanges));
    return { changed: cells.length };
  },

  async promise({ planId, cells }, context) {
    const plan = await getPlan(context.writer, planId);
    if (plan.state === 'replaced') throw ruleViolated('goal-replaced', { year: plan.year });
    const sight = await goalSight(context.writer, context.actor);
    const loaded = await loadPlan(context.writer, plan, [
      ...new Set(cells.map(({ indicator }) => indicator)),
    ]);
    const issues: FieldIssue[] = [];
    const changes = new Map<string, CellChange[]>();
    for (const [at, { indicator, row: key, period, value }] of cells.entries()) {
      const row = loaded.rowOf.get(key);
      const span = spanOf(period, plan.year);
      const one = row === undefined ? undefined : loaded.rows[row];
      const field = `cells.${at}.value`;
      if (row === undefined || !one) issues.push({ field, issue: 'goal-no-row' });
      else if (!span) issues.push({ field, issue: 'goal-other-year', params: { year: plan.year } });
      else if (!sight.promises(one)) throw forbidden('goal.promise');
      else {
        const cell = row * monthsOfYear + span.from;
        if (loaded.setting.closed.has(cell) && value !== null)
          issues.push(
            refusalIssue(
              field,
              { reason: 'goal-closed', at: { row, span }, limit: null },
              { rows: loaded.rows, year: plan.year, unit: 'count', language: context.actor.language },
            ),
          );
        const before = loaded.sheets.get(indicator)?.promised[cell] ?? null;
        const list = changes.get(indicator) ?? [];
        changes.set(indicator, [...list, { cell, before, after: value }]);
      }
    }
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    const done: CellDone[] = [];
    for (const [indicator, own] of changes) {
      await saveCells(context.writer, plan, indicator, loaded.rows, own, 'promised');
      done.push(...doneOf(loaded, indicator, own));
    }
    tellChanges(context, plan, done);
    return { changed: done.length };
  },

  async resources({ planId, month }, context) {
    const plan = await getPlan(context.reader, planId);
    return readResources(context, plan, month);
  },
};
