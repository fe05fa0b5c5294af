import type { MergedArea, RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import { cellOfText } from './cell-text.ts';
import { MarkupTokens, pageText, type MarkupHandler } from './markup-tokens.ts';
import { ReadProblem } from './read-problem.ts';
import { MERGE_ROWS, type ReadLimits } from './table-file.ts';
import { attributeOf } from './xml-text.ts';

const MAX_SPAN = 16_384;

/**
 * Reads the rows of all tables of a page, one below the other as Excel shows them. Tolerant: a cell ends where the next
 * begins, a row likewise; a table inside a cell continues the rows.
 */
export class HtmlRows implements MarkupHandler {
  readonly #limits: ReadLimits;
  readonly #tokens: MarkupTokens;
  #into: RawRow[] = [];
  #cells: RawCell[] = [];
  #merged: MergedArea[] = [];
  /** By column: rows below that a cell above still covers. */
  #covered: number[] = [];
  #text = '';
  #inCell = false;
  #inRow = false;
  #column = 0;
  #row = 0;
  #kept = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
    this.#tokens = new MarkupTokens(this);
  }

  push(piece: string, into: RawRow[]): void {
    this.#into = into;
    this.#tokens.push(piece);
  }

  end(into: RawRow[]): void {
    this.#into = into;
    this.#tokens.push('', true);
    this.#endRow();
  }

  text(text: string, from: number, to: number): void {
    if (!this.#inCell) return;
    if (this.#text.length + to - from > this.#limits.maxCellChars * 2) this.#fail('cell-too-long');
    this.#text += text.slice(from, to);
  }

  tag(name: string, closing: boolean, attributes: string): void {
    switch (name) {
      case 'td':
      case 'th':
        this.#endCell();
        if (!closing) this.#startCell(attributes);
        break;
      case 'tr':
        this.#endRow();
        this.#inRow = !closing;
        break;
      case 'table':
        this.#endRow();
        this.#covered = [];
        break;
      case 'br':
        if (this.#inCell) this.#text += '&#10;';
        break;
      case 'p':
      case 'div':
      case 'li':
        if (this.#inCell && this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' ';
        break;
      default:
    }
  }

  #startCell(attributes: string): void {
    this.#inRow = true;
    this.#inCell = true;
    this.#text = '';
    while ((this.#covered[this.#column] ?? 0) > 0) this.#column += 1;
    if (!/span/i.test(attributes)) {
      this.#span = 1;
      return;
    }
    this.#span = spanOf(attributes, 'colspan');
    const high = spanOf(attributes, 'rowspan');
    if (high > 1) this.#cover(this.#column, this.#span, high);
    if ((high > 1 || this.#span > 1) && this.#kept < MERGE_ROWS) {
      this.#merged.push({ column: this.#column, columns: this.#span, rows: high });
    }
  }
  #span = 1;

  /** `#covered` counts this row too; it is lowered when the row ends. */
  #cover(from: number, columns: number, rows: number): void {
    const to = Math.min(from + columns, this.#limits.maxColumns);
    while (this.#covered.length < to) this.#covered.push(0);
    for (let column = from; column < to; column += 1) this.#covered[column] = rows;
  }

  #endCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    const value = cellOfText(pageText(this.#text));
    if (value !== null) {
      if (this.#column >= this.#limits.maxColumns) this.#fail('too-many-columns');
      if (String(value).length > this.#limits.maxCellChars) this.#fail('cell-too-long');
      while (this.#cells.length < this.#column) this.#cells.push(null);
      this.#cells.push(value);
    }
    this.#column += this.#span;
  }

  #endRow(): void {
    this.#endCell();
    if (!this.#inRow) return;
    this.#inRow = false;
    this.#row += 1;
    if (this.#row > this.#limits.maxRows) this.#fail('too-large');
    if (this.#cells.length > 0) {
      const merged = this.#merged.length > 0 ? { merged: this.#merged } : {};
      this.#into.push({ row: this.#row, cells: this.#cells, ...merged });
      this.#kept += 1;
      this.#cells = [];
    }
    if (this.#merged.length > 0) this.#merged = [];
    this.#column = 0;
    for (let column = 0; column < this.#covered.length; column += 1) {
      const left = this.#covered[column] ?? 0;
      if (left > 0) this.#covered[column] = left - 1;
    }
  }

  #fail(code: 'cell-too-long' | 'too-many-columns' | 'too-large'): never {
    throw new ReadProblem(code, { row: this.#row + 1 });
  }
}

function spanOf(attributes: string, name: string): number {
  const value =
    attributeOf(attributes, name) ?? new RegExp(`${name}\\s*=\\s*(\\d{1,6})`, 'i').exec(attributes)?.[1];
  const span = Number.parseInt(value ?? '1', 10);
  return span > 1 ? Math.min(span, MAX_SPAN) : 1;
}
