import type {
  IndicatorValue,
  Wall,
  WallCell,
  WallLine,
  Who,
} from '#shared/features/indicator/indicator.contract.ts';
import { isFlow, type IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { forecasts, sameDaysOf } from '#shared/features/indicator/indicator-forecast.rules.ts';
import { monthsOfYear, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import { rateFor, toneFor } from '#shared/features/indicator/indicator-rate.rules.ts';
import { passedShare } from '#shared/features/meeting/meeting.rates.ts';

import type { Day } from '#shared/kernel/day.ts';
import { monthDays, type DaySpan, type Month } from '#shared/kernel/period.ts';
import type { WorkCalendar } from '#shared/kernel/working-day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { gapKey, listGapsOf, readAnswers, type KnownGap } from '../gap/gap.repository.ts';
import { figureReaderOn } from './indicator.figures.ts';
import { goalDue, readGoals, type Goals } from './indicator.goals.ts';
import type { FigureReader } from './indicator.reader.ts';
import type { Viewer } from './indicator.sight.ts';

import { listNames, whoKey } from './indicator.who.ts';
import { YearSums } from './indicator.year.ts';

/** 经营墙: the year on one page. Sums are read once by day for the store and once by month for its people. */

type Parts = {
  readonly read: FigureReader;
  readonly year: number;
  readonly asOf: Day;
  readonly goals: Goals;
  readonly calendar: WorkCalendar;
  readonly gaps: ReadonlyMap<string, KnownGap>;
  readonly names: ReadonlyMap<string, string>;
  readonly sums: YearSums;
};

const reds = 12;

/** The figure of days of a year: of a sum from what was read at once, of others from their own reader. */
async function valueOf(
  { read, sums }: Parts,
  definition: IndicatorDefinition,
  period: string,
  who: Who,
): Promise<IndicatorValue> {
  if (definition.working.kind !== 'sum' || !read.maySee(definition))
    return read.read(definition.key, period, who);
  return sums.value(definition, periodSpan(period), who);
}

async function cellOf(
  parts: Parts,
  definition: IndicatorDefinition,
  month: Month,
  who: Who,
): Promise<WallCell> {
  const { key } = definition;
  const { first, last } = monthDays(month);
  const hidden = !parts.read.maySee(definition);
  const goal = hidden ? null : parts.goals.of(key, month, who);
  const { value, missing, behind } = await valueOf(parts, definition, month, who);
  return {
    month,
    goal,
    actual: value,
    missing,
    rate: rateFor(definition, value, goal),
    tone: toneFor(definition, value, goal, passedShare(first, last, parts.asOf)),
    drill: behind.length === 1 ? (behind[0]?.drill ?? null) : null,
    gapId: parts.gaps.get(gapKey(key, month, who))?.id ?? null,
  };
}

async function lineOf(parts: Parts, definition: IndicatorDefinition, who: Who): Promise<WallLine> {
  const { year, asOf, goals, calendar, names } = parts;
  const { key } = definition;
  const period = String(year);
  const cells: WallCell[] = [];
  for (const month of monthsOfYear(year)) cells.push(await cellOf(parts, definition, month, who));
  const toDate = await valueOf(parts, definition, period, who);
  const hidden = !parts.read.maySee(definition);
  const expected = hidden ? null : goalDue(goals, definition, period, who, asOf);
  const span = periodSpan(period);
  const before: DaySpan = periodSpan(String(year - 1));
  // The year before is told of the store; a department's or person's page has its own.
  const isStore = who.level === 'store';
  const isSum = definition.working.kind === 'sum' && !hidden && isStore;
  const sameDays = isSum ? parts.sums.value(definition, sameDaysOf(before, span, asOf), who) : null;
  const lastYear = isStore ? (await valueOf(parts, definition, String(year - 1), who)).value : null;
  return {
    key,
    who,
    name: names.get(whoKey(who)) ?? null,
    cells,
    toDate,
    goalToDate: expected,
    rateToDate: rateFor(definition, toDate.value, expected),
    toneToDate: toneFor(definition, toDate.value, expected, 1),
    yearGoal: hidden ? null : goals.of(key, period, who),
    forecasts: isFlow(definition)
      ? forecasts(toDate.value, span, asOf, calendar, { toDate: (await sameDays)?.value ?? null, whole: lastYear })
      : [],
    lastYear,
  };
} // prettier-ignore

/** What is behind: the year, the running month, and the one before it. */
function redOf({ year, asOf, gaps }: Parts, lines: readonly WallLine[]) {
  return lines
    .flatMap((line) => {
      const running = line.cells.findIndex(({ month }) => month === asOf.slice(0, 7));
      const cells = line.cells.filter((_, at) => at === running || at === running - 1);
      return [
        ...cells.map(({ month, tone, rate }) => ({ period: month, tone, rate })),
        { period: String(year), tone: line.toneToDate, rate: line.rateToDate },
      ]
        .filter(({ tone }) => tone === 'behind')
        .map(({ period, rate }) => {
          const gap = gaps.get(gapKey(line.key, period, line.who));
          return {
            key: line.key,
            who: line.who,
            name: line.name,
            period,
            rate,
            gapId: gap?.id ?? null,
            gapNumber: gap?.number ?? null,
          };
        });
    })
    .sort((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
}

/** The wall of a year as it stands today; of a year that is over as it ended. */
export async function readWall(reader: Reader, year: number, today: Day, viewer: Viewer): Promise<Wall> {
  const span = periodSpan(String(year));
  const asOf = today < span.first ? span.first : today > span.last ? span.last : today;
  const read = await figureReaderOn(reader, asOf, today, viewer);
  const goals = await readGoals(reader, year);
  const parts: Parts = {
    read,
    year,
    asOf,
    goals,
    calendar: await readWorkCalendar(reader),
    gaps: await listGapsOf(reader, year),
    names: await listNames(reader, goals.lines.map(({ who }) => who)), // prettier-ignore
    sums: new YearSums(read, year),
  };
  const order = [...read.library.keys];
  const known = goals.lines
    .flatMap(({ key, who }) => {
      const definition = read.library.find(key);
      return definition && read.maySeeOf(who) ? [{ definition, who }] : [];
    })
    .sort((a, b) => order.indexOf(a.definition.key) - order.indexOf(b.definition.key));
  const lines: WallLine[] = [];
  for (const { definition, who } of known) lines.push(await lineOf(parts, definition, who));
  const of = (level: Who['level']) => lines.filter(({ who }) => who.level === level);
  const red = [
    ...redOf(parts, of('store')),
    ...redOf(parts, of('department')),
    ...redOf(parts, of('person')),
  ];
  const shown = red.slice(0, reds);
  const answers = await readAnswers(reader, shown.flatMap(({ gapId }) => gapId ?? []), today); // prettier-ignore
  return {
    year,
    asOf,
    passedShare: passedShare(span.first, span.last, asOf),
    store: of('store'),
    departments: of('department'),
    people: of('person'),
    red: shown.map((one) => ({ ...one, actions: answers.get(one.gapId ?? 0) ?? [] })),
  };
}
