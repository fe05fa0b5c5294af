import { z } from 'zod';
import {
  payContentSchema,
  payUnits,
  shareKinds,
  shareKindsOf,
  type PayContent,
} from '#shared/features/pay/pay.content.ts';
import { payIssues } from '#shared/features/pay/pay-steps.rules.ts';
import type { PayRule } from '#shared/features/pay/pay.contract.ts';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import { fieldIssuesOf } from '#shared/rpc/field-issues.ts';

/** A rule while it is typed: every number may still be empty. */
const number = z.number().nullable();
const step = z.strictObject({ from: number, to: number, amountFen: number });
const coefficient = z.strictObject({
  fromBasisPoints: number,
  belowBasisPoints: number,
  basisPoints: number,
});
const welfare = z.strictObject({ name: z.string(), amountFen: number, inCash: z.boolean() });

export const typedPaySchema = z.strictObject({
  postId: number,
  fromMonth: z.string().nullable(),
  toMonth: z.string().nullable(),
  note: z.string(),
  unit: z.enum(payUnits),
  scope: z.enum(['own', 'department']),
  baseFen: number,
  bonusFen: number,
  stepKind: z.enum(['all', 'above']),
  steps: z.array(step),
  shares: z.partialRecord(z.enum(shareKinds), number),
  coefficients: z.array(coefficient),
  coefficientOn: z.enum(['commission', 'variable']),
  capFen: number,
  welfare: z.array(welfare),
});
export type TypedPay = z.infer<typeof typedPaySchema>;

export const emptyPay = (fromMonth: string): TypedPay => ({
  postId: null,
  fromMonth,
  toMonth: null,
  note: '',
  unit: 'deal',
  scope: 'own',
  baseFen: null,
  bonusFen: null,
  stepKind: 'all',
  steps: [{ from: 1, to: null, amountFen: null }],
  shares: {},
  coefficients: [],
  coefficientOn: 'commission',
  capFen: null,
  welfare: [],
});

export const typedOf = ({ postId, fromMonth, toMonth, note, content }: PayRule): TypedPay => {
  const { shares, scope, bonusFen, ...rest } = content;
  return {
    ...rest,
    scope: scope ?? 'own',
    bonusFen: bonusFen ?? null,
    postId,
    fromMonth,
    toMonth,
    note: note ?? '',
    shares: Object.fromEntries(shares.map(({ of, basisPoints }) => [of, basisPoints])),
  };
};

const withoutVariable = { steps: [], coefficients: [], capFen: null, bonusFen: undefined };

/** The rule as it stands, with everything that is wrong in it; `content` only where nothing is. */
export function readTyped(typed: TypedPay): {
  readonly content: PayContent | null;
  readonly issues: readonly FieldIssue[];
} {
  const { postId: _p, fromMonth: _f, toMonth: _t, note: _n, shares, scope, bonusFen, ...rest } = typed;
  const parsed = payContentSchema.safeParse({
    ...rest,
    // What is empty or the usual is left away, and so is what fixed pay has not; it comes back with another unit.
    ...(scope === 'department' && typed.unit !== 'fixed' ? { scope } : {}),
    ...(bonusFen !== null && bonusFen !== 0 ? { bonusFen } : {}),
    ...(typed.unit === 'fixed' ? withoutVariable : {}),
    // Empty and 0 alike are no share; shares of the other unit stay behind.
    shares: shareKindsOf[typed.unit].flatMap((of) => {
      const basisPoints = shares[of] ?? 0;
      return basisPoints > 0 ? [{ of, basisPoints }] : [];
    }),
  });
  if (parsed.success) {
    const issues = payIssues(parsed.data);
    return { content: issues.length === 0 ? parsed.data : null, issues };
  }
  return { content: null, issues: fieldIssuesOf(parsed.error) };
}
