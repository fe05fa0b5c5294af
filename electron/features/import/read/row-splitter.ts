import type { RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import { cellOfText, isBlankCode } from './cell-text.ts';
import { ReadProblem } from './read-problem.ts';
import type { ReadLimits } from './table-file.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Cuts delimited text into rows, fed in pieces of any size. Reads RFC 4180 (quotes, doubled quotes, line breaks inside
 * quotes; CRLF, LF, CR) and the dialect without any quoting that dealers' systems write: a quote only counts as one when
 * it opens the cell and its partner closes it right before a delimiter or line end; otherwise it is a character.
 */
export class RowSplitter {
  readonly #delimiter: number;
  readonly #limits: ReadLimits;
  #carry = '';
  #row = 0;
  #width = 0;
  #quotes = false;
  #ended = false;

  /** @param delimiter one character, or '' for a list of one column */
  constructor(delimiter: string, limits: ReadLimits) {
    this.#delimiter = delimiter === '' ? -1 : delimiter.charCodeAt(0);
    this.#limits = limits;
  }

  /** Appends the rows completed by this piece to `into`. @throws ReadProblem `cell-too-long`, `too-many-columns`, `too-large` */
  push(piece: string, into: RawRow[]): void {
    if (this.#carry === '') {
      this.#cut(piece, 0, into);
      return;
    }
    // usually only the row that the border cut in two is put together, the rest is read where it is
    const line = piece.indexOf('\n') + 1;
    if (line > 0) {
      this.#cut(this.#carry + piece.slice(0, line), 0, into);
      if (this.#carry === '') {
        this.#cut(piece, line, into);
        return;
      }
    }
    this.#cut(this.#carry + piece.slice(line), 0, into);
  }

  /** The last row, when the text does not end with a line break. */
  end(into: RawRow[]): void {
    this.#ended = true;
    this.#cut(this.#carry, 0, into);
  }

  #cut(text: string, from: number, into: RawRow[]): void {
    const delimiter = this.#delimiter;
    const highest = Math.max(delimiter, QUOTE);
    const { length } = text;
    let cells: RawCell[] = [];
    let rowStart = from;
    let start = from;
    let at = from;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code > highest) {
        at += 1;
      } else if (code === delimiter) {
        this.#add(cells, text, start, at);
        at += 1;
        start = at;
      } else if (code === LF || code === CR) {
        if (code === CR && at + 1 === length && !this.#ended) break; // CRLF may be cut in two
        this.#add(cells, text, start, at);
        at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
        this.#finish(cells, into);
        cells = [];
        start = at;
        rowStart = at;
      } else if (code === QUOTE && at === start) {
        const close = this.#closingQuote(text, at);
        if (close === -1) break;
        if (close === -2 || !this.#quotedRowFits(text, rowStart, at, close)) {
          at += 1;
        } else {
          this.#addQuoted(cells, text, at, close);
          // what follows a closing quote is a delimiter, a line end or the end of the text
          at = close + 1;
          if (at >= length) {
            start = -1;
            break;
          }
          if (text.charCodeAt(at) === delimiter) {
            at += 1;
          } else {
            if (text.charCodeAt(at) === CR && at + 1 === length && !this.#ended) break;
            at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
            this.#finish(cells, into);
            cells = [];
            rowStart = at;
          }
          start = at;
        }
      } else {
        at += 1;
      }
    }
    if (!this.#ended) {
      this.#carry = text.slice(rowStart);
      if (length - Math.max(start, rowStart) > this.#limits.maxCellChars + 1) this.#fail('cell-too-long');
      if (cells.length > this.#limits.maxColumns * 10) this.#fail('too-many-columns');
      if (this.#carry.length > 16 * this.#limits.maxCellChars + 2 ** 20) this.#fail('too-large');
      return;
    }
    this.#carry = '';
    if (rowStart >= length) return;
    if (start >= 0) this.#add(cells, text, start, length);
    this.#finish(cells, into);
  }

  #add(cells: RawCell[], text: string, start: number, end: number): void {
    let cell: RawCell = null;
    if (end > start) {
      if (end - start > this.#limits.maxCellChars) this.#fail('cell-too-long');
      const first = text.charCodeAt(start);
      const value = text.substring(start, end);
      if (isBlankCode(first) || isBlankCode(text.charCodeAt(end - 1))) cell = cellOfText(value);
      else cell = first === 61 ? withoutFormulaQuotes(value) : value;
    }
    this.#put(cells, cell);
  }

  #addQuoted(cells: RawCell[], text: string, open: number, close: number): void {
    if (close - open > this.#limits.maxCellChars) this.#fail('cell-too-long');
    let value = text.substring(open + 1, close);
    if (value.includes('"')) value = value.replaceAll('""', '"');
    const cell = cellOfText(value);
    this.#put(cells, typeof cell === 'string' ? withoutFormulaQuotes(cell) : null);
  }

  #put(cells: RawCell[], cell: RawCell): void {
    if (cells.length < this.#limits.maxColumns) cells.push(cell);
    else if (cell !== null) this.#fail('too-many-columns');
  }

  #finish(cells: RawCell[], into: RawRow[]): void {
    this.#row += 1;
    if (this.#row > this.#limits.maxRows) this.#fail('too-large');
    for (const cell of cells) {
      if (cell !== null) {
        if (cells.length > this.#width) this.#width = cells.length;
        into.push({ row: this.#row, cells });
        return;
      }
    }
  }

  /** Place of the quote that ends the cell opened at `open`; -1: more text is needed; -2: the quote is a mere character. */
  #closingQuote(text: string, open: number): number {
    const farthest = open + this.#limits.maxCellChars + 1;
    let at = open + 1;
    for (;;) {
      at = text.indexOf('"', at);
      if (at < 0) {
        if (this.#ended) return -2;
        if (text.length <= farthest) return -1;
        return this.#quotes ? this.#fail('cell-too-long') : -2;
      }
      const next = text.charCodeAt(at + 1);
      if (Number.isNaN(next)) return this.#ended ? at : -1;
      if (next !== QUOTE) return next === this.#delimiter || next === LF || next === CR ? at : -2;
      at += 2;
    }
  }

  /**
   * In files without quoting a stray quote at the start of a cell may find a partner rows below. Until the file has shown
   * a quoted cell within one line, one with line breaks does not count as quoted when its first line is complete without
   * it and it would swallow a whole row.
   */
  #quotedRowFits(text: string, rowStart: number, open: number, close: number): boolean {
    const lineEnd = text.indexOf('\n', open);
    if (lineEnd < 0 || lineEnd > close) {
      this.#quotes = true;
      return true;
    }
    if (this.#quotes || this.#width < 2) return true;
    const columns = 1 + this.#delimiters(text, rowStart, lineEnd);
    return columns !== this.#width || this.#delimiters(text, open, close) < this.#width - 1;
  }

  #delimiters(text: string, from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === this.#delimiter) count += 1;
    return count;
  }

  #fail(code: 'cell-too-long' | 'too-many-columns' | 'too-large'): never {
    throw new ReadProblem(code, { row: this.#row + 1 });
  }
}

/** `="00123"` is how exports keep leading zeros in Excel. */
function withoutFormulaQuotes(cell: string): string {
  const { length } = cell;
  if (length < 4 || !cell.startsWith('="') || cell.charCodeAt(length - 1) !== QUOTE) return cell;
  return cell.slice(2, -1);
}
