import { indicators, moneyIndicators } from '#shared/features/goal/goal.fields.ts';
import type { GoalLine } from '#shared/features/plan/plan.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** Goals of a year as the plan shows them; written where goals are. */

type GoalRow = {
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
  readonly departmentId: number | null;
  readonly department: string | null;
  readonly personId: number | null;
  readonly value: number;
};

const readRows = (reader: Reader, year: number): Promise<GoalRow[]> =>
  reader
    .selectFrom('goal')
    .leftJoin('department', 'department.id', 'goal.departmentId')
    .select([
      'goal.indicator',
      'goal.period',
      'goal.level',
      'goal.departmentId',
      'department.name as department',
      'goal.personId',
      'goal.value',
    ])
    .where('goal.removedAt', 'is', null)
    .where('goal.periodKind', 'in', ['year', 'month'])
    .where('goal.period', '>=', String(year))
    .where('goal.period', '<', String(year + 1))
    .orderBy('goal.departmentId')
    .execute();

const place = (key: string): number => (indicators as readonly string[]).indexOf(key);

/** One line per indicator and department (or store), in the order of the indicators. */
function linesOf(rows: readonly GoalRow[]): GoalLine[] {
  const lines = new Map<string, { line: GoalLine; months: (number | null)[]; year: number | null }>();
  for (const { indicator, period, departmentId, department, value } of rows) {
    const id = `${indicator}.${departmentId ?? ''}`;
    const found = lines.get(id) ?? {
      line: {
        key: indicator,
        unit: (moneyIndicators as readonly string[]).includes(indicator)
          ? ('fen' as const)
          : ('count' as const),
        departmentId,
        department,
        year: null,
        months: [],
      },
      months: Array.from({ length: 12 }, () => null),
      year: null,
    };
    if (period.length === 4) found.year = value;
    else found.months[Number(period.slice(5)) - 1] = value;
    lines.set(id, found);
  }
  return [...lines.values()]
    .map(({ line, months, year }) => ({
      ...line,
      months,
      // Without a goal of the year the months are it, once all twelve are there.
      year: year ?? (months.every((one) => one !== null) ? months.reduce((sum, one) => sum + one, 0) : null),
    }))
    .sort((a, b) => place(a.key) - place(b.key));
}

/** 门店目标. */
export async function readStoreGoals(reader: Reader, year: number): Promise<GoalLine[]> {
  return linesOf((await readRows(reader, year)).filter(({ level }) => level === 'store'));
}

/** Goals of the store and of each department. */
export async function readPlanGoals(reader: Reader, year: number): Promise<GoalLine[]> {
  return linesOf((await readRows(reader, year)).filter(({ level }) => level !== 'person'));
}

/** 个人目标: the goals of one person. */
export async function readPersonGoals(reader: Reader, year: number, personId: number): Promise<GoalLine[]> {
  const rows = (await readRows(reader, year)).filter(
    (row) => row.level === 'person' && row.personId === personId,
  );
  return linesOf(rows);
}
