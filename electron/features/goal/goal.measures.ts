import { goalMeasure, shippedMeasures, type GoalMeasure } from '#shared/features/goal/goal-indicator.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { definitionOfOwn, listOwnIndicators } from '../indicator/indicator.library.ts';

/** The store's own indicators as they are at the end of a year: the version that began last until then. */
export async function listOwnMeasures(reader: Reader | Writer, year: number): Promise<GoalMeasure[]> {
  const own = new Map<string, GoalMeasure>();
  // By key and first day: a later version takes the place of the one before.
  for (const row of await listOwnIndicators(reader))
    if (row.validFrom <= `${year}-12-31` && (row.validTo === null || row.validTo >= `${year}-01-01`))
      own.set(row.key, goalMeasure(definitionOfOwn(row)));
  return [...own.values()];
}

/** How the goals of all indicators go together, shipped and own. */
export async function readMeasures(
  reader: Reader | Writer,
  year: number,
): Promise<ReadonlyMap<string, GoalMeasure>> {
  const own = await listOwnMeasures(reader, year);
  return own.length === 0
    ? shippedMeasures
    : new Map([...own.map((one) => [one.key, one] as const), ...shippedMeasures]);
}
