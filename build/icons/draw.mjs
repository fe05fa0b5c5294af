// Draws icon.png (512), icon.ico and the sizes of icons/linux from icon.svg with a Chromium: node build/icons/draw.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../bootstrap/browser.mjs';

const folder = import.meta.dirname;
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});

/**
 * @param {number} size pixels
 * @returns {Promise<Buffer>} PNG with a transparent ground
 */
async function draw(size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/**
 * An ico whose images are PNGs (Windows Vista and later).
 * @param {readonly { size: number, png: Buffer }[]} images
 */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of images.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

try {
  const images = [];
  for (const size of [16, 24, 32, 48, 64, 128, 256]) images.push({ size, png: await draw(size) });
  writeFileSync(join(folder, 'icon.ico'), ico(images));
  writeFileSync(join(folder, 'icon.png'), await draw(512));
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const { size, png } of images)
    if (size >= 32) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
  writeFileSync(join(folder, 'linux/512x512.png'), await draw(512));
} finally {
  await browser.close();
}
