import { daysBetween, type Day } from '../../kernel/day.ts';
import { portion } from './membership-ledger.rules.ts';

/**
 * 预付款退款 what a member gets back of money paid ahead, by the prudent rule of domain rules §7 (法释〔2025〕4号): within 7 days the
 * principal back; else paid − used, at the price that was charged where the store is the cause, at list price where the
 * member is; bonus takes its share of what was used and is not paid out; a card without limit and the fee of a tier by the time that is left.
 * Each result carries its reasoning line by line.
 */

/** Who is the cause that the agreement ends. */
export const refundCauses = ['store', 'member'] as const;
export type RefundCause = (typeof refundCauses)[number];

/** Days within which the principal is asked back without a reason. */
export const coolingDays = 7;

/** Money paid ahead at once: a top-up, a pass, the fee of a tier, or a package, with which vouchers that were sold count. Fen. */
export type Prepaid = {
  readonly entryId: number;
  readonly kind: 'storedValue' | 'package' | 'pass' | 'tier';
  readonly name: string | null;
  readonly paidOn: Day;
  readonly paidFen: number;
  /** Given on top of a top-up. */
  readonly bonusFen: number;
  /** Taken from both, at the price that was charged. */
  readonly usedFen: number;
  /** Of that, what the principal bore, as the ledger took it. */
  readonly usedPaidFen: number;
  /** List price of what was taken. */
  readonly usedListFen: number;
  readonly times: number;
  readonly usedTimes: number;
  /** List price of one time. */
  readonly unitFen: number;
  readonly startsOn: Day;
  readonly expiresOn: Day | null;
};

/** A line of the reasoning: key of a sentence, its figures (fen, counts or days), and what it adds up to. */
export type RefundLine = {
  readonly key:
    | 'paid'
    | 'withinDays'
    | 'usedCharged'
    | 'usedList'
    | 'bonusShare'
    | 'timesCharged'
    | 'timesList'
    | 'timeUsed'
    | 'notBelowZero';
  readonly params: Readonly<Record<string, string | number>>;
  /** Signed effect on the refund. */
  readonly fen: number;
};

export type Refund = {
  readonly entryId: number;
  readonly kind: Prepaid['kind'];
  readonly name: string | null;
  readonly paidOn: Day;
  readonly lines: readonly RefundLine[];
  readonly refundFen: number;
};

type Used = { readonly lines: readonly RefundLine[]; readonly fen: number };

function usedOfStoredValue(one: Prepaid, cause: RefundCause): Used {
  const { paidFen, bonusFen, usedFen, usedPaidFen, usedListFen } = one;
  const atList = cause === 'member';
  const used = atList ? usedListFen : usedFen;
  const line: RefundLine = { key: atList ? 'usedList' : 'usedCharged', params: { used }, fen: -used };
  if (bonusFen === 0) return { lines: [line], fen: used };
  // As the ledger took it; at list price rounded for the member: what the bonus bears is rounded up.
  const ofPaid = atList ? portion(used, paidFen, paidFen + bonusFen) : usedPaidFen;
  return {
    lines: [
      line,
      { key: 'bonusShare', params: { bonusFen, totalFen: paidFen + bonusFen }, fen: used - ofPaid },
    ],
    fen: ofPaid,
  };
}

function usedOfPackage(one: Prepaid, cause: RefundCause): Used {
  const { paidFen, times, usedTimes, unitFen } = one;
  const fen = cause === 'member' ? usedTimes * unitFen : portion(paidFen, usedTimes, times);
  return {
    lines: [
      {
        key: cause === 'member' ? 'timesList' : 'timesCharged',
        params: { usedTimes, times, unitFen, paidFen },
        fen: -fen,
      },
    ],
    fen,
  };
}

function usedOfPass({ paidFen, startsOn, expiresOn }: Prepaid, day: Day): Used {
  const days = expiresOn === null ? 1 : daysBetween(startsOn, expiresOn) + 1;
  const gone = Math.min(days, Math.max(0, daysBetween(startsOn, day)));
  const left = days - gone;
  // What is left is rounded up, for the member.
  const fen = portion(paidFen, gone, days);
  return { lines: [{ key: 'timeUsed', params: { gone, left, days }, fen: -fen }], fen };
}

/** What one prepayment gives back on a day, and why. Fen; never below 0, never above what was paid. */
export function refundOf(one: Prepaid, cause: RefundCause, day: Day): Refund {
  const { entryId, kind, name, paidOn, paidFen } = one;
  const head = { entryId, kind, name, paidOn };
  const paid: RefundLine = { key: 'paid', params: {}, fen: paidFen };
  const nothingUsed = one.usedFen === 0 && one.usedTimes === 0;
  const age = daysBetween(paidOn, day);
  if (age <= coolingDays && nothingUsed)
    return {
      ...head,
      lines: [paid, { key: 'withinDays', params: { age, days: coolingDays }, fen: 0 }],
      refundFen: paidFen,
    };
  const used =
    kind === 'storedValue'
      ? usedOfStoredValue(one, cause)
      : kind === 'package'
        ? usedOfPackage(one, cause)
        : usedOfPass(one, day);
  const rest = paidFen - used.fen;
  const lines = [paid, ...used.lines];
  if (rest < 0) lines.push({ key: 'notBelowZero', params: {}, fen: -rest });
  return { ...head, lines, refundFen: Math.max(0, rest) };
}
