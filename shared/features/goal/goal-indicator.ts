import { shippedIndicators } from '../indicator/indicator.library.ts';

/** Whole pieces (days and hundredths in their steps), whole fen, or a rate in basis points, which is never summed. */
export type GoalUnit = 'count' | 'fen' | 'rate';

/** The unit of a shipped indicator; undefined where there is none of this key. */
export function goalUnit(key: string): GoalUnit | undefined {
  const unit = shippedIndicators.get(key)?.unit;
  if (unit === undefined) return undefined;
  return unit === 'fen' ? 'fen' : unit === 'basisPoints' ? 'rate' : 'count';
}
