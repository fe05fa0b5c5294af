import type { goalContract } from '#shared/features/goal/goal.contract.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readCalendarEntries } from '../calendar/calendar.repository.ts';
import { hasGoals, saveGiven, setLocks } from './goal-cell.repository.ts';
import { doneOf, draftOf, goalChanges, placesOf, tellChanges, toldChanges } from './goal.changes.ts';
import { workOut } from './goal.distribution.ts';
import { goalHandOn } from './goal.hand-on.ts';
import { listOwnMeasures } from './goal.measures.ts';
import { place } from './goal.placing.ts';
import { goalRecord } from './goal.record.ts';
import {
  addDraft,
  getPlan,
  listPlans,
  planConflict,
  planInForce,
  putInForce,
  removePlan,
} from './goal.repository.ts';
import { readResources } from './goal.resource.ts';
import { forbidden, goalSight } from './goal.rights.ts';
import { loadPlan, visiblePart } from './goal.sheet.ts';

const records = recordHandlers(goalRecord);

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
  ...goalChanges,
  ...goalHandOn,

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
    const own = await listOwnMeasures(reader, year);
    if (!plan) return { plans, plan, rows: [], maySet: [], mayPromise: [], sheets: [], own, calendar };
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
      own,
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
    await saveGiven(context.writer, plan, input.indicator, loaded.rows, changes);
    const done = doneOf(loaded, input.indicator, changes);
    context.tell('method', input.method);
    context.tell('over', input.over);
    tellChanges(context, plan, done);
    return { lines, total, changes: done, raised: placesOf(loaded, input.indicator, raised) };
  },

  async lock({ planId, locked, cells }, context) {
    const plan = await draftOf(context, planId);
    const sent = cells.map((cell) => ({ ...cell, value: null, seen: null }));
    await place(context, plan, sent, 'set');
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

  async resources({ planId, month }, context) {
    const plan = await getPlan(context.reader, planId);
    return readResources(context, plan, month);
  },
};
