import { moneyIndicators, indicators, type Indicator } from '#shared/features/goal/goal.fields.ts';
import { indicatorDefinitions } from '#shared/features/meeting/meeting.definitions.ts';
import type { SourceDay } from '#shared/features/meeting/meeting.rules.ts';
import type { Closing, ClosingLine, ClosingOther } from '#shared/features/plan/plan.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readClosingFigures } from '../indicator/indicator.closing.ts';
import type { Viewer } from '../indicator/indicator.sight.ts';
import { readDays } from '../meeting/meeting.source.ts';
import { readStoreGoals } from './plan.goals.ts';

/** 当年决算: figures of a year from the rows of the store, with the year before and the goal. */

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

/** The sum of the days within a span; null when the source has no row there: nobody supplied it. */
function sumWithin(days: readonly SourceDay[], first: Day, last: Day): number | null {
  const within = days.filter(({ day }) => day >= first && day <= last);
  return within.length === 0 ? null : within.reduce((total, { value }) => total + value, 0);
}

const unitOf = (indicator: Indicator): ClosingLine['unit'] =>
  moneyIndicators.includes(indicator) ? 'fen' : 'count';

async function readLine(
  reader: Reader,
  indicator: Indicator,
  { year, until, goal }: { readonly year: number; readonly until: Day; readonly goal: number | null },
): Promise<ClosingLine> {
  const days = await readDays(reader, indicatorDefinitions[indicator], {
    first: `${year - 1}-01-01`,
    last: until,
  });
  const value = sumWithin(days, `${year}-01-01`, until);
  return {
    key: indicator,
    unit: unitOf(indicator),
    // A source that delivers the year has months without rows: those are 0, and months to come are unknown.
    months: monthsOf(year).map((month) =>
      value === null || `${month}-01` > until ? null : (sumWithin(days, `${month}-01`, `${month}-31`) ?? 0),
    ),
    value,
    lastYearToDate: sumWithin(days, `${year - 1}-01-01`, `${year - 1}${until.slice(4)}`),
    lastYear: sumWithin(days, `${year - 1}-01-01`, `${year - 1}-12-31`),
    goal,
  };
}

/** Who may read a plan may read every figure of the store, see the table of rights. */
const everything: Viewer = { personId: 0, roles: ['owner'] };

/** Figures of the library beside the lines above: of those that say anything. */
async function readOthers(reader: Reader, year: number, until: Day): Promise<ClosingOther[]> {
  const known = new Set<string>(indicators);
  const figures = await readClosingFigures(reader, year, until, everything);
  return figures.flatMap(({ definition, goal, actual, lastYear }) => {
    const { key, name, unit, unitName } = definition;
    const says = [goal, actual, lastYear].some((value) => value !== null);
    return known.has(key) || !says ? [] : [{ key, name, unit, unitName, value: actual, lastYear, goal }];
  });
}

/** The closing year of a plan: whole where it is over, else up to today. */
export async function readClosing(reader: Reader, year: number, today: Day): Promise<Closing> {
  const end = `${year}-12-31`;
  const until = today < end ? today : end;
  const goals = new Map((await readStoreGoals(reader, year)).map((line) => [line.key, line.year]));
  const lines: ClosingLine[] = [];
  for (const indicator of indicators)
    lines.push(await readLine(reader, indicator, { year, until, goal: goals.get(indicator) ?? null }));
  return { year, until, lines, others: await readOthers(reader, year, until) };
}
