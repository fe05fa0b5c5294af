import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { fieldNames, type Field } from '#shared/kernel/field.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { orderRecord } from '../order/order.record.ts';
import { stockRecord } from '../stock/stock.record.ts';
import { vehicleRecord } from '../vehicle/vehicle.record.ts';
import { countHandedOver } from './delivery.handed-over.ts';
import { patchRecord } from './delivery.planning.ts';
import type { Gathered } from './delivery.standing.ts';

/** A new record with what its form begins with. */
const blankVehicle = (): RecordValues =>
  Object.fromEntries(
    fieldNames(vehicleFields).map((name) => [name, (vehicleFields[name] as Field).initial ?? null]),
  );

/** The vehicle of the VIN becomes the customer's; one that the store did not know yet is made. */
async function giveToCustomer(
  context: CommandContext,
  { order, vehicle }: Pick<Gathered, 'order' | 'vehicle'>,
): Promise<void> {
  const { vin, kind, brand, model, colour, engineNumber } = vehicle;
  const known = await context.writer
    .selectFrom('vehicle')
    .select('id')
    .where('vin', '=', vin)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  const owned = { customerId: order.customerId, purchasedOn: context.clock.today(), state: 'inUse' };
  if (known) return patchRecord(context, vehicleRecord, known.id, owned);
  await createRecord({ ...context, scope: 'all' }, vehicleRecord, {
    ...blankVehicle(),
    ...owned,
    vin,
    kind,
    brand,
    model,
    colour,
    engineNumber,
  });
}

/**
 * What a hand-over brings about, through the records' own gates: the vehicle leaves the stock, the order is delivered with
 * its last vehicle, the vehicle becomes the customer's.
 */
export async function leaveTheStore(context: CommandContext, gathered: Gathered): Promise<void> {
  const { order, vehicle } = gathered;
  const today = context.clock.today();
  await patchRecord(context, stockRecord, vehicle.id, { state: 'sold', leftOn: today });
  if ((await countHandedOver(context.writer, order.id)) >= order.quantity)
    await patchRecord(context, orderRecord, order.id, {
      stockId: order.stockId ?? vehicle.id,
      state: 'delivered',
      deliveredOn: today,
    });
  await giveToCustomer(context, gathered);
}
