/** Photos for paper: read by their hash from the attachment store, looked at before an engine sees them. */
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import type { PictureHash } from '#shared/kernel/print-document.ts';

export type PictureFile = {
  readonly bytes: Uint8Array;
  readonly format: 'jpg' | 'png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

export type PictureFiles = ReadonlyMap<PictureHash, PictureFile>;

/** Pixels beyond which a picture is not drawn: unpacked it would take 240 MB. */
const mostPixels = 60_000_000;

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** Width and height of a PNG: its first chunk is IHDR. */
function pngSize(view: DataView): { width: number; height: number } | undefined {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Width and height of a JPEG, from its start-of-frame segment. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Filling bytes and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** A JPEG or PNG by what is in it; undefined for everything else, and for one that is too large to unpack. */
function pictureFile(bytes: Uint8Array): PictureFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = pngHead.every((byte, index) => bytes[index] === byte);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const size = isPng ? pngSize(view) : isJpeg ? jpegSize(view) : undefined;
  if (!size || size.width === 0 || size.height === 0 || size.width * size.height > mostPixels)
    return undefined;
  return { bytes, format: isPng ? 'png' : 'jpg', ...size };
}

/**
 * The named pictures of an attachment folder, each proven by its hash. What is missing, changed, unreadable or no picture is
 * left out: the paper then shows an empty frame, which is better than no paper.
 */
export async function readPictures(
  folder: string | undefined,
  hashes: readonly PictureHash[],
): Promise<Map<PictureHash, PictureFile>> {
  const found = new Map<PictureHash, PictureFile>();
  if (folder === undefined) return found;
  const store = attachmentStore(folder);
  for (const hash of new Set(hashes)) {
    const bytes = await store.read(hash).catch(() => undefined);
    const file = bytes && pictureFile(bytes);
    if (file) found.set(hash, file);
  }
  return found;
}
