import { addMonths, type Day } from '../../kernel/day.ts';
import type { RetentionKind } from './retention-rule.fields.ts';

/** 同意范围 what consent is about: 电话联系 / 营销 / 提供给厂家. */
export const consentScopes = ['calls', 'marketing', 'manufacturer'] as const;
export type ConsentScope = (typeof consentScopes)[number];
export const consentDecisions = ['given', 'refused', 'withdrawn'] as const; // 同意 / 不同意 / 撤回
export type ConsentDecision = (typeof consentDecisions)[number];
/** `record`: taken over from the customer's form or an import, nobody knows how it was told. */
const consentWays = ['form', 'paper', 'telephone', 'record'] as const;
export type ConsentWay = (typeof consentWays)[number];

export type ConsentEntry = {
  readonly decision: ConsentDecision;
  readonly scopes: readonly ConsentScope[];
  readonly onDay: Day;
};

/** What holds for each scope: the newest day that names it, the later entry of one day. Entries in the order of entering. */
export function consentStanding(
  entries: readonly ConsentEntry[],
): Readonly<Record<ConsentScope, ConsentDecision | null>> {
  const newest = (scope: ConsentScope): ConsentDecision | null =>
    entries
      .filter(({ scopes }) => scopes.includes(scope))
      .reduce<ConsentEntry | null>(
        (last, one) => (last === null || one.onDay >= last.onDay ? one : last),
        null,
      )?.decision ?? null;
  return {
    calls: newest('calls'),
    marketing: newest('marketing'),
    manufacturer: newest('manufacturer'),
  };
}

/**
 * 个人信息同意 of the customer: what lists of calls and campaigns ask. A refusal or withdrawal of calls or marketing keeps the
 * customer off both; data to the manufacturer is another matter. null: nothing was said of either.
 */
export function presentConsent(entries: readonly ConsentEntry[]): 'given' | 'refused' | null {
  const { calls, marketing } = consentStanding(entries);
  const told = [calls, marketing].filter((one) => one !== null);
  if (told.length === 0) return null;
  return told.every((one) => one === 'given') ? 'given' : 'refused';
}

export type RetentionRule = {
  readonly kind: RetentionKind;
  readonly years: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** Years of a kind on a day: of several rows the one that began last; null where there is none. */
export function retentionYears(
  rules: readonly RetentionRule[],
  kind: RetentionKind,
  day: Day,
): number | null {
  const valid = rules.filter(
    (rule) => rule.kind === kind && rule.validFrom <= day && (rule.validTo === null || rule.validTo >= day),
  );
  return (
    valid.reduce<RetentionRule | null>(
      (last, one) => (last === null || one.validFrom >= last.validFrom ? one : last),
      null,
    )?.years ?? null
  );
}

/** The day until which something is kept whose last day is known. */
export const keptUntil = (lastOn: Day, years: number): Day => addMonths(lastOn, years * 12);

/** So many shown values or exports of one person in one day are looked at. */
export const unusualReveals = 20;
export const unusualExports = 3;
export const unusualRows = 1000;
