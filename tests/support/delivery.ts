import type { Core } from '#electron/core.ts';
import { deliveryFields } from '#shared/features/delivery/delivery.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { passPdi, newStock } from './inspection.ts';
import { newCustomer, newValues } from './records.ts';
import { strokePicture } from './test-pictures.ts';
import type { Window } from './core.ts';

/** What a customer gives on the screen: a stroke and a name. */
export const stroke = (name = '李师傅') => {
  const { bytes } = strokePicture();
  const file = new File([Buffer.from(bytes)], 'signature.png', { type: 'image/png' });
  return { way: 'screen' as const, name, file };
};

let orders = 0;

/** An order of one customer, a vehicle in stock for each of its units, and the first delivery planned for today. */
export async function plannedDelivery(
  { client }: Window,
  consultantId: number,
  given: { order?: Partial<InputOf<typeof orderFields>>; stock?: Parameters<typeof newStock>[0] } = {},
) {
  const { id: customerId } = await client.customer.create({
    values: newCustomer({ name: '鲁运物流', kind: 'company' }),
  });
  const number = `O${(orders += 1)}`;
  const { id: orderId } = await client.order.create({
    values: newValues(orderFields, {
      number,
      orderedOn: '2026-11-10',
      customerId,
      customerName: '鲁运物流',
      kind: 'tractor',
      model: 'T7H 牵引车',
      consultantId,
      ...given.order,
    }),
  });
  const stock = newStock(given.stock);
  const { id: stockId } = await client.stock.create({ values: stock });
  const values = newValues(deliveryFields, {
    orderId,
    stockId,
    plannedOn: '2026-11-18',
    plannedTime: '10:30',
    place: '交车区',
    consultantId,
  });
  const { id } = await client.delivery.create({ values });
  return { id, orderId, stockId, customerId, vin: stock.vin, values };
}

/** Everything the store must do before it may sign: checks passed (in the table), every item ready. */
export async function makeReady(core: Core, { client }: Window, id: number): Promise<void> {
  const { stockId, items } = await client.delivery.view({ id });
  await passPdi(core, stockId, ['arrival', 'departure', 'quality', 'preparation']);
  await client.delivery.setReady({ id, itemIds: items.map((item) => item.id), ready: true });
}

/** The delivery's version, as whoever looks at it now sees it. */
export const versionOf = async ({ client }: Window, id: number): Promise<number> =>
  (await client.delivery.view({ id })).version;
