import type { DistributionInput } from '#shared/features/goal/goal.contract.ts';
import type { RowWeights } from '#shared/features/goal/goal-distribute-rows.rules.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { isUnder, monthsOfYear, totalsOf, type GoalNode } from '#shared/features/goal/goal-tree.rules.ts';
import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { monthDays } from '#shared/kernel/period.ts';
import { workingDaysBetween, type WorkCalendar } from '#shared/kernel/working-day.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listPattern, type Reached } from './goal.pattern.ts';
import { planInForce } from './goal.repository.ts';
import { loadPlan, type LoadedPlan } from './goal.sheet.ts';

/** Weights of a distribution by its method. */
export type Weighing = {
  readonly reader: Reader | Writer;
  readonly loaded: LoadedPlan;
  readonly node: GoalNode;
  readonly input: DistributionInput;
  readonly today: Day;
};

/** Twelve weights of the months. Errors: issues goal-no-pattern, goal-nobody. */
export async function monthWeightsOf(weighing: Weighing): Promise<readonly number[]> {
  const { loaded, input } = weighing;
  const chosen = new Map(input.parts.map(({ key, weight }) => [key, weight]));
  const plain = await plainMonths(weighing);
  const weights = plain.map((weight, month) => {
    const part = chosen.get(monthPeriod(loaded.plan.year, month));
    if (input.method === 'weights') return part ?? 0;
    return chosen.size > 0 && !(part ?? 0) ? 0 : weight;
  });
  const { from, to } = weighing.node.span;
  if (weights.slice(from, to).every((weight) => weight === 0)) throw invalidField('parts', 'goal-nobody');
  return weights;
}

async function plainMonths(weighing: Weighing): Promise<readonly number[]> {
  const { loaded, input, node } = weighing;
  const even = Array.from({ length: monthsOfYear }, () => 1);
  if (input.method === 'workingDays') return loaded.setting.monthWeights;
  if (input.method !== 'lastYear') return even;
  const people = peopleUnder(loaded, node.row);
  const { reached, goals } = await lastYear(weighing);
  const isStore = loaded.rows[node.row]?.kind === 'store';
  const own = isStore ? reached : reached.filter(({ personId }) => personId !== null && people.has(personId));
  // A row without figures of its own follows the store's season.
  const months = byMonth(own.length > 0 ? own : reached);
  if (months.some((value) => value > 0)) return months;
  const planned = goals.get(loaded.rows[node.row]?.key ?? '') ?? [];
  if (planned.some((value) => value > 0)) return planned;
  throw invalidField('method', 'goal-no-pattern', { year: loaded.plan.year - 1 });
}

function byMonth(reached: readonly Reached[]): number[] {
  const months = Array.from({ length: monthsOfYear }, () => 0);
  for (const { month, value } of reached) months[month] = (months[month] ?? 0) + value;
  return months;
}

const peopleUnder = ({ rows }: LoadedPlan, top: number): Set<number> => {
  const parents = rows.map(({ parent }) => parent);
  return new Set(
    rows.flatMap(({ personId }, row) => (personId !== null && isUnder(parents, row, top) ? [personId] : [])),
  );
};

/** What was reached in the year before, and what was planned for it by row and month. */
async function lastYear({ reader, loaded, input, today }: Weighing): Promise<{
  readonly reached: readonly Reached[];
  readonly goals: ReadonlyMap<string, readonly number[]>;
}> {
  const year = loaded.plan.year - 1;
  const facet = input.over === 'channel' || input.over === 'model' ? input.over : null;
  const reached = await listPattern(reader, input.indicator, year, today, facet);
  const plan = await planInForce(reader, year);
  const goals = new Map<string, readonly number[]>();
  if (plan) {
    const before = await loadPlan(reader, plan, [input.indicator]);
    const sheet = before.sheets.get(input.indicator)?.sheet;
    if (sheet) {
      const totals = totalsOf(sheet);
      for (const [row, { key }] of before.rows.entries())
        goals.set(
          key,
          totals.slice(row * monthsOfYear, (row + 1) * monthsOfYear).map((value) => value ?? 0),
        );
    }
  }
  return { reached, goals };
}

/** Working days of a month on which a person is employed. */
function daysOfPerson(
  { hiredOn, leftOn }: GoalRow,
  year: number,
  month: number,
  calendar: WorkCalendar,
): number {
  const { first, last } = monthDays(monthPeriod(year, month));
  const from = hiredOn !== null && hiredOn > first ? hiredOn : first;
  const end = leftOn !== null && leftOn <= last ? addDays(leftOn, -1) : last;
  return end < from ? 0 : Math.max(0, workingDaysBetween(addDays(from, -1), end, calendar));
}

/** Weights of the rows below the node. Errors: issues goal-no-pattern, goal-nobody. */
export async function rowWeightsOf(weighing: Weighing): Promise<RowWeights> {
  const { loaded, node, input } = weighing;
  const chosen = new Map(input.parts.map(({ key, weight }) => [key, weight]));
  const plain = await plainRows(weighing);
  const byDays = daysOfRows(loaded);
  const weights: RowWeights = (row, month) => {
    const one = loaded.rows[row];
    if (!one) return 0;
    if (one.parent !== node.row) return input.method === 'weights' ? byDays(row, month) : plain(row, month);
    const isFacet = input.over === 'channel' || input.over === 'model';
    if (isFacet !== (one.facet !== null)) return 0;
    const part = chosen.get(one.key);
    if (input.method === 'weights') return part ?? 0;
    return chosen.size > 0 && !(part ?? 0) ? 0 : plain(row, month);
  };
  const months = Array.from({ length: node.span.to - node.span.from }, (_, at) => node.span.from + at);
  const takes = loaded.rows.some(
    ({ parent }, row) => parent === node.row && months.some((month) => weights(row, month) > 0),
  );
  if (!takes) throw invalidField('parts', 'goal-nobody');
  return weights;
}

/** By working days: of a department those of its people; of a channel, model or empty department those of the month. */
function daysOfRows({ rows, plan, calendar, setting }: LoadedPlan): RowWeights {
  const parents = rows.map(({ parent }) => parent);
  const known = new Map<number, number[]>();
  const daysOf = (row: number): number[] => {
    const before = known.get(row);
    if (before) return before;
    const people = rows.flatMap((one, at) =>
      one.kind === 'person' && isUnder(parents, at, row) ? [one] : [],
    );
    const days = setting.monthWeights.map((plain, month) =>
      people.length === 0
        ? plain
        : people.reduce((sum, person) => sum + daysOfPerson(person, plan.year, month, calendar), 0),
    );
    known.set(row, days);
    return days;
  };
  return (row, month) => daysOf(row)[month] ?? 0;
}

async function plainRows(weighing: Weighing): Promise<RowWeights> {
  const { loaded, input } = weighing;
  if (input.method === 'workingDays' || input.method === 'weights') return daysOfRows(loaded);
  if (input.method === 'even') {
    const heads = loaded.rows.map((one, row) =>
      one.kind === 'department' ? Math.max(1, peopleUnder(loaded, row).size) : 1,
    );
    return (row) => heads[row] ?? 0;
  }
  const { reached, goals } = await lastYear(weighing);
  const totals = loaded.rows.map((one, row) => {
    const people = peopleUnder(loaded, row);
    return reached
      .filter(({ personId, facet }) => {
        const isOfRow =
          one.kind === 'facet' && one.personId === null ? true : personId !== null && people.has(personId);
        return isOfRow && (one.facet === null || one.facet.name === facet);
      })
      .reduce((sum, { value }) => sum + value, 0);
  });
  const below = loaded.rows.flatMap(({ parent }, row) => (parent === weighing.node.row ? [row] : []));
  if (below.some((row) => (totals[row] ?? 0) > 0)) return (row) => totals[row] ?? 0;
  const planned = loaded.rows.map(({ key }) => (goals.get(key) ?? []).reduce((sum, value) => sum + value, 0));
  if (below.some((row) => (planned[row] ?? 0) > 0)) return (row) => planned[row] ?? 0;
  throw invalidField('method', 'goal-no-pattern', { year: loaded.plan.year - 1 });
}
