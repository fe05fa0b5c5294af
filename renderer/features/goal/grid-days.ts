import { daysOfGoal } from '#shared/features/goal/goal-day.rules.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import {
  amountAt,
  type DayTotals,
  type GridColumn,
  type GridLine,
  type GridModel,
  type GridView,
} from './grid-model.ts';

/** Amount of a line in a column: of months their total, of weeks and days the sum of the days of all rows below. */
export function columnAmount(
  model: GridModel,
  line: GridLine,
  { span, days }: GridColumn,
  view: GridView,
): number | null {
  if (!days) return amountAt(model, line, span, view);
  const totals = dayTotals(model, line.sheet, days.month, view);
  const amounts = (line.isOwn ? totals?.own : totals?.all)?.[line.row] ?? null;
  if (!amounts) return null;
  let sum = 0;
  for (let day = days.from; day < days.to; day += 1) sum += amounts[day] ?? 0;
  return sum;
}

/** Days of a month by row. Promised months have no days of their own: they follow the calendar. Rates have none at all. */
function dayTotals(model: GridModel, at: number, month: number, view: GridView): DayTotals | undefined {
  const sheet = model.sheets[at];
  const calendar = model.months[month];
  if (!sheet || !calendar || sheet.kind !== 'sum' || view === 'difference') return undefined;
  const key = `${at} ${view} ${month}`;
  const before = model.days.get(key);
  if (before) return before;
  const goals = view === 'given' ? sheet.view.given : sheet.view.promised;
  const set = new Map(
    view === 'given'
      ? sheet.view.days.flatMap((one) => (one.month === month ? [[one.row, one.amounts] as const] : []))
      : [],
  );
  const own = model.rows.map((row, index) => {
    const goal = goals[index * monthsOfYear + month] ?? null;
    return goal === null ? null : daysOfGoal(goal, row.key, set.get(index), calendar);
  });
  const all: (number[] | null)[] = own.map((amounts) => amounts && [...amounts]);
  for (let row = model.rows.length - 1; row > 0; row -= 1) {
    const amounts = all[row];
    const above = model.rows[row]?.parent ?? -1;
    if (!amounts || above < 0) continue;
    const sum = (all[above] ??= amounts.map(() => 0));
    for (const [day, amount] of amounts.entries()) sum[day] = (sum[day] ?? 0) + amount;
  }
  const totals = { all, own };
  model.days.set(key, totals);
  return totals;
}
