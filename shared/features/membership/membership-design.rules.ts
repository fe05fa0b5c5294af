import { formatMoney } from '../../kernel/money.ts';
import type { FieldIssue } from '../../rpc/desk-error.ts';
import { goodsKinds, type DesignContent, type GoodsKind, type Tier } from './membership.content.ts';

/** Points that give back more than this share of a sale are a slip of the pen: a fifth. Basis points. */
const mostGivenBackBp = 2000;

/** What a tier gives back of a sale in points, in basis points; what is dropped below a whole point is not counted. */
export const givenBackBp = (
  { pointsPer100 }: Pick<Tier, 'pointsPer100'>,
  { pointFen }: Pick<DesignContent, 'pointFen'>,
): number => pointsPer100 * pointFen;

/**
 * What a tier gives back of a sale of some goods, in basis points: points at what they pay, the discount of labour, and its
 * benefits spread over the sales of a year that just reach the tier (of the first tier they are not counted: it asks for none).
 */
export function givenOf(
  tier: Pick<Tier, 'pointsPer100' | 'labourDiscountBp' | 'benefits' | 'fromFen'>,
  { pointFen, goods }: Pick<DesignContent, 'pointFen' | 'goods'>,
  kind: GoodsKind,
): number {
  const points = (givenBackBp(tier, { pointFen }) * goods[kind].pointsBp) / 10_000;
  const discount = kind === 'labour' ? tier.labourDiscountBp : 0;
  const yearly = tier.benefits.reduce((sum, { perYear, costFen }) => sum + perYear * costFen, 0);
  return points + discount + (tier.fromFen === 0 ? 0 : (yearly * 10_000) / tier.fromFen);
}

/** The same as a share of the margin of the goods; null: the margin is not stated, or is nothing. */
export function givenOfMargin(
  tier: Parameters<typeof givenOf>[0],
  content: Pick<DesignContent, 'pointFen' | 'goods'>,
  kind: GoodsKind,
): number | null {
  const { marginBp } = content.goods[kind];
  return marginBp === null || marginBp === 0 ? null : (givenOf(tier, content, kind) * 10_000) / marginBp;
}

/** Percent with at most two decimals. */
const percentOf = (bp: number): number => Math.round(bp) / 100;

/** What does not fit in a design, beside its place: `tiers.1.fromFen`. Empty: it may hold. */
export function designIssues(content: DesignContent): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const { tiers, topUps, packages } = content;
  tiers.forEach((tier, at) => {
    const before = tiers[at - 1];
    const place = `tiers.${at}`;
    if (at === 0 && tier.fromFen !== 0)
      issues.push({ field: `${place}.fromFen`, issue: 'membership-first-tier' });
    if (before && tier.fromFen <= before.fromFen)
      issues.push({
        field: `${place}.fromFen`,
        issue: 'membership-tier-order',
        params: { before: before.name },
      });
    if (at === 0 && tier.priceFen > 0)
      issues.push({ field: `${place}.priceFen`, issue: 'membership-first-tier-free' });
    const cheaper = tiers
      .slice(0, at)
      .findLast(
        ({ priceFen, priceMonths }) =>
          tier.priceFen > 0 && tier.priceFen * priceMonths < priceFen * tier.priceMonths,
      );
    if (cheaper)
      issues.push({
        field: `${place}.priceFen`,
        issue: 'membership-tier-cheaper',
        params: { before: cheaper.name },
      });
    if (tiers.findIndex(({ name }) => name === tier.name) !== at)
      issues.push({ field: `${place}.name`, issue: 'membership-name-twice' });
    if (givenBackBp(tier, content) > mostGivenBackBp)
      issues.push({
        field: `${place}.pointsPer100`,
        issue: 'membership-too-generous',
        params: { percent: givenBackBp(tier, content) / 100, most: mostGivenBackBp / 100 },
      });
    if (tier.keepFen !== null && tier.keepFen > tier.fromFen)
      issues.push({ field: `${place}.keepFen`, issue: 'membership-keep-above' });
    for (const kind of goodsKinds) {
      const { marginBp, pointsBp } = content.goods[kind];
      if (content.marginLimitBp === null || marginBp === null) continue;
      // What neither earns points nor has a discount is not touched by the membership.
      if (pointsBp === 0 && !(kind === 'labour' && tier.labourDiscountBp > 0)) continue;
      const given = givenOf(tier, content, kind);
      const most = (content.marginLimitBp * marginBp) / 10_000;
      if (given <= most) continue;
      issues.push({
        field: `${place}.${kind === 'labour' && tier.labourDiscountBp > 0 ? 'labourDiscountBp' : 'pointsPer100'}`,
        issue: `membership-margin-${kind}`,
        params: {
          percent: percentOf(given),
          limit: percentOf(content.marginLimitBp),
          most: percentOf(most),
        },
      });
    }
    tier.benefits.forEach(({ name }, benefit) => {
      if (tier.benefits.findIndex((one) => one.name === name) !== benefit)
        issues.push({ field: `${place}.benefits.${benefit}.name`, issue: 'membership-name-twice' });
    });
  });
  packages.forEach(({ name, priceFen, unitFen, times }, at) => {
    if (packages.findIndex((one) => one.name === name) !== at)
      issues.push({ field: `packages.${at}.name`, issue: 'membership-name-twice' });
    if (priceFen > unitFen * times)
      issues.push({
        field: `packages.${at}.priceFen`,
        issue: 'membership-package-dearer',
        params: { list: formatMoney(unitFen * times) },
      });
  });
  topUps.forEach(({ fromFen }, at) => {
    if (topUps.findIndex((one) => one.fromFen === fromFen) !== at)
      issues.push({ field: `topUps.${at}.fromFen`, issue: 'membership-step-twice' });
  });
  return issues;
}
