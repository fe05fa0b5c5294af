import { z } from 'zod';

/** The six aspects of a decision (PL-8). */
export const aspects = ['guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'] as const;

const words = z.string();
/** What is typed of a decision; what is empty stands as ''. */
export const decisionTyped = z.strictObject({
  text: words,
  guidance: words,
  method: words,
  timing: words,
  supervision: words,
  logistics: words,
  incentive: words,
});
export type DecisionText = z.infer<typeof decisionTyped>;

export const emptyDecision: DecisionText = {
  text: '',
  guidance: '',
  method: '',
  timing: '',
  supervision: '',
  logistics: '',
  incentive: '',
};

/** Values as the contract takes them: what is empty is null. */
export const decisionValues = (typed: DecisionText) => {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    text: typed.text.trim(),
    guidance: orNull(typed.guidance),
    method: orNull(typed.method),
    timing: orNull(typed.timing),
    supervision: orNull(typed.supervision),
    logistics: orNull(typed.logistics),
    incentive: orNull(typed.incentive),
  };
};
