import type { assignmentContract } from '#shared/features/assignment/assignment.contract.ts';
import { planHandOver, type HandOverMove } from '#shared/features/assignment/assignment.rules.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { manyRecords } from '#shared/rpc/record.contract.ts';
import { faultPoint } from '#electron/kernel/fault-point.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { giveRows } from '#electron/kernel/record/give-rows.ts';
import { askedBy } from '#electron/reports/sheet-file.ts';
import { addLine } from '../action/action.repository.ts';
import { givenColumn, readHoldings } from './assignment.holdings.ts';
import { holdingSources } from './assignment.sources.ts';
import { countMoved, mustFindHandOver, readNames, type Moved } from './assignment.repository.ts';
import { mustBeSuccessors, mustFindPerson } from './assignment.successors.ts';

type Part = Moved[number];

const partsOf = (moves: readonly HandOverMove[]): Part[] =>
  [...Map.groupBy(moves, ({ kind, toId }) => `${kind} ${toId}`).values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ kind: first.kind, toId: first.toId, ids: some.map(({ id }) => id) }] : [];
  });

/** Gives rows of one kind from one person to another, tells it of each and returns the ids that moved. */
async function give(
  context: CommandContext,
  { kind, ids }: Omit<Part, 'toId'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly number[]> {
  const { writer, clock, changed } = context;
  const { feature, field } = holdingSources[kind];
  const given = await giveRows(writer, givenColumn(kind, clock.today()), ids, { from, to, now: clock.now() });
  for (const id of given) changed({ feature, id, changes: [{ field, before: from, after: to }] });
  if (kind === 'action' && given.length > 0) {
    const text = (await readNames(writer, [to])).get(to) ?? '';
    for (const actionId of given)
      await addLine(context, { actionId, meetingId: null, kind: 'owner', ownerId: from, text });
  }
  faultPoint(`assignment:after:${kind}`);
  return given;
}

type Handing = Pick<HandlersOf<typeof assignmentContract>, 'handOver' | 'undo'>;

export const handingHandlers: Handing = {
  async handOver({ fromId, cause, reason, expected, ...choice }, context) {
    const { actor, clock } = askedBy(context);
    if (expected > manyRecords) await context.backup('before-bulk');
    const { result } = await context.write(async (transaction) => {
      const { writer } = transaction;
      const today = clock.today();
      await mustFindPerson(writer, fromId);
      const moves = planHandOver(await readHoldings(writer, fromId, today), choice);
      if (moves.length === 0) throw ruleViolated('hand-over-nothing');
      if (moves.length !== expected) throw ruleViolated('hand-over-changed', { moved: moves.length });
      await mustBeSuccessors(
        writer,
        fromId,
        moves.map(({ toId }) => toId),
        today,
      );
      const moved: Part[] = [];
      for (const { kind, toId, ids } of partsOf(moves)) {
        const given = await give(
          { ...context, ...transaction, actor },
          { kind, ids },
          { from: fromId, to: toId },
        );
        moved.push({ kind, toId, ids: given });
      }
      const { id } = await writer
        .insertInto('assignmentHandOver')
        .values({
          fromId,
          cause,
          reason,
          at: clock.now(),
          personId: actor.personId,
          personName: actor.name,
          moved: JSON.stringify(moved satisfies Moved),
          undoneAt: null,
          undoneBy: null,
          returned: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      transaction.tell('reason', reason);
      transaction.tell('cause', cause);
      transaction.changed({ feature: 'assignment', id, changes: [] });
      return { id, moved: countMoved(moved) };
    });
    return result;
  },

  async undo({ id }, context) {
    const { writer, clock, actor, changed } = context;
    const { fromId, moved, undoneAt, reason } = await mustFindHandOver(writer, id);
    if (undoneAt !== null) throw ruleViolated('hand-over-undone');
    let returned = 0;
    for (const { kind, toId, ids } of moved)
      returned += (await give(context, { kind, ids }, { from: toId, to: fromId })).length;
    await writer
      .updateTable('assignmentHandOver')
      .set({ undoneAt: clock.now(), undoneBy: actor.name, returned })
      .where('id', '=', id)
      .execute();
    context.tell('reason', reason);
    changed({ feature: 'assignment', id, changes: [] });
    return { returned, stayed: countMoved(moved) - returned };
  },
};
