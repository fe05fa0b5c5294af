import { z } from 'zod';
import { designContentSchema, type DesignContent } from '#shared/features/membership/membership.content.ts';
import { designIssues } from '#shared/features/membership/membership-design.rules.ts';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import { fieldIssuesOf } from '#shared/rpc/field-issues.ts';

/** A design while it is typed: every number may still be empty, benefits stand in one list. */
const number = z.number().nullable();
const tier = z.strictObject({
  name: z.string(),
  fromFen: number,
  keepFen: number,
  graceMonths: number,
  pointsPer100: number,
  labourDiscountBp: number,
  priceFen: number.default(0),
  priceMonths: number.default(12),
});
const offer = z.strictObject({
  name: z.string(),
  times: number,
  priceFen: number,
  unitFen: number,
  months: number,
});
const benefit = z.strictObject({
  tier: z.number(),
  name: z.string(),
  perYear: number,
  worthFen: number,
  costFen: number,
});
const goods = z.strictObject({ pointsBp: number, marginBp: number });
const topUp = z.strictObject({ fromFen: number, bonusBp: number });

export const typedDesignSchema = z.strictObject({
  tiers: z.array(tier),
  benefits: z.array(benefit),
  topUps: z.array(topUp),
  packages: z.array(offer).default([]),
  goods: z.strictObject({ labour: goods, parts: goods, other: goods, vehicle: goods }),
  marginLimitBp: number,
  pointFen: number,
  pointsMonths: number,
  bonusMonths: number,
  managerAboveFen: number,
  managerAbovePoints: number,
});
export type TypedDesign = z.infer<typeof typedDesignSchema>;

export const typedOf = ({ tiers, ...rest }: DesignContent): TypedDesign => ({
  ...rest,
  tiers: tiers.map(({ benefits: _benefits, ...one }) => one),
  benefits: tiers.flatMap(({ benefits }, at) => benefits.map((one) => ({ tier: at, ...one }))),
});

/** Where a benefit of the one list stands in its tier. */
export const placeOfBenefit = ({ benefits }: TypedDesign, at: number): string => {
  const own = benefits[at];
  const before = benefits.slice(0, at).filter((one) => one.tier === own?.tier).length;
  return `tiers.${own?.tier ?? 0}.benefits.${before}`;
};

/** The design that was typed, or what is missing and does not fit in it. */
export function readTyped(typed: TypedDesign): {
  readonly content: DesignContent | null;
  readonly issues: readonly FieldIssue[];
} {
  const { benefits, tiers, ...rest } = typed;
  const parsed = designContentSchema.safeParse({
    ...rest,
    tiers: tiers.map((one, at) => ({
      ...one,
      benefits: benefits.filter((own) => own.tier === at).map(({ tier: _tier, ...own }) => own),
    })),
  });
  if (!parsed.success) return { content: null, issues: fieldIssuesOf(parsed.error) };
  const issues = designIssues(parsed.data);
  return { content: issues.length === 0 ? parsed.data : null, issues };
}
