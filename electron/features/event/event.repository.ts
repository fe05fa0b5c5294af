import { sql } from 'kysely';
import { eventKinds, type EventKind } from '#shared/features/event/event.fields.ts';
import type { EventOrder, EventTouch } from '#shared/features/event/event-attribution.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type StoredEvent = {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly kind: EventKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly place: string | null;
  readonly personId: number | null;
  readonly personName: string | null;
  readonly goalLeads: number | null;
  readonly goalOrders: number | null;
  readonly reviewGood: string | null;
  readonly reviewBad: string | null;
  readonly reviewNext: string | null;
};

/** Error: not-found, also for an event in the bin. */
export async function readEvent(reader: Reader | Writer, id: number): Promise<StoredEvent> {
  const row = await reader
    .selectFrom('event')
    .leftJoin('person', 'person.id', 'event.personId')
    .select([
      'event.id',
      'event.version',
      'event.name',
      'event.kind',
      'event.startsOn',
      'event.endsOn',
      'event.place',
      'event.personId',
      'person.name as personName',
      'event.goalLeads',
      'event.goalOrders',
      'event.reviewGood',
      'event.reviewBad',
      'event.reviewNext',
    ])
    .where('event.id', '=', id)
    .where('event.removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('event', id);
  return { ...row, kind: eventKinds.find((kind) => kind === row.kind) ?? 'other' };
}

/** Days of the leads that name an event. */
export async function listLeadDays(reader: Reader | Writer, eventId: number): Promise<Day[]> {
  const rows = await reader
    .selectFrom('lead')
    .select('arrivedOn')
    .where('eventId', '=', eventId)
    .where('removedAt', 'is', null)
    .execute();
  return rows.map((row) => row.arrivedOn);
}

/**
 * Customers of whom a lead names the event, by the lead's customer or telephone number, with everything else that decides
 * for which event their orders count: their leads of any event, and their orders.
 */
export async function readOutcome(
  reader: Reader | Writer,
  eventId: number,
): Promise<{ touches: EventTouch[]; orders: EventOrder[] }> {
  const touches = await sql<EventTouch>`
    with mine as (
      select customer_id as id from lead where event_id = ${eventId} and removed_at is null and customer_id is not null
      union select c.id from lead l join customer c on c.phone = l.phone
        where l.event_id = ${eventId} and l.removed_at is null and c.removed_at is null
      union select c.id from lead l join customer c on c.second_phone = l.phone
        where l.event_id = ${eventId} and l.removed_at is null and c.removed_at is null
    )
    select l.id as lead_id, l.event_id, m.id as customer_id, l.arrived_on as "on"
      from mine m join lead l on l.customer_id = m.id where l.event_id is not null and l.removed_at is null
    union select l.id, l.event_id, m.id, l.arrived_on
      from mine m join customer c on c.id = m.id join lead l on l.phone in (c.phone, c.second_phone)
      where l.event_id is not null and l.removed_at is null`.execute(reader);
  const ids = [...new Set(touches.rows.map((touch) => touch.customerId))];
  const orders = await reader
    .selectFrom('vehicleOrder')
    .select(['id', 'eventId', 'customerId', 'orderedOn', 'deliveredOn', 'quantity'])
    .where('removedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where((row) =>
      row.or([row('eventId', '=', eventId), ...(ids.length === 0 ? [] : [row('customerId', 'in', ids)])]),
    )
    .execute();
  return { touches: touches.rows, orders };
}

/** Budgets of the events that begin in a year, in fen by month; months without an event are absent. */
export const readEventBudget = (
  reader: Reader,
  year: number,
): Promise<{ readonly month: string; readonly budgetFen: number }[]> =>
  reader
    .selectFrom('event')
    .innerJoin('eventCost', 'eventCost.eventId', 'event.id')
    .select(({ fn }) => [
      sql<string>`substr(event.starts_on, 1, 7)`.as('month'),
      fn.sum<number>('eventCost.budgetFen').as('budgetFen'),
    ])
    .where('event.removedAt', 'is', null)
    .where('eventCost.removedAt', 'is', null)
    .where('event.startsOn', '>=', `${year}-01-01`)
    .where('event.startsOn', '<=', `${year}-12-31`)
    .groupBy('month')
    .execute();

/** Budget and spend of an event, to the fen. `spentFen` null: nothing is entered as spent. */
export async function readCost(
  reader: Reader | Writer,
  eventId: number,
): Promise<{ budgetFen: number; spentFen: number | null }> {
  const row = await reader
    .selectFrom('eventCost')
    .select((cost) => [
      cost.fn.coalesce(cost.fn.sum<number>('budgetFen'), sql<number>`0`).as('budgetFen'),
      cost.fn.sum<number | null>('spentFen').as('spentFen'),
    ])
    .where('eventId', '=', eventId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row;
}
