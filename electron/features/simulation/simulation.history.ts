import { dayFromNumber, dayNumber } from '#shared/kernel/day.ts';
import { goodsKinds } from '#shared/features/membership/membership.content.ts';
import { goodsOf, type Assumptions } from '#shared/features/simulation/simulation.content.ts';
import type { SimulationCalendar } from '#shared/features/simulation/simulation-calendar.rules.ts';
import type { History } from '#shared/features/simulation/simulation-run.rules.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/**
 * What earns points at a desk: repair orders that the customer paid and left with, as `membership.earnRepairs` books them.
 * Read in the order in which they lie (`not indexed`): by the index of the day each row of three years is looked for on its own,
 * which takes eight times as long.
 */
const repairs = `select customer_id, handed_over_on, labour_fen, parts_fen, total_fen - labour_fen - parts_fen, 0 from repair not indexed
  where handed_over_on between ? and ? and removed_at is null and state = 'handedOver'
    and type not in ('internal', 'warranty') and (payer is null or payer = 'customer') and total_fen > 0
    and customer_id is not null`;

/** Delivered vehicle orders; what is sold beside the vehicle is other. */
const orders = `select customer_id, delivered_on, 0, 0, total_fen - vehicle_fen, vehicle_fen from vehicle_order not indexed
  where delivered_on between ? and ? and removed_at is null and state = 'delivered' and total_fen > 0
    and customer_id is not null`;

type Row = readonly [
  customerId: number,
  day: string,
  labour: number,
  parts: number,
  other: number,
  vehicle: number,
];

/** Rows between two looks at whether to go on. */
const rowsATime = 20_000;

/** Columns that grow. */
function columns() {
  let size = 1 << 16;
  let count = 0;
  const make = () => ({
    customer: new Int32Array(size),
    day: new Int32Array(size),
    labour: new Float64Array(size),
    parts: new Float64Array(size),
    other: new Float64Array(size),
    vehicle: new Float64Array(size),
  });
  let own = make();
  return {
    add([customer, , labour, parts, other, vehicle]: Row, day: number): void {
      if (count === size) {
        size *= 2;
        const before = own;
        own = make();
        own.customer.set(before.customer);
        own.day.set(before.day);
        for (const kind of goodsKinds) own[kind].set(before[kind]);
      }
      own.customer[count] = customer;
      own.day[count] = day;
      own.labour[count] = labour;
      own.parts[count] = parts;
      own.other[count] = other;
      own.vehicle[count] = vehicle;
      count += 1;
    },
    read: () => ({ ...own, count }),
  };
}

type Columns = ReturnType<ReturnType<typeof columns>['read']>;

/** By customer, and by day within one; two sales of a day stay in the order in which they were read. */
function ordered({
  customer,
  day,
  count,
  ...goods
}: Columns): Pick<History, 'customers' | 'starts' | 'day' | 'goods'> {
  const places = new Map<number, number>();
  for (let at = 0; at < count; at += 1)
    places.set(customer[at] ?? 0, (places.get(customer[at] ?? 0) ?? 0) + 1);
  const customers = Int32Array.from(places.keys()).toSorted();
  const starts = new Int32Array(customers.length + 1);
  customers.forEach((id, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (places.get(id) ?? 0);
    places.set(id, starts[at] ?? 0);
  });
  const order = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const place = places.get(customer[at] ?? 0) ?? 0;
    order[place] = at;
    places.set(customer[at] ?? 0, place + 1);
  }
  for (let at = 0; at < customers.length; at += 1)
    order.subarray(starts[at], starts[at + 1]).sort((a, b) => (day[a] ?? 0) - (day[b] ?? 0) || a - b);
  const picked = (from: Float64Array): Float64Array => {
    const column = new Float64Array(count);
    order.forEach((at, place) => (column[place] = from[at] ?? 0));
    return column;
  };
  const days = new Int32Array(count);
  order.forEach((at, place) => (days[place] = day[at] ?? 0));
  return { customers, starts, day: days, goods: goodsOf((kind) => picked(goods[kind])) };
}

/** What else is known of these customers. */
function about(
  sqlite: Sqlite,
  customers: Int32Array,
  never: number,
): Pick<History, 'joined' | 'isCompany' | 'vehicles'> {
  const joined = new Int32Array(customers.length).fill(never);
  const isCompany = new Uint8Array(customers.length);
  const vehicles = new Int32Array(customers.length);
  const places = new Map<number, number>();
  customers.forEach((id, at) => places.set(id, at));
  const each = (text: string, take: (at: number, value: string | number) => void): void => {
    const found = sqlite.prepare(text).raw().iterate() as IterableIterator<[number, string | number]>;
    for (const [id, value] of found) {
      const at = places.get(id);
      if (at !== undefined) take(at, value);
    }
  };
  each(
    `select customer_id, min(joined_on) from membership where state = 'active' group by customer_id`,
    (at, day) => (joined[at] = dayNumber(String(day))),
  );
  each(`select id, 1 from customer where kind = 'company'`, (at) => (isCompany[at] = 1));
  each(
    `select customer_id, count(*) from vehicle
     where removed_at is null and state = 'inUse' and customer_id is not null group by customer_id`,
    (at, count) => (vehicles[at] = Number(count)),
  );
  return { joined, isCompany, vehicles };
}

/**
 * The store's own sales of a calendar, by customer and day. `step` is called every so many rows with how many there are.
 * Amounts as invoiced; cancelled, internal and warranty work, what insurers or makers paid, and what has no customer is left out.
 */
export async function readHistory(
  sqlite: Sqlite,
  { booking }: Pick<Assumptions, 'booking'>,
  calendar: SimulationCalendar,
  step: (rows: number) => Promise<void>,
): Promise<History> {
  const span = [dayFromNumber(calendar.first), dayFromNumber(calendar.to)];
  const numbers = new Map<string, number>();
  const rows = columns();
  let read = 0;
  for (const text of booking === 'all' ? [repairs, orders] : [repairs]) {
    const found = sqlite
      .prepare(text)
      .raw()
      .iterate(...span) as IterableIterator<Row>;
    for (const row of found) {
      let number = numbers.get(row[1]);
      if (number === undefined) {
        number = dayNumber(row[1]);
        numbers.set(row[1], number);
      }
      rows.add(row, number);
      read += 1;
      if (read % rowsATime === 0) await step(read);
    }
  }
  const history = ordered(rows.read());
  return { ...history, ...about(sqlite, history.customers, calendar.to + 1) };
}
