/** Hundredths of hours: `12.5`. */
export const hoursText = (hundredths: number): string => (hundredths / 100).toLocaleString('en');
/** Basis points as a whole percentage; a dash where nothing was counted. */
export const rateText = (basisPoints: number | null): string =>
  basisPoints === null ? '—' : `${Math.floor(basisPoints / 100)}%`;
