import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { GridLine } from './grid-model.ts';
import type { Place } from './use-grid-place.ts';

export const lineHeight = 28;
export const headHeight = 30;
/** Lines drawn beyond the window, so that a fast wheel finds them there. */
const spareLines = 12;
/** Columns are drawn in blocks of so many: months with their quarters are always there, weeks and days come as they are seen. */
const columnBlock = 12;

export type GridSizes = {
  /** Names, year and difference: what stays at the left. */
  readonly frozen: number;
  readonly cell: number;
};

/** Lines and columns to draw, and the indicator whose total stands below the heads. */
export type Sight = {
  readonly first: number;
  readonly count: number;
  readonly sheet: number;
  readonly columns: readonly [number, number];
};

/** Follows the window of the grid: what is in sight with something beyond, and the cursor, which stays in it. */
export function useGridSight(options: {
  readonly lines: readonly GridLine[];
  readonly columns: number;
  readonly cursor: Place;
  readonly sizes: GridSizes;
}): { readonly frame: RefObject<HTMLDivElement | null>; readonly sight: Sight; readonly look: () => void } {
  const { lines, columns, cursor, sizes } = options;
  const frame = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ first: 0, count: 40, sheet: 0, columns: [0, 2 * columnBlock] });

  const look = (): void => {
    const element = frame.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    const first = Math.max(0, Math.floor((scrollTop - headHeight) / lineHeight) - spareLines);
    const count = Math.ceil(clientHeight / lineHeight) + 2 * spareLines;
    const sheet = lines[Math.floor(scrollTop / lineHeight)]?.sheet ?? 0;
    const from = Math.max(0, Math.floor(scrollLeft / sizes.cell / columnBlock - 0.5)) * columnBlock;
    const inSight = Math.ceil((scrollLeft + clientWidth - sizes.frozen) / sizes.cell);
    const to = (Math.floor(inSight / columnBlock + 0.5) + 1) * columnBlock;
    setSight((before) => {
      // Drawn anew only every few lines: a frame that only scrolls costs nothing.
      const isNear = Math.abs(before.first - first) < spareLines / 2 && before.count === count;
      const isEdge = first === 0 && before.first !== 0;
      const isSame = before.sheet === sheet && before.columns[0] === from && before.columns[1] === to;
      return isNear && !isEdge && isSame ? before : { first, count, sheet, columns: [from, to] };
    });
  };
  const lookAgain = useEffectEvent(look);
  useLayoutEffect(look, [lines, columns, sizes]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => lookAgain());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The cursor stays in sight, beside what is frozen.
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const { frozen, cell } = sizes;
    const top = headHeight + cursor.line * lineHeight;
    const upper = element.scrollTop + headHeight + lineHeight;
    if (top < upper) element.scrollTop = Math.max(0, top - headHeight - lineHeight);
    else if (top + lineHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + lineHeight - element.clientHeight + 2;
    if (cursor.column < 0) return;
    const left = frozen + cursor.column * cell;
    if (left < element.scrollLeft + frozen) element.scrollLeft = left - frozen;
    else if (left + cell > element.scrollLeft + element.clientWidth)
      element.scrollLeft = left + cell - element.clientWidth;
  }, [cursor.line, cursor.column, sizes]);

  return { frame, sight, look };
}
