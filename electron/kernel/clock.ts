import { dayOfInstant, type Day } from '#shared/kernel/day.ts';

/** Time comes through here, so that tests can set it. */
export type Clock = {
  /** UTC ISO instant. */
  now(): string;
  /** The store's business day. */
  today(): Day;
};

/** Offset of the store's wall clock from UTC, in minutes: China has one time zone. */
export const storeOffsetMinutes = 480;

export function systemClock(): Clock {
  const now = (): string => new Date().toISOString();
  return { now, today: () => dayOfInstant(now(), storeOffsetMinutes) };
}

/** A clock that stands still, for tests and reproducible samples. */
export function fixedClock(instant: string): Clock & { set(next: string): void } {
  let current = instant;
  return {
    now: () => current,
    today: () => dayOfInstant(current, storeOffsetMinutes),
    set(next) {
      current = next;
    },
  };
}
