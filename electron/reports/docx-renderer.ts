/** PrintDocument → Word: the same blocks as the PDF, with real headings, tables and page fields, to be edited. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  PageBreak,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Tab,
  TabStopType,
  type Table,
  TextRun,
} from 'docx';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { cellRuns, textRuns, twips } from './docx-text.ts';
import {
  chartTable,
  grid,
  keyFigureTable,
  keyValueTable,
  signInTable,
  signatureTable,
} from './docx-tables.ts';

/** A4 in twentieths of a point, and the margins that the PDF has too. */
const paper = { width: twips(210), height: twips(297) };
const margin = { top: twips(22), bottom: twips(21), left: twips(19), right: twips(19) };

const accent = '1C4A6E';
const muted = '6B7785';
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D5DCE3', space: 4 };

/**
 * Latin and Chinese faces that Word on Windows always has; elsewhere Word and LibreOffice substitute.
 * Chinese goes by `eastAsia`, so figures keep the Latin face.
 */
const fonts = {
  ascii: 'Microsoft YaHei',
  hAnsi: 'Microsoft YaHei',
  eastAsia: 'Microsoft YaHei',
  cs: 'Microsoft YaHei',
};

function headingOf(block: Extract<PrintBlock, { kind: 'heading' }>): Paragraph {
  return new Paragraph({
    heading: block.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
    keepNext: true,
    children: [
      ...textRuns(block.text),
      ...(block.note ? textRuns(`  ${block.note}`, { size: 17, bold: false, color: muted }) : []),
    ],
  });
}

const captionOf = (text: string | undefined): Paragraph[] =>
  text
    ? [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200, after: 80 },
          children: textRuns(text, { size: 17, bold: true, color: accent }),
        }),
      ]
    : [];

/** Word glues neighbouring tables together unless a paragraph stands between them. */
const gap = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' }, children: [] });

function paragraphsOf(
  block: Extract<PrintBlock, { kind: 'paragraphs' }>,
  document: PrintDocument,
): Paragraph[] {
  const note = block.style === 'note';
  const indented: Partial<IParagraphOptions> =
    document.language === 'zh-CN' && !note ? { indent: { firstLine: 400 } } : {};
  const look: Partial<IRunOptions> = note ? { size: 17, color: muted } : {};
  return block.texts.map(
    (text) =>
      new Paragraph({
        ...indented,
        alignment: AlignmentType.BOTH,
        spacing: { after: 80, line: 340 },
        children: textRuns(text, look),
      }),
  );
}

function blockContent(block: PrintBlock, document: PrintDocument): (Paragraph | Table)[] {
  const { labels } = document;
  switch (block.kind) {
    case 'heading':
      return [headingOf(block)];
    case 'keyValues':
      return block.items.length === 0 ? [] : [keyValueTable(block, labels), gap()];
    case 'keyFigures':
      return block.items.length === 0 ? [] : [keyFigureTable(block, labels), gap()];
    case 'table':
      return block.columns.length === 0 ? [] : [...captionOf(block.caption), grid(block, labels), gap()];
    case 'chart':
      return [...captionOf(block.caption), chartTable(block.chart, labels), gap()];
    case 'paragraphs':
      return paragraphsOf(block, document);
    case 'signInSheet':
      return [signInTable(block, labels), gap()];
    case 'signatures':
      return block.signers.length === 0 ? [] : [gap(), signatureTable(block), gap()];
    case 'pageBreak':
      break;
  }
  block satisfies { kind: 'pageBreak' };
  return [new Paragraph({ children: [new PageBreak()] })];
}

function titleOf(document: PrintDocument): Paragraph[] {
  const { store, number, state } = document.header;
  const right = [number, state].filter(Boolean).join('  ');
  const textWidth = textWidthOf(document);
  return [
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 } },
      children: [
        ...textRuns(store, { bold: true, color: accent }),
        new TextRun({ children: [new Tab()] }),
        ...textRuns(right, { bold: true, color: accent }),
      ],
    }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      children: textRuns(document.title),
    }),
    ...(document.subtitle
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            border: { bottom: { ...hairline, space: 10 } },
            children: textRuns(document.subtitle, { color: muted }),
          }),
        ]
      : []),
  ];
}

function textWidthOf(document: PrintDocument): number {
  const width = document.orientation === 'portrait' ? paper.width : paper.height;
  return width - margin.left - margin.right;
}

/** `第 {page} 页 共 {pages} 页` with Word's own page fields in place of the braces. */
function pageFields(words: string): TextRun[] {
  return words
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{page}') return new TextRun({ children: [PageNumber.CURRENT], size: 16, color: muted });
      if (part === '{pages}')
        return new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 16, color: muted });
      return new TextRun({ text: part, size: 16, color: muted });
    });
}

function footerOf(document: PrintDocument): Footer {
  const code = document.auditCode ? `${document.labels.auditCode} ${document.auditCode}` : '';
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthOf(document) }],
        border: { top: hairline },
        children: [
          ...textRuns(code, { size: 16, color: muted }),
          new TextRun({ children: [new Tab()] }),
          ...pageFields(document.labels.page),
        ],
      }),
    ],
  });
}

function headerOf(document: PrintDocument): Header {
  const mark = document.watermark ? `  ${document.watermark}` : '';
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthOf(document) }],
        border: { bottom: hairline },
        children: [
          ...textRuns(`${document.header.store}  ${document.title}${mark}`, { size: 16, color: muted }),
          new TextRun({ children: [new Tab()] }),
          ...textRuns(document.header.number ?? '', { size: 16, color: muted }),
        ],
      }),
    ],
  });
}

/** The watermark has no counterpart in Word: a draft says so at the head of its pages instead. */
function firstHeader(document: PrintDocument): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: document.watermark
          ? cellRuns({ text: document.watermark, tone: 'muted' }, document.labels)
          : [],
      }),
    ],
  });
}

/**
 * Writes a .docx of the document. Charts become tables of their figures. Texts are data: nothing is markup.
 * Deterministic up to the creation time that the library writes into the file's properties.
 */
export async function renderDocx(document: PrintDocument): Promise<Uint8Array<ArrayBuffer>> {
  const landscape = document.orientation === 'landscape';
  const file = new Document({
    title: [document.title, document.header.number].filter(Boolean).join(' '),
    creator: document.header.store,
    styles: {
      default: {
        document: {
          run: { font: fonts, size: 20, color: '1D2733', language: { value: 'en-GB', eastAsia: 'zh-CN' } },
        },
        heading1: {
          run: { font: fonts, size: 42, bold: true, color: '1D2733' },
          paragraph: { spacing: { before: 300, after: 120 } },
        },
        heading2: {
          run: { font: fonts, size: 25, bold: true, color: accent },
          paragraph: { spacing: { before: 360, after: 140 } },
        },
        heading3: {
          run: { font: fonts, size: 21, bold: true, color: '1D2733' },
          paragraph: { spacing: { before: 240, after: 100 } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { ...paper, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin,
          },
        },
        headers: { default: headerOf(document), first: firstHeader(document) },
        footers: { default: footerOf(document), first: footerOf(document) },
        children: [
          ...titleOf(document),
          ...document.blocks.flatMap((block) => blockContent(block, document)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
