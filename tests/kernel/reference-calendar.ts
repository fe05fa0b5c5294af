import * as fc from 'fast-check';

/** A slow second opinion on the calendar for property tests: the platform's Date in UTC. */
export function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function referenceDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Days of the years 1600–2400. */
export const anyDay = fc
  .integer({ min: -135_140, max: 157_000 })
  .map((number) => referenceDay(number * 86_400_000));
