import { faceOf, worthOf } from '#shared/features/partner/partner-agreement.rules.ts';
import type { IssuedCards, partnerCardContract } from '#shared/features/partner/partner-card.contract.ts';
import { lastDay } from '#shared/features/partner/partner-card.rules.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { cardsFor } from './partner.card-numbers.ts';
import { enter } from './partner.entering.ts';
import { previewIssue, type IssueOrder } from './partner.issue-preview.ts';
import { tiersOf } from './partner.tiers.ts';

async function repeatedIssue(writer: Writer, key: string, content: string): Promise<IssuedCards | undefined> {
  const known = await writer
    .selectFrom('partnerIssue')
    .select(['id', 'content'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!known) return undefined;
  if (known.content !== content) throw ruleViolated('partner-key-taken');
  const cards = await writer
    .selectFrom('partnerEntry')
    .innerJoin('partnerCard', 'partnerCard.id', 'partnerEntry.cardId')
    .select(['partnerCard.id', 'partnerCard.number', 'partnerCard.customerId'])
    .where('partnerEntry.issueId', '=', known.id)
    .orderBy('partnerEntry.id')
    .execute();
  return {
    issueId: known.id,
    repeated: true,
    cards: cards.map(({ id, number, customerId }) => ({ id, number, customerId: customerId ?? 0 })),
  };
}

/** Issues an order in the command's transaction; errors as of the call. */
export async function issueCards(
  context: CommandContext,
  { key, ...order }: IssueOrder & { readonly key: string },
): Promise<IssuedCards> {
  const { writer, clock, actor } = context;
  const content = canonicalJson(order);
  const repeated = await repeatedIssue(writer, key, content);
  if (repeated) return repeated;
  const day = clock.today();
  const { agreement, total, customers, refusal } = await previewIssue(writer, order, day, actor);
  if (refusal) throw ruleViolated(refusal.reason, refusal.params);
  const over = customers.find(({ tooMany }) => tooMany);
  if (over)
    throw ruleViolated('partner-per-customer', {
      name: over.name,
      had: over.had,
      most: agreement.perCustomer ?? 0,
      card: agreement.cardName,
    });
  const cards = await cardsFor(context, agreement, order.numbers, total);
  const { insertId } = await writer
    .insertInto('partnerIssue')
    .values({
      key,
      agreementId: agreement.id,
      content,
      cards: total,
      at: clock.now(),
      personId: actor.personId,
    })
    .executeTakeFirstOrThrow();
  const issueId = Number(insertId);
  const face = faceOf(agreement);
  const holds =
    agreement.unit === 'money'
      ? { faceFen: face, balanceFen: 0, faceTimes: null, balanceTimes: null }
      : { faceFen: null, balanceFen: null, faceTimes: face, balanceTimes: 0 };
  const issued: IssuedCards['cards'][number][] = [];
  for (const [at, card] of cards.entries()) {
    const customer = customers[Math.floor(at / order.each)];
    if (!customer) continue;
    await enter(context, card, {
      kind: 'issue',
      onDay: day,
      quantity: face,
      worthFen: worthOf(agreement, face),
      storeFen: agreement.cardFen,
      issueId,
      note: order.note,
      state: 'issued',
      card: {
        ...holds,
        agreementId: agreement.id,
        customerId: customer.id,
        reason: order.reason,
        issuedOn: day,
        expiresOn: lastDay(day, agreement.validDays),
        tier: customer.tier,
        personId: actor.personId,
        note: order.note,
      },
    });
    issued.push({ id: card.id, number: card.number, customerId: customer.id });
  }
  return { issueId, repeated: false, cards: issued };
}

/** Customers of the memberships that are not closed or merged. */
async function livingOwners(reader: Reader, membershipIds: readonly number[]): Promise<number[]> {
  const rows = await reader
    .selectFrom('membership')
    .select('customerId')
    .distinct()
    .where('id', 'in', membershipIds)
    .where('state', '=', 'active')
    .execute();
  return rows.map(({ customerId }) => customerId);
}

type Issuing = Pick<HandlersOf<typeof partnerCardContract>, 'audience' | 'previewIssue' | 'issue'>;

export const issuingHandlers: Issuing = {
  async audience({ tier, membershipIds }, { reader, clock }) {
    const of = membershipIds ? await livingOwners(reader, membershipIds) : 'all';
    const tiers = await tiersOf(reader, of, clock.today());
    const ids = [...tiers].filter(([, name]) => tier === null || name === tier).map(([id]) => id);
    if (ids.length === 0) return [];
    const customers = await reader
      .selectFrom('customer')
      .select(['id', 'name'])
      .where('id', 'in', ids)
      .where('removedAt', 'is', null)
      .orderBy('name')
      .limit(500)
      .execute();
    return customers.map(({ id, name }) => ({ customerId: id, name, tier: tiers.get(id) ?? '' }));
  },
  async previewIssue(order, { reader, clock, actor }) {
    const { agreement: _agreement, ...shownPreview } = await previewIssue(
      reader,
      order,
      clock.today(),
      actor,
    );
    return shownPreview;
  },
  issue: (order, context) => issueCards(context, order),
};
