import { useCallback, useState } from 'react';

/** Line and column of the grid; column −1 is the year. */
export type Place = { readonly line: number; readonly column: number };
/** The chosen block: where it began and where the cursor is. */
export type Chosen = { readonly anchor: Place; readonly cursor: Place };

export type Block = {
  readonly lines: readonly [number, number];
  readonly columns: readonly [number, number];
};

/** First and last line and column of a block. */
export const blockOf = ({ anchor, cursor }: Chosen): Block => ({
  lines: [Math.min(anchor.line, cursor.line), Math.max(anchor.line, cursor.line)],
  columns: [Math.min(anchor.column, cursor.column), Math.max(anchor.column, cursor.column)],
});

/** All places of a block, line by line. */
export function placesOf({ lines, columns }: Block): Place[] {
  const places: Place[] = [];
  for (let line = lines[0]; line <= lines[1]; line += 1)
    for (let column = columns[0]; column <= columns[1]; column += 1) places.push({ line, column });
  return places;
}

/** Cursor and chosen block, kept inside a grid of so many lines and columns. */
export function useGridPlace(lines: number, columns: number) {
  const [chosen, setChosen] = useState<Chosen>({
    anchor: { line: 0, column: -1 },
    cursor: { line: 0, column: -1 },
  });
  const inside = useCallback(
    ({ line, column }: Place): Place => ({
      line: Math.max(0, Math.min(lines - 1, line)),
      column: Math.max(-1, Math.min(columns - 1, column)),
    }),
    [lines, columns],
  );
  const choose = useCallback(
    (place: Place, extend = false): void =>
      setChosen((before) => {
        const cursor = inside(place);
        return { anchor: extend ? before.anchor : cursor, cursor };
      }),
    [inside],
  );
  const kept: Chosen = { anchor: inside(chosen.anchor), cursor: inside(chosen.cursor) };
  return { chosen: kept, choose };
}
