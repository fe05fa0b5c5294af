import { splitLines } from '#shared/features/goal/goal-distribute.rules.ts';
import { addParts, daysOfMonth, spreadOverDays, writeDays } from '#shared/features/goal/goal-day.rules.ts';
import { personKey } from '#shared/features/goal/goal-row.rules.ts';
import { addMonthsTo, monthDays, monthOf } from '#shared/kernel/period.ts';
import type { WorkCalendar } from '#shared/kernel/working-day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import type { SampleRows } from './sample-rows.ts';
import type { SampleOptions } from './sample-world.ts';

type Goal = SampleRows['goal'];
type Cell = {
  readonly indicator: string;
  readonly period: string;
  readonly departmentId: number | null;
  readonly personId: number | null;
  readonly given: number;
};

/** Cells of one statement. */
const chunk = 500;

/**
 * The tree of goals of last year and this one, in force, from the month goals of the sample: each month goes to the people
 * who answer for it and were in post, else it stays with their department. People have promised the months around today.
 */
export async function addGoalTrees(
  writer: Writer,
  goals: readonly Goal[],
  { today, ownerName }: Pick<SampleOptions, 'today' | 'ownerName'>,
): Promise<void> {
  const people = await writer
    .selectFrom('person')
    .select(['id', 'departmentId', 'hiredOn', 'leftOn'])
    .execute();
  const byId = new Map(people.map((person) => [person.id, person]));
  const thisYear = Number(today.slice(0, 4));
  const calendar = await readWorkCalendar(writer);
  for (const year of [thisYear - 1, thisYear]) {
    const own = goals.filter(
      ({ periodKind, period }) => periodKind === 'month' && period.startsWith(`${year}-`),
    );
    if (own.length === 0) continue;
    const at = `${year - 1}-12-20T02:00:00.000Z`;
    const { id: planId } = await writer
      .insertInto('goalPlan')
      .values({
        year,
        edition: 1,
        state: 'inForce',
        reason: `${year}年度经营计划会`,
        createdAt: at,
        createdById: 1,
        createdBy: ownerName,
        inForceAt: at,
        inForceBy: ownerName,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const cells = [...Map.groupBy(own, ({ indicator }) => indicator)].flatMap(([indicator, ofIndicator]) => {
      const crew = new Set(
        goals.flatMap((goal) => (goal.indicator === indicator ? (goal.personId ?? []) : [])),
      );
      return cellsOf(
        ofIndicator,
        [...crew].flatMap((id) => byId.get(id) ?? []),
      );
    });
    const rows = cells.map((cell) => {
      const rowKey =
        cell.personId === null ? `d${cell.departmentId}` : personKey(cell.departmentId, cell.personId);
      return {
        planId,
        ...cell,
        rowKey,
        days: showDays(cell, rowKey, calendar),
        promised: promiseOf(cell, today),
      };
    });
    for (let start = 0; start < rows.length; start += chunk)
      await writer
        .insertInto('goalCell')
        .values(rows.slice(start, start + chunk))
        .execute();
  }
}

type Person = {
  readonly id: number;
  readonly departmentId: number | null;
  readonly hiredOn: string | null;
  readonly leftOn: string | null;
};

/** Months of one indicator: shares of people in post, or the department's own. */
function cellsOf(goals: readonly Goal[], crew: readonly Person[]): Cell[] {
  const departments = goals.filter(({ level }) => level === 'department');
  const inPost = ({ hiredOn, leftOn }: Person, month: string): boolean => {
    const { first, last } = monthDays(month);
    return (hiredOn === null || hiredOn <= first) && (leftOn === null || leftOn > last);
  };
  const lines = departments.map(({ period, value }) => ({
    total: value,
    weights: crew.map((person) => (inPost(person, period) ? 1 : 0)),
  }));
  const shares = Map.groupBy(splitLines(lines), ({ line }) => line);
  return departments.flatMap(({ indicator, period, departmentId, value }, line): Cell[] => {
    const parts = (shares.get(line) ?? []).filter(({ value: part }) => part > 0);
    if (parts.length === 0) return [{ indicator, period, departmentId, personId: null, given: value }];
    return parts.flatMap(({ column, value: part }) => {
      const person = crew[column];
      return person
        ? [{ indicator, period, departmentId: person.departmentId, personId: person.id, given: part }]
        : [];
    });
  });
}

/** The autumn show from 8 to 11 September takes a third of the month's orders: days that were set by hand. */
function showDays({ indicator, period, given }: Cell, rowKey: string, calendar: WorkCalendar): string | null {
  if (indicator !== 'orders' || !period.endsWith('-09')) return null;
  const month = daysOfMonth(period, calendar);
  const onShow = [7, 8, 9, 10].filter((day) => month.working[day] === true);
  const part = onShow.length === 0 ? 0 : Math.round(given / 3);
  const amounts = [...spreadOverDays(given - part, rowKey, month)];
  addParts(amounts, onShow, part);
  return writeDays(amounts);
}

/** Promised for last month to the month after next: one in three a little more, one in three a little less. */
function promiseOf({ personId, period, given }: Cell, today: string): number | null {
  const month = monthOf(today);
  if (personId === null || period < addMonthsTo(month, -1) || period > addMonthsTo(month, 2)) return null;
  const step = Math.max(1, Math.floor(given / 10));
  return Math.max(0, given + step * ((personId + Number(period.slice(5))) % 3) - step);
}
