/**
 * What the template is given: every choice made, every optional field there, cells of a table in one flat list. Typst
 * interprets slowly and JavaScript does not, so whatever can be decided beforehand is decided here.
 */
import type {
  PictureHash,
  PrintBlock,
  PrintBlockOf,
  PrintCell,
  PrintDocument,
  PrintTone,
} from '#shared/kernel/print-document.ts';
import { qrCode } from '#shared/kernel/qr-code.ts';
import { chartSvg } from './chart-svg.ts';
import { codeSvg, drawingSize, drawingSvg, pictureHeightMm } from './drawing-svg.ts';
import type { PictureFiles } from './picture-files.ts';
import {
  type PreparedTable,
  type PreparedValue,
  preparedCell,
  preparedTable,
  preparedValues,
} from './prepare-cells.ts';
import { pointsOf } from './svg-text.ts';

export type PreparedBlock =
  | PreparedTable
  | { readonly kind: PrintBlock['kind']; readonly [field: string]: unknown };

/** A document whose pictures are drawn, ready for the template: null where the document says nothing. */
export type PreparedDocument = Required<
  Pick<PrintDocument, 'language' | 'title' | 'labels' | 'orientation' | 'form'>
> & {
  readonly subtitle: string | null;
  readonly header: {
    readonly store: string;
    readonly number: string | null;
    readonly state: string | null;
    readonly stateTone: PrintTone;
    /** The code to scan, as SVG. */
    readonly code: string | null;
  };
  /** Which copy this is. */
  readonly copy: string | null;
  readonly book: {
    readonly contents: string;
    readonly motto: string | null;
    readonly facts: readonly PreparedValue[];
  } | null;
  readonly auditCode: string | null;
  readonly watermark: string | null;
  readonly createdAt: string | null;
  readonly blocks: readonly PreparedBlock[];
};

/** Margins of the template at the sides, and width of the page, in millimetres. */
const sideMarginMm = { sheet: 19, compact: 16, certificate: 25, book: 21 } as const;
const pageWidthMm = { portrait: 210, landscape: 297 } as const;

const textWidthMm = ({ form = 'sheet', orientation }: PrintDocument): number =>
  pageWidthMm[orientation] - 2 * sideMarginMm[form];

/** Where the compiler finds a picture that the renderer gave it. */
export const picturePath = (hash: PictureHash): string => `/pictures/${hash}`;

type Sheet = { readonly document: PrintDocument; readonly pictures: PictureFiles };

const fileOf = (
  hash: PictureHash | undefined,
  { pictures }: Sheet,
): { path: string; format: string } | null => {
  const file = hash === undefined ? undefined : pictures.get(hash);
  return file && hash !== undefined ? { path: picturePath(hash), format: file.format } : null;
};

function preparedDrawing(block: PrintBlockOf<'drawing'>, widthMm: number): PreparedBlock {
  const heightMm = block.heightMm ?? pictureHeightMm;
  const size = drawingSize(block.drawing, { widthMm, heightMm });
  return {
    kind: 'drawing',
    svg: drawingSvg(block.drawing, size.scale),
    alt: block.drawing.description,
    width: size.width / pointsOf(widthMm),
    caption: block.caption ?? null,
  };
}

const preparedSignatures = (block: PrintBlockOf<'signatures'>, sheet: Sheet): PreparedBlock => ({
  kind: block.kind,
  labels: block.labels,
  stamp: block.stamp ?? null,
  signers: block.signers.map(({ role, name, meaning, signed }) => ({
    role,
    name,
    meaning: meaning ?? null,
    signed: signed
      ? {
          at: signed.at,
          hash: signed.hash,
          file: fileOf(signed.picture, sheet),
          invalid: signed.invalid ?? null,
        }
      : null,
  })),
});

const preparedCards = (block: PrintBlockOf<'cards'>): PreparedBlock => ({
  kind: block.kind,
  items: block.items.map(({ head, name, number, note, code: text }) => {
    const code = qrCode(text);
    return { head, name, number, note: note ?? null, code: code ? codeSvg(code) : null };
  }),
});

const preparedHeat = (block: PrintBlockOf<'heat'>): PreparedBlock => ({
  kind: block.kind,
  columns: block.columns,
  rows: block.rows.map(({ name, cells }) => ({
    name,
    cells: cells.map(({ text, note, shade }) => ({ text, note: note ?? null, shade })),
  })),
});

function preparedBlock(block: PrintBlock, sheet: Sheet): PreparedBlock[] {
  const { labels } = sheet.document;
  const cell = (value: PrintCell) => preparedCell(value, labels);
  const widthMm = textWidthMm(sheet.document);
  switch (block.kind) {
    case 'heading':
      return [{ ...block, note: block.note ?? null }];
    case 'keyValues':
      return [{ ...block, boxed: block.boxed ?? false, items: preparedValues(block, labels) }];
    case 'keyFigures':
      return [
        {
          kind: block.kind,
          items: block.items.map(({ name, value, note, tone }) => ({
            name,
            value: cell(value),
            note: note ?? null,
            tone: tone ?? 'normal',
          })),
        },
      ];
    case 'table':
      return block.columns.length === 0 ? [] : [preparedTable(block, labels)];
    case 'cards':
      return block.items.length === 0 ? [] : [preparedCards(block)];
    case 'heat':
      return block.rows.length === 0 ? [] : [preparedHeat(block)];
    case 'chart': {
      const svg = chartSvg(block.chart, { widthMm, heightMm: block.heightMm ?? pictureHeightMm });
      const caption = block.caption ?? null;
      return [{ kind: block.kind, svg, alt: caption ?? block.chart.unit ?? '', width: 1, caption }];
    }
    case 'drawing':
      return [preparedDrawing(block, widthMm)];
    case 'pictures':
      return [
        {
          kind: block.kind,
          columns: block.columns,
          caption: block.caption ?? null,
          items: block.items.map(({ picture, caption, note }) => ({
            file: fileOf(picture, sheet),
            caption: caption ?? '',
            note: note ?? null,
          })),
        },
      ];
    case 'paragraphs':
      return [{ ...block, style: block.style ?? 'body' }];
    case 'rich':
      return [
        {
          kind: block.kind,
          paragraphs: block.paragraphs.map(({ runs, mark }) => ({
            mark: mark ?? null,
            runs: runs.map(({ text, bold }) => ({ text, bold: bold ?? false })),
          })),
        },
      ];
    case 'signInSheet':
      return [
        {
          ...block,
          nothing: block.none ?? labels.none,
          people: block.people.map((person) => ({
            ...person,
            state: cell(person.state),
            signed: person.signed ?? '',
          })),
        },
      ];
    case 'signatures':
      return [preparedSignatures(block, sheet)];
    case 'pageBreak':
      return [block];
  }
  return block satisfies never;
}

/**
 * Draws charts, drawings and codes, names the pictures that were found, and decides everything that the template would have
 * to work out. One prepared document per copy.
 */
export function prepareDocument(
  document: PrintDocument,
  pictures: PictureFiles = new Map(),
): PreparedDocument[] {
  const { language, title, labels, orientation, header, subtitle, auditCode, watermark, createdAt } =
    document;
  const code = header.code === undefined ? undefined : qrCode(header.code);
  const prepared: PreparedDocument = {
    language,
    title,
    labels,
    orientation,
    form: document.form ?? 'sheet',
    header: {
      store: header.store,
      number: header.number ?? null,
      state: header.state ?? null,
      stateTone: header.stateTone ?? 'muted',
      code: code ? codeSvg(code) : null,
    },
    copy: null,
    book: document.book
      ? {
          contents: document.book.contents,
          motto: document.book.motto ?? null,
          facts: preparedValues({ kind: 'keyValues', columns: 1, items: document.book.facts }, labels),
        }
      : null,
    subtitle: subtitle ?? null,
    auditCode: auditCode ?? null,
    watermark: watermark ?? null,
    createdAt: createdAt ?? null,
    blocks: document.blocks.flatMap((block) => preparedBlock(block, { document, pictures })),
  };
  return document.copies ? document.copies.map((copy) => ({ ...prepared, copy })) : [prepared];
}
