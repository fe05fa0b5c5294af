import { indicators, moneyIndicators, type Indicator } from './goal.fields.ts';

/** Whole pieces, whole fen, or a rate in basis points, which is never summed. */
export type GoalUnit = 'count' | 'fen' | 'rate';

const isIndicator = (key: string): key is Indicator => indicators.some((one) => one === key);

/** The unit of an indicator; undefined where there is none of this key. */
export function goalUnit(key: string): GoalUnit | undefined {
  if (!isIndicator(key)) return undefined;
  return moneyIndicators.includes(key) ? 'fen' : 'count';
}
