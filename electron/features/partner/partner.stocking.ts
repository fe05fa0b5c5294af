import { sql } from 'kysely';
import type { partnerCardContract, StockLine } from '#shared/features/partner/partner-card.contract.ts';
import { normalNumber } from '#shared/features/partner/partner-card.rules.ts';
import { DeskError, notFound, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { enter, insertCard } from './partner.entering.ts';
import { findCardsByNumber, type StoredCard } from './partner.repository.ts';

type Stocking = Pick<HandlersOf<typeof partnerCardContract>, 'receive' | 'takeOut' | 'stock'>;

const blamed = (at: number, issue: string, number: string): FieldIssue => ({
  field: `numbers.${at}`,
  issue,
  params: { number },
});

/** Takes a lot of numbers in; each that cannot be is told beside itself. */
export async function receiveCards(
  context: CommandContext,
  partnerId: number,
  lot: string,
  typed: readonly string[],
): Promise<{ received: number }> {
  const { writer, clock } = context;
  const partner = await writer
    .selectFrom('partner')
    .select('id')
    .where('id', '=', partnerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!partner) throw notFound('partner', partnerId);
  const numbers = typed.map(normalNumber);
  const first = new Map(numbers.map((number, at) => [number, at] as const).toReversed());
  const issues: FieldIssue[] = [];
  for (const [at, number] of numbers.entries())
    if (first.get(number) !== at) issues.push(blamed(at, 'partner-number-twice', number));
    else if ((await findCardsByNumber(writer, number, partnerId)).length > 0)
      issues.push(blamed(at, 'partner-number-taken', number));
  if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
  for (const number of numbers) {
    const card = await insertCard(context, { number, partnerId, lot });
    await enter(context, card, {
      kind: 'receive',
      onDay: clock.today(),
      quantity: 0,
      note: lot,
      state: 'stock',
    });
  }
  return { received: numbers.length };
}

/** 实物卡库存 physical cards of partners: they come in lots of numbers, and leave by being given out, broken or sent back. */
export const stockingHandlers: Stocking = {
  receive: ({ partnerId, lot, numbers }, context) => receiveCards(context, partnerId, lot, numbers),

  async takeOut({ partnerId, as, numbers: typed, reason }, context) {
    const { writer, clock, tell } = context;
    const cards: StoredCard[] = [];
    const issues: FieldIssue[] = [];
    for (const [at, number] of [...new Set(typed.map(normalNumber))].entries()) {
      const [card] = await findCardsByNumber(writer, number, partnerId);
      if (card?.state === 'stock') cards.push(card);
      else issues.push(blamed(at, 'partner-number-not-in-stock', number));
    }
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    tell('reason', reason);
    for (const card of cards)
      await enter(context, card, {
        kind: as,
        onDay: clock.today(),
        quantity: 0,
        note: reason,
        state: as === 'damage' ? 'damaged' : 'returned',
      });
    return { taken: cards.length };
  },

  async stock(_input, { reader }) {
    const rows = await reader
      .selectFrom('partnerCard as card')
      .innerJoin('partner', 'partner.id', 'card.partnerId')
      .select(({ fn }) => [
        'card.partnerId',
        'partner.name as partnerName',
        'card.lot',
        fn.countAll<number>().as('received'),
        sql<number>`sum(card.state = 'stock')`.as('inStock'),
        sql<number>`sum(card.state in ('issued', 'used', 'expired'))`.as('issued'),
        sql<number>`sum(card.state = 'damaged')`.as('damaged'),
        sql<number>`sum(card.state = 'returned')`.as('returned'),
      ])
      .where('card.lot', 'is not', null)
      .groupBy(['card.partnerId', 'card.lot'])
      .orderBy('partner.name')
      .orderBy('card.lot')
      .execute();
    return rows.map((row): StockLine => ({ ...row, lot: row.lot ?? '' }));
  },
};
