import '#electron/features/order/order.table.ts';
import '#electron/features/repair/repair.table.ts';
import type { Core } from '#electron/core.ts';
import type { customerFields } from '#shared/features/customer/customer.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { fieldNames, type Field, type Fields, type InputOf } from '#shared/kernel/field.ts';

/** Values of a new record as an empty form would send them, with the given ones put in. */
export function newValues<F extends Fields>(fields: F, given: Partial<InputOf<F>>): InputOf<F> {
  const values: Record<string, unknown> = {};
  for (const name of fieldNames(fields)) {
    const field: Field = fields[name] as Field;
    if (!field.computed) values[name] = field.initial ?? null;
  }
  return { ...values, ...given } as InputOf<F>; // completed by the caller where a field is required
}

/** Values of a new customer. */
export const newCustomer = (
  given: Partial<InputOf<typeof customerFields>>,
): InputOf<typeof customerFields> => ({
  name: '客户',
  kind: 'person',
  code: null,
  phone: null,
  secondPhone: null,
  identityNumber: null,
  bornOn: null,
  region: null,
  address: null,
  trade: null,
  source: null,
  introducedById: null,
  consultantId: null,
  firstContactOn: null,
  consent: 'unknown',
  doNotCall: null,
  note: null,
  ...given,
});

/** An order as an import brings it: past the gates that a form has. */
export async function importedOrder(core: Core, given: Partial<InputOf<typeof orderFields>>): Promise<void> {
  const at = core.clock.now();
  const values = newValues(orderFields, given);
  await core.database.write((writer) =>
    writer
      .insertInto('vehicleOrder')
      .values({ createdAt: at, updatedAt: at, removedAt: null, ...values, totalFen: 0 })
      .execute(),
  );
}

/** A repair order as another system's file brings it: no gate of the hand-over is asked. Gives its id. */
export async function importedRepair(
  core: Core,
  given: Partial<InputOf<typeof repairFields>>,
): Promise<{ id: number }> {
  const at = core.clock.now();
  const values = newValues(repairFields, given);
  const totalFen = values.labourFen + values.partsFen + values.otherFen;
  return core.database.write((writer) =>
    writer
      .insertInto('repair')
      .values({ createdAt: at, updatedAt: at, removedAt: null, ...values, totalFen })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
}
