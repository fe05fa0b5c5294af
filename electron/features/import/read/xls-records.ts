import { ReadProblem } from './read-problem.ts';

/** Record numbers of BIFF that matter for the values of cells (MS-XLS 2.3). */
export const BIFF = {
  formula: 0x0006,
  eof: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

/** A cursor over the records of a BIFF stream. */
export class RecordReader {
  readonly bytes: Buffer;
  id: number = 0;
  /** First byte of the record's data, and the one behind it. */
  from = 0;
  to: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.to = at;
  }

  /** Goes to the next record; false at the end. @throws ReadProblem `truncated` when the stream ends inside a record */
  next(): boolean {
    const at = this.to;
    if (at + 4 > this.bytes.length) return false;
    this.id = this.bytes.readUInt16LE(at);
    this.from = at + 4;
    this.to = this.from + this.bytes.readUInt16LE(at + 2);
    if (this.to > this.bytes.length) throw new ReadProblem('truncated');
    return true;
  }

  /** Number of the record that follows, or -1. */
  peek(): number {
    return this.to + 4 <= this.bytes.length ? this.bytes.readUInt16LE(this.to) : -1;
  }

  u8(offset: number): number {
    this.#within(offset + 1);
    return this.bytes.readUInt8(this.from + offset);
  }

  u16(offset: number): number {
    this.#within(offset + 2);
    return this.bytes.readUInt16LE(this.from + offset);
  }

  u32(offset: number): number {
    this.#within(offset + 4);
    return this.bytes.readUInt32LE(this.from + offset);
  }

  f64(offset: number): number {
    this.#within(offset + 8);
    return this.bytes.readDoubleLE(this.from + offset);
  }

  /** RK: 30 bits of an integer or of a double, perhaps times 100 (MS-XLS 2.5.217). */
  rk(offset: number): number {
    const raw = this.u32(offset);
    let value: number;
    if ((raw & 2) === 2) {
      value = (raw | 0) >> 2;
    } else {
      scratch.writeUInt32LE((raw & 0xfffffffc) >>> 0, 4);
      value = scratch.readDoubleLE(0);
    }
    return (raw & 1) === 1 ? value / 100 : value;
  }

  #within(end: number): void {
    if (this.from + end > this.to) throw new ReadProblem('unreadable');
  }
}

const scratch = Buffer.alloc(8);

/**
 * Reads strings that may go on in CONTINUE records: there the characters start anew with a byte that says whether they are
 * one or two bytes wide (MS-XLS 2.5.293).
 */
export class StringReader {
  readonly #records: RecordReader;
  #at: number;

  constructor(records: RecordReader, offset: number) {
    this.#records = records;
    this.#at = records.from + offset;
  }

  /** A string of BIFF8 with its runs and phonetics skipped. `countBytes`: width of the length, 1 or 2. */
  text(countBytes: 1 | 2): string {
    const count = countBytes === 1 ? this.#u8() : this.#u16();
    if (count === 0 && this.#ended()) return '';
    const flags = this.#u8();
    const runs = (flags & 8) === 8 ? this.#u16() : 0;
    const extra = (flags & 4) === 4 ? this.#u16() + this.#u16() * 0x10000 : 0;
    const text = this.#characters(count, (flags & 1) === 1);
    this.#skip(runs * 4 + extra);
    return text;
  }

  #characters(count: number, firstWide: boolean): string {
    let wide = firstWide;
    let left = count;
    let text = '';
    while (left > 0) {
      if (this.#at >= this.#records.to) {
        this.#continue();
        wide = (this.#u8() & 1) === 1;
      }
      const width = wide ? 2 : 1;
      const here = Math.min(left, Math.floor((this.#records.to - this.#at) / width));
      if (here === 0) throw new ReadProblem('unreadable');
      const end = this.#at + here * width;
      text += this.#records.bytes.toString(wide ? 'utf16le' : 'latin1', this.#at, end);
      this.#at = end;
      left -= here;
    }
    return text;
  }

  #ended(): boolean {
    return this.#at >= this.#records.to && this.#records.peek() !== BIFF.continue;
  }

  #continue(): void {
    if (this.#records.peek() !== BIFF.continue || !this.#records.next()) throw new ReadProblem('truncated');
    this.#at = this.#records.from;
  }

  #skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      if (this.#at >= this.#records.to) this.#continue();
      const here = Math.min(left, this.#records.to - this.#at);
      if (here === 0 && this.#records.peek() !== BIFF.continue) throw new ReadProblem('truncated');
      this.#at += here;
      left -= here;
    }
  }

  #u8(): number {
    while (this.#at >= this.#records.to) this.#continue();
    const value = this.#records.bytes.readUInt8(this.#at);
    this.#at += 1;
    return value;
  }

  #u16(): number {
    return this.#u8() + this.#u8() * 256;
  }
}
