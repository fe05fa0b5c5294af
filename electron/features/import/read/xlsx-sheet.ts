import type { RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import type { ExcelEpoch } from '#shared/kernel/day.ts';
import { cellOfText } from './cell-text.ts';
import { textOfSerial } from './excel-date.ts';
import { ReadProblem } from './read-problem.ts';
import type { ReadLimits } from './table-file.ts';
import { richText, type SharedStrings } from './xlsx-strings.ts';
import { tagEnd, unescapeExcel, unescapeXml } from './xml-text.ts';

export type SheetContext = {
  readonly strings: SharedStrings;
  readonly dateStyles: Uint8Array;
  readonly epoch: ExcelEpoch;
  readonly limits: ReadLimits;
};

/** Kinds of `<c t="…">`; a number unless said otherwise. */
type CellKind = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'day';

const ISO_INSTANT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?).*)?$/;

/**
 * Reads the rows of a worksheet from blocks of its XML that each end before the opening tag of a cell or row. One pass over
 * the characters without building anything but the values: a general streaming reader took three to four times as long.
 */
export class SheetScanner {
  readonly #context: SheetContext;
  #cells: RawCell[] = [];
  #filled = false;
  #row = 0;
  #column = 0;
  #rows = 0;
  #done = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** Appends the rows completed by the characters from..to. @throws ReadProblem */
  push(text: string, from: number, to: number, into: RawRow[]): void {
    let at = from;
    while (!this.#done) {
      at = text.indexOf('<', at);
      if (at < 0 || at >= to) return;
      const first = text.charCodeAt(at + 1);
      if (first === 99 && isNameEnd(text.charCodeAt(at + 2))) {
        at = this.#cell(text, at + 2);
      } else if (first === 47) {
        if (text.startsWith('row>', at + 2)) this.#finish(into);
        else if (text.startsWith('sheetData', at + 2)) this.end(into);
        at += 2;
      } else if (first === 114 && text.startsWith('row', at + 1) && isNameEnd(text.charCodeAt(at + 4))) {
        at = this.#startRow(text, at, into);
      } else {
        at += 2;
      }
    }
  }

  /** After the last block; a file that ends inside a row gives what was there. */
  end(into: RawRow[]): void {
    this.#finish(into);
    this.#done = true;
  }

  #startRow(text: string, at: number, into: RawRow[]): number {
    this.#finish(into);
    const end = tagEnd(text, at);
    if (end < 0) this.#fail('unreadable');
    const number = /\sr=["'](\d{1,7})["']/.exec(text.slice(at, end))?.[1];
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    this.#column = 0;
    return end;
  }

  #finish(into: RawRow[]): void {
    if (!this.#filled) {
      if (this.#cells.length > 0) this.#cells = [];
      return;
    }
    this.#rows += 1;
    if (this.#rows > this.#context.limits.maxRows) this.#fail('too-large');
    into.push({ row: this.#row, cells: this.#cells });
    this.#cells = [];
    this.#filled = false;
  }

  /**
   * Reads one cell whose attributes start at `at`; the place behind it. One loop over the characters for tags as every
   * program writes them (`r="AB12"`), since this runs for each of millions of cells.
   */
  #cell(text: string, start: number): number {
    let kind: CellKind = 'number';
    let style = 0;
    let column = this.#column;
    let at = start;
    for (;;) {
      const name = text.charCodeAt(at);
      if (name === 62) break;
      if (name === 47) {
        this.#column = column + 1;
        return at + 2;
      }
      if (name <= 32) {
        at += 1;
      } else if (text.charCodeAt(at + 1) === 61 && text.charCodeAt(at + 2) === 34) {
        at += 3;
        let code = text.charCodeAt(at);
        if (name === 114) {
          column = 0;
          for (; code >= 65 && code <= 90; code = text.charCodeAt(at)) {
            column = column * 26 + code - 64;
            at += 1;
          }
          column -= 1;
        } else if (name === 115) {
          for (; code >= 48 && code <= 57; code = text.charCodeAt(at)) {
            style = style * 10 + code - 48;
            at += 1;
          }
        } else if (name === 116) {
          kind = kindOf(code, text.charCodeAt(at + 1) === 34);
        }
        for (; code !== 34; code = text.charCodeAt(at)) {
          if (Number.isNaN(code)) this.#fail('truncated');
          at += 1;
        }
        at += 1;
      } else {
        const quote = attributeQuote(text, at);
        const close = quote < 0 ? -1 : text.indexOf(text.charAt(quote), quote + 1);
        if (close < 0) this.#fail('unreadable');
        const value = text.slice(quote + 1, close);
        if (name === 114 && quote - at < 4) column = columnOf(value, 0, value.length);
        else if (name === 115 && quote - at < 4) style = Number(value);
        else if (name === 116 && quote - at < 4) kind = kindOf(value.charCodeAt(0), value.length === 1);
        at = close + 1;
      }
    }
    this.#column = column + 1;
    return this.#body(text, at + 1, kind, style, column);
  }

  /** What stands between the tags of a cell; usually `<v>…</v>`. */
  #body(text: string, start: number, kind: CellKind, style: number, column: number): number {
    let at = start;
    if (text.charCodeAt(at + 1) === 118 && text.charCodeAt(at + 2) === 62 && text.charCodeAt(at) === 60) {
      at += 3;
      let code = text.charCodeAt(at);
      if (kind === 'shared') {
        let index = 0;
        for (; code >= 48 && code <= 57; code = text.charCodeAt(at)) {
          index = index * 10 + code - 48;
          at += 1;
        }
        this.#put(column, at > start + 3 ? this.#context.strings.cell(index) : null);
      } else {
        const end = text.indexOf('<', at);
        if (end < 0) this.#fail('truncated');
        this.#put(column, this.#value(kind, style, text, at, end));
        at = end;
        code = 60;
      }
      if (code === 60 && text.startsWith('/v></c>', at + 1)) return at + 8;
    }
    const close = text.indexOf('</c>', at);
    if (close < 0) this.#fail('truncated');
    if (close > at) this.#contents(text.slice(at, close), kind, style, column);
    return close + 4;
  }

  /** A cell with a formula, an inline text, or unusual blanks. */
  #contents(inner: string, kind: CellKind, style: number, column: number): void {
    if (kind === 'inline') {
      const text = richText(inner);
      if (text.length > this.#context.limits.maxCellChars) this.#fail('cell-too-long');
      this.#put(column, cellOfText(text));
      return;
    }
    const place = inner.search(/<v[\s>]/);
    if (place < 0) return;
    const open = tagEnd(inner, place);
    const end = open < 0 ? -1 : inner.indexOf('<', open);
    if (end > open) this.#put(column, this.#value(kind, style, inner, open, end));
  }

  #value(kind: CellKind, style: number, text: string, start: number, end: number): RawCell {
    if (end <= start) return null;
    if (kind === 'shared') return this.#context.strings.cell(integerOf(text, start, end));
    if (kind === 'number') {
      const number = numberOf(text, start, end);
      if (Number.isNaN(number))
        return cellOfText(unescapeXml(text.slice(start, Math.min(end, start + 1000))));
      return this.#context.dateStyles[style] === 1
        ? (textOfSerial(number, this.#context.epoch) ?? number)
        : number;
    }
    if (kind === 'error') return null;
    if (end - start > this.#context.limits.maxCellChars) this.#fail('cell-too-long');
    const value = text.slice(start, end);
    if (kind === 'boolean') return value.trim() === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    if (kind === 'day') {
      const parts = ISO_INSTANT.exec(value);
      if (parts === null) return cellOfText(value);
      return parts[2] === undefined || /^00:00(:00)?$/.test(parts[2])
        ? (parts[1] ?? null)
        : `${parts[1]} ${parts[2]}`;
    }
    return cellOfText(unescapeExcel(unescapeXml(value)));
  }

  #put(column: number, value: RawCell): void {
    if (value === null) return;
    if (column >= this.#context.limits.maxColumns) this.#fail('too-many-columns');
    const cells = this.#cells;
    if (column < cells.length) {
      cells[column] = value;
    } else {
      while (cells.length < column) cells.push(null);
      cells.push(value);
    }
    this.#filled = true;
  }

  #fail(code: 'unreadable' | 'truncated' | 'cell-too-long' | 'too-many-columns' | 'too-large'): never {
    throw new ReadProblem(code, { row: this.#row });
  }
}

function isNameEnd(code: number): boolean {
  return code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9;
}

/** Column number from 0 of a reference such as `AB12`. */
export function columnOf(text: string, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at += 1) {
    const letter = text.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function integerOf(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number(text.slice(start, end));
    value = value * 10 + digit;
  }
  return value;
}

function numberOf(text: string, start: number, end: number): number {
  return end - start <= 15 ? integerOf(text, start, end) : Number(text.slice(start, end));
}

function kindOf(first: number, single: boolean): CellKind {
  if (first === 115) return single ? 'shared' : 'text';
  if (first === 105) return 'inline';
  if (first === 98) return 'boolean';
  if (first === 101) return 'error';
  return first === 100 ? 'day' : 'number';
}

/** Place of the quote that opens the value of the attribute at `at`; -1 when there is none. */
function attributeQuote(text: string, at: number): number {
  let place = text.indexOf('=', at) + 1;
  if (place === 0) return -1;
  while (text.charCodeAt(place) <= 32) place += 1;
  const code = text.charCodeAt(place);
  return code === 34 || code === 39 ? place : -1;
}
