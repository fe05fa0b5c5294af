import { describe, expect, it } from 'vitest';
import { readTyped, typedOf } from '#renderer/features/membership/design-typed.ts';
import { shippedDesign } from '#shared/features/membership/membership.content.ts';

describe('a typed membership design', () => {
  const typed = typedOf(shippedDesign);

  it('reads back as it was', () => {
    expect(readTyped(typed)).toEqual({ content: shippedDesign, issues: [] });
  });

  it('tells the limit that a number passes, for the sentence beside its field', () => {
    const tiers = typed.tiers.map((tier, at) => (at === 0 ? { ...tier, graceMonths: -3 } : tier));
    expect(readTyped({ ...typed, tiers })).toEqual({
      content: null,
      issues: [{ field: 'tiers.0.graceMonths', issue: 'too-small', params: { minimum: 0 } }],
    });
  });
});
