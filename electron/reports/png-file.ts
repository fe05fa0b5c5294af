import { crc32, deflateSync } from 'node:zlib';

function chunk(tag: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(tag, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A black and white PNG of squares: `scale` pixels for each, with a light rim of `rim` squares. */
export function squaresPng(dark: readonly (readonly boolean[])[], scale: number, rim: number): Buffer {
  const size = (dark.length + 2 * rim) * scale;
  const lineBytes = 1 + Math.ceil(size / 8);
  const pixels = Buffer.alloc(size * lineBytes, 0xff);
  for (let y = 0; y < size; y++) {
    pixels[y * lineBytes] = 0;
    for (let x = 0; x < size; x++) {
      if (dark[Math.floor(y / scale) - rim]?.[Math.floor(x / scale) - rim] !== true) continue;
      const at = y * lineBytes + 1 + (x >> 3);
      pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // One bit per pixel, shades of grey.
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}
