import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import { yearOf, type Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listPlans } from './goal.repository.ts';

/**
 * A person's month goals of some indicators, by `indicator month`: as given in the edition in force of the year, in its draft
 * where none is in force; a goal that was set as a record counts where the tree has none.
 */
export async function readPersonGoals(
  reader: Reader | Writer,
  personId: number,
  indicators: readonly Indicator[],
  months: readonly Month[],
): Promise<ReadonlyMap<string, number>> {
  const goals = new Map<string, number>();
  const records = await reader
    .selectFrom('goal')
    .select(['indicator', 'period', 'value'])
    .where('level', '=', 'person')
    .where('personId', '=', personId)
    .where('period', 'in', months)
    .where('indicator', 'in', indicators)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  for (const { indicator, period, value } of records) goals.set(`${indicator} ${period}`, value);
  for (const [year, own] of Map.groupBy(months, yearOf)) {
    const plans = await listPlans(reader, year);
    const plan =
      plans.find(({ state }) => state === 'inForce') ?? plans.find(({ state }) => state === 'draft');
    if (!plan) continue;
    // Channels and models of the person hold what the person's own row does not.
    const cells = await reader
      .selectFrom('goalCell')
      .select(({ fn }) => ['indicator', 'period', fn.sum<number>('given').as('value')])
      .where('planId', '=', plan.id)
      .where('personId', '=', personId)
      .where('period', 'in', own)
      .where('indicator', 'in', indicators)
      .where('given', 'is not', null)
      .groupBy(['indicator', 'period'])
      .execute();
    for (const { indicator, period, value } of cells) goals.set(`${indicator} ${period}`, value);
  }
  return goals;
}
