import type { Figures, FigureRow, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { isFlow } from '#shared/features/indicator/indicator.definition.ts';
import { forecasts, sameDaysOf, type Forecast } from '#shared/features/indicator/indicator-forecast.rules.ts';
import {
  entryDueOn,
  periodSpan,
  samePeriodLastYear,
} from '#shared/features/indicator/indicator-period.rules.ts';
import { rateFor, toneFor } from '#shared/features/indicator/indicator-rate.rules.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import { passedShare } from '#shared/features/meeting/meeting.rates.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { WorkCalendar } from '#shared/kernel/working-day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { readGoals, type Goals } from './indicator.goals.ts';
import { libraryOn, listOwnIndicators } from './indicator.library.ts';
import { FigureReader } from './indicator.reader.ts';
import type { Viewer } from './indicator.sight.ts';

/** A reader of figures by the definitions that hold on a day. */
export async function figureReaderOn(
  reader: Reader,
  day: Day,
  today: Day,
  viewer: Viewer,
): Promise<FigureReader> {
  return new FigureReader(reader, libraryOn(await listOwnIndicators(reader), day), today, viewer);
}

/** What a sum will be at its period's end, by each method that can tell; none for rates and states. */
export async function forecastsOf(
  read: FigureReader,
  definition: IndicatorDefinition,
  period: string,
  who: Who,
  value: number | null,
  calendar: WorkCalendar,
): Promise<readonly Forecast[]> {
  if (!isFlow(definition)) return [];
  const span = periodSpan(period);
  const before = samePeriodLastYear(period);
  const running = read.today >= span.first && read.today < span.last;
  const toDate = running
    ? await read.readDays(definition.key, sameDaysOf(periodSpan(before), span, read.today), who)
    : null;
  const whole = running ? (await read.read(definition.key, before, who)).value : null;
  return forecasts(value, span, read.today, calendar, { toDate: toDate ?? null, whole });
}

/** Everything that is told of one indicator in a period. */
async function figureRow(
  read: FigureReader,
  definition: IndicatorDefinition,
  period: string,
  who: Who,
  beside: { readonly goals: Goals; readonly calendar: WorkCalendar },
): Promise<FigureRow> {
  const { key, working } = definition;
  const actual = await read.read(key, period, who);
  const hidden = actual.missing === 'no-right';
  const goal = hidden ? null : beside.goals.of(key, period, who);
  const { first, last } = periodSpan(period);
  const passed = passedShare(first, last, read.today);
  const entry = working.kind === 'typed' && !hidden ? (await read.entries(key, who)).get(period) : undefined;
  const lastYear = (await read.read(key, samePeriodLastYear(period), who)).value;
  return {
    key,
    actual,
    lastYear,
    goal,
    rate: rateFor(definition, actual.value, goal),
    tone: toneFor(definition, actual.value, goal, passed),
    forecasts: await forecastsOf(read, definition, period, who, actual.value, beside.calendar),
    entry: entry
      ? {
          id: entry.id,
          version: entry.version,
          enteredOn: entry.enteredOn,
          enteredByName: entry.enteredByName,
          late: entry.late,
          note: entry.note,
        }
      : null,
  };
}

/** 实绩 of every indicator in a period. */
export async function readFigures(
  reader: Reader,
  asked: { readonly period: string; readonly who: Who },
  today: Day,
  viewer: Viewer,
): Promise<Figures> {
  const { period, who } = asked;
  const span = periodSpan(period);
  const read = await figureReaderOn(reader, span.last, today, viewer);
  const calendar = await readWorkCalendar(reader);
  const goals = await readGoals(reader, Number(period.slice(0, 4)));
  const rows: FigureRow[] = [];
  for (const definition of [...shippedIndicators.values(), ...read.library.own])
    rows.push(await figureRow(read, definition, period, who, { goals, calendar }));
  return {
    period,
    span,
    passedShare: passedShare(span.first, span.last, today),
    entryDueOn: entryDueOn(period, calendar),
    rows,
  };
}
