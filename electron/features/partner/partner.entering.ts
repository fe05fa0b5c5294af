import type { EntryKind } from '#shared/features/partner/partner-card.rules.ts';
import { settledIn } from '#shared/features/partner/partner-card.rules.ts';
import type { CardState } from '#shared/features/partner/partner.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Month } from '#shared/kernel/period.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { indexRow } from '#electron/kernel/record/record-handlers.ts';
import { partnerCardRecord } from './partner.record.ts';
import {
  balanceOfCard,
  insertEntry,
  lastSettled,
  unitOfCard,
  type StoredCard,
} from './partner.repository.ts';

/** What an entry does to its card. */
export type Entering = {
  readonly kind: EntryKind;
  readonly onDay: Day;
  /** Change of the balance in the card's unit. */
  readonly quantity: number;
  readonly worthFen?: number;
  readonly storeFen?: number;
  readonly partnerFen?: number;
  readonly receiptKey?: string | null;
  readonly refersId?: number | null;
  readonly issueId?: number | null;
  readonly note?: string | null;
  readonly state: CardState;
  /** Settled in this month whatever the day: what the settlement itself writes. */
  readonly month?: Month;
  /** What else changes on the card. */
  readonly card?: Partial<StoredCard>;
};

type Context = Pick<CommandContext, 'writer' | 'clock' | 'actor' | 'changed'>;

/** Adds one entry to a card and brings the card to it, in the command's transaction. Gives the entry's id and the card after. */
export async function enter(
  context: Context,
  before: StoredCard,
  entering: Entering,
): Promise<{ entryId: number; card: StoredCard }> {
  const { writer, clock, actor, changed } = context;
  const { kind, onDay, quantity, state } = entering;
  const { worthFen = 0, storeFen = 0, partnerFen = 0, receiptKey = null, refersId = null } = entering;
  const { issueId = null, note = null } = entering;
  const changedCard = { ...before, ...entering.card };
  const balance = balanceOfCard(changedCard) + quantity;
  const holds = changedCard.faceFen !== null || changedCard.faceTimes !== null;
  const after: StoredCard = {
    ...changedCard,
    state,
    ...(holds
      ? unitOfCard(changedCard) === 'times'
        ? { balanceTimes: balance }
        : { balanceFen: balance }
      : {}),
    version: before.version + 1,
    updatedAt: clock.now(),
  };
  const closed = entering.month === undefined ? await lastSettled(writer, before.partnerId) : null;
  const settled = settledIn(onDay, closed);
  const month = entering.month ?? settled.month;
  const entryId = await insertEntry(writer, {
    cardId: before.id,
    partnerId: before.partnerId,
    agreementId: kind === 'reverse' ? before.agreementId : after.agreementId,
    kind,
    onDay,
    at: clock.now(),
    month,
    late: month > settledIn(onDay, null).month ? 1 : 0,
    quantity,
    after: holds ? balance : 0,
    worthFen,
    storeFen,
    partnerFen,
    receiptKey,
    refersId,
    issueId,
    note,
    personId: actor.personId,
  });
  const { id, ...columns } = after;
  await writer.updateTable('partnerCard').set(columns).where('id', '=', id).execute();
  await indexRow(writer, partnerCardRecord, id, after);
  changed({
    feature: 'partnerCard',
    id,
    changes: [
      { field: 'entry', before: null, after: entryId },
      { field: 'kind', before: null, after: kind },
      ...(['state', 'customerId', 'agreementId', 'balanceFen', 'balanceTimes'] as const)
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ field, before: before[field], after: after[field] })),
    ],
  });
  return { entryId, card: after };
}

/** A card that nothing has happened to yet. */
export async function insertCard(
  { writer, clock }: Context,
  given: Pick<StoredCard, 'number' | 'partnerId'> & Partial<StoredCard>,
): Promise<StoredCard> {
  const at = clock.now();
  const values = {
    version: 0,
    createdAt: at,
    updatedAt: at,
    removedAt: null,
    agreementId: null,
    state: 'stock',
    customerId: null,
    reason: null,
    issuedOn: null,
    expiresOn: null,
    faceFen: null,
    balanceFen: null,
    faceTimes: null,
    balanceTimes: null,
    tier: null,
    lot: null,
    personId: null,
    note: null,
    ...given,
  } as const;
  const { insertId } = await writer.insertInto('partnerCard').values(values).executeTakeFirstOrThrow();
  return { ...values, id: Number(insertId) };
}
