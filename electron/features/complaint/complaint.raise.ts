import type { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { isCovered } from '#shared/features/lemon/lemon.rules.ts';
import type { VehicleKind, VehicleUse } from '#shared/features/vehicle/vehicle.rules.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { complaintRecord } from './complaint.record.ts';
import { addLine } from './complaint.repository.ts';

export type ComplaintInput = InputOf<typeof complaintFields>;

/** What a complaint says of customer and vehicle, as far as records tell it. */
type Known = Partial<
  Pick<
    ComplaintInput,
    'customerId' | 'customerName' | 'phone' | 'vehicleId' | 'plate' | 'repairId' | 'orderId'
  >
>;

/** What the person typed goes first, then what the records know. */
const completed = (input: ComplaintInput, known: Known): ComplaintInput => {
  const next: Record<string, unknown> = { ...input };
  for (const [name, value] of Object.entries(known)) next[name] ??= value;
  return next as ComplaintInput; // the same fields
};

/** Vehicle, customer, name, telephone and plate from the repair, order, vehicle and customer that are named. */
export async function completeInput(writer: Writer, input: ComplaintInput): Promise<ComplaintInput> {
  let values = input;
  if (values.repairId !== null) {
    const repair = await writer
      .selectFrom('repair')
      .select(['vehicleId', 'customerId', 'customerName', 'plate'])
      .where('id', '=', values.repairId)
      .executeTakeFirst();
    if (repair) values = completed(values, repair);
  }
  if (values.orderId !== null) {
    const order = await writer
      .selectFrom('vehicleOrder')
      .select(['customerId', 'customerName'])
      .where('id', '=', values.orderId)
      .executeTakeFirst();
    if (order) values = completed(values, order);
  }
  if (values.vehicleId !== null) {
    const vehicle = await writer
      .selectFrom('vehicle')
      .select(['customerId', 'plate'])
      .where('id', '=', values.vehicleId)
      .executeTakeFirst();
    if (vehicle) values = completed(values, vehicle);
  }
  if (values.customerId !== null) {
    const customer = await writer
      .selectFrom('customer')
      .select(['name as customerName', 'phone'])
      .where('id', '=', values.customerId)
      .executeTakeFirst();
    if (customer) values = completed(values, customer);
  }
  return values;
}

/** Rules over what a form sends. Errors: issues on `receivedOn` and `customerName`, `complaint-not-three-guarantees`. */
export async function checkInput(writer: Writer, values: ComplaintInput, today: string): Promise<void> {
  if (values.receivedOn > today) throw invalidField('values.receivedOn', 'in-future');
  if (values.customerName === null) throw invalidField('values.customerName', 'required');
  if (values.kind !== 'threeGuarantees' || values.vehicleId === null) return;
  const vehicle = await writer
    .selectFrom('vehicle')
    .select(['kind', 'use', 'model'])
    .where('id', '=', values.vehicleId)
    .executeTakeFirst();
  const covered =
    !vehicle ||
    isCovered({
      kind: vehicle.kind as VehicleKind, // written through the field table only
      use: vehicle.use as VehicleUse | null,
      model: vehicle.model,
    });
  if (!covered) throw ruleViolated('complaint-not-three-guarantees');
}

/**
 * Registers a complaint inside a command: the form's way and that of other features (a low score, a follow-up), in their
 * transaction. What the named records know is filled in; it waits for someone to take it in hand.
 */
export async function raiseComplaint(
  context: CommandContext,
  input: ComplaintInput,
): Promise<{ id: number; number: string }> {
  const today = context.clock.today();
  const values = await completeInput(context.writer, input);
  await checkInput(context.writer, values, today);
  const number = await nextOfYear(context.writer, yearOf(today), 'T');
  const id = await createRecord({ ...context, scope: 'all' }, complaintRecord, {
    ...values,
    number,
    state: 'open',
    clockFrom: values.receivedOn,
    forced: false,
    reopened: 0,
  });
  await addLine(context, {
    complaintId: id,
    kind: 'received',
    handlerId: values.handlerId,
    text: values.subject,
  });
  return { id, number };
}
