import type { GoalPlan, PlanState } from '#shared/features/goal/goal.contract.ts';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** Editions of the tree of goals; their cells and locks: goal-cell.repository. */

type StoredPlan = Omit<GoalPlan, 'state'> & { readonly state: string; readonly createdById: number | null };

const planOf = ({ createdById: _person, ...row }: StoredPlan): GoalPlan => ({
  ...row,
  state: row.state as PlanState, // written by this repository
});

/** Editions of a year, newest first. */
export async function listPlans(reader: Reader | Writer, year: number): Promise<GoalPlan[]> {
  const rows = await reader
    .selectFrom('goalPlan')
    .selectAll()
    .where('year', '=', year)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(planOf);
}

/** One edition. Errors: not-found. */
export async function getPlan(reader: Reader | Writer, id: number): Promise<GoalPlan> {
  const row = await reader.selectFrom('goalPlan').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('goalPlan', id);
  return planOf(row);
}

/** The edition of a year that is in force. */
export async function planInForce(reader: Reader | Writer, year: number): Promise<GoalPlan | undefined> {
  const row = await reader
    .selectFrom('goalPlan')
    .selectAll()
    .where('year', '=', year)
    .where('state', '=', 'inForce')
    .executeTakeFirst();
  return row && planOf(row);
}

/** Makes a draft of a year with the cells and locks of an edition, if one is given. */
export async function addDraft(
  writer: Writer,
  draft: {
    readonly year: number;
    readonly edition: number;
    readonly reason: string;
    readonly at: string;
    readonly by: { readonly personId: number; readonly name: string };
    readonly from: number | null;
  },
): Promise<GoalPlan> {
  const { id } = await writer
    .insertInto('goalPlan')
    .values({
      year: draft.year,
      edition: draft.edition,
      state: 'draft',
      reason: draft.reason,
      createdAt: draft.at,
      createdById: draft.by.personId,
      createdBy: draft.by.name,
      inForceAt: null,
      inForceBy: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (draft.from !== null) {
    const from = draft.from;
    const held = [
      'indicator',
      'rowKey',
      'period',
      'departmentId',
      'personId',
      'given',
      'days',
      'promised',
    ] as const;
    await writer
      .insertInto('goalCell')
      .columns(['planId', ...held])
      .expression((from_) =>
        from_
          .selectFrom('goalCell')
          .select(({ val }) => [val(id).as('planId'), ...held])
          .where('planId', '=', from),
      )
      .execute();
    await writer
      .insertInto('goalLock')
      .columns(['planId', 'indicator', 'rowKey', 'period', 'at', 'personName'])
      .expression((from_) =>
        from_
          .selectFrom('goalLock')
          .select(({ val }) => [val(id).as('planId'), 'indicator', 'rowKey', 'period', 'at', 'personName'])
          .where('planId', '=', from),
      )
      .execute();
  }
  return getPlan(writer, id);
}

/** Puts an edition in force; the one before is replaced. */
export async function putInForce(
  writer: Writer,
  plan: GoalPlan,
  put: { readonly reason: string; readonly at: string; readonly by: string },
): Promise<GoalPlan> {
  await writer
    .updateTable('goalPlan')
    .set((row) => ({ state: 'replaced', version: row('version', '+', 1) }))
    .where('year', '=', plan.year)
    .where('state', '=', 'inForce')
    .execute();
  await writer
    .updateTable('goalPlan')
    .set({
      state: 'inForce',
      reason: put.reason,
      inForceAt: put.at,
      inForceBy: put.by,
      version: plan.version + 1,
    })
    .where('id', '=', plan.id)
    .execute();
  return getPlan(writer, plan.id);
}

/** Removes a draft with all that hangs on it. */
export async function removePlan(writer: Writer, id: number): Promise<void> {
  await writer.deleteFrom('goalCell').where('planId', '=', id).execute();
  await writer.deleteFrom('goalLock').where('planId', '=', id).execute();
  await writer.deleteFrom('goalPlan').where('id', '=', id).execute();
}

/** What tells that an edition changed since the person saw it, and who did. */
export async function planConflict(reader: Reader | Writer, id: number): Promise<DeskError> {
  const last = await reader
    .selectFrom('auditRecord')
    .innerJoin('audit', 'audit.seq', 'auditRecord.seq')
    .select(['audit.personName as by', 'audit.at'])
    .where('auditRecord.feature', '=', 'goalPlan')
    .where('auditRecord.recordId', '=', id)
    .orderBy('audit.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new DeskError({ code: 'conflict', feature: 'goalPlan', id, ...last });
}
