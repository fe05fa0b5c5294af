import { addDays, type Day } from '../../kernel/day.ts';
import { shareOfFen } from '../../kernel/money.ts';
import { addMonthsTo, monthOf, type Month } from '../../kernel/period.ts';
import { checkDigit } from '../membership/membership-card.rules.ts';
import { storeShareBp, worthOf, type Agreement } from './partner-agreement.rules.ts';
import type { CardState } from './partner.fields.ts';

/** Rules of partner cards (合作卡): numbers, redemption (核销), the month in which an entry is settled. */

/** received, given out, brought in with what was left, redeemed, written off, taken back, broken, sent back to the partner. */
export const entryKinds = [
  'receive',
  'issue',
  'opening',
  'redeem',
  'expire',
  'reverse',
  'damage',
  'return',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The number of the n-th card that the store makes: `P`, seven digits that count, one check digit. */
export function ownCardNumber(count: number): string {
  const digits = String(count).padStart(7, '0');
  return `P${digits}${checkDigit(digits)}`;
}

/** A scanned, typed or pasted number in one form: no blanks or hyphens, upper case. */
export const normalNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}-]/gu, '');

/** Numbers out of a pasted column, or a line with commas. */
export const splitNumbers = (text: string): string[] =>
  text
    .split(/[\n\r\t,，;；、]+/u)
    .map(normalNumber)
    .filter((number) => number !== '');

export const lastDay = (issuedOn: Day, validDays: number): Day => addDays(issuedOn, validDays);

/** A card as redemption looks at it; `balance` in the card's unit. */
export type CardStanding = {
  readonly number: string;
  readonly state: CardState;
  readonly balance: number;
  readonly issuedOn: Day | null;
  readonly expiresOn: Day | null;
  /** The day from which on what it had left stands in the ledger, where it was brought in by an import. */
  readonly openedOn: Day | null;
};

export type CardRefusal =
  | 'partner-card-not-issued'
  | 'partner-card-cancelled'
  | 'partner-card-used'
  | 'partner-card-expired'
  | 'partner-card-before-issue'
  | 'partner-card-before-opening'
  | 'partner-over-balance';

/**
 * Why a card cannot be redeemed by a quantity on a day; undefined: it can. A card that was written off on its last day may
 * still be redeemed by a receipt of a day before: `balance` is then what was written off.
 */
export function redeemRefusal(card: CardStanding, quantity: number, onDay: Day): CardRefusal | undefined {
  const { state, balance, issuedOn, expiresOn, openedOn } = card;
  if (state === 'cancelled') return 'partner-card-cancelled';
  if (issuedOn === null || expiresOn === null || !['issued', 'used', 'expired'].includes(state))
    return 'partner-card-not-issued';
  if (onDay > expiresOn) return 'partner-card-expired';
  if (onDay < issuedOn) return 'partner-card-before-issue';
  if (openedOn !== null && onDay < openedOn) return 'partner-card-before-opening';
  if (balance === 0) return 'partner-card-used';
  return quantity > balance ? 'partner-over-balance' : undefined;
}

/** What a redemption moves, each rounded to the whole fen once: what it is worth, what the store and the partner then owe. */
export function redemptionMoney(
  agreement: Agreement,
  quantity: number,
): { readonly worthFen: number; readonly storeFen: number; readonly partnerFen: number } {
  const worthFen = worthOf(agreement, quantity);
  return {
    worthFen,
    storeFen: agreement.useFen + shareOfFen(worthFen, storeShareBp(agreement)),
    partnerFen: shareOfFen(worthFen, agreement.rebateHundredths),
  };
}

/** The month in whose settlement something of a day counts: its own, or the first one after those that are closed. */
export function settledIn(
  onDay: Day,
  closed: Month | null,
): { readonly month: Month; readonly late: boolean } {
  const own = monthOf(onDay);
  if (closed === null || own > closed) return { month: own, late: false };
  return { month: addMonthsTo(closed, 1), late: true };
}
