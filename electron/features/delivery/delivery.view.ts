import { sql, type SqlBool } from 'kysely';
import type { DeliveryView, DueDelivery } from '#shared/features/delivery/delivery.contract.ts';
import { byPlan, type Disclosure } from '#shared/features/delivery/delivery.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readSignatures } from '../signature/signature.repository.ts';
import { readOwn } from './delivery.changing.ts';
import {
  listCustomerSignatures,
  listPhotos,
  listSheets,
  readDelivery,
  shownSignature,
  type Sheet,
} from './delivery.repository.ts';
import { personName, readFrozenSheet, verifySheet, type FrozenSheet } from './delivery.sheet.ts';
import { gatherStanding, readCheckOf } from './delivery.standing.ts';

async function readSheetView(
  context: QueryContext,
  deliveryId: number,
  sheet: Sheet,
  frozen: FrozenSheet | undefined,
): Promise<DeliveryView['sheet']> {
  const { reader } = context;
  const customer = (await listCustomerSignatures(reader, deliveryId)).find(
    ({ sheetId }) => sheetId === sheet.id,
  );
  return {
    id: sheet.id,
    number: sheet.number,
    signatures: await readSignatures(reader, { feature: 'handOverSheet', recordId: sheet.id }),
    customer: customer ? shownSignature(customer) : null,
    verdict: await verifySheet(reader, deliveryId, sheet),
    auditCode: frozen?.auditCode ?? '',
  };
}

/** Repairs as the sheet tells them, once it is signed: later ones are none of its business. */
const toldIn = (frozen: FrozenSheet | undefined, live: readonly Disclosure[]): readonly Disclosure[] =>
  frozen?.parsed
    ? frozen.parsed.shown.disclosures.map(({ number, on, text }) => ({
        repairId: live.find((one) => one.number === number)?.repairId ?? 0,
        number,
        on,
        open: false,
        text,
        disclosedText: text,
      }))
    : live;

/** A delivery as its page shows it. Errors: not-found, forbidden. */
export async function readDeliveryView(context: QueryContext, id: number): Promise<DeliveryView> {
  const { reader, clock } = context;
  const delivery = await readOwn(reader, context, id);
  // Checks of a vehicle that left stand as they stood on that day.
  const standing = await gatherStanding(reader, delivery, delivery.handedOverOn ?? clock.today());
  const { vehicle, order, checks, acknowledgement } = standing;
  const sheets = await listSheets(reader, id);
  // A delivery that is handed over has a sheet in force: where somebody made it void, that shows.
  const sheet =
    sheets.find(({ state }) => state !== 'void') ??
    (delivery.state === 'handedOver' ? sheets.at(-1) : undefined);
  const frozen = sheet && (await readFrozenSheet(reader, sheet.id));
  const given = await listCustomerSignatures(reader, id);
  const told =
    acknowledgement ??
    // Of a signed sheet the acknowledgement stays the one it was signed with.
    (frozen?.parsed?.shown.acknowledgement
      ? given.find(({ pictureHash }) => pictureHash === frozen.parsed?.shown.acknowledgement?.picture)
      : undefined);
  return {
    id,
    version: delivery.version,
    number: delivery.number,
    state: delivery.state,
    orderId: order.id,
    orderNumber: order.number,
    stockId: vehicle.id,
    vin: delivery.vin ?? '',
    model: vehicle.model,
    vehicleKind: vehicle.kind,
    colour: vehicle.colour,
    engineNumber: vehicle.engineNumber,
    customerId: delivery.customerId ?? order.customerId,
    customerName: delivery.customerName,
    plannedOn: delivery.plannedOn,
    plannedTime: delivery.plannedTime,
    place: delivery.place,
    consultantId: delivery.consultantId,
    consultantName: await personName(reader, delivery.consultantId),
    host: delivery.host,
    guests: delivery.guests,
    props: delivery.props,
    wishes: delivery.wishes,
    note: delivery.note,
    cancelReason: delivery.cancelReason,
    handedOverAt: delivery.handedOverAt,
    items: standing.items,
    disclosures: toldIn(frozen, standing.disclosures),
    acknowledgement: told ? shownSignature(told) : null,
    pdi: standing.pdi,
    preparation: await readCheckOf(reader, checks, 'preparation'),
    ceremony: await readCheckOf(reader, checks, 'ceremony'),
    lacks: delivery.state === 'handedOver' || delivery.state === 'cancelled' ? [] : standing.lacks,
    photos: await listPhotos(reader, id),
    sheet: sheet ? await readSheetView(context, id, sheet, frozen) : null,
    voidSheets: sheets
      .filter(({ state }) => state === 'void')
      .map(({ number, voidedOn, voidReason }) => ({
        number,
        voidedOn: voidedOn ?? '',
        reason: voidReason ?? '',
      })),
  };
}

/** Days ahead that the desk shows. */
const daysAhead = 7;

/** What is due today or late, and what comes within a week, each with what it lacks. */
export async function readDesk(
  context: QueryContext,
): Promise<{ due: readonly DueDelivery[]; ahead: readonly DueDelivery[] }> {
  const { reader, clock, scope, actor } = context;
  const today = clock.today();
  let query = reader
    .selectFrom('delivery')
    .select(['id', 'plannedOn', 'plannedTime'])
    .where(sql<SqlBool>`state in ('planned', 'signing') and removed_at is null`)
    .where('plannedOn', '<=', addDays(today, daysAhead));
  if (scope === 'own') query = query.where('consultantId', '=', actor.personId);
  const found = (await query.execute()).sort(byPlan).slice(0, 30);
  const lines: DueDelivery[] = [];
  for (const { id } of found) {
    const delivery = await readDelivery(reader, id);
    const { vehicle, lacks } = await gatherStanding(reader, delivery, today);
    lines.push({
      id,
      number: delivery.number,
      state: delivery.state,
      customerName: delivery.customerName,
      vin: delivery.vin ?? '',
      model: vehicle.model,
      plannedOn: delivery.plannedOn,
      plannedTime: delivery.plannedTime,
      place: delivery.place,
      consultantName: await personName(reader, delivery.consultantId),
      lacks,
    });
  }
  return {
    due: lines.filter(({ plannedOn }) => plannedOn <= today),
    ahead: lines.filter(({ plannedOn }) => plannedOn > today),
  };
}
