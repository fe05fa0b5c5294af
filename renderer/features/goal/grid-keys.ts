import type { KeyboardEvent } from 'react';
import { lineHeight } from './use-grid-sight.ts';
import type { Place } from './use-grid-place.ts';
import type { GridWriting } from './use-grid-writing.ts';

export type GridCommands = {
  readonly fill: (direction: 'down' | 'right') => void;
  readonly lock: () => void;
};

/** What the keys of the grid need to know and may do. */
export type GridKeys = {
  readonly cursor: Place;
  /** Last line and column. */
  readonly last: Place;
  /** Height of the window in pixels. */
  readonly height: number;
  readonly choose: (place: Place, extend?: boolean) => void;
  /** Opens the cell under the cursor with a text, or with its own. */
  readonly begin: (text?: string) => void;
  readonly clear: () => void;
  readonly drop: () => void;
  readonly writing: GridWriting;
  readonly commands: GridCommands;
};

/** Keys as spreadsheets have them. Tab walks the cells of a line and leaves the grid at its ends: the grid is no trap. */
export function onGridKey(event: KeyboardEvent, keys: GridKeys): void {
  const { cursor, last, height, choose, begin, commands } = keys;
  const { line, column } = cursor;
  const page = Math.max(1, Math.floor(height / lineHeight) - 3);
  const mod = event.ctrlKey || event.metaKey;
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: { line: mod ? 0 : line - 1, column },
    ArrowDown: { line: mod ? last.line : line + 1, column },
    ArrowLeft: { line, column: mod ? -1 : column - 1 },
    ArrowRight: { line, column: mod ? last.column : column + 1 },
    Home: { line: mod ? 0 : line, column: -1 },
    End: { line: mod ? last.line : line, column: last.column },
    PageUp: { line: line - page, column },
    PageDown: { line: line + page, column },
  };
  const move = moves[event.key];
  const act = (work: () => void): void => {
    event.preventDefault();
    work();
  };
  if (move && !event.altKey) act(() => choose(move, event.shiftKey));
  else if (event.altKey && event.key.toLowerCase() === 'l') act(commands.lock);
  else if (event.altKey) return;
  else if (event.key === 'Enter') act(() => choose({ line: line + (event.shiftKey ? -1 : 1), column }));
  else if (event.key === 'Tab') {
    const next = column + (event.shiftKey ? -1 : 1);
    if (next >= -1 && next <= last.column) act(() => choose({ line, column: next }));
  } else if (event.key === 'F2') act(() => begin());
  else if (event.key === 'Delete' || event.key === 'Backspace') act(keys.clear);
  else if (event.key === 'Escape') act(keys.drop);
  else if (mod) withControl(event, act, keys);
  else if (event.key.length === 1 && /[\d.,¥+-]/u.test(event.key.normalize('NFKC')))
    act(() => begin(event.key.normalize('NFKC')));
}

function withControl(
  event: KeyboardEvent,
  act: (work: () => void) => void,
  { last, choose, writing, commands }: GridKeys,
): void {
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) act(() => void writing.takeBack());
  else if (key === 'y' || key === 'z') act(() => void writing.redo());
  else if (key === 'd') act(() => commands.fill('down'));
  else if (key === 'r') act(() => commands.fill('right'));
  else if (key === 'a')
    act(() => {
      choose({ line: 0, column: -1 });
      choose(last, true);
    });
}
