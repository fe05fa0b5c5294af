import { worthOf } from '#shared/features/partner/partner-agreement.rules.ts';
import type { Issued } from '#shared/features/partner/partner-agreement.rules.ts';
import { settledIn } from '#shared/features/partner/partner-card.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import type { BulkValues, BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { partnerCardRecord } from './partner.record.ts';
import type { StoredAgreement } from './partner.repository.ts';

/**
 * 导入原有合作卡: the ledger's side of an import, inside the import's own transaction. An opening entry brings in what a card had
 * left; it counts in no month's issues, and taking it back is an entry too.
 */
export type OpeningBook = {
  /** Cards of an agreement that are out: in the month of a day, and in all. */
  issued(agreementId: number, day: Day): Issued;
  /** How many cards of an agreement a customer has had. */
  had(agreementId: number, customerId: number): number;
  /** Enters what a card has left, in the agreement's unit; the card itself is written by the import. */
  open(
    card: { readonly id: number; readonly partnerId: number },
    agreement: StoredAgreement,
    quantity: number,
    personId: number,
  ): void;
};

type Booked = {
  readonly cardId: number;
  readonly partnerId: number;
  readonly agreementId: number;
  readonly kind: 'opening' | 'reverse';
  readonly quantity: number;
  readonly after: number;
  readonly worthFen: number;
  readonly refersId: number | null;
  readonly personId: number;
};

type When = { readonly at: string; readonly today: Day };

/** Adds entries to the ledger of partner cards, each in the month that is open. */
function entering(sqlite: Sqlite, { at, today }: When): (booked: Booked) => void {
  const closed = sqlite.prepare('select max(month) from partner_settlement where partner_id = ?').pluck();
  const insert = sqlite.prepare(
    `insert into partner_entry (card_id, partner_id, agreement_id, kind, on_day, at, month, late, quantity, after, worth_fen,
       store_fen, partner_fen, receipt_key, refers_id, issue_id, note, person_id)
     values (@cardId, @partnerId, @agreementId, @kind, @onDay, @at, @month, @late, @quantity, @after, @worthFen,
       0, 0, null, @refersId, null, null, @personId)`,
  );
  return (booked) => {
    const last = closed.get(booked.partnerId) as Month | null;
    const { month, late } = settledIn(today, last);
    insert.run({ ...booked, onDay: today, at, month, late: Number(late) });
  };
}

/** The book of one import. */
export function openingBook(sqlite: Sqlite, when: When): OpeningBook {
  const out = `from partner_card where agreement_id = ? and state not in ('cancelled', 'stock')`;
  const issued = sqlite.prepare(
    `select count(*) as total, coalesce(sum(issued_on between ? and ?), 0) as month ${out}`,
  );
  const had = sqlite.prepare(`select count(*) ${out} and customer_id = ?`).pluck();
  const enter = entering(sqlite, when);
  return {
    issued(agreementId, day) {
      const { first, last } = monthDays(monthOf(day));
      return issued.get(first, last, agreementId) as Issued; // one row of two counts
    },
    had: (agreementId, customerId) => Number(had.get(agreementId, customerId)),
    open({ id, partnerId }, agreement, quantity, personId) {
      enter({
        cardId: id,
        partnerId,
        agreementId: agreement.id,
        kind: 'opening',
        quantity,
        after: quantity,
        worthFen: worthOf(agreement, quantity),
        refersId: null,
        personId,
      });
    },
  };
}

type Opened = Pick<Booked, 'partnerId' | 'agreementId' | 'quantity' | 'worthFen'> & { readonly id: number };

/**
 * Takes an opening back when its import is undone: a reversal in the ledger, and the card as it was before the import; one that
 * the import made keeps its number and is nobody's. Gives false where no opening stands.
 */
export function closeOpening(
  sqlite: Sqlite,
  bulk: BulkWriter,
  card: { readonly id: number; readonly version: number; readonly before: BulkValues | null },
  { personId, ...when }: When & { readonly personId: number },
): boolean {
  const opened = sqlite
    .prepare(
      `select id, partner_id as partnerId, agreement_id as agreementId, quantity, worth_fen as worthFen
       from partner_entry opening where card_id = ? and kind = 'opening'
         and not exists (select 1 from partner_entry where refers_id = opening.id and kind = 'reverse')
       order by id desc limit 1`,
    )
    .get(card.id) as Opened | undefined;
  if (!opened) return false;
  const { id, partnerId, agreementId, quantity, worthFen } = opened;
  entering(
    sqlite,
    when,
  )({
    cardId: card.id,
    partnerId,
    agreementId,
    kind: 'reverse',
    quantity: 0 - quantity,
    after: 0,
    worthFen: 0 - worthFen,
    refersId: id,
    personId,
  });
  const { number } = sqlite.prepare('select number from partner_card where id = ?').get(card.id) as {
    number: string;
  };
  const values = card.before ?? { number, partnerId, state: 'cancelled' };
  bulk.update(partnerCardRecord, card.id, values, card.version + 1, when.at);
  return true;
}
