import { sql } from 'kysely';
import type { GoalPlan } from '#shared/features/goal/goal.contract.ts';
import type { DayChange } from '#shared/features/goal/goal-day-book.rules.ts';
import { readDays, writeDays } from '#shared/features/goal/goal-day.rules.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { readRowKey, type GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear, type CellChange } from '#shared/features/goal/goal-tree.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { GoalCellTable, GoalLockTable } from './goal.table.ts';

/** Cells and locks of an edition. */

/** A row of one indicator with what it holds itself, month by month (twelve). */
export type StoredRow = {
  readonly indicator: string;
  readonly rowKey: string;
  readonly given: readonly (number | null)[];
  readonly promised: readonly (number | null)[];
};

/** A month whose days were set by hand. */
export type StoredDays = {
  readonly indicator: string;
  readonly rowKey: string;
  readonly period: string;
  readonly amounts: readonly number[];
};

const emptyYear = (): (number | null)[] => Array.from({ length: monthsOfYear }, () => null);
const amount = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);

const cellsOf = (reader: Reader | Writer, planId: number, indicators: readonly string[]) =>
  reader.selectFrom('goalCell').where('planId', '=', planId).where('indicator', 'in', indicators);

/** Rows of some indicators of an edition. Months come as one text a row: a tenth of the time of a row for each month. */
export async function listStoredRows(
  reader: Reader | Writer,
  planId: number,
  indicators: readonly string[],
): Promise<StoredRow[]> {
  const rows = await cellsOf(reader, planId, indicators)
    .select([
      'indicator',
      'rowKey',
      sql<string>`group_concat(substr(period, 6, 2) || ':' || coalesce(given, '') || ':' || coalesce(promised, ''), ' ')`.as(
        'months',
      ),
    ])
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

/** Months of some indicators whose days were set by hand. */
export async function listStoredDays(
  reader: Reader | Writer,
  planId: number,
  indicators: readonly string[],
): Promise<StoredDays[]> {
  const rows = await cellsOf(reader, planId, indicators)
    .select(['indicator', 'rowKey', 'period', 'days'])
    .where('days', 'is not', null)
    .execute();
  return rows.flatMap(({ days, ...row }) => {
    const amounts = readDays(days);
    return amounts ? [{ ...row, amounts }] : [];
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

/** Indicators in which a row, or a channel or model of it, has goals. */
export async function listIndicatorsOf(
  reader: Reader | Writer,
  planId: number,
  rowKey: string,
): Promise<string[]> {
  const rows = await reader
    .selectFrom('goalCell')
    .select('indicator')
    .distinct()
    .where('planId', '=', planId)
    .where((row) => row.or([row('rowKey', '=', rowKey), row('rowKey', 'like', `${rowKey}.%`)]))
    .where('given', '>', 0)
    .orderBy('indicator')
    .execute();
  return rows.map(({ indicator }) => indicator);
}

/** Cells of one statement: below SQLite's limit of bound values. */
const chunk = 1000;

/** Where a row's month is kept. */
function placeOf(plan: Pick<GoalPlan, 'id' | 'year'>, indicator: string, rowKey: string, cell: number) {
  const parts = readRowKey(rowKey);
  return (
    parts && {
      planId: plan.id,
      indicator,
      rowKey,
      period: monthPeriod(plan.year, cell % monthsOfYear),
      departmentId: parts.departmentId,
      personId: parts.personId,
    }
  );
}

/** What is written of a month; what is not written keeps what it holds, or is empty where the month is new. */
type Written = Partial<Pick<GoalCellTable, 'given' | 'days' | 'promised'>>;

/** Writes `columns` of the months that changed. */
async function saveCells<Change extends { readonly cell: number }>(
  writer: Writer,
  plan: Pick<GoalPlan, 'id' | 'year'>,
  indicator: string,
  rows: readonly Pick<GoalRow, 'key'>[],
  changes: readonly Change[],
  columns: readonly (keyof Written)[],
  written: (change: Change) => Written,
): Promise<void> {
  const values = changes.flatMap((change) => {
    const row = rows[Math.floor(change.cell / monthsOfYear)];
    const place = placeOf(plan, indicator, row?.key ?? '', change.cell);
    return place ? [{ ...place, given: null, days: null, promised: null, ...written(change) }] : [];
  });
  for (let start = 0; start < values.length; start += chunk)
    await writer
      .insertInto('goalCell')
      .values(values.slice(start, start + chunk))
      .onConflict((conflict) =>
        conflict
          .columns(['planId', 'indicator', 'rowKey', 'period'])
          .doUpdateSet((row) =>
            Object.fromEntries(columns.map((column) => [column, row.ref(`excluded.${column}`)])),
          ),
      )
      .execute();
}

/** Writes what was given, with its days. */
export const saveGiven = (
  writer: Writer,
  plan: Pick<GoalPlan, 'id' | 'year'>,
  indicator: string,
  rows: readonly Pick<GoalRow, 'key'>[],
  changes: readonly DayChange[],
): Promise<void> =>
  saveCells(writer, plan, indicator, rows, changes, ['given', 'days'], ({ after, daysAfter }) => ({
    given: after,
    days: writeDays(daysAfter),
  }));

/** Writes what was promised. */
export const savePromised = (
  writer: Writer,
  plan: Pick<GoalPlan, 'id' | 'year'>,
  indicator: string,
  rows: readonly Pick<GoalRow, 'key'>[],
  changes: readonly CellChange[],
): Promise<void> =>
  saveCells(writer, plan, indicator, rows, changes, ['promised'], ({ after }) => ({ promised: after }));

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
