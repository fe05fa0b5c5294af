import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { fileSchema, type DeskFile } from '../job/job.contract.ts';
import { partnerAgreementFields, partnerFields, partnerKindFields } from './partner.fields.ts';
import type { CardNumbering, CardUnit } from './partner.fields.ts';

const id = z.number({ error: 'required' }).int().positive();
const day = z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' });

const rights = { read: 'partner.read', write: 'partner.write', remove: 'partner.write' } as const;

/** An agreement under which cards can be issued on a day, with what is left of its quotas; null: without limit. */
export type UsableAgreement = {
  readonly id: number;
  readonly partnerId: number;
  readonly partnerName: string;
  readonly cardName: string;
  readonly unit: CardUnit;
  /** What a card holds: fen, or times. */
  readonly face: number;
  readonly worthFen: number;
  readonly numbering: CardNumbering;
  readonly validTo: Day;
  /** Last day of a card that is issued on the day. */
  readonly expiresOn: Day;
  readonly monthLeft: number | null;
  readonly totalLeft: number | null;
  readonly perCustomer: number | null;
  /** Physical cards in stock. */
  readonly inStock: number;
};

/** What a partner brought and cost in a span of days; rates in basis points, of what was issued or brought in by an import; null while nothing was. */
export type PartnerFigure = {
  readonly partnerId: number;
  readonly name: string;
  readonly issued: number;
  readonly issuedFen: number;
  readonly redeemed: number;
  readonly redeemedFen: number;
  readonly expiredFen: number;
  readonly rateBp: number | null;
  readonly storeFen: number;
  readonly partnerFen: number;
  /** What can still be redeemed at the end of the span. */
  readonly openFen: number;
};

export type TierFigure = {
  /** null: no member. */
  readonly tier: string | null;
  readonly customers: number;
  readonly issued: number;
  readonly redeemedFen: number;
  readonly storeFen: number;
  readonly partnerFen: number;
};

export type CustomerGain = {
  readonly customerId: number;
  readonly name: string;
  readonly tier: string | null;
  readonly cards: number;
  readonly gotFen: number;
};

export type PartnerFigures = {
  readonly from: Day;
  readonly to: Day;
  readonly partners: readonly PartnerFigure[];
  readonly tiers: readonly TierFigure[];
  /** Those who got most. */
  readonly customers: readonly CustomerGain[];
};

/** What waits for who keeps the partners. */
export type PartnerDesk = {
  /** Nine tenths of a quota or more are issued. */
  readonly quotas: readonly {
    readonly agreementId: number;
    readonly partnerName: string;
    readonly cardName: string;
    readonly left: number;
    readonly scope: 'month' | 'total';
  }[];
  readonly ending: readonly {
    readonly agreementId: number;
    readonly partnerName: string;
    readonly cardName: string;
    readonly validTo: Day;
    readonly days: number;
  }[];
  readonly settlements: readonly {
    readonly partnerId: number;
    readonly partnerName: string;
    readonly month: Month;
    readonly dueOn: Day;
    readonly days: number;
  }[];
};

export const partnerKindContract = { ...recordCalls(partnerKindFields, rights) };

export const partnerContract = {
  ...recordCalls(partnerFields, rights),
  figures: query('partnerSettlement.read', z.strictObject({ from: day, to: day }), output<PartnerFigures>()),
  desk: query('partner.write', z.strictObject({}), output<PartnerDesk>()),
};

/**
 * Terms of an agreement are frozen once a card was issued (`partner-terms-frozen`); two of the same partner and kind of card
 * never overlap (`partner-overlap`).
 */
export type AgreementScan = {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly personName: string;
  readonly at: string;
};

export const partnerAgreementContract = {
  ...recordCalls(partnerAgreementFields, rights),
  usable: query('partner.read', z.strictObject({}), output<readonly UsableAgreement[]>()),
  /**
   * 新版本: ends an agreement on the day before and begins a copy, whose terms can then be changed.
   * Errors: `partner-renew-from` where cards were issued on that day or later, or the agreement begins no earlier.
   */
  renew: command('partner.write', z.strictObject({ id, fromDay: day, toDay: day }), output<{ id: number }>()),
  /** 扫描件 of the signed paper, the newest first. */
  scans: query('partner.read', z.strictObject({ id }), output<readonly AgreementScan[]>()),
  /** A PDF as it is, or a photo. Errors: `partner-scan-kind`, `partner-scan-large`, `partner-scan-many`, photo errors. */
  addScan: action(
    'partner.write',
    z.strictObject({ id, file: fileSchema }),
    output<{ readonly scanId: number }>(),
  ),
  scan: query('partner.read', z.strictObject({ id, scanId: id }), output<DeskFile>()),
  removeScan: command('partner.write', z.strictObject({ id, scanId: id }), output<Record<string, never>>()),
};
