import { sql } from 'kysely';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';

/** Who brought a customer, who brought those, and so on; the customer itself first. Ends where a circle closes. */
export async function introducersOf(reader: Reader | Writer, customerId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive chain (id) as (
      select ${customerId} union
      select customer.introduced_by_id from customer join chain on customer.id = chain.id
        where customer.introduced_by_id is not null)
    select id from chain`.execute(reader);
  return rows.map(({ id }) => id);
}

/** 介绍人: nobody brings themselves, not through others either. Issue `customer-introduced-circle`. */
export async function refuseCircle(
  { writer }: Pick<CommandContext, 'writer'>,
  before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  const [id, by] = [after['id'], after['introducedById']];
  if (typeof id !== 'number' || typeof by !== 'number' || before?.['introducedById'] === by) return;
  if ((await introducersOf(writer, by)).includes(id))
    throw invalidField('values.introducedById', 'customer-introduced-circle');
}

/** Customers whom somebody brought, in the order of their numbers. */
export async function introducedBy(reader: Reader | Writer, customerId: number): Promise<readonly number[]> {
  const rows = await reader
    .selectFrom('customer')
    .select('id')
    .where('introducedById', '=', customerId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
