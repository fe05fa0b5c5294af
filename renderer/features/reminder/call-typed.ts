import { z } from 'zod';
import { callCodes } from '#shared/features/reminder/reminder.fields.ts';

/** What came of a call while it is typed. */
export const callTypedSchema = z.strictObject({
  code: z.enum(callCodes),
  nextOn: z.string().nullable(),
  words: z.string(),
  silence: z.boolean(),
  gone: z.array(z.number()),
  onDay: z.string().nullable(),
  hour: z.number().nullable(),
  vehicleId: z.number().nullable(),
});
export type CallTyped = z.infer<typeof callTypedSchema>;
