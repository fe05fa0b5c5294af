import type { SampleOptions } from '#electron/features/sample/sample-world.ts';

/** A small sample as of the test clock's day. */
export const sampleOptions = (more: Partial<SampleOptions> = {}): SampleOptions => ({
  today: '2026-11-18',
  customers: 160,
  years: 3,
  seed: 1,
  ownerName: '王建国',
  ...more,
});
