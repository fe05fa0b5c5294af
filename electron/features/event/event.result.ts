import type { EventResult } from '#shared/features/event/event.contract.ts';
import { eventEffects, ordersOf } from '#shared/features/event/event-attribution.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { costPer } from '#shared/features/event/event.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listLeadDays, readCost, readOutcome, type StoredEvent } from './event.repository.ts';

/** Effect and cost of an event. Costs per lead and per order are taken over the leads and vehicles of 90 days. */
export async function readResult(
  reader: Reader | Writer,
  event: StoredEvent,
  { seesCost, today }: { readonly seesCost: boolean; readonly today: Day },
): Promise<EventResult> {
  const { touches, orders } = await readOutcome(reader, event.id);
  const effects = eventEffects(
    event.endsOn ?? event.startsOn,
    await listLeadDays(reader, event.id),
    ordersOf(event.id, touches, orders),
    today,
  );
  if (!seesCost) return { effects, cost: null };
  const cost = await readCost(reader, event.id);
  const whole = effects.at(-1);
  return {
    effects,
    cost: {
      ...cost,
      perLead: costPer(cost.spentFen, whole?.leads ?? 0),
      perOrder: costPer(cost.spentFen, whole?.orders ?? 0),
    },
  };
}
