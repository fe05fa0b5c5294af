import { place } from '#shared/features/reminder/reminder-facts.ts';
import { eachOpen } from '#shared/features/reminder/reminder-open.rules.ts';
import { reminderPlan, type ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import type { PreviewLine, PreviewSide, ReminderPreview } from '#shared/features/reminder/reminder-views.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { dayFromNumber, dayNumber, type Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor, QueryContext } from '#electron/kernel/handler.ts';
import type { KeptStore } from './reminder.kept.ts';
import { shownPlate } from './reminder.vehicle.ts';

/** How many of those whom a switch concerns are named. */
const shownLines = 50;

type Open = {
  readonly vehicleId: number;
  readonly customerId: number;
  readonly kind: number;
  readonly due: number;
};

/** Reasons of a day's list by what they are about. Customers who are not to be called are not in it. */
function openOf(store: KeptStore, rules: readonly ReminderRule[], today: Day): ReadonlyMap<string, Open> {
  const found = new Map<string, Open>();
  eachOpen(store, reminderPlan(rules, today), dayNumber(today), (at, customerId, kind, _rule, due) => {
    if (store.silent.has(customerId) || customerId === 0) return;
    const vehicleId = at < 0 ? 0 : (store.rows[at + place.vehicleId] ?? 0);
    found.set(`${kind}-${vehicleId === 0 ? `c${customerId}` : vehicleId}`, {
      vehicleId,
      customerId,
      kind,
      due,
    });
  });
  return found;
}

function sideOf(open: ReadonlyMap<string, Open>): PreviewSide {
  const vehicles = new Set<number>();
  const customers = new Set<number>();
  for (const { vehicleId, customerId } of open.values()) {
    if (vehicleId > 0) vehicles.add(vehicleId);
    customers.add(customerId);
  }
  return { reasons: open.size, vehicles: vehicles.size, customers: customers.size };
}

type Changed = Open & { readonly change: PreviewLine['change']; readonly before: number | null };

function changesBetween(now: ReadonlyMap<string, Open>, then: ReadonlyMap<string, Open>): Changed[] {
  const changed: Changed[] = [];
  for (const [key, open] of then) {
    const before = now.get(key);
    if (!before) changed.push({ ...open, change: 'added', before: null });
    else if (before.due !== open.due) changed.push({ ...open, change: 'moved', before: before.due });
  }
  for (const [key, open] of now) if (!then.has(key)) changed.push({ ...open, change: 'gone', before: null });
  return changed.sort((a, b) => a.due - b.due || a.customerId - b.customerId);
}

/** Names of customers and plates of vehicles by id. */
async function readNames(
  reader: Reader,
  customerIds: readonly number[],
  vehicleIds: readonly number[],
): Promise<{
  readonly customers: ReadonlyMap<number, string>;
  readonly plates: ReadonlyMap<number, string | null>;
}> {
  const customers = await reader
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', customerIds.length > 0 ? customerIds : [0])
    .execute();
  const vehicles = await reader
    .selectFrom('vehicle')
    .select(['id', 'plate'])
    .where('id', 'in', vehicleIds.length > 0 ? vehicleIds : [0])
    .execute();
  return {
    customers: new Map(customers.map(({ id, name }) => [id, name])),
    plates: new Map(vehicles.map(({ id, plate }) => [id, plate])),
  };
}

/** A preview without names. */
export type ReckonedPreview = Omit<ReminderPreview, 'whom'> & { readonly whom: readonly Changed[] };

/** What would change today if a rule were switched; null: there is no such rule. */
export function reckonPreview(
  store: KeptStore,
  rules: readonly ReminderRule[],
  id: number,
  today: Day,
): ReckonedPreview | null {
  const rule = rules.find((one) => one.id === id);
  if (!rule) return null;
  const now = openOf(store, rules, today);
  const switched = rules.map((one) => (one.id === id ? { ...one, active: !one.active } : one));
  const then = openOf(store, switched, today);
  const changed = changesBetween(now, then);
  const count = (change: PreviewLine['change']): number =>
    changed.filter((one) => one.change === change).length;
  return {
    isActive: rule.active,
    before: sideOf(now),
    after: sideOf(then),
    added: count('added'),
    gone: count('gone'),
    moved: count('moved'),
    whom: changed.slice(0, shownLines),
  };
}

/** The same with names and plates. Error: `not-found`. */
export async function previewRule(
  { reader, clock, actor }: Pick<QueryContext, 'clock'> & { reader: Reader; actor: Actor },
  reckoner: {
    preview(asked: { readonly today: Day; readonly ruleId: number }): Promise<ReckonedPreview | null>;
  },
  id: number,
): Promise<ReminderPreview> {
  const reckoned = await reckoner.preview({ today: clock.today(), ruleId: id });
  if (!reckoned) throw notFound('reminderRule', id);
  const { customers, plates } = await readNames(
    reader,
    reckoned.whom.map(({ customerId }) => customerId),
    reckoned.whom.map(({ vehicleId }) => vehicleId),
  );
  return {
    ...reckoned,
    whom: reckoned.whom.map(({ change, kind, vehicleId, customerId, due, before }) => ({
      change,
      kind: reminderKinds[kind] ?? 'annualTest',
      vehicleId: vehicleId || null,
      customerId: customerId || null,
      customerName: customers.get(customerId) ?? null,
      plate: shownPlate(actor, plates.get(vehicleId) ?? null),
      dueOn: dayFromNumber(due),
      beforeOn: before === null ? null : dayFromNumber(before),
    })),
  };
}
