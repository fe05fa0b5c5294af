import { rateTone, type RateTone } from '../meeting/meeting.rates.ts';
import { rateOf } from '../meeting/meeting.rules.ts';
import { isFlow, type IndicatorDefinition } from './indicator.definition.ts';

type Of = Pick<IndicatorDefinition, 'direction' | 'working'>;

/**
 * 完成率 in basis points: actual of goal; where less is better goal of actual, so that 100 % and more is good either way.
 * Null without figure or goal, where nothing could be divided, or for what is best inside its bands.
 */
export function rateFor({ direction }: Of, actual: number | null, goal: number | null): number | null {
  if (direction === 'range') return null;
  if (direction === 'more') return rateOf(actual, goal);
  return actual === 0 && goal !== null ? 10_000 : rateOf(goal, actual);
}

/**
 * How an actual stands against its goal when a share (0 … 1) of the period has passed. What adds up is held against the pace
 * of the days; a rate or state against its whole goal. `meeting.rates` has the limits.
 */
export function toneFor(of: Of, actual: number | null, goal: number | null, passed: number): RateTone | null {
  if (actual === null || goal === null) return null;
  const share = isFlow(of) ? passed : 1;
  const rate = rateFor(of, actual, goal);
  if (rate === null) return null;
  if (of.direction === 'more') return rateTone(rate, share);
  // Less is better: what has come so far may be as much as the goal allows for these days.
  if (actual <= goal * share) return share === 1 ? 'met' : 'onTrack';
  return actual * 0.9 <= goal * share ? 'near' : 'behind';
}
