import {
  cardsLeft,
  faceOf,
  quotaRefusal,
  worthOf,
} from '#shared/features/partner/partner-agreement.rules.ts';
import type {
  IssuedCards,
  IssuePreview,
  partnerCardContract,
} from '#shared/features/partner/partner-card.contract.ts';
import { lastDay, normalNumber, ownCardNumber } from '#shared/features/partner/partner-card.rules.ts';
import type { IssueReason } from '#shared/features/partner/partner.fields.ts';
import type { UsableAgreement } from '#shared/features/partner/partner.contract.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { formatDay, isDay, type Day } from '#shared/kernel/day.ts';
import { DeskError, notFound, ruleViolated, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor, CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';
import { designOn } from '../membership/membership.design.ts';
import { memberTier } from '../membership/membership.tier.ts';
import { enter, insertCard } from './partner.entering.ts';
import {
  findAgreement,
  findCardsByNumber,
  readHad,
  readIssued,
  type StoredAgreement,
  type StoredCard,
} from './partner.repository.ts';

type Order = {
  readonly agreementId: number;
  readonly customerIds: readonly number[];
  readonly each: number;
  readonly numbers: readonly string[];
  readonly reason: IssueReason;
  readonly note: string | null;
};

/** Tiers of living memberships by customer. */
export async function tiersOf(
  reader: Reader | Writer,
  customerIds: readonly number[] | 'all',
  day: Day,
): Promise<Map<number, string>> {
  const { content } = await designOn(reader, day);
  const members = reader
    .selectFrom('membership')
    .select(['id', 'customerId'])
    .where('state', '=', 'active')
    .orderBy('id', 'desc');
  const rows = await (
    customerIds === 'all' ? members : members.where('customerId', 'in', [...customerIds])
  ).execute();
  const tiers = new Map<number, string>();
  for (const { id, customerId } of rows)
    tiers.set(customerId, (await memberTier(reader, content, id, day)).tier.name);
  return tiers;
}

/** The agreement, open for cards on a day. Errors: not-found, `partner-not-active`, `partner-not-valid`. */
async function openAgreement(
  reader: Reader | Writer,
  agreementId: number,
  day: Day,
  { language }: Pick<Actor, 'language'>,
): Promise<StoredAgreement> {
  const agreement = await findAgreement(reader, agreementId);
  if (!agreement || agreement.removedAt !== null) throw notFound('partnerAgreement', agreementId);
  const partner = await reader
    .selectFrom('partner')
    .select(['name', 'state', 'removedAt'])
    .where('id', '=', agreement.partnerId)
    .executeTakeFirstOrThrow();
  if (partner.state !== 'active' || partner.removedAt !== null)
    throw ruleViolated('partner-not-active', { name: partner.name });
  if (day < agreement.validFrom || day > agreement.validTo)
    throw ruleViolated('partner-not-valid', {
      card: agreement.cardName,
      from: formatDay(agreement.validFrom, language),
      to: formatDay(agreement.validTo, language),
    });
  return agreement;
}

const shown = (
  params: Readonly<Record<string, string | number>>,
  { language }: Pick<Actor, 'language'>,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value, language) : value,
    ]),
  );

async function preview(
  reader: Reader | Writer,
  { agreementId, customerIds, each }: Order,
  day: Day,
  actor: Actor,
): Promise<IssuePreview & { readonly agreement: StoredAgreement }> {
  const agreement = await openAgreement(reader, agreementId, day, actor);
  const ids = [...new Set(customerIds)];
  const customers = await reader
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute();
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const missing = ids.find((id) => !names.has(id));
  if (missing !== undefined) throw notFound('customer', missing);
  const had = await readHad(reader, agreementId, ids);
  const tiers = await tiersOf(reader, ids, day);
  const total = ids.length * each;
  const refusal = quotaRefusal(agreement, await readIssued(reader, agreementId, day), total, day);
  return {
    agreement,
    total,
    numbering: agreement.numbering,
    customers: ids.map((id) => ({
      id,
      name: names.get(id) ?? '',
      tier: tiers.get(id) ?? null,
      had: had.get(id) ?? 0,
      tooMany: agreement.perCustomer !== null && (had.get(id) ?? 0) + each > agreement.perCustomer,
    })),
    refusal: refusal ? { reason: refusal.reason, params: shown(refusal.params, actor) } : null,
  };
}

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

/** Cards for an order: the store's own numbers, typed ones, or out of the stock. */
async function cardsFor(
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
  { key, ...order }: Order & { readonly key: string },
): Promise<IssuedCards> {
  const { writer, clock, actor } = context;
  const content = canonicalJson(order);
  const repeated = await repeatedIssue(writer, key, content);
  if (repeated) return repeated;
  const day = clock.today();
  const { agreement, total, customers, refusal } = await preview(writer, order, day, actor);
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

/** Agreements of active partners that hold today, with what can still be issued. */
export async function usableAgreements(reader: Reader, today: Day): Promise<UsableAgreement[]> {
  const rows = await reader
    .selectFrom('partnerAgreement as agreement')
    .innerJoin('partner', 'partner.id', 'agreement.partnerId')
    .selectAll('agreement')
    .select('partner.name as partnerName')
    .where('agreement.removedAt', 'is', null)
    .where('partner.removedAt', 'is', null)
    .where('partner.state', '=', 'active')
    .where('agreement.validFrom', '<=', today)
    .where('agreement.validTo', '>=', today)
    .orderBy('partner.name')
    .orderBy('agreement.cardName')
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const agreement = row as typeof row & StoredAgreement; // choices were checked when they were written
      const left = cardsLeft(agreement, await readIssued(reader, agreement.id, today));
      const { stock } = await reader
        .selectFrom('partnerCard')
        .select(({ fn }) => fn.countAll<number>().as('stock'))
        .where('partnerId', '=', agreement.partnerId)
        .where('state', '=', 'stock')
        .executeTakeFirstOrThrow();
      const face = faceOf(agreement);
      return {
        id: agreement.id,
        partnerId: agreement.partnerId,
        partnerName: row.partnerName,
        cardName: agreement.cardName,
        unit: agreement.unit,
        face,
        worthFen: worthOf(agreement, face),
        numbering: agreement.numbering,
        validTo: agreement.validTo,
        expiresOn: lastDay(today, agreement.validDays),
        monthLeft: left.month,
        totalLeft: left.total,
        perCustomer: agreement.perCustomer,
        inStock: stock,
      };
    }),
  );
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
    const { agreement: _agreement, ...shownPreview } = await preview(reader, order, clock.today(), actor);
    return shownPreview;
  },
  issue: (order, context) => issueCards(context, order),
};
