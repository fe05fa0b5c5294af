import {
  emptyBase,
  moneyLength,
  moneyPlace,
  place,
  rowLength,
  type PortraitBase,
} from '#shared/features/portrait/portrait-facts.ts';
import { none } from '#shared/features/reminder/reminder-facts.ts';
import { addMonths, dayNumber, isDay, type Day } from '#shared/kernel/day.ts';
import type { Cell, ReadRows } from '#electron/kernel/read-rows.ts';

type Place = keyof typeof place;

const dayOf = (cell: Cell | undefined): number =>
  typeof cell === 'string' && isDay(cell) ? dayNumber(cell) : none;
const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : none);
const countOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** A narrow pass: what its columns, behind the customer's id, are. */
type Pass = {
  readonly sql: string;
  readonly columns: readonly (
    | { readonly to: Place; readonly as: 'day' | 'number' | 'count' }
    | { readonly money: keyof typeof moneyPlace }
  )[];
};

const day = (to: Place) => ({ to, as: 'day' }) as const;
const count = (to: Place) => ({ to, as: 'count' }) as const;
const number = (to: Place) => ({ to, as: 'number' }) as const;

/** What came in and was not called off; internal orders bring no customer. */
const visits = `removed_at is null and state <> 'cancelled' and type <> 'internal'`;

/** Everything that a portrait is made of, grouped by customer; `of`: a condition on the column that names the customer. */
function passesOf(today: Day, of: (column: string) => string): readonly Pass[] {
  const yearAgo = addMonths(today, -12);
  const mine = `customer_id is not null${of('customer_id')}`;
  return [
    {
      sql: `select customer_id as a, count(distinct checked_in_on) as b, min(checked_in_on) as c,
        max(checked_in_on) as d, sum(checked_in_on > '${yearAgo}') as e, sum(total_fen) as f,
        sum(case when checked_in_on > '${yearAgo}' then total_fen else 0 end) as g
        from repair where ${mine} and ${visits} and checked_in_on <= '${today}' group by customer_id`,
      columns: [
        count('visitDays'),
        day('firstVisit'),
        day('lastVisit'),
        count('visitsInYear'),
        { money: 'repairs' },
        { money: 'repairsYear' },
      ],
    },
    {
      // SQLite takes the other columns of a row that has the largest value.
      sql: `select customer_id as a, adviser_id as b, max(checked_in_on) as c from repair
        where ${mine} and ${visits} and checked_in_on <= '${today}' group by customer_id`,
      columns: [count('adviserId')],
    },
    {
      sql: `select customer_id as a, max(case when state = 'delivered' then delivered_on end) as b,
        max(coalesce(delivered_on, ordered_on)) as c,
        sum(case when state = 'delivered' then total_fen else 0 end) as d,
        sum(case when state = 'delivered' and delivered_on > '${yearAgo}' then total_fen else 0 end) as e
        from vehicle_order where ${mine} and removed_at is null and state <> 'cancelled'
        and coalesce(delivered_on, ordered_on) <= '${today}' group by customer_id`,
      columns: [day('lastPurchase'), day('lastTrade'), { money: 'orders' }, { money: 'ordersYear' }],
    },
    {
      sql: `select customer_id as a, sum(state = 'inUse') as b, sum(state <> 'inUse') as c,
        max(case when state = 'inUse' then coalesce(registered_on, purchased_on) end) as d
        from vehicle where ${mine} and removed_at is null group by customer_id`,
      columns: [count('inUse'), count('gone'), day('youngest')],
    },
    {
      sql: `select customer_id as a,
        max(case when state = 'closed' then 0 when severity = 'normal' then 1 else 2 end) as b,
        max(case when severity = 'major' then received_on end) as c
        from complaint where ${mine} and removed_at is null group by customer_id`,
      columns: [count('complaint'), day('majorOn')],
    },
    {
      sql: `select customer_id as a, max(answered_on) as b, score_hundredths as c, recommend as d from evaluation
        where ${mine} and removed_at is null and answered_on is not null group by customer_id`,
      columns: [day('scoreOn'), number('score'), number('recommend')],
    },
    {
      sql: `select customer_id as a, max(happened_on) as b from reminder_call
        where ${mine} and removed_at is null and code = 'insuredElsewhere' group by customer_id`,
      columns: [day('insuredOn')],
    },
    {
      sql: `select customer_id as a, max(case state when 'active' then 2 else 1 end) as b from membership
        where ${mine} and removed_at is null and state <> 'merged' group by customer_id`,
      columns: [count('member')],
    },
    {
      sql: `select customer_id as a, max(on_day) as b from reminder_appointment where ${mine}
        and removed_at is null and state = 'booked' and on_day >= '${today}' group by customer_id`,
      columns: [day('comingOn')],
    },
  ];
}

const customerSql = (
  where: string,
): string => `select id as a, coalesce(consultant_id, 0) as b, do_not_call = 1 or consent = 'refused' as c
  from customer where removed_at is null${where} order by id`;

const followUpSql = (where: string): string => `select customer_id as a, max(happened_on) as b, score as c
  from follow_up where score is not null and removed_at is null${where} group by customer_id`;

const insurance = `'compulsoryInsurance', 'commercialInsurance'`;
const service = `'firstService', 'regularService', 'secondMaintenance'`;
const elsewhereSql = (where: string): string => `select vehicle.customer_id as a,
  max(case when reminder_done.kind in (${insurance}) then done_on end) as b,
  max(case when reminder_done.kind in (${service}) then done_on end) as c
  from reminder_done join vehicle on vehicle.id = reminder_done.vehicle_id
  where reminder_done.place = 'elsewhere' and reminder_done.removed_at is null
  and vehicle.customer_id is not null${where} group by vehicle.customer_id`;

/**
 * Everything that portraits are made of, of all customers or of those that are named, in few narrow passes; sums are made by
 * SQLite over indices that hold all of them. Twelve months are those after the same day of the year before.
 */
export async function readPortraitBase(
  read: ReadRows,
  today: Day,
  ids?: readonly number[],
): Promise<PortraitBase> {
  const of = (column: string): string =>
    ids === undefined ? '' : ` and ${column} in (select value from json_each(?))`;
  const customers = [...(await read(customerSql(of('id')), ids))];
  const base = emptyBase(customers.length);
  const { rows, money } = base;
  const where = new Map<number, number>();
  for (const [index, [id, consultantId, silent]] of customers.entries()) {
    const at = index * rowLength;
    rows[at + place.customerId] = Number(id);
    rows[at + place.consultantId] = Number(consultantId);
    rows[at + place.silent] = silent === 1 ? 1 : 0;
    where.set(Number(id), index);
  }
  for (const { sql, columns } of passesOf(today, of))
    for (const cells of await read(sql, ids)) {
      const index = where.get(Number(cells[0]));
      if (index === undefined) continue;
      for (let column = 0; column < columns.length; column += 1) {
        const told = columns[column];
        const cell = cells[column + 1];
        if (!told) continue;
        if ('money' in told) money[index * moneyLength + moneyPlace[told.money]] = countOf(cell);
        else
          rows[index * rowLength + place[told.to]] =
            told.as === 'day' ? dayOf(cell) : told.as === 'count' ? countOf(cell) : numberOf(cell);
      }
    }
  for (const cells of await read(followUpSql(of('customer_id')), ids)) {
    const at = (where.get(Number(cells[0])) ?? -1) * rowLength;
    // The later of the two scores counts.
    if (at < 0 || dayOf(cells[1]) <= (rows[at + place.scoreOn] ?? none)) continue;
    rows[at + place.scoreOn] = dayOf(cells[1]);
    rows[at + place.score] = Number(cells[2]) * 100;
    rows[at + place.recommend] = none;
  }
  for (const cells of await read(elsewhereSql(of('vehicle.customer_id')), ids)) {
    const at = (where.get(Number(cells[0])) ?? -1) * rowLength;
    if (at < 0) continue;
    rows[at + place.insuredOn] = Math.max(rows[at + place.insuredOn] ?? none, dayOf(cells[1]));
    rows[at + place.elsewhereOn] = dayOf(cells[2]);
  }
  for (let at = 0; at < rows.length; at += rowLength)
    rows[at + place.lastTrade] = Math.max(
      rows[at + place.lastTrade] ?? none,
      rows[at + place.lastVisit] ?? none,
    );
  return base;
}
