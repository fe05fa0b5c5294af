import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import { cleanPhoto } from '#electron/kernel/photo.ts';

/** A picture of the sample in the attachment store. Sizes in bytes, edges in pixels. */
export type SamplePhoto = {
  readonly hash: string;
  readonly size: number;
  readonly thumbnail: { readonly hash: string; readonly size: number };
  readonly width: number;
  readonly height: number;
};

/** What is drawn: sky, ground, and the shapes of a vehicle seen from one side. */
const scenes: readonly (readonly [sky: string, ground: string, shapes: string])[] = [
  [
    '#b9cfe0',
    '#7d7f82',
    `<rect x="80" y="130" width="330" height="200" rx="8" fill="#e8e6df"/><path d="M410 190h90l50 70v70h-140z" fill="#9c2f2a"/>
     <path d="M430 205h60l32 50h-92z" fill="#33424d"/><circle cx="170" cy="340" r="38" fill="#222"/>
     <circle cx="250" cy="340" r="38" fill="#222"/><circle cx="480" cy="340" r="38" fill="#222"/>`,
  ],
  [
    '#c9d3d8',
    '#8b8a84',
    `<rect x="210" y="90" width="220" height="240" rx="16" fill="#2f5d8a"/><path d="M232 118h176v84h-176z" fill="#27343d"/>
     <rect x="240" y="236" width="160" height="46" rx="6" fill="#20262b"/><rect x="222" y="296" width="46" height="22" fill="#f2ecc8"/>
     <rect x="372" y="296" width="46" height="22" fill="#f2ecc8"/><rect x="226" y="330" width="40" height="44" fill="#222"/>
     <rect x="374" y="330" width="40" height="44" fill="#222"/>`,
  ],
  [
    '#22282d',
    '#15191c',
    `<circle cx="220" cy="230" r="120" fill="#0d1013" stroke="#7f8a92" stroke-width="6"/>
     <circle cx="430" cy="230" r="120" fill="#0d1013" stroke="#7f8a92" stroke-width="6"/>
     <path d="M220 230 145 165" stroke="#e4572e" stroke-width="8"/><path d="M430 230 372 300" stroke="#e4572e" stroke-width="8"/>
     <rect x="285" y="352" width="80" height="28" fill="#a9d18e"/>`,
  ],
  [
    '#a8342c',
    '#8f2b25',
    `<path d="M60 70C240 110 420 90 600 130" stroke="#c9675f" stroke-width="10" fill="none" opacity=".5"/>
     <path d="M180 250 430 205" stroke="#f1e4df" stroke-width="7"/><path d="M210 268 400 234" stroke="#d8b7b0" stroke-width="4"/>`,
  ],
];

/** A hand's stroke, as a customer's signature. */
const stroke = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="200"><rect width="560" height="200" fill="#fff"/>
  <path d="M70 120C110 40 140 40 128 110S120 170 160 110 220 60 208 120 250 150 280 90 330 70 322 120 380 140 420 80 470 90 500 70"
   fill="none" stroke="#1b2a55" stroke-width="5" stroke-linecap="round"/></svg>`;

async function keep(attachments: AttachmentStore, drawing: string): Promise<SamplePhoto> {
  const { default: sharp } = await import('sharp');
  const picture = await sharp(Buffer.from(drawing)).jpeg({ quality: 90 }).toBuffer();
  const { full, thumbnail, width, height } = await cleanPhoto(picture);
  const [kept, small] = [await attachments.put(full), await attachments.put(thumbnail)];
  return { ...kept, thumbnail: small, width, height };
}

export const makeSampleSignature = (attachments: AttachmentStore): Promise<SamplePhoto> =>
  keep(attachments, stroke);

/** Draws the pictures, cleans them as any photo is cleaned, and keeps them. */
export async function makeSamplePhotos(attachments: AttachmentStore): Promise<readonly SamplePhoto[]> {
  const photos: SamplePhoto[] = [];
  for (const [sky, ground, shapes] of scenes)
    photos.push(
      await keep(
        attachments,
        `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${sky}"/>
      <rect y="372" width="640" height="108" fill="${ground}"/>${shapes}</svg>`,
      ),
    );
  return photos;
}
