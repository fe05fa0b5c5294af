import { sql } from 'kysely';
import type { BehindRow } from '#shared/features/indicator/indicator.contract.ts';
import type { CountReader } from '#shared/features/indicator/indicator.definition.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type DaySpan } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readCoverage } from '../inspection/inspection.coverage.ts';
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

/** A number whose rows stand on a page of their own. */
const numberOf = (count: number): Found => ({ count, hasRows: false, rows: async () => [] });

/** Who of a technician counts; null: everybody. */
type People = readonly number[] | null;
type Read = (reader: Reader, span: DaySpan, asOf: Day, people: People) => Promise<Found>;

async function passed(reader: Reader, { first, last }: DaySpan, people: People) {
  const { orders } = await readPassRate(reader, { from: first, to: last });
  return orders.filter(({ technicianId }) => people === null || people.includes(technicianId ?? 0));
}

async function left(reader: Reader, { first, last }: DaySpan, covered: boolean): Promise<Found> {
  const coverage = await readCoverage(reader, { from: first, to: last });
  return numberOf(covered ? coverage.covered : coverage.handedOver);
}

async function parts(reader: Reader, { first, last }: DaySpan, original: boolean): Promise<Found> {
  const share = await readOriginShare(reader, { from: first, to: last });
  return numberOf(original ? share.originalLines : share.lines);
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
};

/** Readers whose rows have a person: the technician of the order. */
export const forPeople: readonly CountReader[] = ['checkedRepairs', 'firstPassRepairs'];

/** Table whose rows must be there, else the figure was never supplied. */
export const countTables: Readonly<Record<CountReader, 'inspection' | 'stock' | 'repairPart' | 'repair'>> = {
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
};
