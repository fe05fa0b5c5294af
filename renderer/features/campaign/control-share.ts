import { largestControlBp } from '#shared/features/campaign/campaign.rules.ts';

export const usualControlPercent = 10;
export const largestPercent = largestControlBp / 100;

/** Basis points of a typed percentage; an empty field is no control group. */
export const bpOfPercent = (percent: number | string): number =>
  Math.min(largestControlBp, Math.max(0, Math.round(Number(percent || 0) * 100)));
