import { samePeriodLastYear } from '#shared/features/indicator/indicator-period.rules.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { figureReaderOn } from './indicator.figures.ts';
import { readGoals } from './indicator.goals.ts';
import type { Viewer } from './indicator.sight.ts';
import { wholeStore } from './indicator.who.ts';

/** 决算 line of a year: null is "not supplied", or not for this viewer. */
export type ClosingFigure = {
  readonly definition: IndicatorDefinition;
  readonly goal: number | null;
  readonly actual: number | null;
  readonly lastYear: number | null;
};

/** Closing figures of a year for the store, library order; parts of other indicators are left out. */
export async function readClosingFigures(
  reader: Reader,
  year: number,
  today: Day,
  viewer: Viewer,
): Promise<readonly ClosingFigure[]> {
  const period = String(year);
  const read = await figureReaderOn(reader, `${period}-12-31`, today, viewer);
  const goals = await readGoals(reader, year);
  const figures: ClosingFigure[] = [];
  for (const definition of [...shippedIndicators.values(), ...read.library.own]) {
    if (definition.part) continue;
    const { key } = definition;
    const seen = read.maySee(definition);
    figures.push({
      definition,
      goal: seen ? goals.of(key, period, wholeStore) : null,
      actual: (await read.read(key, period, wholeStore)).value,
      lastYear: (await read.read(key, samePeriodLastYear(period), wholeStore)).value,
    });
  }
  return figures;
}
