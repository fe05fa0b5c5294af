import type { Reader, Writer } from '#electron/kernel/database.ts';
import './repair.table.ts';

/** What was done in repairs: the names of their lines by repair, in the order in which they were written. */
export async function repairLineNames(
  reader: Reader | Writer,
  repairIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (repairIds.length === 0) return new Map();
  const lines = await reader
    .selectFrom('repairLine')
    .select(['repairId', 'name'])
    .where('repairId', 'in', [...repairIds])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  const byRepair = Map.groupBy(lines, ({ repairId }) => repairId);
  return new Map([...byRepair].map(([id, named]) => [id, named.map(({ name }) => name)]));
}
