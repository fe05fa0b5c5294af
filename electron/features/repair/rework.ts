import { yearOf } from '#shared/kernel/period.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { reworkRecord } from './repair.record.ts';

/** 返工单: what a failed level sends back to the technician, in the transaction of its signature. Answers its number. */
export async function raiseRework(
  context: CommandContext,
  failed: {
    readonly repairId: number;
    readonly inspectionId: number;
    readonly round: number;
    readonly technicianId: number | null;
    /** What failed, one line an item. */
    readonly reason: string;
  },
): Promise<string> {
  const raisedOn = context.clock.today();
  const number = await nextOfYear(context.writer, yearOf(raisedOn), 'F');
  await createRecord(context, reworkRecord, {
    ...failed,
    reason: failed.reason.slice(0, 2000),
    number,
    state: 'open',
    raisedOn,
    doneOn: null,
    doneById: null,
    doneNote: null,
    hoursHundredths: null,
    costFen: null,
  });
  return number;
}
