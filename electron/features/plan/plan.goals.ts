import { readRowKey } from '#shared/features/goal/goal-row.rules.ts';
import { goalIndicators } from '#shared/features/goal/goal-indicator.ts';
import type { GoalLine, PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readGoalTable, type GoalTableRow } from '../goal/goal.period.ts';
import { listPlans, planInForce } from '../goal/goal.repository.ts';

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
): Promise<GoalLine[]> => (await readGoalTable(reader, year, goalIndicators)).filter(wanted).map(lineOf);

/** 门店目标. */
export const readStoreGoals = (reader: Reader, year: number): Promise<GoalLine[]> =>
  readKind(reader, year, ({ kind }) => kind === 'store');

/** Goals of the store and of each department, and the edition that they are of. */
export async function readPlanGoals(
  reader: Reader,
  year: number,
): Promise<Pick<PlanContent, 'goals' | 'goalEdition'>> {
  const inForce = await planInForce(reader, year);
  const goals = await readKind(reader, year, ({ kind }) => kind === 'store' || kind === 'department');
  return { goals, goalEdition: inForce?.edition ?? null };
}

/** Goals of everybody in the edition that a plan holds; the one in force where an older plan does not name it. */
export async function readGoalTree(
  reader: Reader,
  { year, goalEdition }: Pick<PlanContent, 'year' | 'goalEdition'>,
): Promise<GoalTableRow[]> {
  const plan = (await listPlans(reader, year)).find(({ edition }) => edition === goalEdition);
  return readGoalTable(reader, year, goalIndicators, plan?.id);
}

/** 个人目标: the goals of one person. */
export const readPersonGoals = (reader: Reader, year: number, personId: number): Promise<GoalLine[]> =>
  readKind(reader, year, ({ kind, key }) => kind === 'person' && readRowKey(key)?.personId === personId);
