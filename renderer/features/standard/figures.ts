/** Basis points as a whole percentage; a dash where there is none. */
export const percentOf = (basisPoints: number | null): string =>
  basisPoints === null ? '—' : `${Math.round(basisPoints / 100)}%`;

/** An average in hundredths as `4.25`; a dash where there is none. */
export const averageOf = (hundredths: number | null): string =>
  hundredths === null ? '—' : (hundredths / 100).toFixed(2);

/** A spot check of at least 80 % whose customers give less than 3.5 on average: done, but not felt. */
export const isGap = (line: {
  readonly checkBasisPoints: number | null;
  readonly scoreHundredths: number | null;
}): boolean =>
  (line.checkBasisPoints ?? 0) >= 8000 && line.scoreHundredths !== null && line.scoreHundredths < 350;
