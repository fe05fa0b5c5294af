import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import type { Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { sumMonthGoals } from './goal.month-sums.ts';

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
  const set = records.map(({ indicator, period, value }) => [`${indicator} ${period}`, value] as const);
  const given = await sumMonthGoals(reader, { of: 'personId', ids: [personId] }, indicators, months);
  return new Map([...set, ...given]);
}
