import {
  clocksOf,
  type ClockRule,
  type ComplaintClock,
  type TimedComplaint,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import type { ComplaintView, PauseLine } from '#shared/features/complaint/complaint.contract.ts';
import {
  complaintSteps,
  escalationOf,
  stepRefusal,
  type ComplaintStep,
  type StandingComplaint,
} from '#shared/features/complaint/complaint.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { WorkCalendar } from '#shared/kernel/working-day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { maskRow } from '#electron/kernel/record/record-mask.ts';
import { readLabels } from '#electron/kernel/record/record-repository.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { followUpOfComplaint } from '../follow-up/follow-up.repository.ts';
import { complaintRecord } from './complaint.record.ts';
import {
  handlersOf,
  readClockRules,
  readComplaint,
  readExtensions,
  readLines,
  readPauses,
  readRecurrences,
  type StoredComplaint,
  type StoredExtension,
} from './complaint.repository.ts';

/** A complaint with everything that its rules need. */
export type Gathered = {
  readonly complaint: StoredComplaint;
  readonly pauses: readonly PauseLine[];
  readonly extensions: readonly StoredExtension[];
  readonly standing: StandingComplaint;
};

/** Error: not-found. */
export async function gather(reader: Reader | Writer, id: number, removed = false): Promise<Gathered> {
  const complaint = await readComplaint(reader, id, removed);
  const pauses = await readPauses(reader, id);
  const extensions = await readExtensions(reader, complaint);
  const standing: StandingComplaint = {
    ...complaint,
    formerHandlerIds: await handlersOf(reader, id),
    isPaused: pauses.some(({ untilOn }) => untilOn === null),
    extensionById: extensions.find(({ decision }) => decision === null)?.personId ?? null,
  };
  return { complaint, pauses, extensions, standing };
}

/** What the clocks are computed from. */
export const timed = ({ complaint, pauses, extensions }: Omit<Gathered, 'standing'>): TimedComplaint => ({
  ...complaint,
  pauses,
  extensions: extensions
    .filter(({ decision, isPresent }) => decision === 'approved' && isPresent)
    .map(({ stage, days, consent }) => ({ stage, days, hasConsent: consent !== null })),
});

/** What every clock needs. */
export type ClockBook = { readonly rules: readonly ClockRule[]; readonly calendar: WorkCalendar };

export const readClockBook = async (reader: Reader | Writer): Promise<ClockBook> => ({
  rules: await readClockRules(reader),
  calendar: await readWorkCalendar(reader),
});

const clocksNow = (found: Gathered, book: ClockBook, today: Day): readonly ComplaintClock[] =>
  clocksOf(timed(found), book.rules, today, book.calendar);

async function modelOf(reader: Reader, vehicleId: number | null): Promise<string | null> {
  if (vehicleId === null) return null;
  const row = await reader
    .selectFrom('vehicle')
    .select('model')
    .where('id', '=', vehicleId)
    .executeTakeFirst();
  return row?.model ?? null;
}

/** The whole complaint for its page. Error: not-found. */
export async function viewComplaint(
  { reader, actor, clock }: QueryContext,
  id: number,
): Promise<ComplaintView> {
  const found = await gather(reader, id, true);
  const { complaint, pauses, extensions, standing } = found;
  const clocks = clocksNow(found, await readClockBook(reader), clock.today());
  const labels = await readLabels(reader, complaintRecord, [complaint], actor);
  const nameOf = (feature: string, of: number | null): string | null =>
    of === null ? null : (labels[feature]?.[String(of)] ?? null);
  const refusals = Object.fromEntries(
    complaintSteps.map((step) => [step, stepRefusal(step, standing, actor)]),
  ) as Record<ComplaintStep, ComplaintView['refusals'][ComplaintStep]>; // every step is a key
  const {
    createdAt: _created,
    updatedAt: _updated,
    removedAt,
    ...shown
  } = maskRow(complaintRecord, complaint, actor);
  const { calledBackById, closedById, ...rest } = shown;
  return {
    ...rest,
    isRemoved: removedAt !== null,
    model: await modelOf(reader, complaint.vehicleId),
    repairNumber: nameOf('repair', complaint.repairId),
    orderNumber: nameOf('order', complaint.orderId),
    handlerName: nameOf('person', complaint.handlerId),
    aboutName: nameOf('person', complaint.aboutId),
    calledBackByName: nameOf('person', calledBackById),
    closedByName: nameOf('person', closedById),
    clocks,
    escalation:
      complaint.state === 'closed'
        ? { level: 'none', reasons: [] }
        : escalationOf(
            complaint.severity,
            clocks.find(({ stoppedOn }) => stoppedOn === null),
          ),
    pauses,
    extensions: extensions.map(({ personId: _person, ...line }) => line),
    lines: await readLines(reader, id),
    recurrences: await readRecurrences(reader, complaint),
    followUp: (await followUpOfComplaint(reader, id)) ?? null,
    refusals,
  };
}
