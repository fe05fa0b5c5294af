import { isLowScore } from '../standard/standard.rules.ts';

/** A code is good for so many days after it was given out. */
export const codeDays = 14;

/** Highest answer to 推荐意愿; from 9 on a promoter, up to 6 a detractor (Reichheld, Harvard Business Review 12/2003). */
export const mostRecommend = 10;
const promoterFrom = 9;
const detractorTo = 6;

export type Recommendation = 'promoter' | 'passive' | 'detractor';

/** 推荐者 / 中立者 / 贬损者. */
export const recommendationOf = (recommend: number): Recommendation =>
  recommend >= promoterFrom ? 'promoter' : recommend <= detractorTo ? 'detractor' : 'passive';

/** 净推荐值 NPS in basis points, −10,000 to 10,000: promoters less detractors of all who said; null when nobody said. */
export function npsBasisPoints(counts: {
  readonly promoters: number;
  readonly detractors: number;
  readonly recommended: number;
}): number | null {
  const { promoters, detractors, recommended } = counts;
  return recommended === 0 ? null : Math.round(((promoters - detractors) * 10_000) / recommended);
}

export type ScoreGiven = { readonly standardId: number; readonly score: number };

/** Average in hundredths; null where no score was given. */
export const averageHundredths = (scores: readonly ScoreGiven[]): number | null =>
  scores.length === 0
    ? null
    : Math.round((scores.reduce((sum, { score }) => sum + score, 0) * 100) / scores.length);

/** The low scores, the lowest first; one of them is enough for a complaint. */
export const lowScoresOf = (scores: readonly ScoreGiven[]): readonly ScoreGiven[] =>
  scores.filter(({ score }) => isLowScore(score)).toSorted((a, b) => a.score - b.score);
