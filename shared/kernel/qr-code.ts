/**
 * QR codes (ISO/IEC 18004): byte mode, error correction M (a code of which 15 % is dirty still reads), versions 1–10. Enough for
 * a record's number or an address; no reader of ours needs more.
 */

/** Error correction bytes per block, and data bytes of each block, by version. */
const versions: readonly (readonly [correction: number, blocks: readonly number[]])[] = [
  [10, [16]],
  [16, [28]],
  [26, [44]],
  [18, [32, 32]],
  [24, [43, 43]],
  [16, [27, 27, 27, 27]],
  [18, [31, 31, 31, 31]],
  [22, [38, 38, 39, 39]],
  [22, [36, 36, 36, 37, 37]],
  [26, [43, 43, 43, 43, 44]],
];

/** Centres of the alignment patterns by version; the first is always 6. */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Dark modules, row by row; without the quiet zone of four modules that belongs around it. */
export type QrCode = readonly (readonly boolean[])[];

const utf8 = (text: string): number[] =>
  [...encodeURIComponent(text.toWellFormed()).matchAll(/%(..)|([^%])/gu)].map(([, hex, sign]) =>
    hex === undefined ? (sign ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );

/** Product in the field GF(2^8) of the code, polynomial 0x11d. */
function product(left: number, right: number): number {
  let result = 0;
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((right >>> bit) & 1) * left;
  }
  return result;
}

/** Reed–Solomon bytes of a block. */
function correctionOf(data: readonly number[], count: number): number[] {
  let divisor = [1];
  let root = 1;
  for (let index = 0; index < count; index++) {
    const shifted = [...divisor, 0];
    divisor = shifted.map((value, place) => value ^ product(divisor[place - 1] ?? 0, root));
    root = product(root, 2);
  }
  const rest = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let place = 0; place < count; place++)
      rest[place] = (rest[place] ?? 0) ^ product(divisor[place + 1] ?? 0, factor);
  }
  return rest;
}

/** Data with mode, length and padding, cut into blocks with their correction, woven together. */
function codewords(bytes: readonly number[], version: number): number[] {
  const [correction, blocks] = versions[version - 1] ?? [0, []];
  const capacity = blocks.reduce((sum, size) => sum + size, 0);
  const bits = [4, 4, bytes.length, version < 10 ? 8 : 16, ...bytes.flatMap((byte) => [byte, 8])];
  let stream = '';
  for (let index = 0; index < bits.length; index += 2)
    stream += (bits[index] ?? 0).toString(2).padStart(bits[index + 1] ?? 0, '0');
  stream = stream.padEnd(Math.min(capacity * 8, stream.length + 4), '0');
  stream = stream.padEnd(Math.ceil(stream.length / 8) * 8, '0');
  const data = (stream.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
  for (let index = 0; data.length < capacity; index++) data.push(index % 2 === 0 ? 0xec : 0x11);
  let start = 0;
  const parts = blocks.map((size) => data.slice(start, (start += size)));
  const woven = (lists: readonly (readonly number[])[]): number[] =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, place) =>
      lists.flatMap((list) => list[place] ?? []),
    ).flat();
  return [...woven(parts), ...woven(parts.map((part) => correctionOf(part, correction)))];
}

/** Remainder bits of a Bose–Chaudhuri–Hocquenghem code, behind its data. */
function withCheck(data: number, length: number, polynomial: number): number {
  let rest = data;
  for (let bit = 0; bit < length; bit++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * polynomial);
  return (data << length) | rest;
}

/** The square while it is being drawn: null is a module that data may take. */
type Square = (boolean | null)[][];

function set(square: Square, row: number, column: number, dark: boolean): void {
  const line = square[row];
  if (line && column >= 0 && column < line.length) line[column] = dark;
}

/** A finder or an alignment pattern: rings around a centre. */
function ring(square: Square, row: number, column: number, reach: number, light: readonly number[]): void {
  for (let down = -reach; down <= reach; down++)
    for (let across = -reach; across <= reach; across++)
      set(square, row + down, column + across, !light.includes(Math.max(Math.abs(down), Math.abs(across))));
}

function drawFormat(square: Square, mask: number): void {
  const size = square.length;
  // Level M is 00; the five bits and their check are masked, so that they are never all light.
  const format = withCheck(mask, 10, 0x537) ^ 0x5412;
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((format >>> bit) & 1) === 1;
    const along = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    set(square, along, 8, dark);
    set(square, 8, bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, dark);
  }
  set(square, size - 8, 8, true);
}

function drawFrame(version: number): Square {
  const size = 17 + 4 * version;
  const square: Square = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  for (let place = 0; place < size; place++) {
    set(square, 6, place, place % 2 === 0);
    set(square, place, 6, place % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    ring(square, row, column, 4, [2, 4]);
  const centres = alignments[version - 1] ?? [];
  const last = centres.at(-1);
  for (const row of centres)
    for (const column of centres) {
      const corner = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (!corner) ring(square, row, column, 2, [1]);
    }
  drawFormat(square, 0);
  if (version >= 7) {
    const bits = withCheck(version, 12, 0x1f25);
    for (let bit = 0; bit < 18; bit++) {
      const dark = ((bits >>> bit) & 1) === 1;
      set(square, Math.floor(bit / 3), size - 11 + (bit % 3), dark);
      set(square, size - 11 + (bit % 3), Math.floor(bit / 3), dark);
    }
  }
  return square;
}

/** Fills the free modules in columns of two, from the right, up and down in turn. */
function drawData(
  frame: Square,
  data: readonly number[],
  mask: (row: number, column: number) => boolean,
): Square {
  const square = frame.map((line) => [...line]);
  const size = square.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (frame[row]?.[column] !== null) continue;
        const dark = (((data[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
        set(square, row, column, dark !== mask(row, column));
      }
    }
  }
  return square;
}

/** How hard a square is to read (the standard's four rules); the mask with the least is taken. */
function penalty(square: QrCode): number {
  const size = square.length;
  const columns = square.map((_, column) => square.map((line) => line[column] ?? false));
  let sum = 0;
  for (const line of [...square, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const run of text.match(/0{5,}|1{5,}/gu) ?? []) sum += run.length - 2;
    for (const like of ['00001011101', '10111010000'])
      for (let at = text.indexOf(like); at >= 0; at = text.indexOf(like, at + 1)) sum += 40;
  }
  for (let row = 1; row < size; row++)
    for (let column = 1; column < size; column++) {
      const dark = square[row]?.[column];
      const neighbours = [
        square[row]?.[column - 1],
        square[row - 1]?.[column],
        square[row - 1]?.[column - 1],
      ];
      if (neighbours.every((other) => other === dark)) sum += 3;
    }
  const darkCount = square.flat().filter(Boolean).length;
  return sum + Math.floor(Math.abs((darkCount / (size * size)) * 20 - 10)) * 10;
}

/**
 * The code of a text (as UTF-8); undefined when it is longer than 213 bytes. Pure: the same text gives the same square.
 */
export function qrCode(text: string): QrCode | undefined {
  const bytes = utf8(text);
  const version =
    versions.findIndex(
      ([, blocks], index) =>
        blocks.reduce((sum, size) => sum + size, 0) >= bytes.length + (index < 9 ? 2 : 3),
    ) + 1;
  if (version === 0) return undefined;
  const frame = drawFrame(version);
  const data = codewords(bytes, version);
  const squares = masks.map((mask, index) => {
    const square = drawData(frame, data, mask);
    drawFormat(square, index);
    return square.map((line) => line.map((dark) => dark === true));
  });
  const costs = squares.map(penalty);
  return squares[costs.indexOf(Math.min(...costs))];
}

/** Light zone around a code that readers need, in modules. */
export const quietModules = 4;

/** The dark modules as one SVG path, one unit per module, inside the light zone. */
export const qrPath = (code: QrCode): string =>
  code
    .flatMap((line, row) =>
      [
        ...line
          .map((module) => (module ? '1' : '0'))
          .join('')
          .matchAll(/1+/gu),
      ].map(
        (run) => `M${run.index + quietModules} ${row + quietModules}h${run[0].length}v1h-${run[0].length}z`,
      ),
    )
    .join('');
