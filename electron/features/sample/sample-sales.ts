import { pickColour, pickModel, type SampleModel } from './sample-catalogue.ts';
import { addDeliveryCalls } from './sample-delivery-calls.ts';
import { accountOf, addCash, addReceivable } from './sample-money.ts';
import { weightedPick, type SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import { addStock } from './sample-stock.ts';
import { buildVehicle, type SampleVehicle } from './sample-vehicles.ts';
import type { SampleWorld } from './sample-world.ts';

type Channel = NonNullable<SampleRows['order']['channel']>;

export const pickChannel = weightedPick<Channel>([
  ['showroom', 34],
  ['online', 22],
  ['referral', 18],
  ['secondDealer', 12],
  ['event', 8],
  ['fleet', 4],
  ['other', 2],
]);

const financeCompanies = ['远途融资租赁有限公司', '恒岳汽车金融有限公司', '通汇融资租赁有限公司'] as const;

export type Buyer = {
  readonly id: number;
  readonly name: string;
  readonly company: boolean;
  readonly consultantId: number;
};

type Prices = Pick<
  SampleRows['order'],
  'vehicleFen' | 'accessoryFen' | 'insuranceFen' | 'loanFen' | 'registrationFen' | 'totalFen' | 'depositFen'
>;

function prices(random: SampleRandom, model: SampleModel, quantity: number, financed: boolean): Prices {
  const listFen = model.listYuan * 100;
  const each = Math.round((listFen * (0.945 + random.next() * 0.045)) / 10_000) * 10_000;
  const truck = model.kind !== 'car';
  const vehicleFen = each * quantity;
  const accessoryFen = random.chance(0.45) ? random.int(8, truck ? 120 : 60) * 10_000 * quantity : 0;
  const insuranceFen = random.chance(0.62)
    ? Math.round((listFen * (truck ? 0.045 : 0.034)) / 100) * 100 * quantity
    : 0;
  const loanFen = financed ? random.int(15, 45) * 10_000 * quantity : 0;
  const registrationFen = random.chance(0.7) ? random.int(6, 15) * 10_000 * quantity : 0;
  const depositFen = (truck ? random.int(1, 4) * 500_000 : random.int(1, 3) * 200_000) * quantity;
  const totalFen = vehicleFen + accessoryFen + insuranceFen + loanFen + registrationFen;
  return { vehicleFen, accessoryFen, insuranceFen, loanFen, registrationFen, totalFen, depositFen };
}

/** What is paid at the hand-over: the finance company's share later, the balance at once, a fleet's rest on account. */
function settle(
  world: SampleWorld,
  random: SampleRandom,
  buyer: Buyer,
  order: SampleRows['order'],
  day: number,
): void {
  let balance = order.totalFen - order.depositFen;
  if (order.loanFen > 0) {
    const fen = Math.round((order.vehicleFen * random.int(50, 70)) / 100);
    balance -= fen;
    addReceivable(world, random, {
      day,
      termDays: 15,
      kind: 'loan',
      customerId: null,
      customerName: random.pick(financeCompanies),
      fen,
      personId: order.consultantId,
      note: `${order.number} ${buyer.name} 放款`,
    });
  }
  if (buyer.company && random.chance(0.16)) {
    const fen = Math.floor(balance * 0.6);
    balance -= fen;
    addReceivable(world, random, {
      day,
      termDays: random.pick([30, 60, 90]),
      kind: 'vehicle',
      customerId: buyer.id,
      customerName: buyer.name,
      fen,
      personId: order.consultantId,
      note: `${order.number} 车款尾款`,
    });
  }
  const way = buyer.company ? 'transfer' : random.pick(['transfer', 'card', 'card', 'wechat'] as const);
  addCash(world, {
    day,
    direction: 'in',
    fen: balance,
    category: 'vehicleSale',
    account: accountOf[way],
    counterparty: buyer.name,
    personId: null,
    note: `车款 ${order.number}`,
  });
}

/** How an order went, in day numbers. `delivered` undefined: still open today. */
type Course = {
  readonly ordered: number;
  readonly planned: number;
  readonly delivered?: number;
  readonly cancelled?: number;
  readonly arrived: number;
};

/** From stock within two weeks, from the factory within seven; some slip, some are called off. */
function courseOf(world: SampleWorld, random: SampleRandom, ordered: number): Course {
  const { today } = world.calendar;
  const fromStock = random.chance(0.6);
  const planned = ordered + (fromStock ? random.int(2, 14) : random.int(15, 46));
  const arrived = fromStock
    ? ordered - Math.floor(random.next() * random.next() * 150)
    : planned - random.int(1, 8);
  if (random.chance(0.05)) {
    const cancelled = ordered + random.int(2, 18);
    if (cancelled <= today) return { ordered, planned, cancelled, arrived };
  }
  const slip = random.chance(0.68) ? 0 : random.chance(0.25) ? -random.int(1, 2) : random.int(1, 14);
  const delivered = Math.max(ordered + 1, planned + slip, arrived);
  return delivered <= today ? { ordered, planned, delivered, arrived } : { ordered, planned, arrived };
}

/** One order for one vehicle with its stock, money and delivery; returns the vehicle when it was handed over. */
export function sell(
  world: SampleWorld,
  random: SampleRandom,
  buyer: Buyer,
  model: SampleModel,
  ordered: number,
  channel: Channel,
): SampleVehicle | undefined {
  const { calendar } = world;
  const course = courseOf(world, random, ordered);
  const { delivered, cancelled } = course;
  const colour = pickColour(random, model.kind);
  const allocated = delivered !== undefined || (cancelled === undefined && course.arrived <= calendar.today);
  const vehicle = buildVehicle(world, random, model, delivered ?? course.planned, colour);
  const stockId = allocated
    ? addStock(world, random, vehicle, {
        arrived: course.arrived,
        left: delivered ?? null,
        state: delivered === undefined ? 'reserved' : 'sold',
        note: null,
      })
    : null;
  const order: SampleRows['order'] = {
    number: world.number('DD', ordered),
    orderedOn: calendar.day(ordered),
    customerId: buyer.id,
    customerName: buyer.name,
    kind: model.kind,
    model: model.name,
    vin: allocated ? vehicle.vin : null,
    stockId,
    quantity: 1,
    ...prices(random, model, 1, model.kind === 'car' ? random.chance(0.35) : random.chance(0.58)),
    state:
      delivered !== undefined
        ? 'delivered'
        : cancelled !== undefined
          ? 'cancelled'
          : allocated
            ? 'allocated'
            : 'open',
    plannedOn: calendar.day(course.planned),
    deliveredOn: delivered === undefined ? null : calendar.day(delivered),
    cancelledOn: cancelled === undefined ? null : calendar.day(cancelled),
    consultantId: buyer.consultantId,
    channel,
    eventId: null,
    note: null,
  };
  const orderId = addOrder(world, buyer, order, ordered);
  if (cancelled !== undefined)
    addCash(world, {
      day: cancelled,
      direction: 'out',
      fen: order.depositFen,
      category: 'deposit',
      account: '基本户',
      counterparty: buyer.name,
      personId: null,
      note: `退定金 ${order.number}`,
    });
  if (delivered === undefined) return undefined;
  world.count('deliveries', delivered, 1);
  settle(world, random, buyer, order, delivered);
  addDeliveryCalls(world, {
    orderId,
    number: order.number,
    customerId: buyer.id,
    consultantId: buyer.consultantId,
    delivered,
  });
  return vehicle;
}

function addOrder(world: SampleWorld, buyer: Buyer, order: SampleRows['order'], ordered: number): number {
  const id = world.add('order', order);
  world.sums.orders += 1;
  world.count('orders', ordered, 1);
  addCash(world, {
    day: ordered,
    direction: 'in',
    fen: order.depositFen,
    category: 'deposit',
    account: buyer.company ? '基本户' : '微信支付宝',
    counterparty: buyer.name,
    personId: null,
    note: `定金 ${order.number}`,
  });
  return id;
}

/** A fleet's order for several vehicles that are not allotted yet. */
export function sellLater(
  world: SampleWorld,
  random: SampleRandom,
  buyer: Buyer,
  quantity: number,
  ordered: number,
): void {
  const { calendar } = world;
  const model = pickModel(random, true);
  const order: SampleRows['order'] = {
    number: world.number('DD', ordered),
    orderedOn: calendar.day(ordered),
    customerId: buyer.id,
    customerName: buyer.name,
    kind: model.kind,
    model: model.name,
    vin: null,
    stockId: null,
    quantity,
    ...prices(random, model, quantity, random.chance(0.5)),
    state: 'open',
    plannedOn: calendar.day(calendar.today + random.int(1, 40)),
    deliveredOn: null,
    cancelledOn: null,
    consultantId: buyer.consultantId,
    channel: 'fleet',
    eventId: null,
    note: `车队批量采购 ${quantity} 台`,
  };
  addOrder(world, buyer, order, ordered);
}
