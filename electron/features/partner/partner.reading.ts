import type {
  CardEntry,
  CardView,
  CustomerCards,
  partnerCardContract,
} from '#shared/features/partner/partner-card.contract.ts';
import { normalNumber } from '#shared/features/partner/partner-card.rules.ts';
import type { CardState } from '#shared/features/partner/partner.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { findCustomers } from './partner.finding.ts';
import { readEntriesOfCard, readGot, type ReadEntry } from './partner.repository.ts';

const shownEntry = (entry: ReadEntry): CardEntry => ({
  id: entry.id,
  kind: entry.kind,
  onDay: entry.onDay,
  month: entry.month,
  late: entry.late === 1,
  quantity: entry.quantity,
  after: entry.after,
  worthFen: entry.worthFen,
  storeFen: entry.storeFen,
  partnerFen: entry.partnerFen,
  receiptKey: entry.receiptKey,
  refersId: entry.refersId,
  reversedKind: entry.reversedKind,
  reversedById: entry.reversedById,
  note: entry.note,
  personName: entry.personName,
});

const cards = (reader: Reader) =>
  reader
    .selectFrom('partnerCard as card')
    .innerJoin('partner', 'partner.id', 'card.partnerId')
    .leftJoin('partnerAgreement as agreement', 'agreement.id', 'card.agreementId')
    .leftJoin('customer', 'customer.id', 'card.customerId')
    .selectAll('card')
    .select(['partner.name as partnerName', 'agreement.cardName', 'customer.name as customerName'])
    .where('card.removedAt', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number];

const shownCard = (row: Row, today: Day): Omit<CardView, 'entries'> => ({
  id: row.id,
  number: row.number,
  partnerId: row.partnerId,
  partnerName: row.partnerName,
  agreementId: row.agreementId,
  cardName: row.cardName,
  unit: row.faceTimes === null ? 'money' : 'times',
  face: row.faceTimes ?? row.faceFen ?? 0,
  balance: row.balanceTimes ?? row.balanceFen ?? 0,
  state: row.state as CardState, // written by the core alone
  isOver: row.state === 'issued' && row.expiresOn !== null && row.expiresOn < today,
  customerId: row.customerId,
  customerName: row.customerName,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
});

async function cardView(reader: Reader, row: Row, today: Day): Promise<CardView> {
  return { ...shownCard(row, today), entries: (await readEntriesOfCard(reader, row.id)).map(shownEntry) };
}

async function ofCustomer(reader: Reader, customerId: number, today: Day): Promise<CustomerCards> {
  const rows = await cards(reader)
    .where('card.customerId', '=', customerId)
    .where('card.state', '!=', 'cancelled')
    .orderBy('card.id', 'desc')
    .limit(100)
    .execute();
  return {
    cards: rows.map((row) => shownCard(row, today)),
    gotYearFen: await readGot(reader, customerId, `${yearOf(today)}-01-01`, today),
    gotFen: await readGot(reader, customerId, '0001-01-01', today),
  };
}

type Reading = Pick<HandlersOf<typeof partnerCardContract>, 'find' | 'view' | 'byNumber' | 'ofCustomer'>;

export const readingHandlers: Reading = {
  find: ({ code }, context) => findCustomers(context, code),
  async view({ id }, { reader, clock }) {
    const row = await cards(reader).where('card.id', '=', id).executeTakeFirst();
    if (!row) throw notFound('partnerCard', id);
    return cardView(reader, row, clock.today());
  },
  async byNumber({ number }, { reader, clock }) {
    const rows = await cards(reader)
      .where('card.number', '=', normalNumber(number))
      .orderBy('card.id')
      .execute();
    return Promise.all(rows.map((row) => cardView(reader, row, clock.today())));
  },
  ofCustomer: ({ customerId }, { reader, clock }) => ofCustomer(reader, customerId, clock.today()),
};
