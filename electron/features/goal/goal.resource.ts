import type { GoalPlan, GoalResource, GoalResources } from '#shared/features/goal/goal.contract.ts';
import { indicators } from '#shared/features/goal/goal.fields.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { needOf, perHead } from '#shared/features/goal/goal-resource.rules.ts';
import { monthsOfYear, totalAt, totalsOf } from '#shared/features/goal/goal-tree.rules.ts';
import { yearOf, addMonthsTo, monthDays, monthOf } from '#shared/kernel/period.ts';
import { sql } from 'kysely';
import { invalidField } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { listOpenedAccounts } from '../cash/cash.repository.ts';
import { stockHeldOn } from '../stock/stock.repository.ts';
import { listReached, type Reached } from './goal.pattern.ts';
import { goalSight } from './goal.rights.ts';
import { loadPlan, type LoadedPlan } from './goal.sheet.ts';

/** 资源配备: what a month's goals need of people, vehicles and money, beside what there is. */
export async function readResources(
  { reader, actor, clock }: QueryContext,
  plan: GoalPlan,
  month: string,
): Promise<GoalResources> {
  const span = spanOf(month, plan.year);
  if (!span) throw invalidField('month', 'goal-other-year', { year: plan.year });
  const today = clock.today();
  const loaded = await loadPlan(reader, plan, indicators);
  const sight = await goalSight(reader, actor);
  const lines: Resource[] = [];
  for (const indicator of ['orders', 'leads', 'serviceVisits'])
    lines.push(...(await people(reader, loaded, indicator, span.from, today)));
  const shown = lines.filter(({ row }) => {
    const one = loaded.rows[row];
    return one !== undefined && sight.sees(one);
  });
  const store = loaded.rows[0];
  const isWhole = store !== undefined && sight.sees(store);
  const totals = (indicator: string): number | null => {
    const sheet = loaded.sheets.get(indicator)?.sheet;
    return sheet ? totalAt(totalsOf(sheet), sheet.kind, { row: 0, span }) : null;
  };
  const deliveries = isWhole ? totals('deliveries') : null;
  const stock: Resource[] = [];
  if (deliveries !== null && may(actor.roles, 'stock.read')) {
    const { held, costFen } = await stockOf(reader, today);
    const line = { row: 0, departmentName: null, indicator: 'deliveries', goal: deliveries } as const;
    stock.push({
      ...line,
      kind: 'stock',
      has: held,
      needs: deliveries,
      each: null,
      suffices: held >= deliveries,
    });
    const seesMoney = may(actor.roles, 'cash.read') && may(actor.roles, 'stock.seeCost');
    if (seesMoney && costFen !== null) {
      const accounts = await listOpenedAccounts(reader, today);
      const has = accounts.reduce((sum, one) => sum + one.openingFen + one.inFen - one.outFen, 0);
      const needs = Math.max(0, deliveries - held) * costFen;
      const isKnown = accounts.length > 0;
      stock.push({
        ...line,
        kind: 'money',
        has: isKnown ? has : null,
        needs,
        each: costFen,
        suffices: isKnown ? has >= needs : null,
      });
    }
  }
  return { month, today, lines: [...shown, ...stock].map(({ row: _row, ...line }) => line) };
}

type Resource = GoalResource & { readonly row: number };

/** Departments with a goal of the month: what their people reached in the last twelve whole months tells how many it takes. */
async function people(
  reader: Reader,
  { rows, sheets, plan }: LoadedPlan,
  indicator: string,
  month: number,
  today: string,
): Promise<Resource[]> {
  const sheet = sheets.get(indicator)?.sheet;
  if (!sheet) return [];
  const totals = totalsOf(sheet);
  const last = monthOf(today);
  const years = [yearOf(last) - 1, yearOf(last)];
  const reached: (Reached & { readonly at: string })[] = [];
  for (const year of years)
    for (const one of await listReached(reader, indicator, year))
      reached.push({ ...one, at: `${year}-${String(one.month + 1).padStart(2, '0')}` });
  const recent = reached.filter(({ at }) => at >= addMonthsTo(last, -12) && at < last);
  const { last: lastDay } = monthDays(`${plan.year}-${String(month + 1).padStart(2, '0')}`);
  return rows.flatMap((row, at) => {
    if (row.kind !== 'department') return [];
    const goal = totals[at * monthsOfYear + month] ?? null;
    if (goal === null) return [];
    const crew = rows.flatMap((one, index) =>
      one.kind === 'person' && one.parent === at ? [{ one, index }] : [],
    );
    const taking = crew.filter(({ index }) =>
      totals.slice(index * monthsOfYear, (index + 1) * monthsOfYear).some((value) => (value ?? 0) > 0),
    );
    const inPost = (taking.length > 0 ? taking : crew).filter(
      ({ one }) =>
        (one.hiredOn === null || one.hiredOn <= lastDay) && (one.leftOn === null || one.leftOn > lastDay),
    );
    const ids = new Set(crew.map(({ one }) => one.personId));
    const each = perHead(recent.filter(({ personId }) => personId !== null && ids.has(personId)));
    const needs = needOf(goal, each);
    return {
      row: at,
      kind: 'people' as const,
      departmentName: row.name,
      indicator,
      goal,
      has: inPost.length,
      needs,
      each,
      suffices: needs === null ? null : inPost.length >= needs,
    };
  });
}

/** Vehicles that stand in stock, and what one of them costs on average; null: no cost is known. */
async function stockOf(reader: Reader, today: string): Promise<{ held: number; costFen: number | null }> {
  const row = await reader
    .selectFrom('stock')
    .select(({ fn }) => [
      fn.countAll<number>().as('held'),
      sql<number | null>`cast(round(avg(cost_fen)) as integer)`.as('costFen'),
    ])
    .where('removedAt', 'is', null)
    .where('arrivedOn', '<=', today)
    .where(stockHeldOn(today))
    .executeTakeFirstOrThrow();
  return row;
}
