import type { FieldIssue } from '../../rpc/desk-error.ts';
import type { DesignContent, Tier } from './membership.content.ts';

/** Points that give back more than this share of a sale are a slip of the pen: a fifth. Basis points. */
export const mostGivenBackBp = 2000;

/** What a tier gives back of a sale in points, in basis points; what is dropped below a whole point is not counted. */
export const givenBackBp = (
  { pointsPer100 }: Pick<Tier, 'pointsPer100'>,
  { pointFen }: Pick<DesignContent, 'pointFen'>,
): number => pointsPer100 * pointFen;

/** What does not fit in a design, beside its place: `tiers.1.fromFen`. Empty: it may hold. */
export function designIssues(content: DesignContent): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const { tiers, topUps } = content;
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
    if (tiers.findIndex(({ name }) => name === tier.name) !== at)
      issues.push({ field: `${place}.name`, issue: 'membership-name-twice' });
    if (givenBackBp(tier, content) > mostGivenBackBp)
      issues.push({
        field: `${place}.pointsPer100`,
        issue: 'membership-too-generous',
        params: { percent: givenBackBp(tier, content) / 100, most: mostGivenBackBp / 100 },
      });
    tier.benefits.forEach(({ name }, benefit) => {
      if (tier.benefits.findIndex((one) => one.name === name) !== benefit)
        issues.push({ field: `${place}.benefits.${benefit}.name`, issue: 'membership-name-twice' });
    });
  });
  topUps.forEach(({ fromFen }, at) => {
    if (topUps.findIndex((one) => one.fromFen === fromFen) !== at)
      issues.push({ field: `topUps.${at}.fromFen`, issue: 'membership-step-twice' });
  });
  return issues;
}
