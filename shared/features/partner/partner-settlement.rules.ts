import type { EntryKind } from './partner-card.rules.ts';

/** 结算 of a partner's month: sums over entries, nothing else; closed months take no new ones. */

/** Entries of one kind of one agreement, summed; `kind` of a reversal is the kind of what it reverses. */
export type EntrySum = {
  readonly agreementId: number;
  readonly cardName: string;
  readonly kind: EntryKind;
  readonly entries: number;
  readonly worthFen: number;
  readonly storeFen: number;
  readonly partnerFen: number;
};

/** A line of a settlement: one agreement. Counts and amounts are less what was reversed. */
export type SettlementLine = {
  readonly agreementId: number;
  readonly cardName: string;
  readonly issued: number;
  readonly issuedFen: number;
  readonly redeemed: number;
  readonly redeemedFen: number;
  readonly expired: number;
  readonly expiredFen: number;
  readonly storeFen: number;
  readonly partnerFen: number;
};

const emptyLine = {
  issued: 0,
  issuedFen: 0,
  redeemed: 0,
  redeemedFen: 0,
  expired: 0,
  expiredFen: 0,
  storeFen: 0,
  partnerFen: 0,
};

/** One line per agreement out of the sums of its entries. */
export function settlementLines(sums: readonly EntrySum[]): SettlementLine[] {
  const lines = new Map<number, SettlementLine>();
  for (const { agreementId, cardName, kind, entries, worthFen, storeFen, partnerFen } of sums) {
    const line = lines.get(agreementId) ?? { agreementId, cardName, ...emptyLine };
    lines.set(agreementId, {
      ...line,
      ...(kind === 'issue' ? { issued: line.issued + entries, issuedFen: line.issuedFen + worthFen } : {}),
      ...(kind === 'redeem'
        ? { redeemed: line.redeemed + entries, redeemedFen: line.redeemedFen - worthFen }
        : {}),
      ...(kind === 'expire'
        ? { expired: line.expired + entries, expiredFen: line.expiredFen - worthFen }
        : {}),
      storeFen: line.storeFen + storeFen,
      partnerFen: line.partnerFen + partnerFen,
    });
  }
  return [...lines.values()].toSorted((a, b) => a.agreementId - b.agreementId);
}

export type SettlementTotals = Omit<SettlementLine, 'agreementId' | 'cardName'> & {
  readonly openingFen: number;
  readonly closingFen: number;
  /** What the store pays; below zero: what the partner pays. */
  readonly netFen: number;
};

/** The lines' sum and the balance that is carried on: opening + issued − redeemed − expired. */
export function settlementTotals(openingFen: number, lines: readonly SettlementLine[]): SettlementTotals {
  const sum = { ...emptyLine };
  for (const line of lines)
    for (const name of Object.keys(emptyLine) as (keyof typeof emptyLine)[]) sum[name] += line[name];
  return {
    ...sum,
    openingFen,
    closingFen: openingFen + sum.issuedFen - sum.redeemedFen - sum.expiredFen,
    netFen: sum.storeFen - sum.partnerFen,
  };
}

/** Share of what was issued that was redeemed, in basis points; undefined while nothing was issued. */
export const redemptionRateBp = (issuedFen: number, redeemedFen: number): number | undefined =>
  issuedFen <= 0 ? undefined : Math.round((redeemedFen * 10_000) / issuedFen);
