import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { yearOf } from '#shared/kernel/period.ts';
import type { GridModel, SheetModel } from './grid-model.ts';

/** A person whose goals have to be handed on: from which month. */
export type Leaver = { readonly row: number; readonly from: number };

/** The first month of a year without a day of work, 0–12, of who leaves on a day: the first day without work. */
const firstMonthAfter = (leftOn: Day, year: number): number =>
  yearOf(leftOn) < year
    ? 0
    : yearOf(leftOn) > year
      ? monthsOfYear
      : Number(leftOn.slice(5, 7)) - (leftOn.endsWith('-01') ? 1 : 0);

/** What such a person still has of one indicator. */
export type Left = { readonly leaver: Leaver; readonly sheet: SheetModel; readonly amount: number };

/** People who leave in the year, or work in another department by now, with what they have after that, by indicator. */
export function leftGoals(model: GridModel, today: Day): readonly Left[] {
  const now =
    model.year > yearOf(today)
      ? 0
      : model.year < yearOf(today)
        ? monthsOfYear
        : Number(today.slice(5, 7)) - 1;
  return model.rows.flatMap((row, at) => {
    if (row.kind !== 'person' || (row.leftOn === null && row.nowIn === null)) return [];
    const from = row.leftOn === null ? now : firstMonthAfter(row.leftOn, model.year);
    return model.sheets.flatMap((sheet): Left[] => {
      let amount = 0;
      for (let month = from; month < monthsOfYear; month += 1)
        amount += sheet.given[at * monthsOfYear + month] ?? 0;
      return amount === 0 || sheet.kind !== 'sum' ? [] : [{ leaver: { row: at, from }, sheet, amount }];
    });
  });
}
