import { dayNumber, type Day } from '../../kernel/day.ts';
import { addMonthsTo, monthDays, monthOf } from '../../kernel/period.ts';
import type { partnerAgreementFields } from './partner.fields.ts';
import type { ValuesOf } from '../../kernel/field.ts';

/** Rules of an agreement (合作协议) and its quotas (配额). */

export type Agreement = ValuesOf<typeof partnerAgreementFields>;

/** Latest day of a month on which two may settle: every month has it. */
const lastSettleDay = 28;

/** What is wrong with the terms, beside which field; undefined: nothing. */
export function agreementProblem(
  terms: Readonly<Record<string, unknown>>,
): { readonly field: string; readonly issue: string } | undefined {
  const number = (name: string): number => Number(terms[name] ?? 0);
  if (String(terms['validTo']) < String(terms['validFrom']))
    return { field: 'validTo', issue: 'ends-before-start' };
  const needed = terms['unit'] === 'money' ? ['faceFen'] : ['faceTimes', 'timeFen'];
  const missing = needed.find((name) => number(name) <= 0);
  if (missing !== undefined) return { field: missing, issue: 'partner-face-needed' };
  if (terms['bearer'] === 'shared' && (terms['storeShareHundredths'] ?? null) === null)
    return { field: 'storeShareHundredths', issue: 'partner-share-needed' };
  if (number('storeShareHundredths') > 10_000)
    return { field: 'storeShareHundredths', issue: 'percent-above' };
  if (number('rebateHundredths') > 10_000) return { field: 'rebateHundredths', issue: 'percent-above' };
  if (number('settleDay') > lastSettleDay) return { field: 'settleDay', issue: 'partner-settle-day' };
  return undefined;
}

/** Terms that stand as they are once a card was issued under them; the end may be moved, the note be changed. */
export const frozenTerms = [
  'partnerId',
  'cardName',
  'validFrom',
  'unit',
  'faceFen',
  'faceTimes',
  'timeFen',
  'bearer',
  'storeShareHundredths',
  'cardFen',
  'useFen',
  'rebateHundredths',
  'monthQuota',
  'totalQuota',
  'perCustomer',
  'validDays',
  'settleDay',
  'numbering',
] as const satisfies readonly (keyof Agreement)[];

/** The store's part of what is redeemed, in basis points. */
export const storeShareBp = ({ bearer, storeShareHundredths }: Agreement): number =>
  bearer === 'store' ? 10_000 : bearer === 'partner' ? 0 : (storeShareHundredths ?? 0);

/** What a quantity of a card's unit (fen or times) is worth in fen. */
export const worthOf = ({ unit, timeFen }: Pick<Agreement, 'unit' | 'timeFen'>, quantity: number): number =>
  unit === 'money' ? quantity : quantity * (timeFen ?? 0);

/** What a new card holds, in its unit. */
export const faceOf = ({ unit, faceFen, faceTimes }: Agreement): number =>
  (unit === 'money' ? faceFen : faceTimes) ?? 0;

/** Cards that were issued under an agreement and not taken back. */
export type Issued = { readonly month: number; readonly total: number };

/** How many can still be issued on a day; null: without limit. */
export function cardsLeft(
  { monthQuota, totalQuota }: Pick<Agreement, 'monthQuota' | 'totalQuota'>,
  issued: Issued,
): { readonly month: number | null; readonly total: number | null; readonly now: number | null } {
  const month = monthQuota === null ? null : Math.max(0, monthQuota - issued.month);
  const total = totalQuota === null ? null : Math.max(0, totalQuota - issued.total);
  const limits = [month, total].filter((one) => one !== null);
  return { month, total, now: limits.length === 0 ? null : Math.min(...limits) };
}

export type QuotaRefusal = {
  readonly reason: 'partner-quota-total' | 'partner-quota-month' | 'partner-quota-last-month';
  readonly params: Readonly<Record<string, string | number>>;
};

/** Why so many cards cannot be issued on a day: how many are left, and from when again; undefined: they can. */
export function quotaRefusal(
  agreement: Pick<Agreement, 'monthQuota' | 'totalQuota' | 'validTo' | 'cardName'>,
  issued: Issued,
  asked: number,
  day: Day,
): QuotaRefusal | undefined {
  const left = cardsLeft(agreement, issued);
  const common = { card: agreement.cardName, asked };
  if (left.total !== null && asked > left.total)
    return {
      reason: 'partner-quota-total',
      params: { ...common, left: left.total, quota: agreement.totalQuota ?? 0 },
    };
  if (left.month === null || asked <= left.month) return undefined;
  const from = monthDays(addMonthsTo(monthOf(day), 1)).first;
  const params = { ...common, left: left.month, quota: agreement.monthQuota ?? 0 };
  return from > agreement.validTo
    ? { reason: 'partner-quota-last-month', params: { ...params, to: agreement.validTo } }
    : { reason: 'partner-quota-month', params: { ...params, from } };
}

/** The day on which a month is to be settled: in the month after. */
export const settleDueOn = (month: string, settleDay: number): Day =>
  `${addMonthsTo(month, 1)}-${String(settleDay).padStart(2, '0')}`;

/** Days from one to the other; below zero where it is over. */
export const daysUntil = (day: Day, today: Day): number => dayNumber(day) - dayNumber(today);
