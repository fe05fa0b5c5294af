/** PrintDocument → Word: the same blocks as the PDF, with real headings, tables, charts and page fields, to be edited. */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  PageBreak,
  Packer,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { PrintBlock, PrintBlockOf, PrintDocument } from '#shared/kernel/print-document.ts';
import { cardTable, chartParagraph, drawingParagraph, pictureTable } from './docx-drawings.ts';
import { accent, ink, muted } from './docx-look.ts';
import { sectionOf, textWidthMm, titleOf } from './docx-page.ts';
import { signatureTable } from './docx-signatures.ts';
import { grid, heat, keyFigureTable, keyValueTable, signInTable } from './docx-tables.ts';
import { textRuns } from './docx-text.ts';
import type { PictureFiles } from './picture-files.ts';

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

/** The document's title is heading 1. */
const headingLevels = {
  1: HeadingLevel.HEADING_2,
  2: HeadingLevel.HEADING_3,
  3: HeadingLevel.HEADING_4,
} as const;

function headingOf(block: PrintBlockOf<'heading'>, { form }: PrintDocument): Paragraph {
  // A chapter of a book begins a page.
  const isChapter = form === 'book' && block.level === 1;
  return new Paragraph({
    heading: headingLevels[block.level],
    keepNext: true,
    ...(isChapter ? { pageBreakBefore: true } : {}),
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

/** Word glues neighbouring tables together unless a paragraph stands between them; a certificate spreads over its page. */
const gapOf = ({ form }: PrintDocument): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: form === 'certificate' ? 560 : 160, lineRule: 'exact' },
    children: [],
  });

function paragraphsOf(block: PrintBlockOf<'paragraphs'>, document: PrintDocument): Paragraph[] {
  const note = block.style === 'note';
  const statement = block.style === 'statement';
  const size = note ? 17 : statement ? 25 : 20;
  const indented: Partial<IParagraphOptions> =
    document.language === 'zh-CN' && !note ? { indent: { firstLine: size * 20 } } : {};
  const look: Partial<IRunOptions> = { size, ...(note ? { color: muted } : {}) };
  return block.texts.map(
    (text) =>
      new Paragraph({
        ...indented,
        alignment: AlignmentType.BOTH,
        spacing: { before: statement ? 120 : 0, after: statement ? 160 : 80, line: statement ? 400 : 340 },
        children: textRuns(text, look),
      }),
  );
}

/** Running text with bold words; an item of a list hangs beside its mark. */
function richOf(block: PrintBlockOf<'rich'>, document: PrintDocument): Paragraph[] {
  return block.paragraphs.map(({ runs, mark }) => {
    const words = runs.flatMap(({ text, bold }) => textRuns(text, { size: 20, ...(bold ? { bold } : {}) }));
    const listed: Partial<IParagraphOptions> = {
      indent: { left: 420, hanging: 420 },
      tabStops: [{ type: TabStopType.LEFT, position: 420 }],
    };
    return new Paragraph({
      ...(mark ? listed : document.language === 'zh-CN' ? { indent: { firstLine: 400 } } : {}),
      alignment: AlignmentType.BOTH,
      spacing: { before: 0, after: 80, line: 340 },
      children: mark
        ? [...textRuns(mark, { size: 20, color: accent }), new TextRun({ children: [new Tab()] }), ...words]
        : words,
    });
  });
}

function blockContent(
  block: PrintBlock,
  document: PrintDocument,
  pictures: PictureFiles,
): (Paragraph | Table)[] {
  const { labels } = document;
  const widthMm = textWidthMm(document);
  const gap = (): Paragraph => gapOf(document);
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, document)];
    case 'keyValues':
      return block.items.length === 0 ? [] : [keyValueTable(block, labels), gap()];
    case 'keyFigures':
      return block.items.length === 0 ? [] : [keyFigureTable(block, labels), gap()];
    case 'table':
      return block.columns.length === 0 ? [] : [...captionOf(block.caption), grid(block, labels), gap()];
    case 'cards':
      return block.items.length === 0 ? [] : [cardTable(block), gap()];
    case 'heat':
      return block.rows.length === 0 ? [] : [heat(block), gap()];
    case 'chart':
      return [...captionOf(block.caption), ...chartParagraph(block, widthMm)];
    case 'drawing':
      return [...captionOf(block.caption), ...drawingParagraph(block, widthMm), gap()];
    case 'pictures':
      return block.items.length === 0
        ? []
        : [...captionOf(block.caption), pictureTable(block, pictures, widthMm, labels), gap()];
    case 'paragraphs':
      return paragraphsOf(block, document);
    case 'rich':
      return richOf(block, document);
    case 'signInSheet':
      return [signInTable(block, labels), gap()];
    case 'signatures':
      return block.signers.length === 0 ? [] : [gap(), signatureTable(block, pictures), gap()];
    case 'pageBreak':
      break;
  }
  block satisfies { kind: 'pageBreak' };
  return [new Paragraph({ children: [new PageBreak()] })];
}

/** Lines of the list of headings. */
const contentsStyle = (level: 2 | 3) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  run: level === 2 ? { bold: true } : { size: 18, color: muted },
  paragraph: {
    spacing: { before: level === 2 ? 90 : 0, after: 0, line: 250 },
    ...(level === 2 ? {} : { indent: { left: 320 } }),
  },
});

const styles = {
  paragraphStyles: [contentsStyle(2), contentsStyle(3)],
  default: {
    document: {
      run: { font: fonts, size: 20, color: ink, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
    },
    heading1: {
      run: { font: fonts, size: 42, bold: true, color: ink },
      paragraph: { spacing: { before: 300, after: 120 } },
    },
    heading2: {
      run: { font: fonts, size: 25, bold: true, color: accent },
      paragraph: { spacing: { before: 360, after: 140 } },
    },
    heading3: {
      run: { font: fonts, size: 21, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 100 } },
    },
    heading4: {
      run: { font: fonts, size: 20, bold: true, italics: false, color: accent },
      paragraph: { spacing: { before: 180, after: 80 } },
    },
  },
};

/**
 * Writes a .docx of the document, one section for each copy. Texts are data: nothing is markup. `pictures` are those that the
 * document names. Deterministic up to the creation time that the library writes into the file's properties.
 */
export async function renderDocx(
  document: PrintDocument,
  pictures: PictureFiles = new Map(),
): Promise<Uint8Array<ArrayBuffer>> {
  const copies = (document.copies ?? [undefined]).map((mark) => ({ document, mark }));
  const isBook = document.form === 'book';
  const file = new Document({
    // Near enough to read by; Word counts for itself when it opens the file.
    ...(isBook ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    title: [document.title, document.header.number].filter(Boolean).join(' '),
    creator: document.header.store,
    styles,
    sections: copies.map((copy) => ({
      ...sectionOf(copy),
      children: [
        ...titleOf(copy),
        ...document.blocks.flatMap((block) => blockContent(block, document, pictures)),
      ],
    })),
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
