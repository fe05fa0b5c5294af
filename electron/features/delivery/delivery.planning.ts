import type { deliveryContract } from '#shared/features/delivery/delivery.contract.ts';
import type { deliveryFields } from '#shared/features/delivery/delivery.fields.ts';
import { itemsFor } from '#shared/features/delivery/delivery.rules.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import {
  fieldEntries,
  type RecordDefinition,
  type RecordValues,
} from '#electron/kernel/record/record-definition.ts';
import { createRecord, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { assertReadable } from '#electron/kernel/record/record-rights.ts';
import { orderRecord } from '../order/order.record.ts';
import { stockRecord } from '../stock/stock.record.ts';
import { assertSeen, mustBePlanned, savePatch } from './delivery.changing.ts';
import { deliveryRecord } from './delivery.record.ts';
import { listHandOverItems, readOrderOf, readVehicleOf } from './delivery.repository.ts';

type Planned = InputOf<typeof deliveryFields>;
type Order = Awaited<ReturnType<typeof readOrderOf>>;
type Vehicle = Awaited<ReturnType<typeof readVehicleOf>>;

/** Changes single fields of a record as its form would, gates included, whoever owns it. Error: not-found. */
export async function patchRecord(
  context: CommandContext,
  definition: RecordDefinition,
  id: number,
  patch: RecordValues,
): Promise<void> {
  const row = await readRow(context.writer, definition, id);
  if (!row) throw notFound(definition.feature, id);
  const stored = fromStored(definition, row);
  const values = Object.fromEntries(
    fieldEntries(definition).map(([name]) => [
      name,
      name in patch ? (patch[name] ?? null) : (stored[name] ?? null),
    ]),
  );
  await updateRecord({ ...context, scope: 'all' }, definition, id, null, values);
}

/** Errors of `create`. */
async function assertMayPlan(writer: Writer, order: Order, vehicle: Vehicle): Promise<void> {
  if (!order.isOpen) throw ruleViolated('delivery-order-closed');
  if (vehicle.hasLeft) throw ruleViolated('delivery-vehicle-left');
  if (order.vin !== null && order.vin !== vehicle.vin) throw ruleViolated('hand-over-other-vin');
  if (order.quantity === 1 && order.stockId !== null && order.stockId !== vehicle.id)
    throw ruleViolated('delivery-other-vehicle');
  const promised = await writer
    .selectFrom('vehicleOrder')
    .select('id')
    .where('stockId', '=', vehicle.id)
    .where('id', '!=', order.id)
    .where('state', 'in', ['open', 'allocated'])
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (promised) throw ruleViolated('delivery-vehicle-of-other-order');
  const others = await writer
    .selectFrom('delivery')
    .select(['orderId', 'stockId'])
    .where((row) => row.or([row('orderId', '=', order.id), row('stockId', '=', vehicle.id)]))
    .where('state', '!=', 'cancelled')
    .where('removedAt', 'is', null)
    .execute();
  if (others.some(({ stockId }) => stockId === vehicle.id)) throw ruleViolated('delivery-exists');
  if (others.filter(({ orderId }) => orderId === order.id).length >= order.quantity)
    throw ruleViolated('delivery-order-complete');
}

/** The order of one vehicle is bound to it and to the planned day; the vehicle is held for the customer. */
async function bind(
  context: CommandContext,
  order: Order,
  vehicle: Vehicle,
  plannedOn: string,
): Promise<void> {
  if (order.quantity === 1)
    await patchRecord(context, orderRecord, order.id, { stockId: vehicle.id, plannedOn, state: 'allocated' });
  const row = await readRow(context.writer, stockRecord, vehicle.id);
  if (row?.['state'] === 'inStock')
    await patchRecord(context, stockRecord, vehicle.id, { state: 'reserved' });
}

type Planning = Pick<HandlersOf<typeof deliveryContract>, 'create' | 'update' | 'cancel'>;

export const planningHandlers: Planning = {
  async create({ values }, context) {
    const { writer, actor, clock } = context;
    const order = await readOrderOf(writer, values.orderId);
    assertReadable(orderRecord, actor, { consultantId: order.consultantId });
    const vehicle = await readVehicleOf(writer, values.stockId);
    await assertMayPlan(writer, order, vehicle);
    const today = clock.today();
    const id = await createRecord(context, deliveryRecord, {
      ...values,
      number: await nextOfYear(writer, yearOf(today), 'J'),
      vin: vehicle.vin,
      customerId: order.customerId,
      customerName: order.customerName,
      state: 'planned',
      sheetNumber: null,
      handedOverOn: null,
      handedOverAt: null,
      cancelReason: null,
    });
    const items = itemsFor(await listHandOverItems(writer), vehicle.kind, today);
    if (items.length > 0)
      await writer
        .insertInto('deliveryItem')
        .values(items.map((item) => ({ ...item, deliveryId: id, ready: 0, note: null })))
        .execute();
    await bind(context, order, vehicle, values.plannedOn);
    return { id };
  },

  async update({ id, version, values }, context) {
    const before = await mustBePlanned(context.writer, context, id);
    if (values.orderId !== before.orderId || values.stockId !== before.stockId)
      throw ruleViolated('delivery-keeps-order');
    const next = await updateRecord(context, deliveryRecord, id, version, values satisfies Planned);
    const order = await readOrderOf(context.writer, before.orderId);
    if (values.plannedOn !== before.plannedOn && order.quantity === 1 && order.isOpen)
      await patchRecord(context, orderRecord, order.id, { plannedOn: values.plannedOn });
    return { id, version: next };
  },

  async cancel({ id, version, reason }, context) {
    const before = await mustBePlanned(context.writer, context, id);
    await assertSeen(context.writer, before, version);
    return { version: await savePatch(context, before, { state: 'cancelled', cancelReason: reason }) };
  },
};
