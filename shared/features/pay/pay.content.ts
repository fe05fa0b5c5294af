import { z } from 'zod';

/**
 * What a pay rule says (薪酬规则), kept as JSON beside its post and months. Money in whole fen, rates in basis points.
 * Glossary: 底薪 base pay, 绩效基数 performance bonus, 提成阶梯 commission steps, 达成系数 attainment coefficient, 封顶 cap, 福利 welfare.
 */

/**
 * What is counted: 交车 delivered vehicles of a seller, 进厂台次 repair orders of a service adviser, 工时 labour hours of a
 * technician, nothing for a fixed post.
 */
export const payUnits = ['deal', 'visit', 'hour', 'fixed'] as const;
export type PayUnit = (typeof payUnits)[number];

/** Amounts that a share can be paid of, by what is counted: fields of the order, of the repair order and of its lines. */
export const shareKindsOf = {
  deal: ['vehicle', 'accessory', 'insurance', 'finance'],
  visit: ['labour', 'parts'],
  hour: ['labour'],
  fixed: [],
} as const satisfies Readonly<Record<PayUnit, readonly string[]>>;
export const shareKinds = [...shareKindsOf.deal, ...shareKindsOf.visit] as const;
export type ShareKind = (typeof shareKinds)[number];

/** Most units a month that rules and the calculator reckon with. */
export const mostUnits = 10_000;
/** Dearest amount of a rule: ten million yuan; more is a slip of the pen. */
const mostFen = 1_000_000_000;
/** 1,000 %. */
const mostBasisPoints = 100_000;

const count = z
  .number({ error: 'required' })
  .int({ error: 'not-whole' })
  .min(1, { error: 'too-small' })
  .max(mostUnits, { error: 'too-large' });
const fen = z
  .number({ error: 'required' })
  .int({ error: 'not-whole-fen' })
  .min(0, { error: 'too-small' })
  .max(mostFen, { error: 'too-large' });
const rate = z
  .number({ error: 'required' })
  .int({ error: 'not-whole' })
  .min(0, { error: 'too-small' })
  .max(mostBasisPoints, { error: 'too-large' });

export const payContentSchema = z.strictObject({
  unit: z.enum(payUnits),
  /** Whose units and goal count: `department` is what the departments reach that the person leads. Absent: the person's own. */
  scope: z.literal('department').optional(),
  baseFen: fen,
  /** 绩效基数: variable pay that the coefficient multiplies as well. Absent: none. */
  bonusFen: fen.optional(),
  /** `all`: the step that is reached pays for all units; `above`: each step pays for its own units only. */
  stepKind: z.enum(['all', 'above']),
  /** From so many units up to and including so many; null: without end. Whether they fit: pay-steps.rules. */
  steps: z.array(z.strictObject({ from: count, to: count.nullable(), amountFen: fen })).max(20),
  shares: z.array(z.strictObject({ of: z.enum(shareKinds), basisPoints: rate })).max(shareKinds.length),
  /** From so much of the goal up to but below so much; null: without end. */
  coefficients: z
    .array(z.strictObject({ fromBasisPoints: rate, belowBasisPoints: rate.nullable(), basisPoints: rate }))
    .max(20),
  /** What the coefficient multiplies: the commission per unit and the bonus, or all that is variable. */
  coefficientOn: z.enum(['commission', 'variable']),
  /** 封顶: most variable pay of a month; null: none. */
  capFen: fen.nullable(),
  /** `inCash` is part of the income, the rest is told beside it. */
  welfare: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'too-long' }),
        amountFen: fen,
        inCash: z.boolean(),
      }),
    )
    .max(20),
});
export type PayContent = z.infer<typeof payContentSchema>;
