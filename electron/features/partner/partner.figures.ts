import { sql } from 'kysely';
import { cardsLeft, daysUntil } from '#shared/features/partner/partner-agreement.rules.ts';
import type {
  CustomerGain,
  PartnerDesk,
  PartnerFigure,
  PartnerFigures,
  TierFigure,
} from '#shared/features/partner/partner.contract.ts';
import { redemptionRateBp } from '#shared/features/partner/partner-settlement.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { monthDays } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readIssued, type StoredAgreement } from './partner.repository.ts';
import { openMonths } from './partner.settlement-reading.ts';

/** Days ahead in which the end of an agreement and the day of a settlement are told. */
const endingDays = 30;
const settlingDays = 7;
/** Share of a quota, in tenths, from which on it is nearly used up. */
const nearlyTenths = 9;
const mostCustomers = 20;

/** Sums of entries whose own or reversed kind is asked for: a reversal takes its part away. */
const sums = sql`
  sum(case coalesce(reversed.kind, entry.kind) when 'issue' then case entry.kind when 'reverse' then -1 else 1 end else 0 end) as issued,
  sum(case coalesce(reversed.kind, entry.kind) when 'issue' then entry.worth_fen else 0 end) as issued_fen,
  sum(case coalesce(reversed.kind, entry.kind) when 'redeem' then case entry.kind when 'reverse' then -1 else 1 end else 0 end) as redeemed,
  -sum(case coalesce(reversed.kind, entry.kind) when 'redeem' then entry.worth_fen else 0 end) as redeemed_fen,
  -sum(case coalesce(reversed.kind, entry.kind) when 'expire' then entry.worth_fen else 0 end) as expired_fen,
  sum(entry.store_fen) as store_fen, sum(entry.partner_fen) as partner_fen`;

const joined = sql`
  from partner_entry entry
    join partner_card card on card.id = entry.card_id
    left join partner_entry reversed on reversed.id = entry.refers_id`;

/** Cost, use and liability by partner, tier and customer, by the day on which things happened. */
export async function partnerFigures(
  reader: Reader,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<PartnerFigures> {
  const { rows: partners } = await sql<Omit<PartnerFigure, 'rateBp'> & { readonly broughtFen: number }>`
    select partner.id as partner_id, partner.name as name, ${sums},
      sum(case coalesce(reversed.kind, entry.kind) when 'opening' then entry.worth_fen else 0 end) as brought_fen,
      coalesce((select sum(worth_fen) from partner_entry where partner_id = partner.id and on_day <= ${to}), 0) as open_fen
    ${joined} join partner on partner.id = entry.partner_id
    where entry.on_day between ${from} and ${to}
    group by partner.id order by partner.name`.execute(reader);
  const { rows: tiers } = await sql<TierFigure>`
    select card.tier as tier, count(distinct card.customer_id) as customers, ${sums}
    ${joined} where entry.on_day between ${from} and ${to} and entry.agreement_id is not null
    group by card.tier order by store_fen desc`.execute(reader);
  const { rows: customers } = await sql<CustomerGain>`
    select * from (
      select card.customer_id as customer_id, customer.name as name, max(card.tier) as tier,
        count(distinct card.id) as cards,
        -sum(case coalesce(reversed.kind, entry.kind) when 'redeem' then entry.worth_fen else 0 end) as got_fen
      ${joined} join customer on customer.id = card.customer_id
      where entry.on_day between ${from} and ${to}
      group by card.customer_id)
    where got_fen > 0 order by got_fen desc, customer_id limit ${mostCustomers}`.execute(reader);
  return {
    from,
    to,
    // What an import brought in could be redeemed as well, though it was issued in no month.
    partners: partners.map(({ broughtFen, ...row }) => ({
      ...row,
      rateBp: redemptionRateBp(row.issuedFen + broughtFen, row.redeemedFen) ?? null,
    })),
    tiers: tiers.map(({ tier, customers: count, issued, redeemedFen, storeFen, partnerFen }) => ({
      tier,
      customers: count,
      issued,
      redeemedFen,
      storeFen,
      partnerFen,
    })),
    customers,
  };
}

/** What waits for who keeps the partners. */
export async function partnerDesk(reader: Reader, today: Day): Promise<PartnerDesk> {
  const rows = await reader
    .selectFrom('partnerAgreement as agreement')
    .innerJoin('partner', 'partner.id', 'agreement.partnerId')
    .selectAll('agreement')
    .select('partner.name as partnerName')
    .where('agreement.removedAt', 'is', null)
    .where('partner.state', '=', 'active')
    .where('agreement.validFrom', '<=', today)
    .where('agreement.validTo', '>=', today)
    .orderBy('agreement.validTo')
    .execute();
  const quotas: PartnerDesk['quotas'][number][] = [];
  const ending: PartnerDesk['ending'][number][] = [];
  for (const row of rows) {
    const agreement = row as typeof row & StoredAgreement; // choices were checked when they were written
    const head = { agreementId: row.id, partnerName: row.partnerName, cardName: row.cardName };
    const left = cardsLeft(agreement, await readIssued(reader, row.id, today));
    const isNear = (rest: number | null, quota: number | null): rest is number =>
      rest !== null && quota !== null && rest * 10 <= quota * (10 - nearlyTenths);
    if (isNear(left.total, row.totalQuota)) quotas.push({ ...head, left: left.total, scope: 'total' });
    else if (isNear(left.month, row.monthQuota)) quotas.push({ ...head, left: left.month, scope: 'month' });
    const days = daysUntil(row.validTo, today);
    const { next } = await reader
      .selectFrom('partnerAgreement')
      .select(({ fn }) => fn.countAll<number>().as('next'))
      .where('partnerId', '=', row.partnerId)
      .where('cardName', '=', row.cardName)
      .where('validFrom', '>', row.validTo)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (days <= endingDays && next === 0) ending.push({ ...head, validTo: row.validTo, days });
  }
  const settlements = (await openMonths(reader))
    .filter(({ month }) => monthDays(month).last < today)
    .map(({ partnerId, partnerName, month, dueOn }) => ({
      partnerId,
      partnerName,
      month,
      dueOn,
      days: daysUntil(dueOn, today),
    }))
    .filter(({ days }) => days <= settlingDays);
  return { quotas, ending, settlements };
}
