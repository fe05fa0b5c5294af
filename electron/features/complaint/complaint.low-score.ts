import { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { raiseComplaint, type ComplaintInput } from './complaint.raise.ts';

type Told = Pick<ComplaintInput, 'subject' | 'channel' | 'receivedOn' | 'description'> &
  Partial<ComplaintInput>;

/** A complaint without anything but what the form begins with. */
function emptyComplaint(): ComplaintInput {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(complaintFields))
    if (!('computed' in field)) values[name] = null;
  return values as ComplaintInput; // every field of the form, from its own table
}

/** Registers the complaint that a customer's low score raises by itself. Nobody has it in hand yet; 1 of 5 is serious. */
export const raiseLowScore = (
  context: CommandContext,
  score: number,
  told: Told,
): Promise<{ id: number; number: string }> =>
  raiseComplaint(context, {
    ...emptyComplaint(),
    kind: 'lowScore',
    severity: score === 1 ? 'serious' : 'normal',
    ...told,
  });
