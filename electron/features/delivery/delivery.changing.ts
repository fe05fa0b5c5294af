import type { DeliveryState } from '#shared/features/delivery/delivery.fields.ts';
import { editRefusal } from '#shared/features/delivery/delivery.rules.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { ActionContext, Actor, CommandContext } from '#electron/kernel/handler.ts';
import { conflictOf } from '#electron/kernel/record/record-handlers.ts';
import { assertOwn } from '#electron/kernel/record/record-rights.ts';
import { deliveryRecord } from './delivery.record.ts';
import { readDelivery, type Delivery } from './delivery.repository.ts';

/** Reasons of a change that a delivery's state refuses. */
const refusals = {
  'delivery-signing': () => ruleViolated('delivery-signing'),
  'delivery-handed-over': () => ruleViolated('delivery-handed-over'),
  'delivery-cancelled': () => ruleViolated('delivery-cancelled'),
} as const;

type Scoped = Pick<CommandContext, 'scope' | 'actor'>;

/** A delivery that the person's right covers. Errors: not-found, forbidden. */
export async function readOwn(reader: Reader | Writer, context: Scoped, id: number): Promise<Delivery> {
  const delivery = await readDelivery(reader, id);
  await assertOwn(deliveryRecord, context, { consultantId: delivery.consultantId }, reader);
  return delivery;
}

/** A delivery that may still be changed. Errors: as above, `delivery-signing`, `delivery-handed-over`, `delivery-cancelled`. */
export async function mustBePlanned(reader: Reader | Writer, context: Scoped, id: number): Promise<Delivery> {
  const delivery = await readOwn(reader, context, id);
  const refusal = editRefusal(delivery.state);
  if (refusal) throw refusals[refusal]();
  return delivery;
}

/** Error: conflict when somebody changed the delivery since the person saw it. */
export async function assertSeen(writer: Writer, delivery: Delivery, version: number): Promise<void> {
  if (delivery.version !== version) throw await conflictOf(writer, 'delivery', delivery.id);
}

type Patch = Partial<Omit<Delivery, 'id' | 'version' | 'number' | 'state'>> & {
  readonly state?: DeliveryState;
};

/** Writes what a step leaves on the delivery, as a new version that the audit tells. Returns the version. */
export async function savePatch(
  { writer, clock, changed }: Pick<CommandContext, 'writer' | 'clock' | 'changed'>,
  before: Delivery,
  patch: Patch = {},
): Promise<number> {
  const version = before.version + 1;
  await writer
    .updateTable('delivery')
    .set({ ...patch, version, updatedAt: clock.now() })
    .where('id', '=', before.id)
    .execute();
  const changes = Object.entries(patch).flatMap(([field, after]) => {
    const old = before[field as keyof Patch] ?? null;
    return old === after ? [] : [{ field, before: old, after }];
  });
  changed({ feature: 'delivery', id: before.id, changes });
  return version;
}

/** The person of an action. Error: signed-out. */
export function actorOf({ actor }: ActionContext): Actor {
  if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  return actor;
}
