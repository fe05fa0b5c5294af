import { sql } from 'kysely';
import type {
  contactContract,
  CustomerConsumption,
  customerContract,
} from '#shared/features/customer/customer.contract.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { scopeOf, type Right } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor, HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers, setRemoved } from '#electron/kernel/record/record-handlers.ts';
import { assertReadable } from '#electron/kernel/record/record-rights.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { mergeHandlers } from './customer.merge.ts';
import { contactRecord, customerRecord } from './customer.record.ts';

/** Of the orders that the actor may read: all, or those where they are the consultant. */
async function ordersOf(
  reader: Reader,
  customerId: number,
  { roles, personId }: Actor,
): Promise<CustomerConsumption['orders']> {
  const scope = scopeOf(roles, 'order.read');
  if (scope === undefined) return null;
  const own = scope === 'own';
  const sums = await reader
    .selectFrom('vehicleOrder')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.coalesce(fn.sum<number>('totalFen'), sql<number>`0`).as('fen'),
    ])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .$if(own, (query) => query.where('consultantId', '=', personId))
    .executeTakeFirstOrThrow();
  return { ...sums, own };
}

async function repairsOf(
  reader: Reader,
  customerId: number,
  yearAgo: Day,
): Promise<NonNullable<CustomerConsumption['repairs']>> {
  return reader
    .selectFrom('repair')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.coalesce(fn.sum<number>('totalFen'), sql<number>`0`).as('fen'),
      fn.min<string | null>('checkedInOn').as('firstOn'),
      fn.max<string | null>('checkedInOn').as('lastOn'),
      sql<number>`coalesce(sum(checked_in_on > ${yearAgo}), 0)`.as('inYear'),
    ])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .executeTakeFirstOrThrow();
}

async function openReceivableOf(reader: Reader, customerId: number): Promise<number> {
  const { fen } = await reader
    .selectFrom('receivable')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('openFen'), sql<number>`0`).as('fen'))
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return fen;
}

export const customerHandlers: HandlersOf<typeof customerContract> = {
  ...recordHandlers(customerRecord),
  ...mergeHandlers,

  async restore({ ids }, context) {
    const merged = await context.writer
      .selectFrom('customer')
      .select('id')
      .where('id', 'in', ids)
      .where('mergedIntoId', 'is not', null)
      .executeTakeFirst();
    if (merged) throw ruleViolated('customer-merged');
    const deleted = await context.writer
      .selectFrom('personalDataDeletion')
      .select('id')
      .where('customerId', 'in', ids)
      .executeTakeFirst();
    if (deleted) throw ruleViolated('customer-deleted');
    return { restored: await setRemoved(context, customerRecord, ids, false) };
  },

  async consumption({ id }, { reader, clock, actor }) {
    const readsAll = (right: Right): boolean => scopeOf(actor.roles, right) === 'all';
    return {
      orders: await ordersOf(reader, id, actor),
      repairs: readsAll('repair.read') ? await repairsOf(reader, id, addMonths(clock.today(), -12)) : null,
      openReceivableFen: readsAll('receivable.read') ? await openReceivableOf(reader, id) : null,
    };
  },

  async reveal({ feature, id, field, reason }, context) {
    const definition = definitionOf(feature);
    if (!definition.fields[field]?.maskedWithout) throw ruleViolated('unknown-field', { field });
    if (definition.fields[field].maskedWithout !== 'customer.seePhone')
      throw ruleViolated('hidden-field', { field });
    const row = await readRow(context.reader, definition, id);
    if (!row) throw notFound(feature, id);
    if (!context.actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
    assertReadable(definition, context.actor, fromStored(definition, row));
    // The log comes first: what was shown is always in the audit.
    await context.write(async ({ changed, tell }) => {
      tell('reason', reason);
      tell('field', field);
      changed({ feature, id, changes: [] });
    });
    const value = row[field];
    return { value: typeof value === 'string' ? value : null };
  },
};

export const contactHandlers: HandlersOf<typeof contactContract> = recordHandlers(contactRecord);
