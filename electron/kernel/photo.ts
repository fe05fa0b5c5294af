import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';

/** A photo as it is kept: turned upright, without metadata (place, device, owner), with a small one beside it. */
export type CleanPhoto = {
  readonly full: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg';
  /** Of the full picture, in pixels. */
  readonly width: number;
  readonly height: number;
};

/** Largest file in bytes and largest picture in pixels that is looked at. */
export const photoLimits = {
  bytes: 40 * 1024 * 1024,
  pixels: 100_000_000,
  longestEdge: 2560,
  thumbnail: 320,
};

const accepted = new Set(['jpeg', 'png', 'webp']);

/**
 * Cleans a photo. What it is follows from its content, never from its name. Errors: `photo-too-large`; `not-a-photo` for
 * anything but a whole JPEG, PNG or WebP (an SVG can hold a script and is none).
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanPhoto> {
  if (bytes.byteLength > photoLimits.bytes) throw ruleViolated('photo-too-large');
  if (!looksLikePhoto(bytes)) throw ruleViolated('not-a-photo');
  // Loaded with the first photo: starting the program must not wait for it.
  const { default: sharp } = await import('sharp');
  const open = () => sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'warning', pages: 1 });
  try {
    const { format, width, height } = await open().metadata();
    if (!accepted.has(format)) throw ruleViolated('not-a-photo');
    if (width * height > photoLimits.pixels) throw ruleViolated('photo-too-large');
    const within = (edge: number) =>
      open()
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
    const full = await within(photoLimits.longestEdge)
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await within(photoLimits.thumbnail).jpeg({ quality: 76 }).toBuffer();
    return {
      full: new Uint8Array(full.data),
      thumbnail: new Uint8Array(thumbnail),
      mediaType: 'image/jpeg',
      width: full.info.width,
      height: full.info.height,
    };
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw ruleViolated(isTooLarge(error) ? 'photo-too-large' : 'not-a-photo');
  }
}

/** A picture of one colour: nothing was drawn or photographed. */
export async function isBlank({ full }: Pick<CleanPhoto, 'full'>): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const { channels } = await sharp(full).stats();
  return channels.every(({ stdev }) => stdev < 0.5);
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /exceeds pixel limit/iu.test(error.message);

/** First bytes of JPEG, PNG and WebP, so that no other decoder is ever asked. */
function looksLikePhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12));
  return (
    head.subarray(0, 3).toString('hex') === 'ffd8ff' ||
    head.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' ||
    (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP')
  );
}
