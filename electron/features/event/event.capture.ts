import type { KnownPhone } from '#shared/features/event/event.contract.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { DeskError, invalidField } from '#shared/rpc/desk-error.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { leadRecord } from '../lead/lead.record.ts';
import { orderRecord } from '../order/order.record.ts';
import type { StoredEvent } from './event.repository.ts';

/** 留资: leads and orders that are taken at an event. */

type Taken = {
  readonly phone: string;
  readonly name: string;
  readonly model: string;
  readonly order: {
    readonly kind: VehicleKind;
    readonly quantity: number;
    readonly depositFen: number;
  } | null;
};

const leadsWith = (reader: Reader | Writer, phone: string) =>
  reader
    .selectFrom('lead')
    .leftJoin('person', 'person.id', 'lead.consultantId')
    .select([
      'lead.id',
      'lead.eventId',
      'lead.arrivedOn',
      'lead.customerId',
      'lead.consultantId',
      'person.name as consultantName',
    ])
    .where('lead.phone', '=', phone)
    .where('lead.removedAt', 'is', null)
    .orderBy('lead.arrivedOn', 'desc')
    .orderBy('lead.id', 'desc');

/** The customer with a number, the first of several. */
async function customerWith(reader: Reader | Writer, phone: string): Promise<number | null> {
  const row = await reader
    .selectFrom('customer')
    .select('id')
    .where((one) => one.or([one('phone', '=', phone), one('secondPhone', '=', phone)]))
    .where('removedAt', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Where a number is known; who it belongs to stays unsaid. */
export async function readKnownPhone(reader: Reader, eventId: number, phone: string): Promise<KnownPhone> {
  const leads = await leadsWith(reader, phone).execute();
  const lead = leads.find((one) => one.eventId === eventId) ?? leads[0];
  return {
    here: lead?.eventId === eventId,
    lead: lead ? { on: lead.arrivedOn, consultantName: lead.consultantName } : null,
    isCustomer: (await customerWith(reader, phone)) !== null,
  };
}

/** Errors: issue `event-phone-taken`; `forbidden` for an order without the right to one. */
export async function capture(
  context: CommandContext,
  event: StoredEvent,
  taken: Taken,
): Promise<{ leadId: number; orderNumber: string | null }> {
  const { writer, actor, clock } = context;
  const { phone, name, model, order } = taken;
  if (order && scopeOf(actor.roles, 'order.write') === undefined)
    throw new DeskError({ code: 'forbidden', right: 'order.write' });
  if (order && model === '') throw invalidField('model', 'required');
  const here = (await leadsWith(writer, phone).execute()).find((one) => one.eventId === event.id);
  const sells = context.scope === 'own';
  if (here && (!order || (sells && here.consultantId !== actor.personId)))
    throw invalidField('phone', 'event-phone-taken', { name: here.consultantName ?? actor.name });
  const today = clock.today();
  const customerId = here?.customerId ?? (await customerWith(writer, phone));
  const leadId =
    here?.id ??
    (await createRecord(context, leadRecord, {
      customerName: name,
      phone,
      customerId,
      arrivedOn: today,
      channel: 'event',
      eventId: event.id,
      model: model || null,
      state: order ? 'won' : 'new',
      consultantId: sells ? actor.personId : null,
      visitedOn: null,
      testDrivenOn: null,
      nextContactOn: null,
      closedOn: order ? today : null,
      lostReason: null,
      note: null,
    }));
  if (!order) return { leadId, orderNumber: null };
  if (here) await winLead(context, leadId);
  const number = `HD${today.replaceAll('-', '')}-${await nextNumber(writer, `HD-${today}`)}`;
  await createRecord(context, orderRecord, {
    number,
    orderedOn: today,
    customerId,
    customerName: name,
    kind: order.kind,
    model,
    vin: null,
    stockId: null,
    quantity: order.quantity,
    vehicleFen: 0,
    accessoryFen: 0,
    insuranceFen: 0,
    loanFen: 0,
    registrationFen: 0,
    depositFen: order.depositFen,
    state: 'open',
    plannedOn: null,
    deliveredOn: null,
    cancelledOn: null,
    consultantId: sells ? actor.personId : null,
    channel: 'event',
    eventId: event.id,
    note: null,
  });
  return { leadId, orderNumber: number };
}

/** The lead that was captured before has ordered now. */
async function winLead({ writer, clock, changed }: CommandContext, id: number): Promise<void> {
  const before = await writer
    .selectFrom('lead')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await writer
    .updateTable('lead')
    .set((row) => ({
      state: 'won',
      closedOn: clock.today(),
      version: row('version', '+', 1),
      updatedAt: clock.now(),
    }))
    .where('id', '=', id)
    .execute();
  changed({ feature: 'lead', id, changes: [{ field: 'state', before: before.state, after: 'won' }] });
}
