import { sql, type SqlBool } from 'kysely';
import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import { listLimit } from '#shared/features/meeting/meeting.definitions.ts';
import type {
  DeliveryLine,
  EventLine,
  PackDays,
  PeopleLine,
  ReceivableLine,
} from '#shared/features/meeting/meeting.pack.ts';
import { daysBetween, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** Readers of the weekly pack beside the indicators: goals, stock, people, receivables, plan. */

export type StoredGoal = {
  readonly indicator: Indicator;
  readonly period: string;
  readonly level: 'store' | 'department' | 'person';
  readonly departmentName: string | null;
  readonly personName: string | null;
  readonly value: number;
};

/** Goals of some weeks and months; of several for the same thing the newest counts, as the caller sees them in order. */
export async function listGoals(reader: Reader, periods: readonly string[]): Promise<StoredGoal[]> {
  const rows = await reader
    .selectFrom('goal')
    .leftJoin('department', 'department.id', 'goal.departmentId')
    .leftJoin('person', 'person.id', 'goal.personId')
    .select([
      'goal.indicator',
      'goal.period',
      'goal.level',
      'department.name as departmentName',
      'person.name as personName',
      'goal.value',
    ])
    .where('goal.removedAt', 'is', null)
    .where('goal.period', 'in', periods)
    .orderBy('goal.id')
    .execute();
  return rows as StoredGoal[]; // choices written through the field table only
}

export async function listStock(reader: Reader): Promise<{ model: string; arrivedOn: Day; count: number }[]> {
  return reader
    .selectFrom('stock')
    .select(({ fn }) => ['model', 'arrivedOn', fn.countAll<number>().as('count')])
    .where('removedAt', 'is', null)
    .where('state', 'in', ['inStock', 'reserved'])
    .groupBy(['model', 'arrivedOn'])
    .execute();
}

export async function listOpenOrders(
  reader: Reader,
  asOf: Day,
): Promise<{ model: string; quantity: number }[]> {
  return reader
    .selectFrom('vehicleOrder')
    .select(({ fn }) => ['model', fn.sum<number>('quantity').as('quantity')])
    .where('removedAt', 'is', null)
    .where('state', 'in', ['open', 'allocated'])
    .where('orderedOn', '<=', asOf)
    .groupBy('model')
    .execute();
}

/** Whether a table of the store has any living row. */
export async function hasRows(reader: Reader, table: 'stock' | 'receivable' | 'event'): Promise<boolean> {
  const row = await reader
    .selectFrom(table)
    .select('id')
    .where('removedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether any order has a planned day of delivery. */
export async function hasPlannedDeliveries(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom('vehicleOrder')
    .select('id')
    .where('removedAt', 'is', null)
    .where('plannedOn', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countPeople(
  reader: Reader,
): Promise<(Omit<PeopleLine, 'people'> & { count: number })[]> {
  return reader
    .selectFrom('person')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select(({ fn }) => [
      'person.departmentId',
      'department.name as departmentName',
      fn.countAll<number>().as('count'),
    ])
    .where('person.removedAt', 'is', null)
    .where('person.leftOn', 'is', null)
    .groupBy('person.departmentId')
    .orderBy('department.name')
    .execute();
}

export type OpenReceivables = {
  readonly open: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly dueNextWeek: number;
  readonly dueLater: number;
  readonly noDueDay: number;
};

const literallyOpen = sql<SqlBool>`open_fen > 0`; // literal, so that the partial index serves it

/** Open money by when it is due; what is due today is due this week. */
export async function sumReceivables(reader: Reader, days: PackDays): Promise<OpenReceivables> {
  const { asOf, last, next } = days;
  const row = await reader
    .selectFrom('receivable')
    .select([
      sql<number>`coalesce(sum(open_fen), 0)`.as('open'),
      sql<number>`coalesce(sum(open_fen) filter (where due_on < ${asOf}), 0)`.as('overdue'),
      sql<number>`coalesce(sum(open_fen) filter (where due_on between ${asOf} and ${last}), 0)`.as(
        'dueThisWeek',
      ),
      sql<number>`coalesce(sum(open_fen) filter (where due_on between ${next.first} and ${next.last}), 0)`.as(
        'dueNextWeek',
      ),
      sql<number>`coalesce(sum(open_fen) filter (where due_on > ${next.last}), 0)`.as('dueLater'),
      sql<number>`coalesce(sum(open_fen) filter (where due_on is null), 0)`.as('noDueDay'),
    ])
    .where('removedAt', 'is', null)
    .where(literallyOpen)
    .where('occurredOn', '<=', asOf)
    .executeTakeFirstOrThrow();
  return row;
}

/** Open money by the day on which it arose. */
export async function listReceivableAges(
  reader: Reader,
  asOf: Day,
): Promise<{ occurredOn: Day; openFen: number }[]> {
  return reader
    .selectFrom('receivable')
    .select(({ fn }) => ['occurredOn', fn.sum<number>('openFen').as('openFen')])
    .where('removedAt', 'is', null)
    .where(literallyOpen)
    .where('occurredOn', '<=', asOf)
    .groupBy('occurredOn')
    .execute();
}

/** The receivables that are overdue longest. */
export async function listOverdueReceivables(reader: Reader, asOf: Day): Promise<ReceivableLine[]> {
  const rows = await reader
    .selectFrom('receivable')
    .leftJoin('person', 'person.id', 'receivable.personId')
    .select([
      'receivable.id',
      'receivable.number',
      'receivable.customerName',
      'receivable.dueOn',
      'receivable.openFen',
      'person.name as personName',
    ])
    // The plus signs keep SQLite off the index of due days, where it would walk through years of settled ones.
    .where(
      sql<SqlBool>`receivable.id in (
        select id from receivable where removed_at is null and open_fen > 0 and occurred_on <= ${asOf}
        and +due_on < ${asOf} order by +due_on, id limit ${listLimit})`,
    )
    .orderBy('receivable.dueOn')
    .orderBy('receivable.id')
    .execute();
  return rows.flatMap(({ dueOn, ...row }) =>
    dueOn === null ? [] : [{ ...row, dueOn, daysOverdue: daysBetween(dueOn, asOf) }],
  );
}

/** Vehicles planned to be delivered up to next week's end and not delivered: late ones, those of next week. */
export async function sumPlannedDeliveries(
  reader: Reader,
  next: { readonly first: Day; readonly last: Day },
): Promise<{ late: number; planned: number }> {
  return reader
    .selectFrom('vehicleOrder')
    .select([
      sql<number>`coalesce(sum(quantity) filter (where planned_on < ${next.first}), 0)`.as('late'),
      sql<number>`coalesce(sum(quantity) filter (where planned_on between ${next.first} and ${next.last}), 0)`.as(
        'planned',
      ),
    ])
    .where('removedAt', 'is', null)
    .where('state', 'in', ['open', 'allocated'])
    .executeTakeFirstOrThrow();
}

/** The deliveries of next week and the late ones, earliest first. */
export async function listPlannedDeliveries(reader: Reader, last: Day): Promise<DeliveryLine[]> {
  const rows = await reader
    .selectFrom('vehicleOrder as order')
    .leftJoin('person', 'person.id', 'order.consultantId')
    .select([
      'order.id',
      'order.number',
      'order.customerName',
      'order.model',
      'order.quantity',
      'order.plannedOn',
      'person.name as consultantName',
    ])
    .where('order.removedAt', 'is', null)
    .where('order.state', 'in', ['open', 'allocated'])
    .where('order.plannedOn', '<=', last)
    .orderBy('order.plannedOn')
    .orderBy('order.id')
    .limit(listLimit)
    .execute();
  return rows.flatMap(({ plannedOn, ...row }) => (plannedOn === null ? [] : [{ ...row, plannedOn }]));
}

export async function countEvents(reader: Reader, first: Day, last: Day): Promise<number> {
  const { count } = await reader
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('removedAt', 'is', null)
    .where('startsOn', '>=', first)
    .where('startsOn', '<=', last)
    .executeTakeFirstOrThrow();
  return count;
}

/** Events that start in a span, and those that began before it and still run. */
export async function listEvents(reader: Reader, first: Day, last: Day): Promise<EventLine[]> {
  return reader
    .selectFrom('event')
    .leftJoin('person', 'person.id', 'event.personId')
    .select([
      'event.id',
      'event.name',
      'event.kind',
      'event.startsOn',
      'event.endsOn',
      'event.place',
      'person.name as personName',
    ])
    .where('event.removedAt', 'is', null)
    .where('event.startsOn', '<=', last)
    .where((row) => row.or([row('event.startsOn', '>=', first), row('event.endsOn', '>=', first)]))
    .orderBy('event.startsOn')
    .orderBy('event.id')
    .limit(listLimit)
    .execute();
}
