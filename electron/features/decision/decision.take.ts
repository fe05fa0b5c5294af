import type { decisionFields } from '#shared/features/decision/decision.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { yearOf } from '#shared/kernel/period.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { mustBeDraft } from '../meeting/meeting.repository.ts';
import { decisionRecord } from './decision.record.ts';

/** Puts a decision on record in a meeting's draft, in force, under its number. Error: `meeting-confirmed`. */
export async function takeDecision(
  context: CommandContext,
  meetingId: number,
  values: InputOf<typeof decisionFields>,
): Promise<{ id: number; number: string }> {
  await mustBeDraft(context.writer, meetingId);
  const decidedOn = context.clock.today();
  const number = await nextOfYear(context.writer, yearOf(decidedOn), 'D');
  const id = await createRecord(context, decisionRecord, {
    ...values,
    number,
    meetingId,
    decidedOn,
    state: 'inForce',
  });
  return { id, number };
}
