import { refer } from '../refer.ts';
import { derivedState, given, put, text, type Apply } from '../row-context.ts';
import { vehicleKindOf } from '../row-values.ts';
import { RowRefused } from '../row-writer.ts';

export const applyOrder: Apply = (row) => {
  const order = given(row, 'order', ['consultantId']);
  if (!order['number']) throw new RowRefused('required', 'order.number');
  if (order['deliveredOn'] && order['orderedOn'] && order['deliveredOn'] < order['orderedOn'])
    throw new RowRefused('ends-before-start', 'order.deliveredOn');
  refer(row, order);
  delete order['vehicleId'];
  const stock =
    typeof order['vin'] === 'string' ? row.lookups.find('stock', [['vin', order['vin']]], 1)[0] : undefined;
  if (stock) order['stockId'] = stock.id;
  const match = row.lookups.find('order', [['number', text(order['number'])]], 1)[0];
  const kind = vehicleKindOf(undefined, text(order['model']) ?? undefined);
  const state = order['cancelledOn']
    ? 'cancelled'
    : order['deliveredOn']
      ? 'delivered'
      : order['vin']
        ? 'allocated'
        : 'open';
  // 退订 wins over everything but a delivery.
  const steps = ['open', 'allocated', ...(state === 'cancelled' ? ['cancelled'] : []), 'delivered'];
  return [
    put(row, 'order', match, { ...order, ...derivedState(order, match, state, steps) }, kind ? { kind } : {}),
  ];
};
