import { readRowKey } from '#shared/features/goal/goal-row.rules.ts';
import type { GoalLine } from '#shared/features/plan/plan.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readGoalTable, type GoalTableRow } from '../goal/goal.period.ts';

/** Goals of a year as the plan shows them: those of the edition in force, read where goals are kept. */

const lineOf = ({ indicator, unit, key, kind, name, year, months }: GoalTableRow): GoalLine => ({
  key: indicator,
  unit,
  departmentId: readRowKey(key)?.departmentId ?? null,
  department: kind === 'department' ? name : null,
  year,
  months,
});

const readKind = async (
  reader: Reader,
  year: number,
  wanted: (row: GoalTableRow) => boolean,
): Promise<GoalLine[]> => (await readGoalTable(reader, year)).filter(wanted).map(lineOf);

/** 门店目标. */
export const readStoreGoals = (reader: Reader, year: number): Promise<GoalLine[]> =>
  readKind(reader, year, ({ kind }) => kind === 'store');

/** Goals of the store and of each department. */
export const readPlanGoals = (reader: Reader, year: number): Promise<GoalLine[]> =>
  readKind(reader, year, ({ kind }) => kind === 'store' || kind === 'department');

/** 个人目标: the goals of one person. */
export const readPersonGoals = (reader: Reader, year: number, personId: number): Promise<GoalLine[]> =>
  readKind(reader, year, ({ kind, key }) => kind === 'person' && readRowKey(key)?.personId === personId);
