import type { EventPhase } from '#shared/features/event/event.fields.ts';
import { yearOf } from '#shared/kernel/period.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { actionRecord } from './action.record.ts';
import { addLine } from './action.repository.ts';

/** What an action item begins with; where it comes from is told by one of the ids. */
export type RaisedAction = {
  readonly text: string;
  readonly ownerId: number;
  readonly dueOn: Day;
  readonly check: string;
  readonly meetingId?: number | null;
  readonly decisionId?: number | null;
  readonly inspectionId?: number;
  readonly inspectionItem?: string;
  readonly eventId?: number;
  readonly eventPhase?: EventPhase;
  readonly eventOffset?: number;
  readonly gapId?: number;
  readonly channelPlanId?: number;
};

/** Makes an open action item with its number and the first line of its history. */
export async function raiseAction(
  context: CommandContext,
  given: RaisedAction,
): Promise<{ id: number; number: string }> {
  const raisedOn = context.clock.today();
  const number = await nextOfYear(context.writer, yearOf(raisedOn), 'A');
  const { ownerId, text, meetingId = null } = given;
  const id = await createRecord(context, actionRecord, {
    ...given,
    meetingId,
    number,
    state: 'open',
    raisedOn,
  });
  await addLine(context, { actionId: id, meetingId, kind: 'raised', ownerId, text });
  return { id, number };
}
