/** What stands around the blocks of a Word document: title, running head, foot, frame, page. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  type ISectionPropertiesOptions,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { cellText, type PrintCell, type PrintDocument } from '#shared/kernel/print-document.ts';
import { codeRun } from './docx-drawings.ts';
import { accent, muted, toneColours, twips } from './docx-look.ts';
import { textRuns } from './docx-text.ts';

/** One copy of a document: its mark, if there are several. */
export type Copy = { readonly document: PrintDocument; readonly mark: string | undefined };

/** A4 in twentieths of a point, and the margins that the PDF has too. */
const paper = { width: twips(210), height: twips(297) };
const margin = { top: twips(22), bottom: twips(21), left: twips(19), right: twips(19) };
const certificateMargin = { top: twips(26), bottom: twips(29), left: twips(25), right: twips(25) };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D5DCE3', space: 4 };

const isCertificate = (document: PrintDocument): boolean => document.form === 'certificate';
const marginOf = (document: PrintDocument): typeof margin =>
  isCertificate(document) ? certificateMargin : margin;

/** Between the margins, in millimetres. */
export const textWidthMm = (document: PrintDocument): number =>
  (document.orientation === 'portrait' ? 210 : 297) - 2 * (isCertificate(document) ? 25 : 19);

const rightTab = (document: PrintDocument) => [
  { type: TabStopType.RIGHT, position: twips(textWidthMm(document)) },
];
const tab = (): TextRun => new TextRun({ children: [new Tab()] });

const copyLine = (mark: string | undefined): Paragraph[] =>
  mark === undefined
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 160 },
          children: textRuns(` ${mark} `, { bold: true, color: 'FFFFFF', shading: { fill: accent } }),
        }),
      ];

const subtitleOf = ({ subtitle }: PrintDocument): Paragraph[] =>
  subtitle === undefined
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 200 },
          children: textRuns(subtitle, { color: muted }),
        }),
      ];

function sheetTitle({ document, mark }: Copy): Paragraph[] {
  const { store, number, state, stateTone, code } = document.header;
  return [
    new Paragraph({
      tabStops: rightTab(document),
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 } },
      children: [
        ...textRuns(store, { bold: true, color: accent }),
        tab(),
        ...textRuns(number ?? '', { bold: true, color: accent }),
        ...(state ? textRuns(`  ${state}`, { bold: true, color: toneColours[stateTone ?? 'muted'] }) : []),
      ],
    }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      children: [...codeRun(code), ...textRuns(document.title)],
    }),
    ...subtitleOf(document),
    ...copyLine(mark),
    new Paragraph({ border: { top: hairline }, spacing: { line: 120, lineRule: 'exact' }, children: [] }),
  ];
}

function certificateTitle({ document, mark }: Copy): Paragraph[] {
  const { store, number, state, code } = document.header;
  const center = AlignmentType.CENTER;
  return [
    new Paragraph({
      alignment: center,
      spacing: { before: 480 },
      children: [...codeRun(code), ...textRuns(store, { size: 26, bold: true, color: accent })],
    }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: center,
      spacing: { before: 360, after: 160 },
      children: textRuns(document.title, { size: 58, color: accent, characterSpacing: 80 }),
    }),
    new Paragraph({
      alignment: center,
      spacing: { after: 480 },
      children: textRuns([number, state].filter(Boolean).join('  '), { size: 23, bold: true }),
    }),
    ...subtitleOf(document),
    ...copyLine(mark),
  ];
}

/** Cover and contents; the contents are Word's own field, so that it can be brought up to date there. */
function bookTitle({ document }: Copy): (Paragraph | TableOfContents)[] {
  const { store, state, stateTone } = document.header;
  const { contents = '', motto, facts = [] } = document.book ?? {};
  const words = (value: PrintCell): string => cellText(value, document.labels);
  return [
    new Paragraph({
      spacing: { before: 1200, after: 2400 },
      children: textRuns(store, { size: 26, bold: true, color: accent }),
    }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { after: 160 },
      children: textRuns(document.title, { size: 68, bold: true, color: accent }),
    }),
    new Paragraph({ children: textRuns(document.subtitle ?? '', { size: 28, color: muted }) }),
    new Paragraph({
      spacing: { before: 480, after: 3600 },
      border: { top: { style: BorderStyle.SINGLE, size: 16, color: accent, space: 24 } },
      children: textRuns(motto ?? '', { size: 34 }),
    }),
    ...(state
      ? [
          new Paragraph({
            children: textRuns(state, { bold: true, color: toneColours[stateTone ?? 'muted'] }),
          }),
        ]
      : []),
    ...facts.map(
      ({ name, value }) =>
        new Paragraph({
          spacing: { before: 60 },
          children: [
            ...textRuns(`${name}  `, { size: 19, color: muted }),
            ...textRuns(words(value), { size: 20 }),
          ],
        }),
    ),
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 300 },
      children: textRuns(contents, { size: 40, bold: true, color: accent }),
    }),
    new TableOfContents(contents, { hyperlink: true, headingStyleRange: '2-3', beginDirty: true }),
  ];
}

export function titleOf(copy: Copy): (Paragraph | TableOfContents)[] {
  if (copy.document.form === 'book') return bookTitle(copy);
  return isCertificate(copy.document) ? certificateTitle(copy) : sheetTitle(copy);
}

/** `第 {page} 页 共 {pages} 页` with Word's own page fields in place of the braces; of its copy where there are several. */
function pageFields(words: string, several: boolean): TextRun[] {
  const look = { size: 16, color: muted };
  const fields: Readonly<Record<string, string>> = {
    '{page}': PageNumber.CURRENT,
    '{pages}': several ? PageNumber.TOTAL_PAGES_IN_SECTION : PageNumber.TOTAL_PAGES,
  };
  return words
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => new TextRun({ ...look, children: [fields[part] ?? part] }));
}

function footerOf({ document, mark }: Copy): Footer {
  const code = document.auditCode ? `${document.labels.auditCode} ${document.auditCode}` : '';
  return new Footer({
    children: [
      new Paragraph({
        tabStops: rightTab(document),
        border: { top: hairline },
        children: [
          ...textRuns([code, mark].filter(Boolean).join('    '), { size: 16, color: muted }),
          tab(),
          ...pageFields(document.labels.page, document.copies !== undefined),
        ],
      }),
    ],
  });
}

/** Large and pale across every page, as Word's own watermarks are. */
const watermarkOf = ({ watermark }: PrintDocument): TextWatermark[] =>
  watermark === undefined
    ? []
    : [
        new TextWatermark({
          text: watermark,
          font: 'Microsoft YaHei',
          bold: true,
          color: 'D3DDE6',
          opacity: 0.5,
          rotation: 322,
          // About as wide as a third of the page for two letters, and never wider than it.
          width: Math.min(480, 150 * Math.max(2, watermark.length)),
        }),
      ];

const runningHead = (document: PrintDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        tabStops: rightTab(document),
        border: { bottom: hairline },
        children: [
          ...textRuns(`${document.header.store}  ${document.title}`, { size: 16, color: muted }),
          tab(),
          ...textRuns(document.header.number ?? '', { size: 16, color: muted }),
          ...watermarkOf(document),
        ],
      }),
    ],
  });

/** Two lines around a certificate. */
function frameOf(document: PrintDocument) {
  if (!isCertificate(document)) return {};
  const line = { style: BorderStyle.DOUBLE, size: 6, color: accent, space: 24 };
  return {
    borders: {
      pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
      pageBorderTop: line,
      pageBorderRight: line,
      pageBorderBottom: line,
      pageBorderLeft: line,
    },
  };
}

/** Page, running head and foot of one copy; the first page has its title instead of the running head. */
export function sectionOf(copy: Copy): {
  properties: ISectionPropertiesOptions;
  headers: { default: Header; first: Header };
  footers: { default: Footer; first: Footer };
} {
  const { document } = copy;
  const landscape = document.orientation === 'landscape';
  return {
    properties: {
      titlePage: true,
      page: {
        size: { ...paper, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: marginOf(document),
        ...(copy.mark === undefined ? {} : { pageNumbers: { start: 1 } }),
        ...frameOf(document),
      },
    },
    headers: {
      default: runningHead(document),
      first: new Header({ children: [new Paragraph({ children: watermarkOf(document) })] }),
    },
    footers: { default: footerOf(copy), first: footerOf(copy) },
  };
}
