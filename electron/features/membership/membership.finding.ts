import { sql, type SqlBool } from 'kysely';
import { normalCardNumber } from '#shared/features/membership/membership-card.rules.ts';
import type { MemberHit, OldCard } from '#shared/features/membership/membership-views.ts';
import type { MembershipState } from '#shared/features/membership/membership.fields.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { normalPlate } from '#shared/kernel/plate.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor, QueryContext } from '#electron/kernel/handler.ts';
import { masked } from '#electron/kernel/record/record-mask.ts';

const most = 20;
/** Shorter tails of telephones find half of the store. */
const tailDigits = /^\d{4,11}$/u;
/** Who sees telephones masked finds them by what the mask shows, or whole. */
const shownDigits = /^(?:\d{4}|\d{11})$/u;

/** A telephone as the person may see it. */
export const shownPhone = (phone: string | null, { roles }: Actor): string | null =>
  phone === null || may(roles, 'customer.seePhone') ? phone : String(masked(customerFields.phone, phone));

const rows = (reader: Reader) =>
  reader
    .selectFrom('membership')
    .innerJoin('customer', 'customer.id', 'membership.customerId')
    .select([
      'membership.id',
      'membership.number',
      'membership.cardNumber',
      'membership.state',
      'membership.mergedIntoId',
      'customer.name as customerName',
      'customer.phone',
    ])
    .orderBy(sql`membership.state = 'active'`, 'desc')
    .orderBy('membership.number')
    .limit(most);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** The memberships of a card: its own, or the one that its own was merged into. */
async function byCard(reader: Reader, number: string): Promise<{ row: Row; oldCard: boolean }[]> {
  const card = await reader
    .selectFrom('membershipCard')
    .select(['membershipId', 'endedAt'])
    .where('number', '=', number)
    .executeTakeFirst();
  if (!card) return [];
  let row = await rows(reader).where('membership.id', '=', card.membershipId).executeTakeFirst();
  // A chain of merges leads to where the value is.
  while (row && row.mergedIntoId !== null)
    row = await rows(reader).where('membership.id', '=', row.mergedIntoId).executeTakeFirst();
  return row ? [{ row, oldCard: card.endedAt !== null }] : [];
}

async function matching(
  { reader, actor }: QueryContext,
  code: string,
): Promise<{ row: Row; oldCard: boolean }[]> {
  const card = normalCardNumber(code);
  if (card !== undefined) return byCard(reader, card);
  const current = (found: readonly Row[]) => found.map((row) => ({ row, oldCard: false }));
  const number = code.normalize('NFKC').toUpperCase();
  if (/^V\d{6,}$/u.test(number))
    return current(await rows(reader).where('membership.number', '=', number).execute());
  if (tailDigits.test(number)) {
    if (!may(actor.roles, 'customer.seePhone') && !shownDigits.test(number)) return [];
    const tail = `%${number}`;
    return current(
      await rows(reader)
        .where((where) =>
          where.or([where('customer.phone', 'like', tail), where('customer.secondPhone', 'like', tail)]),
        )
        .execute(),
    );
  }
  const plate = normalPlate(code);
  const byPlate =
    plate === ''
      ? []
      : await rows(reader)
          .where('membership.customerId', 'in', (where) =>
            where
              .selectFrom('vehicle')
              .select('vehicle.customerId')
              .where('vehicle.plate', '=', plate)
              .where('vehicle.removedAt', 'is', null)
              .$narrowType<{ customerId: number }>(),
          )
          .execute();
  if (byPlate.length > 0) return current(byPlate);
  return current(
    await rows(reader)
      .where(sql<SqlBool>`instr(customer.name, ${code}) > 0`)
      .execute(),
  );
}

/** Members that answer what was scanned or typed. */
export async function findMembers(context: QueryContext, code: string): Promise<MemberHit[]> {
  if (code === '') return [];
  const found = await matching(context, code);
  return found.map(({ row: { id, number, state, customerName, phone }, oldCard }) => ({
    id,
    number,
    customerName,
    phone: shownPhone(phone, context.actor),
    state: state as MembershipState, // written by the core alone
    oldCard,
  }));
}

/** Cards that lead to a membership and are not in force: lost ones, and those of memberships that were merged into it. */
export async function oldCardsOf(reader: Reader, id: number): Promise<OldCard[]> {
  const { rows: found } = await sql<OldCard>`
    with recursive merged (id) as (
      select ${id} union select membership.id from membership join merged on membership.merged_into_id = merged.id)
    select card.number, card.ended_at as endedAt, card.reason, membership.number as ofNumber
    from membership_card as card join membership on membership.id = card.membership_id
    where card.membership_id in (select id from merged) and card.ended_at is not null
    order by card.id desc`.execute(reader);
  return found;
}

/** The membership that a scanned card opens. */
export async function membershipOfCard(reader: Reader, code: string): Promise<number | undefined> {
  const number = normalCardNumber(code);
  return number === undefined ? undefined : (await byCard(reader, number))[0]?.row.id;
}
