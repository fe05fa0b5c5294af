import type { RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import { cellOfText } from './cell-text.ts';
import { textOfSerial } from './excel-date.ts';
import type { MergeRange } from './merged-areas.ts';
import { ReadProblem } from './read-problem.ts';
import type { ReadLimits } from './table-file.ts';
import { BIFF, RecordReader, StringReader } from './xls-records.ts';
import type { XlsWorkbook } from './xls-workbook.ts';

/** Records that may stand between a formula and its text. */
const BEHIND_FORMULA: ReadonlySet<number> = new Set([0x0221, 0x0236, 0x04bc, BIFF.continue]);

/** Reads the rows of one sheet of a BIFF workbook; cells come ordered by row (MS-XLS 2.1.7.20.5). */
export class XlsSheet {
  readonly #book: XlsWorkbook;
  readonly #limits: ReadLimits;
  readonly #records: RecordReader;
  readonly #start: number;
  #depth = 0;
  #row = -1;
  #cells: RawCell[] = [];
  #filled = false;
  #done = false;

  constructor(book: XlsWorkbook, offset: number, limits: ReadLimits) {
    this.#book = book;
    this.#limits = limits;
    this.#records = new RecordReader(book.bytes, offset);
    if (!this.#records.next() || this.#records.id !== BIFF.bof) throw new ReadProblem('unreadable');
    this.#start = this.#records.to;
  }

  /** The next rows with values, at least `count` while there are so many; none at the end. */
  read(count: number): RawRow[] {
    const rows: RawRow[] = [];
    while (rows.length < count && !this.#done) {
      if (!this.#step(rows)) {
        this.#finish(rows);
        this.#done = true;
      }
    }
    return rows;
  }

  /** Merged areas of the sheet; they stand behind the cells. */
  merges(): readonly MergeRange[] {
    const ranges: MergeRange[] = [];
    const records = new RecordReader(this.#book.bytes, this.#start);
    for (let depth = 0; records.next();) {
      if (records.id === BIFF.bof) depth += 1;
      if (records.id === BIFF.eof && depth-- === 0) break;
      if (records.id !== BIFF.mergeCells || depth > 0) continue;
      const count = records.u16(0);
      for (let at = 2; at < 2 + count * 8; at += 8) {
        const row = records.u16(at);
        const column = records.u16(at + 4);
        ranges.push({
          row: row + 1,
          column,
          rows: records.u16(at + 2) - row + 1,
          columns: records.u16(at + 6) - column + 1,
        });
      }
    }
    return ranges;
  }

  /** One record; false at the end of the sheet. A chart inside the sheet is a substream of its own. */
  #step(rows: RawRow[]): boolean {
    const records = this.#records;
    if (!records.next()) throw new ReadProblem('truncated');
    if (records.id === BIFF.bof) this.#depth += 1;
    if (records.id === BIFF.eof) {
      if (this.#depth === 0) return false;
      this.#depth -= 1;
    }
    if (this.#depth > 0) return true;
    switch (records.id) {
      case BIFF.labelSst:
        this.#put(rows, records.u16(0), records.u16(2), cellOfText(this.#book.strings[records.u32(6)] ?? ''));
        break;
      case BIFF.label:
      case BIFF.rString:
        this.#put(rows, records.u16(0), records.u16(2), cellOfText(this.#text(6)));
        break;
      case BIFF.number:
        this.#putNumber(rows, records.u16(0), records.u16(2), records.u16(4), records.f64(6));
        break;
      case BIFF.rk:
        this.#putNumber(rows, records.u16(0), records.u16(2), records.u16(4), records.rk(6));
        break;
      case BIFF.mulRk:
        for (
          let at = 4, column = records.u16(2);
          records.from + at + 6 <= records.to - 2;
          at += 6, column += 1
        ) {
          this.#putNumber(rows, records.u16(0), column, records.u16(at), records.rk(at + 2));
        }
        break;
      case BIFF.boolErr:
        if (records.u8(7) === 0)
          this.#put(rows, records.u16(0), records.u16(2), records.u8(6) === 0 ? 'FALSE' : 'TRUE');
        break;
      case BIFF.formula:
        this.#formula(rows);
        break;
      default:
    }
    return true;
  }

  /** The cached value; a text stands in a STRING record behind the formula. */
  #formula(rows: RawRow[]): void {
    const records = this.#records;
    const row = records.u16(0);
    const column = records.u16(2);
    if (records.u16(12) !== 0xffff) {
      this.#putNumber(rows, row, column, records.u16(4), records.f64(6));
      return;
    }
    const kind = records.u8(6);
    if (kind === 1) this.#put(rows, row, column, records.u8(8) === 0 ? 'FALSE' : 'TRUE');
    if (kind !== 0) return;
    while (BEHIND_FORMULA.has(records.peek())) records.next();
    if (records.peek() !== BIFF.string || !records.next()) return;
    this.#put(rows, row, column, cellOfText(this.#text(0)));
  }

  #text(offset: number): string {
    const records = this.#records;
    if (this.#book.unicode) return new StringReader(records, offset).text(2);
    const start = records.from + offset + 2;
    return this.#book.decoder.decode(
      this.#book.bytes.subarray(start, Math.min(records.to, start + records.u16(offset))),
    );
  }

  #putNumber(rows: RawRow[], row: number, column: number, style: number, value: number): void {
    const text = this.#book.dateStyles[style] === 1 ? textOfSerial(value, this.#book.epoch) : undefined;
    if (text !== undefined) this.#put(rows, row, column, text);
    else if (Number.isFinite(value)) this.#put(rows, row, column, value);
  }

  #put(rows: RawRow[], row: number, column: number, value: RawCell): void {
    if (value === null) return;
    if (column >= this.#limits.maxColumns) throw new ReadProblem('too-many-columns', { row: row + 1 });
    if (row !== this.#row) {
      this.#finish(rows);
      this.#row = row;
    }
    while (this.#cells.length <= column) this.#cells.push(null);
    this.#cells[column] = value;
    this.#filled = true;
  }

  #finish(rows: RawRow[]): void {
    if (this.#filled) rows.push({ row: this.#row + 1, cells: this.#cells });
    this.#cells = [];
    this.#filled = false;
  }
}
