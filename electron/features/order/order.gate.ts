import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';
import { countHandedOver } from '../delivery/delivery.handed-over.ts';
import { assertMayLeave, readStockVehicle } from '../inspection/inspection.pdi.ts';

const isDelivered = (values: RecordValues | null): boolean =>
  values !== null &&
  (values['state'] === 'delivered' || (values['deliveredOn'] !== null && values['state'] !== 'cancelled'));

/**
 * An order is delivered only with vehicles of the stock that passed their three PDI and were handed over against a sheet that
 * both sides signed. Errors of assertMayLeave; `hand-over-needs-vehicle`, `hand-over-other-vin`, `hand-over-unsigned`.
 */
export async function orderMayDeliver(
  { writer, clock }: CommandContext,
  before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  if (!isDelivered(after) || isDelivered(before)) return;
  const vin = typeof after['vin'] === 'string' ? after['vin'] : null;
  const id = typeof after['stockId'] === 'number' ? after['stockId'] : await idOfVin(writer, vin);
  if (id === undefined) throw ruleViolated('hand-over-needs-vehicle');
  const vehicle = await readStockVehicle(writer, id);
  if (vin !== null && vin !== vehicle.vin) throw ruleViolated('hand-over-other-vin');
  await assertMayLeave(writer, vehicle, clock.today());
  // An order that is entered as delivered has no id yet, and no hand-over.
  const signed = await countHandedOver(writer, Number(after['id'] ?? 0));
  if (signed < Number(after['quantity'])) throw ruleViolated('hand-over-unsigned');
}

async function idOfVin(writer: Writer, vin: string | null): Promise<number | undefined> {
  if (vin === null) return undefined;
  const row = await writer
    .selectFrom('stock')
    .select('id')
    .where('vin', '=', vin)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row?.id;
}
