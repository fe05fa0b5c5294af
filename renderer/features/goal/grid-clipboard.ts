import type { ClipboardEvent } from 'react';
import type { Translate } from '#shared/text/texts.ts';
import { readBlock } from './grid-typing.ts';
import { placesOf, type Block, type Place } from './use-grid-place.ts';
import { mostCells, type GridWriting } from './use-grid-writing.ts';

/** The chosen block as text with tabs, as spreadsheets read it. */
export function copyBlock(event: ClipboardEvent, block: Block, textAt: (place: Place) => string): void {
  event.preventDefault();
  const rows: string[] = [];
  for (let line = block.lines[0]; line <= block.lines[1]; line += 1) {
    const cells: string[] = [];
    for (let column = block.columns[0]; column <= block.columns[1]; column += 1)
      cells.push(textAt({ line, column }));
    rows.push(cells.join('\t'));
  }
  event.clipboardData.setData('text/plain', rows.join('\n'));
}

/** Writes a copied block from the chosen place on; one value into every chosen cell. What does not fit is refused whole. */
export function pasteBlock(
  event: ClipboardEvent,
  into: {
    readonly block: Block;
    readonly lines: number;
    readonly columns: number;
    readonly choose: (place: Place, extend?: boolean) => void;
    readonly writing: GridWriting;
    readonly onRefused: (sentence: string) => void;
    readonly t: Translate;
  },
): void {
  const { block, choose, writing, onRefused, t } = into;
  event.preventDefault();
  const rows = readBlock(event.clipboardData.getData('text/plain'));
  const wide = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0 || wide === 0) return;
  const start = { line: block.lines[0], column: block.columns[0] };
  const only = rows.length === 1 && wide === 1 ? (rows[0]?.[0] ?? '') : null;
  const isTooBig = start.line + rows.length > into.lines || start.column + wide > into.columns;
  if (only === null && isTooBig) {
    onRefused(t('goal.pending.tooBig', { rows: rows.length, columns: wide }));
    return;
  }
  const texts =
    only === null
      ? rows.flatMap((row, down) =>
          row.map((text, right) => ({
            place: { line: start.line + down, column: start.column + right },
            text,
          })),
        )
      : placesOf(block).map((place) => ({ place, text: only }));
  if (texts.length > mostCells) {
    onRefused(t('goal.pending.tooMany'));
    return;
  }
  if (only === null) {
    choose(start);
    choose({ line: start.line + rows.length - 1, column: start.column + wide - 1 }, true);
  }
  void writing.write(texts);
}
