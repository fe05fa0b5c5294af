import { addDays, type Day } from '../../kernel/day.ts';

/** Days after which the effect of an event is asked. */
const attributionDays = [0, 30, 60, 90] as const;
const longest = 90;

/** A customer seen at an event: the lead that was captured there. */
export type EventTouch = {
  readonly leadId: number;
  readonly eventId: number;
  readonly customerId: number;
  readonly on: Day;
};

export type EventOrder = {
  readonly id: number;
  /** The event that the order names itself. */
  readonly eventId: number | null;
  readonly customerId: number | null;
  readonly orderedOn: Day;
  readonly deliveredOn: Day | null;
  /** Vehicles. */
  readonly quantity: number;
};

/** An order with the event that it counts for, and the day from which the days are counted. */
export type AttributedOrder = EventOrder & { readonly since: Day };

/**
 * 归属规则: an order counts for the event that it names; otherwise for the event at which its customer was last seen on or
 * before the day of the order, when that is at most 90 days ago (of two leads of one day the later entered). So an order
 * counts for one event at most, also where the customer was seen at two.
 */
export function ordersOf(
  eventId: number,
  touches: readonly EventTouch[],
  orders: readonly EventOrder[],
): readonly AttributedOrder[] {
  const byCustomer = Map.groupBy(touches, (touch) => touch.customerId);
  return orders.flatMap((order) => {
    if (order.eventId !== null)
      return order.eventId === eventId ? [{ ...order, since: order.orderedOn }] : [];
    const seen = order.customerId === null ? undefined : byCustomer.get(order.customerId);
    const last = seen
      ?.filter(({ on }) => on <= order.orderedOn && order.orderedOn <= addDays(on, longest))
      .reduce<EventTouch | undefined>(
        (best, touch) =>
          best === undefined || touch.on > best.on || (touch.on === best.on && touch.leadId > best.leadId)
            ? touch
            : best,
        undefined,
      );
    return last?.eventId === eventId ? [{ ...order, since: last.on }] : [];
  });
}

/** What an event brought within some days; `days` 0 is the event itself. Each line holds those before it. */
export type EventEffect = {
  readonly days: number;
  readonly leads: number;
  /** Vehicles ordered and delivered. */
  readonly orders: number;
  readonly deliveries: number;
  /** `running`: counted until today; `ahead`: not begun while the one before is still running. */
  readonly state: 'over' | 'running' | 'ahead';
};

/**
 * Effect at the event and 30, 60, 90 days after: leads that name the event until so many days after its last day; vehicles
 * ordered, and delivered, within so many days since the customer was last seen at it (day 0: an order that the event names
 * itself, or one of the very day).
 */
export function eventEffects(
  lastDay: Day,
  leadDays: readonly Day[],
  orders: readonly AttributedOrder[],
  today: Day,
): readonly EventEffect[] {
  const isOver = (days: number | undefined): boolean => days === undefined || today > addDays(lastDay, days);
  return attributionDays.map((days, at) => {
    const within = (day: Day | null, since: Day): boolean => day !== null && day <= addDays(since, days);
    const sum = (some: readonly AttributedOrder[]): number =>
      some.reduce((all, { quantity }) => all + quantity, 0);
    return {
      days,
      state: isOver(days) ? 'over' : isOver(attributionDays[at - 1]) ? 'running' : 'ahead',
      leads: leadDays.filter((day) => within(day, lastDay)).length,
      orders: sum(orders.filter(({ orderedOn, since }) => within(orderedOn, since))),
      deliveries: sum(orders.filter(({ deliveredOn, since }) => within(deliveredOn, since))),
    };
  });
}
