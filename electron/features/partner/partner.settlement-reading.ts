import { sql } from 'kysely';
import { settleDueOn } from '#shared/features/partner/partner-agreement.rules.ts';
import {
  settlementLines,
  settlementTotals,
  type EntrySum,
} from '#shared/features/partner/partner-settlement.rules.ts';
import type {
  OpenMonth,
  SettlementEntry,
  SettlementView,
} from '#shared/features/partner/partner-settlement.contract.ts';
import type { CardUnit } from '#shared/features/partner/partner.fields.ts';
import { formatMonth, type Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { monthDays, type Month } from '#shared/kernel/period.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

type Of = { readonly partnerId: number; readonly month: Month };

/** 导入余额 and its reversal: carried over from before the program, so in no month's issues. */
const isBroughtIn = sql<boolean>`coalesce(reversed.kind, entry.kind) = 'opening'`;

/** Entries of a month that move money, summed by agreement and kind; reversals go with what they reverse. */
async function sumsOf(reader: Reader | Writer, { partnerId, month }: Of): Promise<EntrySum[]> {
  const { rows } = await sql<EntrySum>`
    select entry.agreement_id as agreement_id, agreement.card_name as card_name,
      coalesce(reversed.kind, entry.kind) as kind,
      sum(case entry.kind when 'reverse' then -1 else 1 end) as entries,
      sum(entry.worth_fen) as worth_fen, sum(entry.store_fen) as store_fen, sum(entry.partner_fen) as partner_fen
    from partner_entry entry
      join partner_agreement agreement on agreement.id = entry.agreement_id
      left join partner_entry reversed on reversed.id = entry.refers_id
    where entry.partner_id = ${partnerId} and entry.month = ${month} and not ${isBroughtIn}
    group by entry.agreement_id, coalesce(reversed.kind, entry.kind)`.execute(reader);
  return rows;
}

/**
 * What could still be redeemed when a month began: everything that was settled before it, and what cards of before the program
 * brought in during it.
 */
async function openingOf(
  reader: Reader | Writer,
  { partnerId, month }: Of,
): Promise<{ readonly openingFen: number; readonly broughtInFen: number }> {
  const { rows } = await sql<{ beforeFen: number; broughtInFen: number }>`
    select coalesce(sum(case when entry.month < ${month} then entry.worth_fen end), 0) as before_fen,
      coalesce(sum(case when entry.month = ${month} and ${isBroughtIn} then entry.worth_fen end), 0) as brought_in_fen
    from partner_entry entry left join partner_entry reversed on reversed.id = entry.refers_id
    where entry.partner_id = ${partnerId} and entry.month <= ${month}`.execute(reader);
  const { beforeFen, broughtInFen } = rows[0] ?? { beforeFen: 0, broughtInFen: 0 };
  return { openingFen: beforeFen + broughtInFen, broughtInFen };
}

/** What the agreement of the month writes off by itself, as sums that have not been entered yet. */
async function expiringOf(reader: Reader | Writer, { partnerId, month }: Of): Promise<EntrySum[]> {
  const { rows } = await sql<EntrySum>`
    select card.agreement_id as agreement_id, agreement.card_name as card_name, 'expire' as kind, count(*) as entries,
      -sum(coalesce(card.balance_times * agreement.time_fen, card.balance_fen)) as worth_fen,
      0 as store_fen, 0 as partner_fen
    from partner_card card join partner_agreement agreement on agreement.id = card.agreement_id
    where card.partner_id = ${partnerId} and card.state = 'issued' and card.expires_on <= ${monthDays(month).last}
    group by card.agreement_id`.execute(reader);
  return rows;
}

async function entriesOf(reader: Reader | Writer, { partnerId, month }: Of): Promise<SettlementEntry[]> {
  const rows = await reader
    .selectFrom('partnerEntry as entry')
    .innerJoin('partnerCard as card', 'card.id', 'entry.cardId')
    .innerJoin('partnerAgreement as agreement', 'agreement.id', 'entry.agreementId')
    .leftJoin('customer', 'customer.id', 'card.customerId')
    .leftJoin('partnerEntry as reversed', 'reversed.id', 'entry.refersId')
    .select([
      'entry.id',
      'entry.kind',
      'reversed.kind as reversedKind',
      'entry.onDay',
      'entry.late',
      'entry.quantity',
      'entry.worthFen',
      'entry.storeFen',
      'entry.partnerFen',
      'entry.receiptKey',
      'card.number',
      'agreement.cardName',
      'agreement.unit',
      'customer.name as customerName',
    ])
    .where('entry.partnerId', '=', partnerId)
    .where('entry.month', '=', month)
    .where((where) => where.not(isBroughtIn))
    .orderBy('entry.onDay')
    .orderBy('entry.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    late: row.late === 1,
    unit: row.unit as CardUnit, // checked when it was written
    customerName: row.customerName ?? '',
  }));
}

/** The newest list of the partner for a month, against what was redeemed. */
async function listOf(
  reader: Reader | Writer,
  { partnerId, month }: Of,
  redeemedFen: number,
): Promise<SettlementView['list']> {
  const list = await reader
    .selectFrom('partnerList')
    .select(['id', 'name'])
    .where('partnerId', '=', partnerId)
    .where('month', '=', month)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!list) return null;
  const rows = await reader
    .selectFrom('partnerListRow')
    .selectAll()
    .where('listId', '=', list.id)
    .orderBy('line')
    .execute();
  const listFen = rows.reduce((sum, { worthFen }) => sum + worthFen, 0);
  return {
    name: list.name,
    rows: rows.length,
    listFen,
    differenceFen: listFen - redeemedFen,
    open: rows
      .filter(({ verdict }) => verdict !== 'posted' && verdict !== 'known')
      .map(({ line, number, amount, onDay, receiptKey, verdict }) => ({
        line,
        number,
        amountFen: amount,
        onDay,
        receipt: receiptKey,
        verdict,
      })),
  };
}

/** The day on which a month of a partner is to be settled, by the agreement that came last. */
async function dueOf(reader: Reader | Writer, { partnerId, month }: Of): Promise<Day> {
  const agreement = await reader
    .selectFrom('partnerAgreement')
    .select('settleDay')
    .where('partnerId', '=', partnerId)
    .where('validFrom', '<=', monthDays(month).last)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst();
  return settleDueOn(month, agreement?.settleDay ?? 10);
}

/** Months with entries that nobody has agreed yet, the earliest first. */
export async function openMonths(reader: Reader | Writer, partnerId?: number): Promise<OpenMonth[]> {
  const months = reader
    .selectFrom('partnerEntry as entry')
    .innerJoin('partner', 'partner.id', 'entry.partnerId')
    .leftJoin('partnerSettlement as settled', (join) =>
      join.onRef('settled.partnerId', '=', 'entry.partnerId').onRef('settled.month', '=', 'entry.month'),
    )
    .leftJoin('partnerEntry as reversed', 'reversed.id', 'entry.refersId')
    .select(({ fn }) => [
      'entry.partnerId',
      'partner.name as partnerName',
      'entry.month',
      fn.countAll<number>().as('entries'),
    ])
    .where('settled.id', 'is', null)
    .where('entry.agreementId', 'is not', null)
    .where((where) => where.not(isBroughtIn))
    .groupBy(['entry.partnerId', 'entry.month'])
    .orderBy('entry.month')
    .orderBy('partner.name');
  const rows = await (
    partnerId === undefined ? months : months.where('entry.partnerId', '=', partnerId)
  ).execute();
  return Promise.all(rows.map(async (row) => ({ ...row, dueOn: await dueOf(reader, row) })));
}

/** A settlement as it stands: agreed ones from the entries of their closed month, others reckoned with what would expire. */
export async function settlementView(
  reader: Reader | Writer,
  of: Of,
  today: Day,
  language: Language,
): Promise<SettlementView> {
  const { partnerId, month } = of;
  const partner = await reader
    .selectFrom('partner')
    .select('name')
    .where('id', '=', partnerId)
    .executeTakeFirst();
  if (!partner) throw notFound('partner', partnerId);
  const settled = await reader
    .selectFrom('partnerSettlement')
    .innerJoin('person', 'person.id', 'partnerSettlement.agreedById')
    .selectAll('partnerSettlement')
    .select('person.name as agreedByName')
    .where('partnerId', '=', partnerId)
    .where('month', '=', month)
    .executeTakeFirst();
  const sums = [...(await sumsOf(reader, of)), ...(settled ? [] : await expiringOf(reader, of))];
  const lines = settlementLines(sums);
  const { openingFen, broughtInFen } = await openingOf(reader, of);
  const totals = settlementTotals(openingFen, lines);
  const [earliest] = settled ? [] : await openMonths(reader, partnerId);
  const blocked: SettlementView['blocked'] = settled
    ? null
    : monthDays(month).last >= today
      ? { reason: 'partner-month-running', params: { month: formatMonth(month, language) } }
      : earliest && earliest.month < month
        ? { reason: 'partner-settle-earlier', params: { month: formatMonth(earliest.month, language) } }
        : lines.length === 0
          ? { reason: 'partner-settle-empty', params: { month: formatMonth(month, language) } }
          : null;
  return {
    ...totals,
    broughtInFen,
    partnerId,
    partnerName: partner.name,
    month,
    state: settled ? (settled.state as 'agreed' | 'paid') : 'draft', // written by the core alone
    id: settled?.id ?? null,
    number: settled?.number ?? null,
    dueOn: await dueOf(reader, of),
    blocked,
    lines,
    entries: await entriesOf(reader, of),
    list: await listOf(reader, of, totals.redeemedFen),
    agreedOn: settled?.agreedOn ?? null,
    agreedByName: settled?.agreedByName ?? null,
    paidOn: settled?.paidOn ?? null,
    receivableId: settled?.receivableId ?? null,
    cashId: settled?.cashId ?? null,
    note: settled?.note ?? null,
  };
}
