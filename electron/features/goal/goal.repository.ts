import { sql } from 'kysely';
import type { GoalPlan, PlanState } from '#shared/features/goal/goal.contract.ts';
import type { CellChange } from '#shared/features/goal/goal-tree.rules.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { readRowKey, type GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { GoalLockTable } from './goal.table.ts';

/** Editions, cells and locks of the tree of goals. */

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
    await writer
      .insertInto('goalCell')
      .columns(['planId', 'indicator', 'rowKey', 'period', 'departmentId', 'personId', 'given', 'promised'])
      .expression((from_) =>
        from_
          .selectFrom('goalCell')
          .select(({ val }) => [
            val(id).as('planId'),
            'indicator',
            'rowKey',
            'period',
            'departmentId',
            'personId',
            'given',
            'promised',
          ])
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

/** A row of one indicator with what it holds itself, month by month (twelve). */
export type StoredRow = {
  readonly indicator: string;
  readonly rowKey: string;
  readonly given: readonly (number | null)[];
  readonly promised: readonly (number | null)[];
};

const emptyYear = (): (number | null)[] => Array.from({ length: monthsOfYear }, () => null);
const amount = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);

/** Rows of some indicators of an edition. Months come as one text a row: a tenth of the time of a row for each month. */
export async function listStoredRows(
  reader: Reader | Writer,
  planId: number,
  indicators: readonly string[],
): Promise<StoredRow[]> {
  const rows = await reader
    .selectFrom('goalCell')
    .select([
      'indicator',
      'rowKey',
      sql<string>`group_concat(substr(period, 6, 2) || ':' || coalesce(given, '') || ':' || coalesce(promised, ''), ' ')`.as(
        'months',
      ),
    ])
    .where('planId', '=', planId)
    .where('indicator', 'in', indicators)
    .groupBy(['indicator', 'rowKey'])
    .execute();
  return rows.map(({ indicator, rowKey, months }) => {
    const [given, promised] = [emptyYear(), emptyYear()];
    for (const month of months.split(' ')) {
      const [number, first, second] = month.split(':');
      const at = Number(number) - 1;
      given[at] = amount(first);
      promised[at] = amount(second);
    }
    return { indicator, rowKey, given, promised };
  });
}

export async function listLocks(
  reader: Reader | Writer,
  planId: number,
  indicators: readonly string[],
): Promise<GoalLockTable[]> {
  return reader
    .selectFrom('goalLock')
    .selectAll()
    .where('planId', '=', planId)
    .where('indicator', 'in', indicators)
    .execute();
}

/** Whether an edition has any goal, or any of one indicator. */
export async function hasGoals(
  reader: Reader | Writer,
  planId: number,
  indicator?: string,
): Promise<boolean> {
  const found = reader
    .selectFrom('goalCell')
    .select('indicator')
    .where('planId', '=', planId)
    .where('given', 'is not', null)
    .limit(1);
  const row = await (
    indicator === undefined ? found : found.where('indicator', '=', indicator)
  ).executeTakeFirst();
  return row !== undefined;
}

/** Cells of one statement: below SQLite's limit of bound values. */
const chunk = 1000;

/** Writes own amounts of one indicator: what was given, or what was promised. */
export async function saveCells(
  writer: Writer,
  plan: Pick<GoalPlan, 'id' | 'year'>,
  indicator: string,
  rows: readonly Pick<GoalRow, 'key'>[],
  changes: readonly CellChange[],
  column: 'given' | 'promised' = 'given',
): Promise<void> {
  const values = changes.flatMap(({ cell, after }) => {
    const key = rows[Math.floor(cell / monthsOfYear)]?.key;
    const parts = key === undefined ? undefined : readRowKey(key);
    if (key === undefined || !parts) return [];
    return {
      planId: plan.id,
      indicator,
      rowKey: key,
      period: monthPeriod(plan.year, cell % monthsOfYear),
      departmentId: parts.departmentId,
      personId: parts.personId,
      given: column === 'given' ? after : null,
      promised: column === 'promised' ? after : null,
    };
  });
  for (let start = 0; start < values.length; start += chunk)
    await writer
      .insertInto('goalCell')
      .values(values.slice(start, start + chunk))
      .onConflict((conflict) =>
        conflict
          .columns(['planId', 'indicator', 'rowKey', 'period'])
          .doUpdateSet((row) => ({ [column]: row.ref(`excluded.${column}`) })),
      )
      .execute();
}

export async function setLocks(
  writer: Writer,
  planId: number,
  locked: boolean,
  locks: readonly Omit<GoalLockTable, 'planId'>[],
): Promise<void> {
  for (const lock of locks)
    if (locked)
      await writer
        .insertInto('goalLock')
        .values({ planId, ...lock })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    else
      await writer
        .deleteFrom('goalLock')
        .where('planId', '=', planId)
        .where('indicator', '=', lock.indicator)
        .where('rowKey', '=', lock.rowKey)
        .where('period', '=', lock.period)
        .execute();
}
