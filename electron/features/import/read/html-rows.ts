import type { RawRow } from '#shared/features/import/raw-row.ts';
import { cellOfText } from './cell-text.ts';
import { MarkupTokens, pageText, type MarkupHandler } from './markup-tokens.ts';
import { RowFrame } from './row-frame.ts';
import type { ReadLimits } from './table-file.ts';
import { attributeOf } from './xml-text.ts';

const MAX_SPAN = 16_384;

/**
 * Reads the rows of all tables of a page, one below the other as Excel shows them. Tolerant: a cell ends where the next
 * begins, a row likewise; a table inside a cell continues the rows.
 */
export class HtmlRows implements MarkupHandler {
  readonly #frame: RowFrame;
  readonly #tokens: MarkupTokens;
  /** By column: rows below that a cell above still covers. */
  #covered: number[] = [];
  #inRow = false;
  #column = 0;
  #span = 1;

  constructor(limits: ReadLimits) {
    this.#frame = new RowFrame(limits);
    this.#tokens = new MarkupTokens(this);
  }

  push(piece: string, into: RawRow[]): void {
    this.#frame.collect(into);
    this.#tokens.push(piece);
  }

  end(into: RawRow[]): void {
    this.#frame.collect(into);
    this.#tokens.push('', true);
    this.#endRow();
  }

  text(text: string, from: number, to: number): void {
    this.#frame.addText(text, from, to);
  }

  tag(name: string, closing: boolean, attributes: string): void {
    const frame = this.#frame;
    switch (name) {
      case 'td':
      case 'th':
        this.#endCell();
        if (!closing) this.#startCell(attributes);
        break;
      case 'tr':
        this.#endRow();
        if (!closing) this.#startRow();
        break;
      case 'table':
        this.#endRow();
        this.#covered = [];
        break;
      case 'br':
        frame.addText('&#10;');
        break;
      case 'p':
      case 'div':
      case 'li':
        if (frame.text !== '' && !frame.text.endsWith(' ')) frame.addText(' ');
        break;
      default:
    }
  }

  #startRow(): void {
    this.#inRow = true;
    this.#frame.row += 1;
  }

  #startCell(attributes: string): void {
    if (!this.#inRow) this.#startRow();
    this.#frame.openCell();
    while ((this.#covered[this.#column] ?? 0) > 0) this.#column += 1;
    if (!/span/i.test(attributes)) {
      this.#span = 1;
      return;
    }
    this.#span = spanOf(attributes, 'colspan');
    const high = spanOf(attributes, 'rowspan');
    if (high > 1) this.#cover(this.#column, this.#span, high);
    this.#frame.merge({ column: this.#column, columns: this.#span, rows: high });
  }

  /** `#covered` counts this row too; it is lowered when the row ends. */
  #cover(from: number, columns: number, rows: number): void {
    const to = Math.min(from + columns, this.#frame.limits.maxColumns);
    while (this.#covered.length < to) this.#covered.push(0);
    for (let column = from; column < to; column += 1) this.#covered[column] = rows;
  }

  #endCell(): void {
    if (!this.#frame.isOpen) return;
    this.#frame.put(this.#column, cellOfText(pageText(this.#frame.closeCell())));
    this.#column += this.#span;
  }

  #endRow(): void {
    this.#endCell();
    if (!this.#inRow) return;
    this.#inRow = false;
    this.#frame.finish();
    this.#column = 0;
    for (let column = 0; column < this.#covered.length; column += 1) {
      const left = this.#covered[column] ?? 0;
      if (left > 0) this.#covered[column] = left - 1;
    }
  }
}

function spanOf(attributes: string, name: string): number {
  const value =
    attributeOf(attributes, name) ?? new RegExp(`${name}\\s*=\\s*(\\d{1,6})`, 'i').exec(attributes)?.[1];
  const span = Number.parseInt(value ?? '1', 10);
  return span > 1 ? Math.min(span, MAX_SPAN) : 1;
}
