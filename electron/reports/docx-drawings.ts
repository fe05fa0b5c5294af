/** Pictures in a Word document: charts and drawings that can be edited, photos in their frames, the code to scan. */
import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Paragraph,
  type Table,
  TableCell,
  TextWrappingType,
  VerticalAlignTable,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx';
import { ChartRun } from 'docx/charts';
import { type IShapeGroupChildOptions, ShapeGroupRun } from 'docx/shapes';
import type { PrintBlockOf, PrintCard } from '#shared/kernel/print-document.ts';
import { isPathData, type PrintDrawing } from '#shared/kernel/print-drawing.ts';
import { qrCode } from '#shared/kernel/qr-code.ts';
import { barColours, lineColours } from './chart-svg.ts';
import { inRows, tableOf } from './docx-grid.ts';
import { accent, alignments, ink, muted, noBorders, pixels, thinLine, zebra } from './docx-look.ts';
import { type Labels, textRuns } from './docx-text.ts';
import {
  drawingSize,
  fillColours,
  lineWidths,
  markColours,
  markRadius,
  markTextSize,
  nameSize,
  pictureHeightMm,
} from './drawing-svg.ts';
import type { PictureFile, PictureFiles } from './picture-files.ts';
import { squaresPng } from './png-file.ts';

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();
const chartFont = { name: 'Microsoft YaHei' } as const;

/** A chart of Word's own, with its figures in a table behind it; gaps where nothing was supplied. */
export function chartParagraph({ chart, heightMm }: PrintBlockOf<'chart'>, widthMm: number): Paragraph[] {
  if (chart.categories.length === 0 || chart.series.length === 0) return [];
  const used = { bar: 0, line: 0 };
  const series = chart.series.map((one) => {
    const colours = one.kind === 'bar' ? barColours : lineColours;
    const color = hex(colours[used[one.kind]++ % colours.length] ?? ink);
    return one.kind === 'bar'
      ? { name: one.name, values: one.values, type: 'column' as const, color }
      : {
          name: one.name,
          values: one.values,
          type: 'line' as const,
          color,
          dataLabels: false as const,
          markers: { shape: 'circle' as const, size: 4 },
          line: { color, width: 1.25, dash: 'dash' as const },
        };
  });
  const hasBars = chart.series.some(({ kind }) => kind === 'bar');
  return [
    new Paragraph({
      children: [
        new ChartRun({
          type: hasBars ? 'column' : 'line',
          categories: chart.categories,
          series,
          legend: { position: 'top' },
          font: chartFont,
          chartArea: { border: 'none' },
          valueAxis: chart.unit ? { title: { text: chart.unit } } : {},
          ...(hasBars ? { gapWidth: 60, overlap: -10 } : {}),
          ...(chart.showValues ? { dataLabels: { value: true } } : {}),
          transformation: {
            width: pixels(widthMm),
            height: pixels(Math.max(48, heightMm ?? pictureHeightMm)),
          },
        }),
      ],
    }),
  ];
}

const pixelsOfPoints = (points: number): number => Math.round((points * 96) / 72);

/** A text without a frame, centred on a point in pixels. */
const label = (x: number, y: number, text: string): IShapeGroupChildOptions => ({
  type: 'rectangle',
  transformation: { width: 80, height: 20, offset: { left: Math.round(x - 40), top: Math.round(y - 15) } },
  line: { color: 'FFFFFF', transparency: 100 },
  children: [
    new Paragraph({
      alignment: alignments.center,
      children: textRuns(text, { size: nameSize * 2, color: muted }),
    }),
  ],
  textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 } },
});

function drawingShapes(drawing: PrintDrawing, scale: number): IShapeGroupChildOptions[] {
  const [width, height] = [drawing.width, drawing.height].map((units) => pixelsOfPoints(units * scale));
  const whole = `M 0 0 H ${drawing.width} V ${drawing.height} H 0 Z`;
  const unit = pixelsOfPoints(1000 * scale) / 1000;
  const strokes = drawing.strokes
    .filter(({ path }) => isPathData(path))
    .map(({ path, line = 'normal', fill = 'none', dashed = false }): IShapeGroupChildOptions => ({
      type: 'custom',
      // Word stretches a path to its box: an unseen path around the drawing keeps every stroke where it belongs.
      paths: [
        { path: whole, fill: false, line: false },
        { path, fill: fill !== 'none', line: line !== 'none' },
      ],
      transformation: { width: width ?? 1, height: height ?? 1, offset: { left: 0, top: 0 } },
      ...(fill === 'none' ? {} : { fill: hex(fillColours[fill]) }),
      line: { color: ink, width: lineWidths[line], ...(dashed ? { dash: 'dash' as const } : {}) },
    }));
  const radius = pixelsOfPoints(markRadius);
  const marks = (drawing.marks ?? []).map(({ x, y, text, tone = 'normal' }): IShapeGroupChildOptions => ({
    type: 'ellipse',
    transformation: {
      width: 2 * radius,
      height: 2 * radius,
      offset: { left: Math.round(x * unit - radius), top: Math.round(y * unit - radius) },
    },
    fill: hex(markColours[tone]),
    line: { color: 'FFFFFF', width: 0.75 },
    children: [
      new Paragraph({
        alignment: alignments.center,
        children: textRuns(text.slice(0, 3), {
          size: Math.round(markTextSize(text) * 2),
          bold: true,
          color: 'FFFFFF',
        }),
      }),
    ],
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, wrap: false },
  }));
  const names = (drawing.texts ?? []).map(({ x, y, text }) => label(x * unit, y * unit, text));
  return [...strokes, ...names, ...marks];
}

/** A drawing as a group of shapes; nothing when there is nothing in it. */
export function drawingParagraph(block: PrintBlockOf<'drawing'>, widthMm: number): Paragraph[] {
  const { scale } = drawingSize(block.drawing, { widthMm, heightMm: block.heightMm ?? pictureHeightMm });
  const children = drawingShapes(block.drawing, scale);
  const altText = { name: 'drawing', description: block.drawing.description };
  return children.length === 0
    ? []
    : [new Paragraph({ alignment: alignments.center, children: [new ShapeGroupRun({ children, altText })] })];
}

/** A picture as large as a box holds it, in its own proportions. */
export function pictureRun(
  file: PictureFile,
  box: { readonly widthMm: number; readonly heightMm: number },
  description: string,
): ImageRun {
  const scale = Math.min(pixels(box.widthMm) / file.width, pixels(box.heightMm) / file.height);
  return new ImageRun({
    type: file.format,
    data: file.bytes,
    transformation: { width: Math.round(file.width * scale), height: Math.round(file.height * scale) },
    altText: { name: 'picture', description },
  });
}

/** Photos side by side in frames of one size. */
export function pictureTable(
  block: PrintBlockOf<'pictures'>,
  pictures: PictureFiles,
  widthMm: number,
  labels: Labels,
): Table {
  const across = block.columns;
  const frame = { widthMm: widthMm / across - 5, heightMm: [96, 62, 41, 30][across - 1] ?? 30 };
  const rows = inRows(block.items, across, (item) => {
    const file = item && pictures.get(item.picture);
    const shown = file
      ? [pictureRun(file, frame, item.caption ?? '')]
      : textRuns(item ? labels.notSupplied : '', { size: 17, color: muted });
    return new TableCell({
      width: { size: 100 / across, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 60, right: 60 },
      verticalAlign: VerticalAlignTable.TOP,
      borders: noBorders,
      children: item
        ? [
            new Paragraph({
              keepNext: true,
              alignment: alignments.center,
              ...(file
                ? {}
                : {
                    shading: { fill: zebra },
                    border: { top: thinLine, bottom: thinLine, left: thinLine, right: thinLine },
                  }),
              children: shown,
            }),
            new Paragraph({ children: textRuns(item.caption ?? '', { size: 17 }) }),
            ...(item.note
              ? [new Paragraph({ children: textRuns(item.note, { size: 15, color: muted }) })]
              : []),
          ]
        : [new Paragraph({ children: [] })],
    });
  });
  return tableOf(
    rows,
    Array.from({ length: across }, () => 100 / across),
  );
}

/** The code to scan, 17 mm wide with its light rim, at the right margin; nothing when the text is too long for one. */
export function codeRun(text: string | undefined): ImageRun[] {
  const code = text === undefined ? undefined : qrCode(text);
  if (!code) return [];
  const size = pixels(17);
  return [
    new ImageRun({
      type: 'png',
      data: squaresPng(code, 8, 4),
      transformation: { width: size, height: size },
      floating: {
        horizontalPosition: {
          relative: HorizontalPositionRelativeFrom.MARGIN,
          align: HorizontalPositionAlign.RIGHT,
        },
        verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 90_000 },
        wrap: { type: TextWrappingType.NONE },
      },
      altText: { name: 'code', description: text ?? '' },
    }),
  ];
}

/** Cards two beside each other, each with its code. */
export function cardTable({ items }: PrintBlockOf<'cards'>): Table {
  const size = pixels(22);
  const line = (text: string, look: Parameters<typeof textRuns>[1]): Paragraph =>
    new Paragraph({ children: textRuns(text, look) });
  const cell = (card: PrintCard | undefined): TableCell => {
    const code = card && qrCode(card.code);
    return new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      margins: { top: 120, bottom: 120, left: 180, right: 180 },
      borders: { top: thinLine, bottom: thinLine, left: thinLine, right: thinLine },
      children: card
        ? [
            line(card.head, { size: 17, color: muted }),
            line(card.name, { size: 28, bold: true }),
            // Each part of a note has its line: a day never breaks.
            ...(card.note?.split(' · ') ?? []).map((part) => line(part, { size: 15, color: muted })),
            line(card.number, { size: 21, color: accent }),
            ...(code
              ? [
                  new Paragraph({
                    alignment: alignments.right,
                    children: [
                      new ImageRun({
                        type: 'png',
                        data: squaresPng(code, 8, 4),
                        transformation: { width: size, height: size },
                        altText: { name: 'code', description: card.number },
                      }),
                    ],
                  }),
                ]
              : []),
          ]
        : [new Paragraph({})],
    });
  };
  return tableOf(inRows(items, 2, cell), [50, 50]);
}
