/** What a goal needs of people, reckoned from what was reached. */

/**
 * What one person reached in a month, in hundredths: the sum ÷ months of persons in which there was something. null: nobody
 * reached anything.
 */
export function perHead(
  reached: readonly { readonly personId: number | null; readonly at: string; readonly value: number }[],
): number | null {
  const months = new Set(reached.map(({ personId, at }) => `${personId} ${at}`)).size;
  if (months === 0) return null;
  return Math.round((reached.reduce((sum, { value }) => sum + value, 0) * 100) / months);
}

/** People that a goal takes at so much per head (hundredths), rounded up; null where that is unknown. */
export const needOf = (goal: number, each: number | null): number | null =>
  each === null || each === 0 ? null : Math.ceil((goal * 100) / each);
