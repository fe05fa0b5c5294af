import type { ExcelEpoch } from '#shared/kernel/day.ts';
import { isDateFormat } from './excel-date.ts';
import { ReadProblem } from './read-problem.ts';
import type { Decoder } from './text-decoder.ts';
import type { ReadLimits, SheetInfo } from './table-file.ts';
import { BIFF, RecordReader, StringReader } from './xls-records.ts';

export type XlsWorkbook = {
  readonly bytes: Buffer;
  /** BIFF8 has Unicode strings; BIFF5 those of `decoder`. */
  readonly unicode: boolean;
  readonly decoder: Decoder;
  readonly sheets: readonly (SheetInfo & { readonly offset: number })[];
  readonly strings: readonly string[];
  readonly dateStyles: Uint8Array;
  readonly epoch: ExcelEpoch;
};

/** Windows code pages that Chinese workbooks of Excel 5/95 use; the others decode as Chinese too, which keeps ASCII right. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1252: 'windows-1252',
  65001: 'utf-8',
};

/** Reads the globals of a workbook stream. @throws ReadProblem `password`, `unsupported` (older than Excel 5), `empty`, `unreadable` */
export function readXlsWorkbook(bytes: Buffer, limits: ReadLimits): XlsWorkbook {
  const records = new RecordReader(bytes, 0);
  if (!records.next() || records.id !== BIFF.bof) throw new ReadProblem('unsupported');
  const version = records.u16(0);
  if (version !== 0x600 && version !== 0x500) throw new ReadProblem('unsupported');
  const unicode = version === 0x600;
  let decoder = new TextDecoder('gb18030');
  let epoch: ExcelEpoch = '1900';
  const sheets: (SheetInfo & { offset: number })[] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const strings: string[] = [];
  const short = (offset: number): string =>
    unicode
      ? new StringReader(records, offset).text(1)
      : decoder.decode(
          bytes.subarray(
            records.from + offset + 1,
            Math.min(records.to, records.from + offset + 1 + records.u8(offset)),
          ),
        );
  for (let id = nextId(records); id !== BIFF.eof && id >= 0; id = nextId(records)) {
    switch (id) {
      case BIFF.filePass:
        throw new ReadProblem('password');
      case BIFF.codePage:
        decoder = new TextDecoder(CODE_PAGES[records.u16(0)] ?? 'gb18030');
        break;
      case BIFF.dateMode:
        epoch = records.u16(0) === 1 ? '1904' : '1900';
        break;
      case BIFF.format:
        codes.set(records.u16(0), unicode ? new StringReader(records, 2).text(2) : short(2));
        break;
      case BIFF.xf:
        styles.push(records.u16(2));
        break;
      case BIFF.boundSheet:
        if (records.u8(5) === 0)
          sheets.push({ offset: records.u32(0), hidden: (records.u8(4) & 3) !== 0, name: short(6) });
        break;
      case BIFF.sharedStrings:
        readStrings(records, strings, limits);
        break;
      default:
    }
  }
  if (sheets.length === 0) throw new ReadProblem('empty');
  const dateStyles = Uint8Array.from(styles, (id) => (isDateFormat(id, codes.get(id)) ? 1 : 0));
  return { bytes, unicode, decoder, sheets, strings, dateStyles, epoch };
}

function readStrings(records: RecordReader, strings: string[], limits: ReadLimits): void {
  const count = Math.min(records.u32(4), records.bytes.length);
  const reader = new StringReader(records, 8);
  for (let index = 0; index < count; index += 1) {
    const text = reader.text(2);
    if (text.length > limits.maxCellChars) throw new ReadProblem('cell-too-long');
    strings.push(text);
  }
}

function nextId(records: RecordReader): number {
  return records.next() ? records.id : -1;
}
