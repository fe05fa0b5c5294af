import type { Day } from '../../kernel/day.ts';

/** 做到 / 没做到 / 不适用. */
export const spotMarks = ['met', 'missed', 'notApplicable'] as const;
export type SpotMark = (typeof spotMarks)[number];

export type Marked = { readonly mark: SpotMark; readonly weight: number };

/** Score of a spot check in basis points: weights met of the weights that applied; null when nothing applied. */
export function spotScore(marks: readonly Marked[]): number | null {
  let met = 0;
  let applied = 0;
  for (const { mark, weight } of marks) {
    if (mark === 'notApplicable') continue;
    applied += weight;
    if (mark === 'met') met += weight;
  }
  return applied === 0 ? null : Math.round((met * 10_000) / applied);
}

/** Highest score of a customer, and the highest that raises a complaint by itself. */
export const bestScore = 5;
export const lowScore = 2;
/** Whether a score (1–5) raises a complaint by itself. */
export const isLowScore = (score: number): boolean => score <= lowScore;

/** Whether a standard is for a post: by its name, or as the beginning of a longer one (客服 for 客服专员). */
export const isForPost = (standard: { readonly post: string }, post: string): boolean =>
  post.trim() !== '' && post.trim().startsWith(standard.post);

/** Whether a standard is in force on a day. */
export const isInForce = (
  { validFrom, validTo }: { readonly validFrom: Day; readonly validTo: Day | null },
  day: Day,
): boolean => validFrom <= day && (validTo === null || day <= validTo);
