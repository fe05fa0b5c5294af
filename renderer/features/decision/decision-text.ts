/** The six aspects of a decision (PL-8). */
export const aspects = ['guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'] as const;
export type Aspect = (typeof aspects)[number];
export type DecisionText = { readonly text: string } & Readonly<Record<Aspect, string>>;

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
