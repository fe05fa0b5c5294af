/**
 * Which characters a font can draw, read from its character map (OpenType `cmap`, formats 12 and 4).
 * Typst 0.13 aborts the whole process on some texts that its font lacks (Arabic ligature + blank + emoji), and
 * an archive PDF may not hold such a sign at all: so a text is reduced to the font's own signs beforehand.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { printableText } from './printable-text.ts';

export type FontSigns = {
  /** Whether the font has a glyph for the code point. */
  has(code: number): boolean;
  /** The text as this font can show it: invisible signs go, what it lacks becomes □. */
  shown(text: string): string;
};

const placeholder = '□';

/** Marks without a glyph of their own: joiners, direction marks, variation selectors, soft hyphen. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

function readTable(file: number, tag: string): DataView {
  const read = (position: number, length: number): DataView => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, position);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  };
  const count = read(4, 2).getUint16(0);
  const directory = read(12, count * 16);
  for (let entry = 0; entry < count; entry++) {
    const at = entry * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => directory.getUint8(at + index)));
    if (name === tag) return read(directory.getUint32(at + 8), directory.getUint32(at + 12));
  }
  throw new Error(`the font has no table ${tag}`);
}

type Mark = (first: number, last: number) => void;

/** Format 12: groups of code points, all of them with glyphs (glyph 0 excepted). */
function readGroups(map: DataView, at: number, mark: Mark): void {
  const groups = map.getUint32(at + 12);
  for (let group = 0; group < groups; group++) {
    const entry = at + 16 + group * 12;
    const first = map.getUint32(entry);
    if (map.getUint32(entry + 8) !== 0) mark(first, map.getUint32(entry + 4));
    else mark(first + 1, map.getUint32(entry + 4));
  }
}

/** Format 4: segments of the first 65,536 code points, glyphs by difference or by a table. */
function readSegments(map: DataView, at: number, mark: Mark): void {
  const segments = map.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment++) {
    const first = map.getUint16(starts + segment * 2);
    const last = map.getUint16(ends + segment * 2);
    const offset = map.getUint16(offsets + segment * 2);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph =
        offset === 0
          ? code + map.getUint16(deltas + segment * 2)
          : map.getUint16(offsets + segment * 2 + offset + (code - first) * 2);
      if ((glyph & 0xffff) !== 0) mark(code, code);
    }
  }
}

/** Marks the signs of the widest map of the font: format 12 holds all that a format 4 beside it holds. */
function readMaps(map: DataView, mark: Mark): void {
  const maps = Array.from({ length: map.getUint16(2) }, (_, table) => map.getUint32(4 + table * 8 + 4));
  const [whole, basic] = [12, 4].map((format) => maps.find((at) => map.getUint16(at) === format));
  if (whole !== undefined) readGroups(map, whole, mark);
  else if (basic !== undefined) readSegments(map, basic, mark);
  else throw new Error('the font has no Unicode map');
}

/**
 * Blocks whose signs are printed as they are, if the font has them: no control, no invisible mark, nothing that joins
 * with its neighbour and nothing that NFC changes. Nearly every text of a store consists of them.
 */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit > 0xad && unit < 0x300) ||
  (unit >= 0x2010 && unit < 0x2028) ||
  (unit >= 0x3000 && unit < 0x302a) ||
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit > 0xff00 && unit < 0xff5f) ||
  unit === 0x0a;

/**
 * Reads the character map of a TrueType file; about 4 ms for a Chinese font.
 * @throws Error when the file is no font or has no Unicode map.
 */
export function readFontSigns(path: string): FontSigns {
  const bits = new Uint8Array(0x110000 / 8);
  const mark: Mark = (first, last) => {
    for (let code = first; code <= last; code++) bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
  };
  const file = openSync(path, 'r');
  try {
    readMaps(readTable(file, 'cmap'), mark);
  } finally {
    closeSync(file);
  }
  const has = (code: number): boolean => ((bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
  const isReady = (text: string): boolean => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (!isPlain(unit) || !(has(unit) || unit === 0x0a)) return false;
    }
    return true;
  };
  const drawn = (sign: string): string =>
    sign === '\n' || has(sign.codePointAt(0) ?? 0) ? sign : placeholder;
  return {
    has,
    shown: (text) =>
      isReady(text)
        ? text
        : Array.from(
            printableText(text).replaceAll(invisible, '').replaceAll('\t', ' ').normalize('NFC'),
            drawn,
          ).join(''),
  };
}
