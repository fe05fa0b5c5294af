import { z } from 'zod';
import { whatIfSchema } from '#shared/features/income/income.contract.ts';

/** What a person typed into the calculator; kept as a draft. */
export const typedIncomeSchema = z.strictObject({
  fromMonth: z.string(),
  toMonth: z.string(),
  words: z.string(),
  what: whatIfSchema,
});
export type TypedIncome = z.infer<typeof typedIncomeSchema>;

/** A wish to begin with, in fen. */
const startFen = 1_000_000;

export const emptyIncome = (month: string): TypedIncome => ({
  fromMonth: month,
  toMonth: month,
  words: '',
  what: { wishFen: startFen, goalUnits: null, averages: {}, rates: {} },
});
