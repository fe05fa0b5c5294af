import {
  redeemRefusal,
  redemptionMoney,
  type CardRefusal,
} from '#shared/features/partner/partner-card.rules.ts';
import type { partnerCardContract } from '#shared/features/partner/partner-card.contract.ts';
import { worthOf } from '#shared/features/partner/partner-agreement.rules.ts';
import type { CardState } from '#shared/features/partner/partner.fields.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { Month } from '#shared/kernel/period.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor, CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { enter } from './partner.entering.ts';
import {
  balanceOfCard,
  findAgreement,
  findByReceipt,
  findCard,
  findEntry,
  findOpenedOn,
  readEntriesOfCard,
  unitOfCard,
  type StoredAgreement,
  type StoredCard,
} from './partner.repository.ts';

const quantityText = (card: StoredCard, quantity: number): string =>
  unitOfCard(card) === 'money' ? formatMoney(quantity) : String(quantity);

/** The last entry that wrote a card off, not taken back since. */
async function writtenOff(
  reader: Reader | Writer,
  card: StoredCard,
): Promise<{ id: number; quantity: number; worthFen: number } | undefined> {
  if (card.state !== 'expired') return undefined;
  const found = (await readEntriesOfCard(reader, card.id)).find(
    ({ kind, reversedById }) => kind === 'expire' && reversedById === null,
  );
  return found && { id: found.id, quantity: -found.quantity, worthFen: -found.worthFen };
}

/** What can be redeemed of a card: its balance, or what was written off where the day lies before its end. */
export async function redeemable(reader: Reader | Writer, card: StoredCard): Promise<number> {
  return (await writtenOff(reader, card))?.quantity ?? balanceOfCard(card);
}

/** Whether a card can be redeemed by a quantity on a day. */
export async function refusalOf(
  reader: Reader | Writer,
  card: StoredCard,
  quantity: number,
  onDay: Day,
): Promise<CardRefusal | undefined> {
  const { number, state, issuedOn, expiresOn } = card;
  const balance = await redeemable(reader, card);
  const openedOn = await findOpenedOn(reader, card.id);
  const standing = { number, state: state as CardState, balance, issuedOn, expiresOn, openedOn };
  return redeemRefusal(standing, quantity, onDay);
}

async function refusalError(
  reader: Reader | Writer,
  card: StoredCard,
  refusal: CardRefusal,
  actor: Actor,
): Promise<Error> {
  const day = (of: string | null): string => (of === null ? '' : formatDay(of, actor.language));
  const balance = await redeemable(reader, card);
  return ruleViolated(refusal, {
    number: card.number,
    expires: day(card.expiresOn),
    issued: day(card.issuedOn),
    opened: day(await findOpenedOn(reader, card.id)),
    balance: quantityText(card, balance),
  });
}

export type Redemption = {
  readonly card: StoredCard;
  readonly quantity: number;
  readonly onDay: Day;
  readonly receiptKey: string | null;
  readonly note: string | null;
};

const stateAt = (balance: number): CardState => (balance === 0 ? 'used' : 'issued');

/** Redeems a card in the command's transaction: what was written off too early comes back first. */
export async function redeemCard(
  context: CommandContext,
  { card, quantity, onDay, receiptKey, note }: Redemption,
): Promise<{ entryId: number; card: StoredCard }> {
  const { writer, clock, actor } = context;
  const refusal = await refusalOf(writer, card, quantity, onDay);
  if (refusal) throw await refusalError(writer, card, refusal, actor);
  const agreement = await findAgreement(writer, card.agreementId ?? 0);
  if (!agreement) throw notFound('partnerAgreement', card.agreementId ?? 0);
  const gone = await writtenOff(writer, card);
  const standing = gone
    ? (
        await enter(context, card, {
          kind: 'reverse',
          onDay: clock.today(),
          quantity: gone.quantity,
          worthFen: gone.worthFen,
          refersId: gone.id,
          state: 'issued',
        })
      ).card
    : card;
  const money = redemptionMoney(agreement, quantity);
  return enter(context, standing, {
    kind: 'redeem',
    onDay,
    quantity: -quantity,
    ...money,
    worthFen: -money.worthFen,
    receiptKey,
    note,
    state: stateAt(balanceOfCard(standing) - quantity),
  });
}

/** What a card's balance is worth. */
const balanceWorth = (agreement: StoredAgreement, card: StoredCard): number =>
  worthOf(agreement, balanceOfCard(card));

/** Writes off what is left on cards whose last day is over by the end of a month; settled in that month. */
export async function expireCards(
  context: CommandContext,
  partnerId: number,
  month: Month,
  lastDayOfMonth: Day,
): Promise<void> {
  const { writer } = context;
  const over = await writer
    .selectFrom('partnerCard')
    .selectAll()
    .where('partnerId', '=', partnerId)
    .where('state', '=', 'issued')
    .where('expiresOn', '<=', lastDayOfMonth)
    .orderBy('id')
    .execute();
  const agreements = new Map<number, StoredAgreement>();
  for (const card of over) {
    const id = card.agreementId ?? 0;
    const agreement = agreements.get(id) ?? (await findAgreement(writer, id));
    if (!agreement) continue;
    agreements.set(id, agreement);
    await enter(context, card, {
      kind: 'expire',
      onDay: card.expiresOn ?? lastDayOfMonth,
      quantity: -balanceOfCard(card),
      worthFen: -balanceWorth(agreement, card),
      state: 'expired',
      month,
    });
  }
}

type Redeeming = Pick<HandlersOf<typeof partnerCardContract>, 'redeem' | 'reverse'>;

export const redeemingHandlers: Redeeming = {
  async redeem({ id, quantity, onDay, receiptKey, seen, note }, context) {
    const { writer, clock } = context;
    const card = await findCard(writer, id);
    if (!card) throw notFound('partnerCard', id);
    if (receiptKey !== null) {
      const known = await findByReceipt(writer, card.partnerId, receiptKey);
      if (known) {
        if (known.cardId !== id || known.quantity !== -quantity || known.onDay !== onDay)
          throw ruleViolated('partner-receipt-taken', { receipt: receiptKey });
        if (known.reversedById !== null)
          throw ruleViolated('partner-receipt-reversed', { receipt: receiptKey });
        return { entryId: known.id, repeated: true, balance: balanceOfCard(card) };
      }
    }
    if (onDay > clock.today()) throw invalidField('onDay', 'partner-day-to-come');
    const balance = balanceOfCard(card);
    if (seen !== null && seen !== balance)
      throw ruleViolated('partner-balance-changed', {
        number: card.number,
        balance: quantityText(card, balance),
      });
    const done = await redeemCard(context, { card, quantity, onDay, receiptKey, note });
    return { entryId: done.entryId, repeated: false, balance: balanceOfCard(done.card) };
  },

  async reverse({ entryId, reason }, context) {
    const { writer, clock, tell } = context;
    const entry = await findEntry(writer, entryId);
    if (!entry) throw notFound('partnerEntry', entryId);
    const card = await findCard(writer, entry.cardId);
    if (!card) throw notFound('partnerCard', entry.cardId);
    if (entry.kind !== 'redeem' && entry.kind !== 'issue' && entry.kind !== 'opening')
      throw ruleViolated('partner-not-reversible');
    if (entry.reversedById !== null) throw ruleViolated('partner-reversed', { number: card.number });
    const isIssue = entry.kind !== 'redeem';
    // Only what stands can be taken off a card, and only while the card is as it was given out or brought in.
    const isWhole = card.state === stateAt(entry.quantity) && balanceOfCard(card) === entry.quantity;
    if (isIssue && !isWhole) throw ruleViolated('partner-issue-used', { number: card.number });
    if (!isIssue && card.state === 'expired')
      throw ruleViolated('partner-reverse-expired', { number: card.number });
    tell('reason', reason);
    const back = isIssue && card.lot !== null;
    const done = await enter(context, card, {
      kind: 'reverse',
      onDay: clock.today(),
      quantity: -entry.quantity,
      worthFen: -entry.worthFen,
      storeFen: -entry.storeFen,
      partnerFen: -entry.partnerFen,
      refersId: entry.id,
      note: reason,
      state: back ? 'stock' : isIssue ? 'cancelled' : 'issued',
      ...(back
        ? {
            card: {
              agreementId: null,
              customerId: null,
              reason: null,
              issuedOn: null,
              expiresOn: null,
              tier: null,
              note: null,
            },
          }
        : {}),
    });
    if (back)
      await writer
        .updateTable('partnerCard')
        .set({ faceFen: null, balanceFen: null, faceTimes: null, balanceTimes: null })
        .where('id', '=', card.id)
        .execute();
    return { entryId: done.entryId };
  },
};
