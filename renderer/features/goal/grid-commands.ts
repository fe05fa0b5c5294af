import { columnAmount } from './grid-days.ts';
import { columnAt, type GridLine, type GridModel, type GridView } from './grid-model.ts';
import { amountToType } from './grid-typing.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { isUnder, monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import type { SentCell } from './goal.queries.ts';
import { blockOf, placesOf, type Chosen, type Place } from './use-grid-place.ts';

/** What the buttons and keys of the grid do with the chosen block. */

/** A cell that can be locked. */
export type LockCell = {
  readonly indicator: string;
  readonly row: string;
  readonly period: string;
  readonly isLocked: boolean;
};

/** Texts that filling the chosen block down or right writes: those of its first line or column. */
export function filledTexts(
  direction: 'down' | 'right',
  about: {
    readonly model: GridModel;
    readonly lines: readonly GridLine[];
    readonly view: GridView;
    readonly chosen: Chosen;
  },
): { readonly place: Place; readonly text: string }[] {
  const { model, lines, view, chosen } = about;
  const block = blockOf(chosen);
  const textAt = ({ line: at, column }: Place): string => {
    const line = lines[at];
    const sheet = line && model.sheets[line.sheet];
    const one = columnAt(model, column);
    return line && sheet && one ? amountToType(columnAmount(model, line, one, view), sheet.view.unit) : '';
  };
  return placesOf(block).flatMap((place) => {
    const isDown = direction === 'down';
    const from = isDown
      ? { line: block.lines[0], column: place.column }
      : { line: place.line, column: block.columns[0] };
    const isFirst = isDown ? place.line === block.lines[0] : place.column === block.columns[0];
    // Sums in the way follow by themselves.
    const isSum = columnAt(model, place.column)?.isSum ?? true;
    return isFirst || isSum ? [] : [{ place, text: textAt(from) }];
  });
}

/** The cells of the chosen block that may be locked. */
export function lockCells(
  model: GridModel,
  lines: readonly GridLine[],
  places: readonly Place[],
): readonly LockCell[] {
  return places.flatMap(({ line: at, column }) => {
    const line = lines[at];
    const sheet = line && model.sheets[line.sheet];
    const one = columnAt(model, column);
    if (!line || !sheet || !one || line.isOwn || model.grid.maySet[line.row] !== true) return [];
    if (one.days && sheet.kind !== 'sum') return [];
    const row = model.rows[line.row]?.key ?? '';
    const isLocked = sheet.locked.has(`${line.row} ${one.period}`);
    return [{ indicator: sheet.view.indicator, row, period: one.period, isLocked }];
  });
}

/** What taking the promises of the chosen cells would give: months of the rows in and below them whose promise is another. */
export function takenPromises(
  model: GridModel,
  lines: readonly GridLine[],
  places: readonly Place[],
): readonly SentCell[] {
  const parents = model.rows.map(({ parent }) => parent);
  const cells = new Map<string, SentCell>();
  for (const { line: at, column } of places) {
    const line = lines[at];
    const sheet = line && model.sheets[line.sheet];
    const span = columnAt(model, column)?.span;
    if (!line || !sheet || !span || line.isOwn) continue;
    for (const [row, { key }] of model.rows.entries()) {
      if (!isUnder(parents, row, line.row) || model.grid.maySet[row] !== true) continue;
      for (let month = span.from; month < span.to; month += 1) {
        const cell = row * monthsOfYear + month;
        const value = sheet.view.promised[cell] ?? null;
        const seen = sheet.given[cell] ?? null;
        if (value === null || value === seen) continue;
        const { indicator } = sheet.view;
        cells.set(`${indicator} ${cell}`, {
          indicator,
          row: key,
          period: monthPeriod(model.year, month),
          value,
          seen,
        });
      }
    }
  }
  return [...cells.values()];
}
