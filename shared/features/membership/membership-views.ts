import type { Day } from '../../kernel/day.ts';
import type { DesignContent } from './membership.content.ts';
import type { MembershipState } from './membership.fields.ts';
import type { Amounts, Lot } from './membership-ledger.rules.ts';
import type { Refund, RefundCause } from './membership-refund.rules.ts';
import type { EntryKind, Statement } from './membership-statement.rules.ts';

/** What the calls of a membership answer. */

/** What was posted. `repeated`: this receipt had been posted before, nothing was added. */
export type Posted = { readonly entryId: number; readonly repeated: boolean };

export type LedgerEntry = Amounts & {
  readonly id: number;
  readonly kind: EntryKind;
  readonly onDay: Day;
  readonly at: string;
  readonly receiptKey: string;
  /** The entry that it reverses, returns or refunds. */
  readonly refersId: number | null;
  /** Of a reversal: the kind of what it reverses. */
  readonly reversedKind: EntryKind | null;
  /** The entry that reversed this one. */
  readonly reversedById: number | null;
  readonly saleFen: number;
  readonly listFen: number;
  readonly worthFen: number;
  readonly moneyFen: number;
  readonly shortPoints: number;
  /** Balances after it. */
  readonly after: Amounts;
  readonly note: string | null;
  readonly personName: string;
};

export type MemberHit = {
  readonly id: number;
  readonly number: string;
  readonly customerName: string;
  readonly phone: string | null;
  readonly state: MembershipState;
  /** The card that was asked for is an old one: lost, replaced, or of a membership that was merged. */
  readonly oldCard: boolean;
};

/** 旧卡 a card that is not in force any more: it still leads to where the value is, and the page says so. */
export type OldCard = {
  readonly number: string;
  readonly endedAt: string;
  readonly reason: string | null;
  /** Number of the membership that it was given for. */
  readonly ofNumber: string;
};

/** A benefit of the tier, and how often it was had in the last twelve months. */
export type BenefitUse = {
  readonly name: string;
  readonly perYear: number;
  readonly used: number;
  readonly worthFen: number;
};

export type MemberView = {
  readonly id: number;
  readonly number: string;
  readonly cardNumber: string;
  readonly state: MembershipState;
  readonly customerId: number;
  readonly customerName: string;
  /** Masked where the person may not see it. */
  readonly phone: string | null;
  readonly plates: readonly string[];
  readonly joinedOn: Day;
  readonly closedOn: Day | null;
  readonly mergedInto: { readonly id: number; readonly number: string } | null;
  /** Other living memberships of the same customer, to be merged. */
  readonly others: readonly { readonly id: number; readonly number: string }[];
  readonly oldCards: readonly OldCard[];
  readonly tier: string;
  /** 会费 tiers that were paid for and run today or later, the last day of each. */
  readonly paidTiers: readonly { readonly name: string; readonly startsOn: Day; readonly expiresOn: Day }[];
  /** Sales that count for the tier: of the last twelve months. */
  readonly salesFen: number;
  readonly nextTier: { readonly name: string; readonly missingFen: number } | null;
  readonly pointsPer100: number;
  readonly labourDiscountBp: number;
  readonly benefits: readonly BenefitUse[];
  readonly usable: Amounts;
  readonly balance: Amounts;
  readonly pointFen: number;
  readonly managerAboveFen: number;
  readonly managerAbovePoints: number;
  /** What is left, oldest first; expired lots that no entry has written off yet included. */
  readonly lots: readonly Lot[];
  readonly entries: readonly LedgerEntry[];
  /** There are older entries than those. */
  readonly more: boolean;
};

export type RefundView = {
  readonly day: Day;
  readonly cause: RefundCause;
  readonly parts: readonly Refund[];
  readonly totalFen: number;
};

/** 负债 what the store owes its members on a day. */
export type Liability = {
  readonly day: Day;
  readonly members: number;
  readonly points: number;
  readonly pointFen: number;
  readonly pointsFen: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly vouchers: number;
  readonly vouchersFen: number;
  readonly packageTimes: number;
  /** Of what was paid, the part that is not used. */
  readonly packagesFen: number;
  readonly passes: number;
  readonly passesFen: number;
  /** Paid tiers that still run, and of their fees the part for the days that are left. */
  readonly paidTiers: number;
  readonly paidTiersFen: number;
  readonly totalFen: number;
};

export type YearStatement = Statement & {
  readonly year: number;
  readonly number: string;
  readonly customerName: string;
  readonly tier: string;
  /** Worth of what was redeemed by partner cards; beside what the membership itself gave. */
  readonly partnerCardsFen: number;
  readonly entries: readonly LedgerEntry[];
};

export type DesignEdition = {
  /** 0: comes with the program. */
  readonly edition: number;
  readonly fromDay: Day;
  readonly content: DesignContent;
};

export type DesignLine = DesignEdition & {
  readonly note: string | null;
  readonly createdAt: string;
  readonly createdByName: string;
};

/** A repair order whose number stands as the receipt of a sale of another customer. */
export type TakenOrder = {
  readonly number: string;
  /** The membership that has the points. */
  readonly membershipId: number;
  readonly membershipNumber: string;
};
