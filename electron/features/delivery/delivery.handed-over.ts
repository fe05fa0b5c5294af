import type { Reader, Writer } from '#electron/kernel/database.ts';

/** Hand-overs that both sides signed: the only way by which a vehicle leaves the store for its customer. */

const signed = (reader: Reader | Writer) =>
  reader.selectFrom('delivery').where('state', '=', 'handedOver').where('removedAt', 'is', null);

/** Whether a vehicle was handed over against a sheet that both sides signed. */
export async function isHandedOver(reader: Reader | Writer, stockId: number): Promise<boolean> {
  return (await signed(reader).select('id').where('stockId', '=', stockId).executeTakeFirst()) !== undefined;
}

/** How many vehicles of an order were. */
export async function countHandedOver(reader: Reader | Writer, orderId: number): Promise<number> {
  const { count } = await signed(reader)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Which of the vehicles were. */
export async function listHandedOver(
  reader: Reader,
  stockIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (stockIds.length === 0) return new Set();
  const rows = await signed(reader).select('stockId').where('stockId', 'in', stockIds).execute();
  return new Set(rows.map(({ stockId }) => stockId));
}
