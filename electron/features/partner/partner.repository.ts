import { sql } from 'kysely';
import type { Agreement, Issued } from '#shared/features/partner/partner-agreement.rules.ts';
import type { CardUnit } from '#shared/features/partner/partner.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { PartnerEntryTable } from './partner.table.ts';

/** An agreement as it stands in the store. */
export type StoredAgreement = Agreement & { readonly id: number; readonly removedAt: string | null };

export const findAgreement = (reader: Reader | Writer, id: number): Promise<StoredAgreement | undefined> =>
  reader.selectFrom('partnerAgreement').selectAll().where('id', '=', id).executeTakeFirst() as Promise<
    StoredAgreement | undefined
  >; // choices were checked when it was written

const cards = (reader: Reader | Writer) =>
  reader.selectFrom('partnerCard').selectAll().where('removedAt', 'is', null);
export type StoredCard = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number];

export const findCard = (reader: Reader | Writer, id: number): Promise<StoredCard | undefined> =>
  cards(reader).where('id', '=', id).executeTakeFirst();

/** Cards of a number: of one partner, or of each that uses it. */
export function findCardsByNumber(
  reader: Reader | Writer,
  number: string,
  partnerId?: number,
): Promise<StoredCard[]> {
  const found = cards(reader).where('number', '=', number);
  return (partnerId === undefined ? found : found.where('partnerId', '=', partnerId)).orderBy('id').execute();
}

/** Whether a card holds money or times; one in stock holds nothing yet. */
export const unitOfCard = ({ faceTimes }: Pick<StoredCard, 'faceTimes'>): CardUnit =>
  faceTimes === null ? 'money' : 'times';

/** What is on a card, in its unit. */
export const balanceOfCard = (card: Pick<StoredCard, 'balanceFen' | 'balanceTimes'>): number =>
  card.balanceTimes ?? card.balanceFen ?? 0;

/** Cards of an agreement that are out: in the month of a day, and in all. Cards that were taken back do not count. */
export async function readIssued(reader: Reader | Writer, agreementId: number, day: Day): Promise<Issued> {
  const { first, last } = monthDays(monthOf(day));
  const row = await reader
    .selectFrom('partnerCard')
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      sql<number>`coalesce(sum(issued_on between ${first} and ${last}), 0)`.as('month'),
    ])
    .where('agreementId', '=', agreementId)
    .where('state', 'not in', ['cancelled', 'stock'])
    .executeTakeFirstOrThrow();
  return { month: row.month, total: row.total };
}

/** How many cards of an agreement each of the customers has had. */
export async function readHad(
  reader: Reader | Writer,
  agreementId: number,
  customerIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await reader
    .selectFrom('partnerCard')
    .select(({ fn }) => ['customerId', fn.countAll<number>().as('cards')])
    .where('agreementId', '=', agreementId)
    .where('state', 'not in', ['cancelled', 'stock'])
    .where('customerId', 'in', [...customerIds])
    .groupBy('customerId')
    .execute();
  return new Map(rows.map(({ customerId, cards: count }) => [customerId ?? 0, count]));
}

/** The last month of a partner that is settled; null: none. */
export async function lastSettled(reader: Reader | Writer, partnerId: number): Promise<Month | null> {
  const { month } = await reader
    .selectFrom('partnerSettlement')
    .select(({ fn }) => fn.max<string | null>('month').as('month'))
    .where('partnerId', '=', partnerId)
    .executeTakeFirstOrThrow();
  return month;
}

export type NewEntry = Omit<PartnerEntryTable, 'id'>;

/** Adds an entry; its id. */
export async function insertEntry(writer: Writer, entry: NewEntry): Promise<number> {
  const { insertId } = await writer.insertInto('partnerEntry').values(entry).executeTakeFirstOrThrow();
  return Number(insertId);
}

const entries = (reader: Reader | Writer) =>
  reader
    .selectFrom('partnerEntry as entry')
    .innerJoin('person', 'person.id', 'entry.personId')
    .leftJoin('partnerEntry as reversal', (join) =>
      join.onRef('reversal.refersId', '=', 'entry.id').on('reversal.kind', '=', 'reverse'),
    )
    .leftJoin('partnerEntry as reversed', 'reversed.id', 'entry.refersId')
    .selectAll('entry')
    .select(['person.name as personName', 'reversal.id as reversedById', 'reversed.kind as reversedKind']);
export type ReadEntry = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

/** Entries of a card, the newest first. */
export const readEntriesOfCard = (reader: Reader | Writer, cardId: number): Promise<ReadEntry[]> =>
  entries(reader).where('entry.cardId', '=', cardId).orderBy('entry.id', 'desc').execute();

export const findEntry = (reader: Reader | Writer, id: number): Promise<ReadEntry | undefined> =>
  entries(reader).where('entry.id', '=', id).executeTakeFirst();

/** The day on which an import brought in what a card had left; null: it was issued here. */
export async function findOpenedOn(reader: Reader | Writer, cardId: number): Promise<Day | null> {
  const { day } = await reader
    .selectFrom('partnerEntry')
    .select(({ fn }) => fn.max<string | null>('onDay').as('day'))
    .where('cardId', '=', cardId)
    .where('kind', '=', 'opening')
    .executeTakeFirstOrThrow();
  return day;
}

export const findByReceipt = (
  reader: Reader | Writer,
  partnerId: number,
  receiptKey: string,
): Promise<ReadEntry | undefined> =>
  entries(reader)
    .where('entry.partnerId', '=', partnerId)
    .where('entry.receiptKey', '=', receiptKey)
    .executeTakeFirst();

/** What a customer got by the cards in a span of days: the worth of what was redeemed, less what was taken back. */
export async function readGot(
  reader: Reader | Writer,
  customerId: number,
  from: Day,
  to: Day,
): Promise<number> {
  const { fen } = await reader
    .selectFrom('partnerEntry as entry')
    .innerJoin('partnerCard as card', 'card.id', 'entry.cardId')
    .leftJoin('partnerEntry as reversed', 'reversed.id', 'entry.refersId')
    .select(({ fn }) => fn.sum<number | null>('entry.worthFen').as('fen'))
    .where('card.customerId', '=', customerId)
    .where('entry.onDay', '>=', from)
    .where('entry.onDay', '<=', to)
    .where((where) => where.or([where('entry.kind', '=', 'redeem'), where('reversed.kind', '=', 'redeem')]))
    .executeTakeFirstOrThrow();
  return 0 - (fen ?? 0);
}
