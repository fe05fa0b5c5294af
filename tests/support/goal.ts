import { totalAt, totalsOf } from '#shared/features/goal/goal-tree.rules.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import type { GoalGrid } from '#shared/features/goal/goal.contract.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { type Window } from './core.ts';
import { newValues } from './records.ts';

/** What the tests of goals share. */

/** What a call that should fail answers. */

/** Total of a row and period in a grid; null: no goal. */
export function shown(grid: GoalGrid, row: string, period: string, indicator = 'orders'): number | null {
  const sheet = grid.sheets.find((one) => one.indicator === indicator);
  const at = grid.rows.findIndex(({ key }) => key === row);
  const span = spanOf(period, grid.plan?.year ?? 0);
  if (!sheet || at < 0 || !span) throw new Error(`no ${row} ${period}`);
  const parents = grid.rows.map(({ parent }) => parent);
  return totalAt(totalsOf({ kind: 'sum', parents, own: sheet.given }), 'sum', { row: at, span });
}

/** A sales department led by 李经理 with two people, and a service department. */
export async function team({
  client,
}: Window): Promise<{ sales: number; service: number; people: number[] }> {
  const department = async (name: string): Promise<number> =>
    (await client.department.create({ values: newValues(departmentFields, { name }) })).id;
  const sales = await department('销售部');
  const service = await department('售后部');
  const people: number[] = [];
  for (const [name, leftOn] of [
    ['张三', null],
    ['李四', null],
    ['王五', '2026-06-15'],
  ] as const) {
    const values = newValues(personFields, { name, departmentId: sales, leftOn });
    people.push((await client.person.create({ values })).id);
  }
  return { sales, service, people };
}

/** A cell of orders as it is sent. */
export const cell = (row: string, period: string, value: number | null, seen: number | null = null) => ({
  indicator: 'orders',
  row,
  period,
  value,
  seen,
});
