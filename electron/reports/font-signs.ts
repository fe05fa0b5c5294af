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

/**
 * Reads the character map of a TrueType file; about 10 ms for a Chinese font.
 * @throws Error when the file is no font or has no Unicode map.
 */
export function readFontSigns(path: string): FontSigns {
  const bits = new Uint8Array(0x110000 / 8);
  const mark: Mark = (first, last) => {
    for (let code = first; code <= last; code++) bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
  };
  const file = openSync(path, 'r');
  try {
    const map = readTable(file, 'cmap');
    let found = false;
    for (let table = 0; table < map.getUint16(2); table++) {
      const at = map.getUint32(4 + table * 8 + 4);
      const format = map.getUint16(at);
      if (format === 12) readGroups(map, at, mark);
      else if (format === 4) readSegments(map, at, mark);
      found ||= format === 12 || format === 4;
    }
    if (!found) throw new Error(`the font has no Unicode map: ${path}`);
  } finally {
    closeSync(file);
  }
  const has = (code: number): boolean => ((bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
  const drawn = (sign: string): string =>
    sign === '\n' || has(sign.codePointAt(0) ?? 0) ? sign : placeholder;
  return {
    has,
    shown: (text) =>
      Array.from(
        printableText(text).replaceAll(invisible, '').replaceAll('\t', ' ').normalize('NFC'),
        drawn,
      ).join(''),
  };
}
