import type { Month } from '#shared/kernel/period.ts';

/** The page of a partner's month, agreed or not. */
export const settlementAddress = (partnerId: number, month: Month): string =>
  `/partner-settlement/${partnerId}/${month}`;
