/** Rules of signing in. Times in seconds unless the name says otherwise. */

export const sessionHours = 12;
export const freeFailures = 4;

/** Growing delay after failed sign-ins: none for the first four, then 30 s doubling up to one hour. */
export function delayAfterFailures(failures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(30 * 2 ** (failures - freeFailures - 1), 3600);
}
