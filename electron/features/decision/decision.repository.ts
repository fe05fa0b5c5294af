import type { DecisionStep, DecisionView } from '#shared/features/decision/decision.contract.ts';
import { chainOf } from '#shared/features/decision/decision.rules.ts';
import type { MeetingDecision, ReplacedDecision } from '#shared/features/meeting/meeting.contract.ts';
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

/** Decisions of a chain, in its order. */
async function readChain(
  reader: Reader,
  id: number,
  successors: ReadonlyMap<number, number>,
): Promise<DecisionStep[]> {
  const ids = chainOf(id, successors);
  const rows = await reader
    .selectFrom('decision')
    .leftJoin('decision as next', 'next.id', 'decision.replacedById')
    .select([
      'decision.id',
      'decision.number',
      'decision.text',
      'decision.decidedOn',
      'decision.replacedOn',
      'next.number as replacedByNumber',
    ])
    .where('decision.id', 'in', ids)
    .execute();
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Decisions of a meeting that others have replaced since; nothing of it is part of the signed minutes. */
export const readReplaced = async (reader: Reader, meetingId: number): Promise<ReplacedDecision[]> =>
  reader
    .selectFrom('decision')
    .innerJoin('decision as next', 'next.id', 'decision.replacedById')
    .select(['decision.id', 'decision.replacedOn as on', 'next.id as byId', 'next.number as byNumber'])
    .where('decision.meetingId', '=', meetingId)
    .execute();

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
      ? null
      : await reader
          .selectFrom('decision')
          .select(['id', 'number', 'text'])
          .where('id', '=', row.replacedById)
          .executeTakeFirstOrThrow();
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
    replacedBy: next && { ...next, on: row.replacedOn },
    chain: await readChain(reader, id, await readSuccessors(reader)),
    actions: await listItemsOfDecision(reader, today, id),
  };
}
