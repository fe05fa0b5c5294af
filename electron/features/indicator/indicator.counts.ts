import { sql, type SqlBool } from 'kysely';
import type { BehindRow } from '#shared/features/indicator/indicator.contract.ts';
import type { CountReader } from '#shared/features/indicator/indicator.definition.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type DaySpan, type Month } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listLeft } from '../inspection/inspection.coverage.ts';
import { readOriginShare, readPassRate } from '../repair/repair.figures.ts';

/** Figures that no single list adds up. Each gives its number, and its rows where they are asked for. */

export type Found = {
  readonly count: number;
  /** Whether there is a list of it. */
  readonly hasRows: boolean;
  /** At most so many as are shown. */
  rows(): Promise<readonly BehindRow[]>;
};

/** Rows behind a figure that are listed at most. */
const rowsShown = 500;

/** The same day so many months before; the month's last where it has no such day. */
function monthsBefore(day: Day, months: number): Day {
  const { last } = monthDays(addMonthsTo(monthOf(day), -months));
  const wanted = `${last.slice(0, 8)}${day.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** Living visits of customers: void and internal orders, and those without a customer, are none. */
const visits = sql`repair.removed_at is null and repair.state != 'cancelled' and repair.type != 'internal'
  and repair.customer_id is not null`;

/** Customers that a query of customer ids finds. */
async function customersIn(reader: Reader, ids: ReturnType<typeof sql>): Promise<Found> {
  const counted = await sql<{ count: number }>`
    select count(distinct customer_id) as count from (${ids})`.execute(reader);
  return {
    count: counted.rows[0]?.count ?? 0,
    hasRows: true,
    async rows() {
      const { rows } = await sql<{ id: number; title: string; detail: string | null }>`
        select customer.id, customer.name as title, customer.region as detail
        from customer where customer.id in (${ids}) order by customer.id limit ${rowsShown}`.execute(reader);
      return rows.map(({ id, title, detail }) => ({ feature: 'customer', id, title, detail: detail ?? '' }));
    },
  };
}

const visitedBetween = (first: Day, last: Day) =>
  sql`select repair.customer_id from repair where ${visits} and repair.checked_in_on between ${first} and ${last}`;

/** Customers by their visits in the twelve months up to a day; `most` null is open. */
const byVisits = (reader: Reader, asOf: Day, least: number, most: number | null): Promise<Found> =>
  customersIn(
    reader,
    sql`${visitedBetween(addDays(monthsBefore(asOf, 12), 1), asOf)} group by repair.customer_id
      having count(*) >= ${least} and count(*) <= ${most ?? Number.MAX_SAFE_INTEGER}`,
  );

const lastYearOf = ({ first, last }: DaySpan): DaySpan => ({
  first: monthsBefore(first, 12),
  last: addDays(monthsBefore(addDays(last, 1), 12), -1),
});

/** Customers whose last visit before a span was 13–24 months before its first day. */
const awayBefore = ({ first }: DaySpan) => sql`select repair.customer_id from repair where ${visits}
  and repair.checked_in_on < ${first} group by repair.customer_id
  having max(repair.checked_in_on) >= ${monthsBefore(first, 24)}
    and max(repair.checked_in_on) < ${monthsBefore(first, 12)}`;

type CheckedOrder = { readonly repairId: number; readonly number: string; readonly finishedOn: Day };

const repairsFound = (orders: readonly CheckedOrder[]): Found => ({
  count: orders.length,
  hasRows: true,
  rows: async () =>
    orders.slice(0, rowsShown).map(({ repairId, number, finishedOn }) => ({
      feature: 'repair',
      id: repairId,
      title: number,
      detail: finishedOn,
    })),
});

/** Whose rows count: of technicians or callers; null: everybody's. */
type People = readonly number[] | null;
type Read = (reader: Reader, span: DaySpan, asOf: Day, people: People) => Promise<Found>;

async function passed(reader: Reader, { first, last }: DaySpan, people: People) {
  const { orders } = await readPassRate(reader, { from: first, to: last });
  return orders.filter(({ technicianId }) => people === null || people.includes(technicianId ?? 0));
}

async function left(reader: Reader, { first, last }: DaySpan, coveredOnly: boolean): Promise<Found> {
  const all = await listLeft(reader, { from: first, to: last });
  const vehicles = coveredOnly ? all.filter(({ isCovered }) => isCovered) : all;
  return {
    count: vehicles.length,
    hasRows: true,
    rows: async () =>
      vehicles.slice(0, rowsShown).map(({ stockId, orderId, vin, model, leftOn }) => ({
        feature: stockId === null ? 'order' : 'stock',
        id: stockId ?? orderId ?? 0,
        title: `${vin} ${model}`,
        detail: leftOn,
      })),
  };
}

/** Part lines of the orders that checked in, one row each; what `readOriginShare` counts. */
async function parts(reader: Reader, { first, last }: DaySpan, original: boolean): Promise<Found> {
  const share = await readOriginShare(reader, { from: first, to: last });
  return {
    count: original ? share.originalLines : share.lines,
    hasRows: true,
    rows: async () => {
      const { rows } = await sql<{ id: number; number: string; name: string }>`
        select repair.id, repair.number, repair_part.name
        from repair join repair_part on repair_part.repair_id = repair.id
        where repair.removed_at is null and repair_part.removed_at is null and repair.state != 'cancelled'
          and repair.checked_in_on between ${first} and ${last}
          ${original ? sql`and repair_part.origin = 'original'` : sql``}
        order by repair.checked_in_on desc, repair.id, repair_part.id limit ${rowsShown}`.execute(reader);
      return rows.map(({ id, number, name }) => ({ feature: 'repair', id, title: number, detail: name }));
    },
  };
}

/** Results of a call in which somebody answered; domain rules §3. */
const reachedResults = ['willing', 'reached', 'callAgain', 'refused'] as const;
const monthEnd = sql`date(reminder.day, 'start of month', '+1 month', '-1 day')`;

/**
 * 提醒: calls and messages that are not about a delivery, a customer once a month; `also` narrows to some of them. What came
 * of a month's reminders is told of that month alone.
 */
async function reminders(
  reader: Reader,
  { first, last }: DaySpan,
  people: People,
  also = sql<SqlBool>`true`,
): Promise<Found> {
  const ofThese =
    people === null
      ? sql`true`
      : sql`follow_up.person_id in (${people.length === 0 ? sql`null` : sql.join(people)})`;
  const { rows } = await sql<{ id: number; title: string; month: Month }>`
    select reminder.id, customer.name as title, substr(min(reminder.day), 1, 7) as month from (
      select follow_up.customer_id as id, follow_up.happened_on as day, follow_up.result from follow_up
      where follow_up.removed_at is null and follow_up.order_id is null and follow_up.way in ('call', 'message')
        and follow_up.happened_on between ${first} and ${last} and ${ofThese}
    ) as reminder join customer on customer.id = reminder.id
    where ${also} group by reminder.id, substr(reminder.day, 1, 7) order by 3 desc, 1`.execute(reader);
  return {
    count: rows.length,
    hasRows: true,
    rows: async () =>
      rows
        .slice(0, rowsShown)
        .map(({ id, title, month }) => ({ feature: 'customer', id, title, detail: month })),
  };
}

/** Readers by their word. */
export const countReaders: Readonly<Record<CountReader, Read>> = {
  checkedRepairs: async (reader, span, _asOf, people) => repairsFound(await passed(reader, span, people)),
  firstPassRepairs: async (reader, span, _asOf, people) =>
    repairsFound((await passed(reader, span, people)).filter(({ reworks }) => reworks === 0)),
  vehiclesLeft: (reader, span) => left(reader, span, false),
  vehiclesCovered: (reader, span) => left(reader, span, true),
  partLines: (reader, span) => parts(reader, span, false),
  originalPartLines: (reader, span) => parts(reader, span, true),
  customersA: (reader, _span, asOf) => byVisits(reader, asOf, 4, null),
  customersB: (reader, _span, asOf) => byVisits(reader, asOf, 2, 3),
  customersC: (reader, _span, asOf) => byVisits(reader, asOf, 1, 1),
  customersD: (reader, _span, asOf) =>
    customersIn(
      reader,
      sql`select repair.customer_id from repair where ${visits} and repair.checked_in_on <= ${asOf}
        group by repair.customer_id having max(repair.checked_in_on) <= ${monthsBefore(asOf, 12)}`,
    ),
  visitors12: (reader, _span, asOf) =>
    customersIn(reader, visitedBetween(addDays(monthsBefore(asOf, 12), 1), asOf)),
  visitors36: (reader, _span, asOf) =>
    customersIn(reader, visitedBetween(addDays(monthsBefore(asOf, 36), 1), asOf)),
  visitorsLastYear: (reader, span) => {
    const { first, last } = lastYearOf(span);
    return customersIn(reader, visitedBetween(first, last));
  },
  visitorsLost: (reader, span) => {
    const { first, last } = lastYearOf(span);
    return customersIn(
      reader,
      sql`${visitedBetween(first, last)} except ${visitedBetween(addDays(last, 1), span.last)}`,
    );
  },
  customersAway: (reader, span) => customersIn(reader, awayBefore(span)),
  customersBack: (reader, span) =>
    customersIn(reader, sql`${awayBefore(span)} intersect ${visitedBetween(span.first, span.last)}`),
  remindersCalled: (reader, span, _asOf, people) => reminders(reader, span, people),
  remindersReached: (reader, span, _asOf, people) =>
    reminders(reader, span, people, sql`reminder.result in (${sql.join(reachedResults)})`),
  remindersWilling: (reader, span, _asOf, people) =>
    reminders(reader, span, people, sql`reminder.result = 'willing'`),
  remindersReturned: (reader, span, _asOf, people) =>
    reminders(
      reader,
      span,
      people,
      sql`exists (select 1 from repair where repair.customer_id = reminder.id and ${visits}
        and repair.checked_in_on between reminder.day and ${monthEnd})`,
    ),
};

/** Readers whose rows have a person: the technician of the order, who called. */
export const forPeople: readonly CountReader[] = [
  'checkedRepairs',
  'firstPassRepairs',
  'remindersCalled',
  'remindersReached',
  'remindersWilling',
  'remindersReturned',
];

/** Table whose rows must be there, else the figure was never supplied. */
export const countTables: Readonly<
  Record<CountReader, 'inspection' | 'stock' | 'repairPart' | 'repair' | 'followUp'>
> = {
  checkedRepairs: 'inspection',
  firstPassRepairs: 'inspection',
  vehiclesLeft: 'stock',
  vehiclesCovered: 'stock',
  partLines: 'repairPart',
  originalPartLines: 'repairPart',
  customersA: 'repair',
  customersB: 'repair',
  customersC: 'repair',
  customersD: 'repair',
  visitors12: 'repair',
  visitors36: 'repair',
  visitorsLastYear: 'repair',
  visitorsLost: 'repair',
  customersAway: 'repair',
  customersBack: 'repair',
  remindersCalled: 'followUp',
  remindersReached: 'followUp',
  remindersWilling: 'followUp',
  remindersReturned: 'followUp',
};
