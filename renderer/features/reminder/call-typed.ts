import { z } from 'zod';
import { responseCodes } from '#shared/features/campaign/campaign.fields.ts';
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
  /** What was said of campaigns where it is not what the result says, by `touchKey`. */
  answers: z.record(z.string(), z.enum(responseCodes)),
  /** Whether a campaign's gift goes out now, where the person ticked or unticked it. */
  gifts: z.record(z.string(), z.boolean()),
});
export type CallTyped = z.infer<typeof callTypedSchema>;
