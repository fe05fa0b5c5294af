import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import type { Printer } from '#electron/reports/sheet-file.ts';
import { bookingHandlers } from './membership.booking.ts';
import { correctingHandlers } from './membership.correcting.ts';
import { designHandlers } from './membership.design.ts';
import { endingHandlers } from './membership.ending.ts';
import { enrollingHandlers } from './membership.enrolling.ts';
import { printHandlers } from './membership.print.ts';
import { readingHandlers } from './membership.reading.ts';
import { membershipRecord } from './membership.record.ts';
import { repairHandlers } from './membership.repairs.ts';
import { sellingHandlers } from './membership.selling.ts';

/** `sqlite`: the writing connection, for what is posted in one batch. */
export type MembershipParts = Printer & { readonly sqlite: Sqlite };

export const membershipHandlers = (parts: MembershipParts): HandlersOf<typeof membershipContract> => ({
  ...readOnlyCalls(recordHandlers(membershipRecord)),
  ...enrollingHandlers,
  ...bookingHandlers,
  ...sellingHandlers,
  ...correctingHandlers,
  ...endingHandlers,
  ...designHandlers,
  ...readingHandlers,
  ...repairHandlers(parts.sqlite),
  ...printHandlers(parts),
});
