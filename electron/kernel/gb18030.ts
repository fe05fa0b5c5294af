/**
 * GB 18030 encoding (GBK and GB 2312 are parts of it), which Node can read but not write. The tables are built once from
 * Node's own decoder, so that what is written is read back the same.
 */
type Tables = {
  /** By UTF-16 unit: the two bytes, or 0. */
  readonly two: Uint16Array;
  /** By UTF-16 unit without two bytes: number of the four-byte sequence. */
  readonly four: Uint16Array;
};

let tables: Tables | undefined;

const FOUR_BYTE_BMP = 39_420;
/** First four-byte sequence (90 30 81 30) of the characters beyond the basic plane. */
const SUPPLEMENTARY = 189_000;

function buildTables(): Tables {
  const decoder = new TextDecoder('gb18030');
  const two = new Uint16Array(0x10000);
  const four = new Uint16Array(0x10000);
  const bytes = new Uint8Array(FOUR_BYTE_BMP * 5);
  for (let index = 0; index < FOUR_BYTE_BMP; index += 1) {
    writeFour(bytes, index * 5, index);
    bytes[index * 5 + 4] = 10;
  }
  decoder
    .decode(bytes)
    .split('\n')
    .forEach((char, index) => keep(four, char, index));
  // all pairs, a line break behind each; the first pair of a character counts
  let at = 0;
  const pairs: number[] = [];
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue;
      pairs.push(high * 256 + low);
      bytes[at] = high;
      bytes[at + 1] = low;
      bytes[at + 2] = 10;
      at += 3;
    }
  }
  decoder
    .decode(bytes.subarray(0, at))
    .split('\n')
    .forEach((char, index) => keep(two, char, pairs[index] ?? 0));
  return { two, four };
}

function keep(table: Uint16Array, char: string, value: number): void {
  const code = char.charCodeAt(0);
  if (char.length === 1 && code !== 0xfffd && table[code] === 0) table[code] = value;
}

function writeFour(bytes: Uint8Array, at: number, index: number): void {
  bytes[at] = 0x81 + Math.floor(index / 12_600);
  bytes[at + 1] = 0x30 + (Math.floor(index / 1_260) % 10);
  bytes[at + 2] = 0x81 + (Math.floor(index / 10) % 126);
  bytes[at + 3] = 0x30 + (index % 10);
}

/** The GB 18030 bytes of a text, without byte order mark. What GB 18030 has no place for (half of a surrogate
 * pair, a few private characters) becomes `?`. */
export function encodeGb18030(text: string): Uint8Array {
  tables ??= buildTables();
  const { two, four } = tables;
  const { length } = text;
  let bytes = new Uint8Array(length * 2 + 16);
  let at = 0;
  for (let place = 0; place < length; place += 1) {
    if (at + 4 > bytes.length) {
      const longer = new Uint8Array(bytes.length * 2);
      longer.set(bytes);
      bytes = longer;
    }
    const code = text.charCodeAt(place);
    if (code < 0x80) {
      bytes[at] = code;
      at += 1;
      continue;
    }
    const pair = two[code] ?? 0;
    if (pair !== 0) {
      bytes[at] = pair >> 8;
      bytes[at + 1] = pair & 255;
      at += 2;
      continue;
    }
    const point = text.codePointAt(place) ?? 0;
    const index = point > 0xffff ? SUPPLEMENTARY + point - 0x10000 : (four[code] ?? 0);
    if (index === 0 && code !== 0x80) {
      bytes[at] = 63;
      at += 1;
      continue;
    }
    writeFour(bytes, at, index);
    if (point > 0xffff) place += 1;
    at += 4;
  }
  return bytes.subarray(0, at);
}
