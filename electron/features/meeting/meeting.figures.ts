import { sql, type SqlBool } from 'kysely';
import { listLimit } from '#shared/features/meeting/meeting.definitions.ts';
import type {
  DeliveryLine,
  EventLine,
  PeopleLine,
  ReceivableLine,
} from '#shared/features/meeting/meeting.pack.ts';
import type { OpenSum } from '#shared/features/meeting/meeting.rules.ts';
import { daysBetween, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { mayBeOpenOn, orderOpenOn } from '../order/order.repository.ts';
import { personInPostOn } from '../person/person.repository.ts';
import { receivableArisenBy, receivableColumnsOn } from '../receivable/receivable.repository.ts';
import { mayBeHeldOn, stockHeldOn } from '../stock/stock.repository.ts';

/** Readers of the weekly pack beside the indicators: stock, people, receivables, plan. */

export async function listStock(
  reader: Reader,
  asOf: Day,
): Promise<{ model: string; arrivedOn: Day; count: number }[]> {
  return reader
    .selectFrom('stock')
    .select(({ fn }) => ['model', 'arrivedOn', fn.countAll<number>().as('count')])
    .where('removedAt', 'is', null)
    .where(mayBeHeldOn(asOf))
    .where(sql<SqlBool>`(${stockHeldOn(asOf)})`)
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
    .where(mayBeOpenOn(asOf))
    .where(orderOpenOn(asOf))
    .groupBy('model')
    .execute();
}

/** Whether a table of the store has any living row. */
export async function hasRows(
  reader: Reader,
  table: 'stock' | 'receivable' | 'event' | 'complaint' | 'repair',
): Promise<boolean> {
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
  asOf: Day,
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
    .where(personInPostOn(asOf))
    .groupBy('person.departmentId')
    .orderBy('department.name')
    .execute();
}

const literallyOpen = sql<SqlBool>`open_fen > 0`; // literal, so that the partial index serves it

/** Open money on a day by the days on which it arose and is due: what is open now and what was paid since. */
export async function listOpenSums(reader: Reader, asOf: Day): Promise<OpenSum[]> {
  const open = await reader
    .selectFrom('receivable')
    .select(({ fn }) => ['occurredOn', 'dueOn', fn.sum<number>('openFen').as('openFen')])
    .where('removedAt', 'is', null)
    .where(literallyOpen)
    .where('occurredOn', '<=', asOf)
    .groupBy(['occurredOn', 'dueOn'])
    .execute();
  const paidSince = await reader
    .selectFrom('payment')
    .innerJoin('receivable', 'receivable.id', 'payment.receivableId')
    .select(({ fn }) => [
      'receivable.occurredOn',
      'receivable.dueOn',
      fn.sum<number>('payment.amountFen').as('openFen'),
    ])
    .where('payment.removedAt', 'is', null)
    .where('payment.paidOn', '>', asOf)
    .where('receivable.removedAt', 'is', null)
    .where(receivableArisenBy(asOf))
    .groupBy(['receivable.occurredOn', 'receivable.dueOn'])
    .execute();
  return [...open, ...paidSince];
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
      receivableColumnsOn.openFen(asOf).as('openFen'),
      'person.name as personName',
    ])
    // The plus sign keeps SQLite off the index of due days, where it would walk through years of settled ones; a `union`
    // that drops what is in both would be made by looking through all receivables.
    .where(
      sql<SqlBool>`receivable.id in (
        select id from (
          select id, due_on from receivable where removed_at is null and open_fen > 0 and occurred_on <= ${asOf}
            and +due_on < ${asOf}
          union all
          select receivable.id, receivable.due_on from payment join receivable on receivable.id = payment.receivable_id
            where payment.removed_at is null and payment.paid_on > ${asOf} and receivable.removed_at is null
              and ${receivableArisenBy(asOf)} and receivable.due_on < ${asOf}
        ) group by id order by min(due_on), id limit ${listLimit})`,
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
  asOf: Day,
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
    .where('plannedOn', '<=', next.last)
    .where(mayBeOpenOn(asOf))
    .where(orderOpenOn(asOf))
    .executeTakeFirstOrThrow();
}

/** The deliveries of next week and the late ones, earliest first. */
export async function listPlannedDeliveries(reader: Reader, asOf: Day, last: Day): Promise<DeliveryLine[]> {
  const rows = await reader
    .selectFrom('vehicleOrder')
    .leftJoin('person', 'person.id', 'vehicleOrder.consultantId')
    .select([
      'vehicleOrder.id',
      'vehicleOrder.number',
      'vehicleOrder.customerName',
      'vehicleOrder.model',
      'vehicleOrder.quantity',
      'vehicleOrder.plannedOn',
      'person.name as consultantName',
    ])
    .where('vehicleOrder.removedAt', 'is', null)
    .where(mayBeOpenOn(asOf))
    .where(orderOpenOn(asOf))
    .where('vehicleOrder.plannedOn', '<=', last)
    .orderBy('vehicleOrder.plannedOn')
    .orderBy('vehicleOrder.id')
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
