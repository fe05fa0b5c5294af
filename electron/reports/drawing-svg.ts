/** Line drawings and codes as SVG text, in points. */
import { isPathData, type PrintDrawing, type PrintDrawingMark } from '#shared/kernel/print-drawing.ts';
import { qrPath, quietModules, type QrCode } from '#shared/kernel/qr-code.ts';
import { escapeXml, number, pointsOf, svgOf } from './svg-text.ts';

const ink = '#1d2733';
/** Height of charts and drawings that state none, in millimetres. */
export const pictureHeightMm = 62;
export const lineWidths = { none: 0, fine: 0.25, normal: 0.6, strong: 1 } as const;
export const fillColours = { none: 'none', white: '#ffffff', pale: '#eef2f5', dark: '#45525f' } as const;
export const markColours = { normal: '#1c4a6e', warning: '#b3261e' } as const;
/** Radius of a mark's circle, and sizes of letters, in points. */
export const markRadius = pointsOf(2.3);
export const nameSize = 8;
export const markTextSize = (text: string): number => (text.length > 2 ? 5.6 : 7.4);

function markSvg({ x, y, text, tone = 'normal' }: PrintDrawingMark, scale: number): string {
  const size = markTextSize(text);
  const [left, top] = [x * scale, y * scale];
  return (
    `<circle cx="${number(left)}" cy="${number(top)}" r="${number(markRadius)}" fill="${markColours[tone]}" stroke="#fff" stroke-width="0.8"/>` +
    `<text x="${number(left)}" y="${number(top + size * 0.36)}" font-size="${size}" font-weight="500" fill="#fff" text-anchor="middle">${escapeXml(text.slice(0, 3))}</text>`
  );
}

/** Paper size of a drawing in points: as high as asked for, lower where it would be wider than the text. */
export function drawingSize(
  { width, height }: Pick<PrintDrawing, 'width' | 'height'>,
  most: { readonly widthMm: number; readonly heightMm: number },
): { readonly width: number; readonly height: number; readonly scale: number } {
  const scale = Math.min(
    pointsOf(most.widthMm) / Math.max(1, width),
    pointsOf(most.heightMm) / Math.max(1, height),
  );
  return { width: width * scale, height: height * scale, scale };
}

/**
 * Draws at `scale` points per unit. A stroke whose path is no path data is left out: a drawing cannot carry markup.
 */
export function drawingSvg(drawing: PrintDrawing, scale: number): string {
  const strokes = drawing.strokes.map(({ path, line = 'normal', fill = 'none', dashed = false }) =>
    isPathData(path)
      ? `<path d="${path}" fill="${fillColours[fill]}" stroke-width="${number(lineWidths[line] / scale)}"` +
        `${line === 'none' ? ' stroke="none"' : ''}${dashed ? ` stroke-dasharray="${number(3 / scale)} ${number(2 / scale)}"` : ''}/>`
      : '',
  );
  const anchors = { left: 'start', center: 'middle', right: 'end' } as const;
  const texts = (drawing.texts ?? []).map(
    ({ x, y, text, align = 'left' }) =>
      `<text x="${number(x * scale)}" y="${number(y * scale)}" font-size="${nameSize}" fill="#6b7785" text-anchor="${anchors[align]}">${escapeXml(text)}</text>`,
  );
  return svgOf(drawing.width * scale, drawing.height * scale, [
    `<g transform="scale(${scale})" stroke="${ink}" stroke-linejoin="round" stroke-linecap="round">${strokes.join('')}</g>`,
    ...texts,
    ...(drawing.marks ?? []).map((mark) => markSvg(mark, scale)),
  ]);
}

/** A code to scan, one unit per module, with the light zone that readers need. */
export function codeSvg(code: QrCode): string {
  const size = code.length + 2 * quietModules;
  return svgOf(size, size, [`<path d="${qrPath(code)}" fill="#000" shape-rendering="crispEdges"/>`]);
}
