/** Pictures for tests: made here, so that no photograph of anybody is among the sources. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export type TestPicture = { readonly hash: string; readonly bytes: Uint8Array };

const named = (bytes: Uint8Array): TestPicture => ({
  hash: createHash('sha256').update(bytes).digest('hex'),
  bytes,
});

function chunk(tag: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(tag, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of the given size whose pixels a function colours (red, green, blue of 0 … 255). */
export function pngOf(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): TestPicture {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return named(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

/** Something like a photo of a vehicle in a yard: sky, ground, a body with a lighter stripe; `tint` tells them apart. */
export const yardPhoto = (tint: number, width = 480, height = 360): TestPicture =>
  pngOf(width, height, (x, y) => {
    const [across, down] = [x / width, y / height];
    const isBody = across > 0.16 && across < 0.86 && down > 0.36 && down < 0.7;
    const isCab = across > 0.7 && across < 0.86 && down > 0.26 && down < 0.7;
    const wheel = [0.28, 0.74].some(
      (centre) => (across - centre) ** 2 + ((down - 0.72) * 0.75) ** 2 < 0.0042,
    );
    if (wheel) return [38, 42, 48];
    if (isBody || isCab) {
      const light = down < 0.45 ? 26 : 0;
      return [60 + tint + light, 92 + (tint >> 1) + light, 128 - (tint >> 1) + light];
    }
    return down < 0.66
      ? [196 - down * 40, 212 - down * 30, 226]
      : [148 - down * 20, 146 - down * 20, 140 - down * 20];
  });

/** A stroke like a signature, dark on white. */
export const strokePicture = (): TestPicture =>
  pngOf(360, 110, (x, y) => {
    const wave = 55 + 30 * Math.sin(x / 21) * Math.cos(x / 63) - x / 14;
    return Math.abs(y - wave) < 2.6 && x > 12 && x < 340 ? [28, 40, 92] : [255, 255, 255];
  });

/** A real JPEG of 64 × 48 pixels. */
export const jpegPicture = (): TestPicture =>
  named(
    Buffer.from(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABcQERQRDhcUEhQaGBcbIjklIh8fIkYyNSk5UkhXVVFIUE5bZoNvW2F8Yk5QcptzfIeLkpSSWG2grJ+OqoOPko3/2wBDARgaGiIeIkMlJUONXlBejY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY3/wAARCAAwAEADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVEAEBAAAAAAAAAAAAAAAAAAAAEv/EABYBAQEBAAAAAAAAAAAAAAAAAAACBP/EABURAQEAAAAAAAAAAAAAAAAAAAAR/9oADAMBAAIRAxEAPwCKCFEENFZ4nghRBBSJ4IUQQUieCFEEFIoghRBCaqJ4IUQQUieCFEEFInghRBBSKIIUwQiriaCFMEFImghTBBSJoIUwQUj/2Q==',
      'base64',
    ),
  );
