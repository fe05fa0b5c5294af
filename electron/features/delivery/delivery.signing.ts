import type { deliveryContract } from '#shared/features/delivery/delivery.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { faultPoint } from '#electron/kernel/fault-point.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { proveAgain } from '../session/session.prove.ts';
import { signRecord } from '../signature/signature.repository.ts';
import { actorOf, assertSeen, mustBePlanned, readOwn, savePatch } from './delivery.changing.ts';
import { leaveTheStore } from './delivery.leaving.ts';
import { addSignature, takeSignature, type CustomerSigns } from './delivery.pictures.ts';
import { handOverSheetRecord } from './delivery.record.ts';
import { listSheets, type Delivery, type Sheet } from './delivery.repository.ts';
import { freezeSheet, readContent, readFrozenSheet, saysTheSame, verifySheet } from './delivery.sheet.ts';
import { assertNothingLacks, gatherStanding } from './delivery.standing.ts';

type SigningParts = { readonly attachments: AttachmentStore; readonly cost: PasswordCost };

type Person = Pick<CommandContext, 'scope' | 'actor'>;

/** The store's person signs: a number, a frozen sheet and a signature, in one transaction. */
async function drawUp(
  context: CommandContext,
  seen: { readonly id: number; readonly version: number },
  signer: { readonly personId: number; readonly name: string },
): Promise<{ number: string; version: number }> {
  const { writer, clock } = context;
  const planned = await mustBePlanned(writer, context, seen.id);
  await assertSeen(writer, planned, seen.version);
  const today = clock.today();
  const standing = await gatherStanding(writer, planned, today);
  assertNothingLacks(standing);
  const { customerId, customerName } = standing.order;
  const number = await nextOfYear(writer, yearOf(today), 'P');
  const sheetId = await createRecord({ ...context, scope: 'all' }, handOverSheetRecord, {
    number,
    deliveryId: planned.id,
    state: 'signing',
    vin: standing.vehicle.vin,
    customerName,
    drawnOn: today,
    drawnById: signer.personId,
    signedOn: null,
    voidedOn: null,
    voidReason: null,
  });
  faultPoint('delivery:afterSheet');
  const named = { customerId, customerName, sheetNumber: number };
  const signing = { ...standing, delivery: { ...planned, ...named } };
  const frozen = freezeSheet(await readContent(writer, signing, number));
  const auditCode = shortCode((await auditHead(writer)).hash);
  await writer
    .insertInto('handOverSnapshot')
    .values({ sheetId, ...frozen, auditCode })
    .execute();
  const signed = { feature: 'handOverSheet', recordId: sheetId };
  await signRecord(context, signed, signer, { ...frozen, meaning: 'approve', at: clock.now() });
  const version = await savePatch(context, planned, { ...named, state: 'signing' });
  return { number, version };
}

/** The delivery and its sheet that wait for the customer. Errors: not-found, forbidden, `delivery-not-signing`. */
async function mustBeSigning(
  reader: Reader | Writer,
  person: Person,
  id: number,
): Promise<{ readonly delivery: Delivery; readonly sheet: Sheet }> {
  const delivery = await readOwn(reader, person, id);
  const sheet = (await listSheets(reader, id)).at(-1);
  if (delivery.state !== 'signing' || sheet?.state !== 'signing') throw ruleViolated('delivery-not-signing');
  return { delivery, sheet };
}

/** The customer's signature and all that follows from it, in one transaction. */
async function conclude(
  context: CommandContext,
  { id, version }: { readonly id: number; readonly version: number },
  signs: CustomerSigns,
): Promise<{ number: string }> {
  const { writer, clock, actor } = context;
  const { delivery, sheet } = await mustBeSigning(writer, context, id);
  await assertSeen(writer, delivery, version);
  const today = clock.today();
  const standing = await gatherStanding(writer, delivery, today);
  assertNothingLacks(standing);
  const frozen = await readFrozenSheet(writer, sheet.id);
  if (!frozen || !(await saysTheSame(writer, delivery, frozen))) throw ruleViolated('delivery-sheet-changed');
  const at = clock.now();
  const signed = {
    deliveryId: id,
    purpose: 'sheet',
    sheetId: sheet.id,
    contentHash: frozen.hash,
    at,
  } as const;
  await addSignature(context, signs, signed, actor);
  faultPoint('delivery:afterCustomer');
  await saveSheet(context, sheet, { state: 'signed', signedOn: today });
  await savePatch(context, delivery, { state: 'handedOver', handedOverOn: today, handedOverAt: at });
  faultPoint('delivery:afterState');
  // The gates of vehicle and order look for the hand-over that was just signed.
  await leaveTheStore(context, standing);
  faultPoint('delivery:afterLeaving');
  return { number: sheet.number };
}

async function saveSheet(
  { writer, clock, changed }: CommandContext,
  sheet: Sheet,
  patch:
    | { readonly state: 'signed'; readonly signedOn: string }
    | { readonly state: 'void'; readonly voidedOn: string; readonly voidReason: string },
): Promise<void> {
  await writer
    .updateTable('handOverSheet')
    .set({ ...patch, version: sheet.version + 1, updatedAt: clock.now() })
    .where('id', '=', sheet.id)
    .execute();
  const changes = Object.entries(patch).map(([field, after]) => ({
    field,
    before: field === 'state' ? sheet.state : null,
    after,
  }));
  changed({ feature: 'handOverSheet', id: sheet.id, changes });
}

type Signing = Pick<HandlersOf<typeof deliveryContract>, 'sign' | 'withdraw' | 'handOver'>;

export const signingHandlers = ({ attachments, cost }: SigningParts): Signing => ({
  async sign({ id, version, secret }, context) {
    const person = { scope: context.scope, actor: actorOf(context) };
    // Before the password: what is missing is told first.
    const planned = await mustBePlanned(context.reader, person, id);
    assertNothingLacks(await gatherStanding(context.reader, planned, context.clock.today()));
    const account = await proveAgain(context, secret, cost);
    const { result } = await context.write((transaction) =>
      drawUp({ ...context, ...transaction, ...person }, { id, version }, account),
    );
    return result;
  },

  async withdraw({ id, version, reason }, context) {
    const { delivery, sheet } = await mustBeSigning(context.writer, context, id);
    await assertSeen(context.writer, delivery, version);
    await saveSheet(context, sheet, {
      state: 'void',
      voidedOn: context.clock.today(),
      voidReason: reason,
    });
    return { version: await savePatch(context, delivery, { state: 'planned', sheetNumber: null }) };
  },

  async handOver({ id, version, ...given }, context) {
    const person = { scope: context.scope, actor: actorOf(context) };
    const { delivery, sheet } = await mustBeSigning(context.reader, person, id);
    assertNothingLacks(await gatherStanding(context.reader, delivery, context.clock.today()));
    // Whoever changed the store's signature behind the program does not get the customer's below it.
    const { state } = await verifySheet(context.reader, id, sheet);
    if (state !== 'valid') throw ruleViolated('delivery-sheet-changed');
    const signs = await takeSignature(attachments, given);
    const { result } = await context.write((transaction) =>
      conclude({ ...context, ...transaction, ...person }, { id, version }, signs),
    );
    return result;
  },
});
