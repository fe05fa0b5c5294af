import type { KeyboardEvent } from 'react';

/** Arrow keys up and down, and Enter, move through the fields of a grid marked with `data-row` and `data-column`. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const many = event.target instanceof HTMLTextAreaElement;
  const step =
    event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || (event.key === 'Enter' && !many) ? 1 : 0;
  if (step === 0 || (many && !atEdge(event.target as HTMLTextAreaElement, step))) return; // checked by `many`
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
  if (!cell) return;
  const row = Number(cell.dataset['row']) + step;
  const next = cell
    .closest('table')
    ?.querySelector<HTMLElement>(
      `[data-row="${row}"][data-column="${cell.dataset['column']}"] :is(input, textarea)`,
    );
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const atEdge = (field: HTMLTextAreaElement, step: number): boolean =>
  step < 0 ? field.selectionEnd === 0 : field.selectionStart === field.value.length;

/** Cells of a pasted block of a spreadsheet; undefined for a plain text, which is pasted as text. */
export function pastedCells(text: string): string[][] | undefined {
  if (!/[\t\n]/u.test(text.trimEnd())) return undefined;
  return text
    .replaceAll('\r', '')
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.split('\t'));
}
