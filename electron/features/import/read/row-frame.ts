import type { MergedArea, RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import { ReadProblem } from './read-problem.ts';
import { MERGE_ROWS, type ReadLimits } from './table-file.ts';

/** The row that a reader of markup is putting together: its cells, its merged areas, and the text of the open cell, within the limits. */
export class RowFrame {
  /** Line of the row, from 1 as Excel counts. */
  row = 0;
  readonly limits: ReadLimits;
  #into: RawRow[] = [];
  #cells: RawCell[] = [];
  #merged: MergedArea[] = [];
  #text = '';
  #open = false;
  #kept = 0;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  /** Where finished rows go from now on. */
  collect(into: RawRow[]): void {
    this.#into = into;
  }

  /** Whether text counts. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** What the open cell says so far. */
  get text(): string {
    return this.#text;
  }

  openCell(): void {
    this.#open = true;
    this.#text = '';
  }

  /** The text of the cell, as the markup writes it. */
  closeCell(): string {
    this.#open = false;
    return this.#text;
  }

  /** @throws ReadProblem `cell-too-long` */
  addText(text: string, from = 0, to = text.length): void {
    if (!this.#open) return;
    // Entities make markup longer than what it says.
    if (this.#text.length + to - from > this.limits.maxCellChars * 2) this.#fail('cell-too-long');
    this.#text += text.slice(from, to);
  }

  /** @throws ReadProblem `too-many-columns`, `cell-too-long` */
  put(column: number, value: RawCell): void {
    if (value === null) return;
    if (column >= this.limits.maxColumns) this.#fail('too-many-columns');
    if (typeof value === 'string' && value.length > this.limits.maxCellChars) this.#fail('cell-too-long');
    while (this.#cells.length < column) this.#cells.push(null);
    this.#cells[column] = value;
  }

  /** Notes an area that starts in this row; only those of the first rows are told. */
  merge(area: MergedArea): void {
    if ((area.rows > 1 || area.columns > 1) && this.#kept < MERGE_ROWS) this.#merged.push(area);
  }

  /** Hands the row on when it holds anything. @throws ReadProblem `too-large` */
  finish(): void {
    if (this.#cells.length > 0) {
      if (this.row > this.limits.maxRows) this.#fail('too-large');
      const merged = this.#merged.length > 0 ? { merged: this.#merged } : {};
      this.#into.push({ row: this.row, cells: this.#cells, ...merged });
      this.#kept += 1;
      this.#cells = [];
    }
    if (this.#merged.length > 0) this.#merged = [];
  }

  #fail(code: 'cell-too-long' | 'too-many-columns' | 'too-large'): never {
    throw new ReadProblem(code, { row: this.row });
  }
}
