import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import type { IncomeMonthUnits } from '#shared/features/income/income.contract.ts';
import type { PayContent, PayUnit } from '#shared/features/pay/pay.content.ts';
import type { Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { departmentsLedBy } from '../department/department.leading.ts';
import { sumMonthGoals } from '../goal/goal.month-sums.ts';
import { readPersonGoals } from '../goal/goal.person.ts';

/** The indicator that a unit is a goal of; hours have none: what was agreed on is their goal. */
export const goalOf: Readonly<Partial<Record<PayUnit, Indicator>>> = {
  deal: 'deliveries',
  visit: 'serviceVisits',
};

/** Departments whose figures count for a person: those that the person leads, else the own one. */
export async function departmentsOf(
  reader: Reader | Writer,
  { id, departmentId }: { readonly id: number; readonly departmentId: number | null },
): Promise<readonly number[]> {
  const led = await departmentsLedBy(reader, id);
  if (led.size > 0) return [...led];
  return departmentId === null ? [] : [departmentId];
}

type Counted = Pick<PayContent, 'unit' | 'scope'>;

/** The goal by which a rule measures attainment in some months; a goal of nothing measures nothing. */
export async function readGivenGoals(
  reader: Reader | Writer,
  person: { readonly id: number; readonly departmentId: number | null },
  months: readonly Month[],
): Promise<(rule: Counted, month: Month) => number | null> {
  const indicators = Object.values(goalOf);
  const own = await readPersonGoals(reader, person.id, indicators, months);
  const departments = await departmentsOf(reader, person);
  const common = await sumMonthGoals(reader, { of: 'departmentId', ids: departments }, indicators, months);
  const agreed = await agreedHours(reader, person.id);
  return ({ unit, scope }, month) => {
    const indicator = goalOf[unit];
    const goals = scope === 'department' ? common : own;
    const given = indicator ? goals.get(`${indicator} ${month}`) : unit === 'hour' ? agreed.get(month) : 0;
    return given && given > 0 ? given : null;
  };
}

/** Hours that a person and the manager agreed on, by month. */
async function agreedHours(reader: Reader | Writer, personId: number): Promise<ReadonlyMap<Month, number>> {
  const rows = await reader
    .selectFrom('income')
    .select('months')
    .where('personId', '=', personId)
    .where('unit', '=', 'hour')
    .where('state', '=', 'confirmed')
    .where('months', 'is not', null)
    .orderBy('decidedAt')
    .execute();
  return new Map(
    rows
      .flatMap(({ months }) => JSON.parse(months ?? '[]') as IncomeMonthUnits[]) // written by the repository
      .map(({ month, units }) => [month, units]),
  );
}
