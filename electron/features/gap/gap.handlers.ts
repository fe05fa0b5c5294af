import type { gapContract } from '#shared/features/gap/gap.contract.ts';
import { whyIssues } from '#shared/features/gap/gap-why.rules.ts';
import { periodKindOf } from '#shared/features/indicator/indicator-period.rules.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import {
  conflictOf,
  createRecord,
  recordHandlers,
  updateRecord,
} from '#electron/kernel/record/record-handlers.ts';
import { raiseAction } from '../action/action.raise.ts';
import { analyse } from './gap.analysis.ts';
import { gapRecord } from './gap.record.ts';
import {
  gapKey,
  listGapsOf,
  readGap,
  readGapView,
  readWhys,
  saveWhys,
  type StoredGap,
} from './gap.repository.ts';

/** A living gap record that may be changed. Errors: not-found, conflict, `in-bin`, `gap-closed`. */
async function mustOpen(context: CommandContext, id: number, version: number | null): Promise<StoredGap> {
  const gap = await readGap(context.writer, id);
  if (gap.isRemoved) throw ruleViolated('in-bin');
  if (version !== null && gap.version !== version) throw await conflictOf(context.writer, 'gap', id);
  if (gap.state === 'closed') throw ruleViolated('gap-closed');
  return gap;
}

/** Writes some of a record's values and leaves the others as they are. */
async function patch(
  context: CommandContext,
  id: number,
  values: Readonly<Record<string, string | number | null>>,
): Promise<number> {
  const row = await context.writer.selectFrom('gap').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const { id: _id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...kept } = row;
  return updateRecord(context, gapRecord, id, version, { ...kept, ...values });
} // prettier-ignore

export const gapHandlers: HandlersOf<typeof gapContract> = {
  ...readOnlyCalls(recordHandlers(gapRecord)),

  analysis: async (asked, { reader, clock, actor }) => analyse(reader, asked, clock.today(), actor),
  view: async ({ id }, { reader, clock }) => readGapView(reader, id, clock.today()),

  async open({ ownerId, ...about }, context) {
    const { writer, clock, actor } = context;
    const { key, period, who } = about;
    const known = (await listGapsOf(writer, Number(period.slice(0, 4)))).get(gapKey(key, period, who));
    if (known?.state === 'open') throw ruleViolated('gap-exists', { number: known.number });
    const { goalDue, actual } = await analyse(writer, about, clock.today(), actor);
    const raisedOn = clock.today();
    const number = await nextOfYear(writer, yearOf(raisedOn), 'G');
    const id = await createRecord(context, gapRecord, {
      number,
      indicator: key,
      periodKind: periodKindOf(period) ?? 'day',
      period,
      ...who,
      goal: goalDue,
      actual: actual.value,
      state: 'open',
      ownerId,
      raisedOn,
    });
    return { id, number };
  },

  async save({ id, version, ownerId, cause, whys }, context) {
    await mustOpen(context, id, version);
    const issues = whyIssues(whys);
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    const before = await readWhys(context.writer, id);
    let next = await patch(context, id, { ownerId, cause: cause === '' ? null : cause });
    if (JSON.stringify(before) !== JSON.stringify(whys)) {
      await saveWhys(context.writer, id, whys);
      context.tell('whys', whys);
      if (next === version) next = await touch(context, id, version);
    }
    return { id, version: next };
  },

  async counter({ id, ...given }, context) {
    await mustOpen(context, id, null);
    return raiseAction(context, { ...given, gapId: id });
  },

  async close({ id, version, result }, context) {
    const gap = await mustOpen(context, id, version);
    if (gap.cause === null) throw ruleViolated('gap-no-cause');
    const open = await context.writer
      .selectFrom('action')
      .select('number')
      .where('gapId', '=', id)
      .where('removedAt', 'is', null)
      .where('state', '!=', 'closed')
      .execute();
    if (open.length > 0)
      throw ruleViolated('gap-actions-open', { numbers: open.map(({ number }) => number).join('、') });
    await patch(context, id, {
      state: 'closed',
      result,
      closedOn: context.clock.today(),
      closedById: context.actor.personId,
    });
    return { state: 'closed' };
  },

  async reopen({ id, version }, context) {
    const gap = await readGap(context.writer, id);
    if (gap.version !== version) throw await conflictOf(context.writer, 'gap', id);
    await patch(context, id, { state: 'open', closedOn: null, closedById: null });
    return { state: 'open' };
  },
};

/** Counts a change of the tree, which is no field, in the record's version. */
async function touch(
  { writer, clock, changed }: CommandContext,
  id: number,
  version: number,
): Promise<number> {
  await writer
    .updateTable('gap')
    .set({ version: version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  changed({ feature: 'gap', id, changes: [] });
  return version + 1;
}
