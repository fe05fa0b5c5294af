import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import { yearOf, type Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listPlans } from './goal.repository.ts';

/**
 * Month goals of some rows together, by `indicator month`: as given in the edition in force of the year, in its draft where none is
 * in force. Cells hold what a row holds itself, so those of its people, channels and models are in the sum.
 */
export async function sumMonthGoals(
  reader: Reader | Writer,
  rows: { readonly of: 'departmentId' | 'personId'; readonly ids: readonly number[] },
  indicators: readonly Indicator[],
  months: readonly Month[],
): Promise<Map<string, number>> {
  const goals = new Map<string, number>();
  for (const [year, own] of Map.groupBy(months, yearOf)) {
    const plans = await listPlans(reader, year);
    const plan =
      plans.find(({ state }) => state === 'inForce') ?? plans.find(({ state }) => state === 'draft');
    if (!plan) continue;
    const cells = await reader
      .selectFrom('goalCell')
      .select(({ fn }) => ['indicator', 'period', fn.sum<number>('given').as('value')])
      .where('planId', '=', plan.id)
      .where(rows.of, 'in', rows.ids)
      .where('period', 'in', own)
      .where('indicator', 'in', indicators)
      .where('given', 'is not', null)
      .groupBy(['indicator', 'period'])
      .execute();
    for (const { indicator, period, value } of cells) goals.set(`${indicator} ${period}`, value);
  }
  return goals;
}
