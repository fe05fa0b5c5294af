import type { DecisionView } from '#shared/features/decision/decision.contract.ts';
import { inForce } from '#shared/features/decision/decision.rules.ts';
import type { MeetingDecision } from '#shared/features/meeting/meeting.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { listItemsOfDecision } from '../action/action.repository.ts';

/** Decisions taken in a meeting, in the order of their numbers. */
export async function readDecisions(reader: Reader, meetingId: number): Promise<MeetingDecision[]> {
  return reader
    .selectFrom('decision')
    .select(['id', 'number', 'text', 'guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'])
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/** Error: not-found, also for one in the bin. */
export async function readDecision(reader: Reader | Writer, id: number) {
  const row = await reader
    .selectFrom('decision')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('decision', id);
  return row;
}

/** The successor of every decision that was replaced. */
export async function readSuccessors(reader: Reader | Writer): Promise<Map<number, number>> {
  const rows = await reader
    .selectFrom('decision')
    .select(['id', 'replacedById'])
    .where('replacedById', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, replacedById }) => (replacedById === null ? [] : [[id, replacedById]])));
}

/** Puts a successor in a decision's place, or takes it away (null). */
export async function saveSuccessor(
  { writer, clock, changed }: CommandContext,
  before: { readonly id: number; readonly version: number; readonly replacedById: number | null },
  byId: number | null,
): Promise<void> {
  await writer
    .updateTable('decision')
    .set({
      state: byId === null ? 'inForce' : 'replaced',
      replacedById: byId,
      replacedOn: byId === null ? null : clock.today(),
      version: before.version + 1,
      updatedAt: clock.now(),
    })
    .where('id', '=', before.id)
    .execute();
  changed({
    feature: 'decision',
    id: before.id,
    changes: [{ field: 'replacedById', before: before.replacedById, after: byId }],
  });
}

const named = (reader: Reader) => reader.selectFrom('decision').select(['id', 'number', 'text']);

/** Error: not-found. */
export async function viewDecision(reader: Reader, id: number, today: Day): Promise<DecisionView> {
  const row = await readDecision(reader, id);
  const meeting = await reader
    .selectFrom('meeting')
    .select(['id', 'number', 'period', 'state'])
    .where('id', '=', row.meetingId)
    .executeTakeFirstOrThrow();
  const next =
    row.replacedById === null
      ? undefined
      : await named(reader).where('id', '=', row.replacedById).executeTakeFirstOrThrow();
  const end = next && inForce(next.id, await readSuccessors(reader));
  const last =
    end === next?.id || end === undefined
      ? null
      : await named(reader).where('id', '=', end).executeTakeFirstOrThrow();
  return {
    id,
    number: row.number,
    text: row.text,
    guidance: row.guidance,
    method: row.method,
    timing: row.timing,
    supervision: row.supervision,
    logistics: row.logistics,
    incentive: row.incentive,
    decidedOn: row.decidedOn,
    meeting,
    replacedBy: next ? { ...next, on: row.replacedOn, last } : null,
    replaces: await named(reader).where('replacedById', '=', id).orderBy('id').execute(),
    actions: await listItemsOfDecision(reader, today, id),
  };
}
