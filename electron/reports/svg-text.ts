/** What every SVG picture on paper is written with. Sizes in points. */
import { printableText } from './printable-text.ts';

export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as content of an element, on one line and without what XML cannot hold. */
export const escapeXml = (text: string): string =>
  printableText(text)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? '');

/** A coordinate: hundredths of a point are finer than any printer. */
export const number = (value: number): string => String(Math.round(value * 100) / 100);

/** `-1234567.5` → `-1,234,567.5`; the runtime's own formatter takes longer to start than a whole page to print. */
export const grouped = (value: number): string => {
  const [whole = '', fraction] = String(value).split('.');
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
};

/** Width of a sign in ems of the paper's font: Chinese ones are square, Latin ones near enough by sort. */
function emsOf(sign: string): number {
  if ((sign.codePointAt(0) ?? 0) > 0x2e7f) return 1;
  if (/[.,:;'il| ]/u.test(sign)) return 0.28;
  if (/[MWmw@%]/u.test(sign)) return 0.9;
  return /[A-Z]/u.test(sign) ? 0.65 : 0.56;
}

/** Width of a line in points, near enough to place a label. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + emsOf(sign) * size, 0);

/** A whole SVG document; its texts are set in the paper's font. */
export const svgOf = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" ` +
  `viewBox="0 0 ${number(width)} ${number(height)}" font-family="Noto Sans SC">${parts.join('')}</svg>`;
