import { addDays, compareDays, type Day } from '../../kernel/day.ts';
import { repairPurposes, type RepairClass } from '../checklist/checklist.content.ts';
import { latestOf, type CheckDone } from '../inspection/inspection.rules.ts';
import type { partOrigins } from './repair.fields.ts';

/** 维修质量: warranty of repairs, returns within it, parts that stop an order, what an order needs before it leaves. */

export type PartOrigin = (typeof partOrigins)[number];

/** Classes whose vehicle leaves with a 竣工出厂合格证. Source: domain rules §5. */
const certified: readonly RepairClass[] = ['secondMaintenance', 'assembly', 'whole'];

/** Whether a vehicle of this class leaves with a certificate. Source: domain rules §5. */
export const needsCertificate = (repairClass: RepairClass | null): boolean =>
  repairClass !== null && certified.includes(repairClass);

/** 质量保证期 of one class: days and kilometres, whichever ends first. */
export type WarrantyRule = {
  readonly repairClass: RepairClass;
  readonly days: number;
  readonly kilometres: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** The rule in force for a class on a day; of several the one that began last. */
export const warrantyRuleOn = (
  rules: readonly WarrantyRule[],
  repairClass: RepairClass,
  day: Day,
): WarrantyRule | undefined =>
  rules
    .filter(
      (rule) =>
        rule.repairClass === repairClass &&
        rule.validFrom <= day &&
        (rule.validTo === null || day <= rule.validTo),
    )
    .sort((a, b) => compareDays(b.validFrom, a.validFrom))[0];

/** A warranty: its last day, and the odometer reading up to which it holds (null where the reading is not known). */
export type Warranty = { readonly untilOn: Day; readonly untilKm: number | null };

/** Warranty of a repair that left on a day at an odometer reading. The day of leaving is not counted. */
export const warrantyOf = (
  rule: Pick<WarrantyRule, 'days' | 'kilometres'>,
  left: { readonly on: Day; readonly odometerKm: number | null },
): Warranty => ({
  untilOn: addDays(left.on, rule.days),
  untilKm: left.odometerKm === null ? null : left.odometerKm + rule.kilometres,
});

/** An earlier repair of the same vehicle that has left. */
export type LeftRepair = {
  readonly id: number;
  readonly number: string;
  readonly repairClass: RepairClass;
  readonly leftOn: Day;
  readonly odometerKm: number | null;
};

export type ReturnCandidate = LeftRepair & Warranty;

/**
 * 返修: the repair whose warranty still held when the vehicle came in again; the latest one. Without odometer readings the
 * days alone decide.
 */
export function returnCandidate(
  visit: { readonly checkedInOn: Day; readonly odometerKm: number | null },
  earlier: readonly LeftRepair[],
  rules: readonly WarrantyRule[],
): ReturnCandidate | undefined {
  return earlier
    .filter(({ leftOn }) => leftOn <= visit.checkedInOn)
    .sort((a, b) => compareDays(b.leftOn, a.leftOn) || b.id - a.id)
    .flatMap((repair) => {
      const rule = warrantyRuleOn(rules, repair.repairClass, repair.leftOn);
      if (!rule) return [];
      const warranty = warrantyOf(rule, { on: repair.leftOn, odometerKm: repair.odometerKm });
      const driven = warranty.untilKm !== null && visit.odometerKm !== null;
      const over =
        visit.checkedInOn > warranty.untilOn || (driven && (visit.odometerKm ?? 0) > (warranty.untilKm ?? 0));
      return over ? [] : [{ ...repair, ...warranty }];
    })[0];
}

/** What makes a part the same part: an allowance ends when one of these changes. */
export type PartIdentity = {
  readonly origin: PartOrigin;
  readonly code: string | null;
  readonly name: string;
  readonly supplier: string | null;
  readonly quantityHundredths: number;
};

/** The part as an allowance names it. */
export const allowanceKey = (part: PartIdentity): string =>
  [part.origin, part.code ?? '', part.name, part.supplier ?? '', part.quantityHundredths]
    .join('|')
    .slice(0, 400);

/** A part that is not 原厂 stops the order until a manager allows it just as it is (QC-2). Unknown origin is not 原厂. */
export const partStops = (part: PartIdentity & { readonly allowedFor: string | null }): boolean =>
  part.origin !== 'original' && part.allowedFor !== allowanceKey(part);

/** Why a repair order may not be handed over: the key of a sentence in the `problem` texts. */
export type LeaveRefusal =
  | 'check-repair-class-missing'
  | 'check-parts-stopped'
  | 'repair-not-checked'
  | 'repair-rework-open'
  | 'repair-certificate-missing';

/** Gate of the hand-over of a repair: all three levels passed in the present round, parts allowed, certificate issued. */
export function leaveRefusal(repair: {
  readonly repairClass: RepairClass | null;
  readonly partsStopped: boolean;
  readonly reworkOpen: boolean;
  /** Checks of the present round. */
  readonly checks: readonly CheckDone[];
  readonly certificateIssued: boolean;
}): LeaveRefusal | null {
  if (repair.repairClass === null) return 'check-repair-class-missing';
  if (repair.partsStopped) return 'check-parts-stopped';
  if (repair.reworkOpen) return 'repair-rework-open';
  if (repairPurposes.some((level) => latestOf(repair.checks, level)?.state !== 'passed'))
    return 'repair-not-checked';
  if (needsCertificate(repair.repairClass) && !repair.certificateIssued) return 'repair-certificate-missing';
  return null;
}

/** 一次合格率: an order counts in the period in which its final check passed; basis points, null when none did. */
export type PassRate = {
  readonly checked: number;
  readonly firstPass: number;
  readonly rateBasisPoints: number | null;
};

/** The rate of orders that passed without a rework. */
export function passRate(orders: readonly { readonly reworks: number }[]): PassRate {
  const checked = orders.length;
  const firstPass = orders.filter(({ reworks }) => reworks === 0).length;
  return { checked, firstPass, rateBasisPoints: share(firstPass, checked) };
}

/** 原厂配件率 by number of lines and by value. */
export type OriginShare = {
  readonly lines: number;
  readonly originalLines: number;
  readonly linesBasisPoints: number | null;
  readonly amountFen: number;
  readonly originalFen: number;
  readonly amountBasisPoints: number | null;
};

/** Lines of one origin and what they came to. */
export type OriginSum = {
  readonly origin: PartOrigin;
  readonly lines: number;
  readonly amountFen: number;
};

/** The share of original parts among all, by lines and by value, in basis points; null without any part. */
export function originShare(sums: readonly OriginSum[]): OriginShare {
  const original = sums.filter(({ origin }) => origin === 'original');
  const total = (list: readonly OriginSum[], of: 'lines' | 'amountFen'): number =>
    list.reduce((sum, one) => sum + one[of], 0);
  const [lines, originalLines] = [total(sums, 'lines'), total(original, 'lines')];
  const [amountFen, originalFen] = [total(sums, 'amountFen'), total(original, 'amountFen')];
  return {
    lines,
    originalLines,
    linesBasisPoints: share(originalLines, lines),
    amountFen,
    originalFen,
    amountBasisPoints: share(originalFen, amountFen),
  };
}

/** Whole basis points, rounded down so that 100 % is said only when nothing is missing; null of nothing. */
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number((BigInt(part) * 10_000n) / BigInt(whole));
