import { cardNumberOf } from '#shared/features/membership/membership-card.rules.ts';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';
import { createRecord, indexRow } from '#electron/kernel/record/record-handlers.ts';
import { activeMember } from './membership.posting.ts';
import { membershipRecord } from './membership.record.ts';
import { sellingHandlers } from './membership.selling.ts';

/** A card that holds no more. */
export async function endCard(
  { writer, clock }: Pick<CommandContext, 'writer' | 'clock'>,
  membershipId: number,
  reason: string,
): Promise<void> {
  await writer
    .updateTable('membershipCard')
    .set({ endedAt: clock.now(), reason })
    .where('membershipId', '=', membershipId)
    .where('endedAt', 'is', null)
    .execute();
}

/** A new card of a membership; its number. */
async function giveCard(
  { writer, clock }: CommandContext,
  membershipId: number,
  number: string,
): Promise<void> {
  await writer
    .insertInto('membershipCard')
    .values({ number, membershipId, issuedAt: clock.now(), endedAt: null, reason: null })
    .execute();
}

const nextCardNumber = async ({ writer }: CommandContext): Promise<string> =>
  cardNumberOf(await nextNumber(writer, 'membership-card'));

type Enrolling = Pick<HandlersOf<typeof membershipContract>, 'enrol' | 'replaceCard'>;

/** Joining, and the cards of a membership. */
export const enrollingHandlers: Enrolling = {
  async enrol({ customerId, note, paid }, context) {
    const { writer, clock } = context;
    const customer = await writer
      .selectFrom('customer')
      .select('id')
      .where('id', '=', customerId)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (!customer) throw notFound('customer', customerId);
    const before = await writer
      .selectFrom('membership')
      .select('number')
      .where('customerId', '=', customerId)
      .where('state', '=', 'active')
      .executeTakeFirst();
    if (before) throw ruleViolated('membership-exists', { number: before.number });
    const cardNumber = await nextCardNumber(context);
    const id = await createRecord(context, membershipRecord, {
      number: `V${String(await nextNumber(writer, 'membership')).padStart(6, '0')}`,
      customerId,
      cardNumber,
      state: 'active',
      joinedOn: clock.today(),
      closedOn: null,
      mergedIntoId: null,
      note,
    });
    await giveCard(context, id, cardNumber);
    if (paid) await sellingHandlers.buyTier({ id, note: null, ...paid }, context);
    return { id };
  },

  async replaceCard({ id, reason }, context) {
    const { writer, clock, changed } = context;
    const member = await activeMember(context, id);
    await endCard(context, id, reason);
    const cardNumber = await nextCardNumber(context);
    await giveCard(context, id, cardNumber);
    await writer
      .updateTable('membership')
      .set({ cardNumber, version: member.version + 1, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    await indexRow(writer, membershipRecord, id, { ...member, cardNumber });
    context.tell('reason', reason);
    changed({
      feature: 'membership',
      id,
      changes: [{ field: 'cardNumber', before: member.cardNumber, after: cardNumber }],
    });
    return { cardNumber };
  },
};
