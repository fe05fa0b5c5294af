import { normalNumber, ownCardNumber } from '#shared/features/partner/partner-card.rules.ts';
import { DeskError, ruleViolated, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';
import { insertCard } from './partner.entering.ts';
import { findCardsByNumber, type StoredAgreement, type StoredCard } from './partner.repository.ts';

/** Cards of the store's stock, those that came first before the others. Error: `partner-stock-short`. */
async function fromStock(
  context: CommandContext,
  { partnerId }: StoredAgreement,
  count: number,
): Promise<StoredCard[]> {
  const found = await context.writer
    .selectFrom('partnerCard')
    .selectAll()
    .where('partnerId', '=', partnerId)
    .where('state', '=', 'stock')
    .where('removedAt', 'is', null)
    .orderBy('id')
    .limit(count)
    .execute();
  if (found.length < count) throw ruleViolated('partner-stock-short', { left: found.length, asked: count });
  return found;
}

/** The cards of given numbers, new ones made. Every number that cannot be given is told beside itself. */
async function byNumbers(
  context: CommandContext,
  { partnerId, numbering }: StoredAgreement,
  typed: readonly string[],
): Promise<StoredCard[]> {
  const issues: FieldIssue[] = [];
  const numbers = typed.map(normalNumber);
  const found: StoredCard[] = [];
  for (const [at, number] of numbers.entries()) {
    const tell = (issue: string): number =>
      issues.push({ field: `numbers.${at}`, issue, params: { number } });
    if (numbers.indexOf(number) !== at) {
      tell('partner-number-twice');
      continue;
    }
    const [card] = await findCardsByNumber(context.writer, number, partnerId);
    const isFree = card?.state === 'stock' || (numbering === 'partner' && card?.state === 'cancelled');
    if (card && isFree) found.push(card);
    else if (card) tell('partner-number-taken');
    else if (numbering === 'stock') tell('partner-number-not-in-stock');
    else found.push(await insertCard(context, { number, partnerId, state: 'cancelled' }));
  }
  if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
  return found;
}

/** The next number that the store makes; those that an import brought in already are passed over. */
async function ownNumber(writer: Writer, partnerId: number): Promise<string> {
  for (;;) {
    const number = ownCardNumber(await nextNumber(writer, 'partner-card'));
    if ((await findCardsByNumber(writer, number, partnerId)).length === 0) return number;
  }
}

/**
 * Cards for an order: the store's own numbers, typed ones, or out of the stock. Errors: `partner-own-numbers`,
 * `partner-numbers-count`, `partner-stock-short`, those beside `numbers.N`.
 */
export async function cardsFor(
  context: CommandContext,
  agreement: StoredAgreement,
  numbers: readonly string[],
  total: number,
): Promise<StoredCard[]> {
  const { numbering, partnerId } = agreement;
  if (numbering === 'own') {
    if (numbers.length > 0) throw ruleViolated('partner-own-numbers');
    const made: StoredCard[] = [];
    for (let n = 0; n < total; n += 1)
      made.push(
        await insertCard(context, {
          number: await ownNumber(context.writer, partnerId),
          partnerId,
          state: 'cancelled',
        }),
      );
    return made;
  }
  if (numbering === 'stock' && numbers.length === 0) return fromStock(context, agreement, total);
  if (numbers.length !== total)
    throw ruleViolated('partner-numbers-count', { asked: total, given: numbers.length });
  return byNumbers(context, agreement, numbers);
}
