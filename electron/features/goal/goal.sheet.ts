import type { GoalGrid, GoalPlan, GoalSheetView } from '#shared/features/goal/goal.contract.ts';
import type { EditSetting } from '#shared/features/goal/goal-edit.rules.ts';
import type { DayBook } from '#shared/features/goal/goal-day-book.rules.ts';
import { daysOfYear, workingDaysOfMonths } from '#shared/features/goal/goal-day.rules.ts';
import { dayRangeOf, spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { closedCells, goalRows, readRowKey, type GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear, type GoalSheet } from '#shared/features/goal/goal-tree.rules.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { readMeasures } from './goal.measures.ts';
import { listLocks, listStoredDays, listStoredRows, type StoredRow } from './goal-cell.repository.ts';

/** What the rows of a year are made of: departments, people in post in it, and whoever has goals. */
export async function readRows(
  reader: Reader | Writer,
  year: number,
  keys: Iterable<string>,
): Promise<GoalRow[]> {
  const wanted = [...keys];
  const named = new Set(wanted.flatMap((key) => readRowKey(key)?.personId ?? []));
  const departmentsNamed = new Set(wanted.flatMap((key) => readRowKey(key)?.departmentId ?? []));
  const departments = await reader
    .selectFrom('department')
    .select(['id', 'name', 'parentId', 'removedAt'])
    .orderBy('id')
    .execute();
  const people = await reader
    .selectFrom('person')
    .select(['id', 'name', 'departmentId', 'hiredOn', 'leftOn', 'removedAt'])
    .orderBy('id')
    .execute();
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return goalRows({
    departments: departments.filter(({ id, removedAt }) => removedAt === null || departmentsNamed.has(id)),
    people: people.flatMap(({ removedAt, ...person }) => {
      const isListed =
        removedAt === null &&
        (person.hiredOn === null || person.hiredOn <= last) &&
        (person.leftOn === null || person.leftOn > first);
      return isListed || named.has(person.id) ? [{ ...person, isListed }] : [];
    }),
    keys: wanted,
  });
}

/** One indicator of an edition, ready for the rules. */
export type LoadedSheet = {
  readonly indicator: string;
  readonly name: GoalSheetView['name'];
  readonly unit: GoalSheetView['unit'];
  readonly sheet: GoalSheet;
  /** Weeks and days. */
  readonly book: DayBook;
  readonly promised: readonly (number | null)[];
  readonly locks: GoalSheetView['locks'];
};

export type LoadedPlan = {
  readonly plan: GoalPlan;
  readonly rows: readonly GoalRow[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly sheets: ReadonlyMap<string, LoadedSheet>;
  readonly setting: EditSetting;
  readonly calendar: Awaited<ReturnType<typeof readWorkCalendar>>;
};

/** Some indicators of an edition with all rows. Errors: issue goal-unknown-indicator. */
export async function loadPlan(
  reader: Reader | Writer,
  plan: GoalPlan,
  indicators: readonly string[],
  extraKeys: readonly string[] = [],
): Promise<LoadedPlan> {
  const measures = await readMeasures(reader, plan.year);
  const wanted = indicators.map((indicator) => {
    const measure = measures.get(indicator);
    if (!measure) throw invalidField('indicator', 'goal-unknown-indicator', { indicator });
    return measure;
  });
  const stored = await listStoredRows(reader, plan.id, indicators);
  const locks = await listLocks(reader, plan.id, indicators);
  const days = await listStoredDays(reader, plan.id, indicators);
  const rows = await readRows(
    reader,
    plan.year,
    new Set([...stored.map(({ rowKey }) => rowKey), ...extraKeys]),
  );
  const rowOf = new Map(rows.map(({ key }, row) => [key, row]));
  const parents = rows.map(({ parent }) => parent);
  const keys = rows.map(({ key }) => key);
  const calendar = await readWorkCalendar(reader);
  const months = daysOfYear(plan.year, calendar);
  const byIndicator = Map.groupBy(stored, ({ indicator }) => indicator);
  const sheets = new Map(
    wanted.map(({ key: indicator, name, unit, kind }) => {
      const { given, promised } = arrays(byIndicator.get(indicator) ?? [], rowOf, rows.length);
      const own = locks.flatMap(({ indicator: of, rowKey, period, personName }) => {
        const row = rowOf.get(rowKey);
        return of === indicator && row !== undefined ? [{ row, period, personName }] : [];
      });
      const nodes = own.flatMap(({ row, period }) => {
        const span = spanOf(period, plan.year);
        return span ? [{ row, span }] : [];
      });
      const sheet: GoalSheet = { kind, parents, own: given, locks: nodes };
      const shapes = days.flatMap((one): [number, readonly number[]][] => {
        const row = rowOf.get(one.rowKey);
        const span = spanOf(one.period, plan.year);
        const isHere = one.indicator === indicator && row !== undefined && span !== undefined;
        return isHere ? [[row * monthsOfYear + span.from, one.amounts]] : [];
      });
      const held = own.flatMap(({ row, period }) => {
        const range = dayRangeOf(period, plan.year);
        return range ? [{ row, days: range }] : [];
      });
      const book: DayBook = { shapes: new Map(shapes), locks: held, keys, months };
      return [indicator, { indicator, name, unit, sheet, book, promised, locks: own }];
    }),
  );
  return {
    plan,
    rows,
    rowOf,
    sheets,
    calendar,
    setting: { monthWeights: workingDaysOfMonths(months), closed: closedCells(rows, plan.year) },
  };
}

function arrays(
  stored: readonly StoredRow[],
  rowOf: ReadonlyMap<string, number>,
  rows: number,
): Pick<GoalSheetView, 'given' | 'promised'> {
  const given: (number | null)[] = Array.from({ length: rows * monthsOfYear }, () => null);
  const promised: (number | null)[] = Array.from({ length: rows * monthsOfYear }, () => null);
  for (const one of stored) {
    const row = rowOf.get(one.rowKey);
    if (row === undefined) continue;
    for (let month = 0; month < monthsOfYear; month += 1) {
      given[row * monthsOfYear + month] = one.given[month] ?? null;
      promised[row * monthsOfYear + month] = one.promised[month] ?? null;
    }
  }
  return { given, promised };
}

/** The rows that are kept, renumbered; amounts of those left out do not count. */
export function visiblePart(
  { rows, sheets }: LoadedPlan,
  isVisible: (row: GoalRow, index: number) => boolean,
): Pick<GoalGrid, 'rows' | 'sheets'> & { readonly kept: readonly number[] } {
  const kept = [...rows.keys()].filter((row) => {
    const one = rows[row];
    return one !== undefined && isVisible(one, row);
  });
  const place = new Map(kept.map((row, at) => [row, at]));
  const slice = (amounts: readonly (number | null)[]): (number | null)[] =>
    kept.length === rows.length
      ? [...amounts]
      : kept.flatMap((row) => amounts.slice(row * monthsOfYear, (row + 1) * monthsOfYear));
  return {
    kept,
    rows: kept.flatMap((row) => {
      const one = rows[row];
      return one ? [{ ...one, parent: place.get(one.parent) ?? -1 }] : [];
    }),
    sheets: [...sheets.values()].map(({ indicator, name, unit, sheet, book, promised, locks }) => ({
      indicator,
      name,
      unit,
      kind: sheet.kind,
      given: slice(sheet.own),
      days: [...book.shapes].flatMap(([cell, amounts]) => {
        const row = place.get(Math.floor(cell / monthsOfYear));
        return row === undefined ? [] : [{ row, month: cell % monthsOfYear, amounts }];
      }),
      promised: slice(promised),
      locks: locks.flatMap((lock) => {
        const row = place.get(lock.row);
        return row === undefined ? [] : [{ ...lock, row }];
      }),
    })),
  };
}
