/** Texts of a Word document: runs with line breaks, cells with their tone, sign and note. */
import { type IRunOptions, TextRun } from 'docx';
import {
  cellText,
  type PrintCell,
  type PrintDocument,
  type PrintMark,
  type PrintTone,
} from '#shared/kernel/print-document.ts';
import { muted, toneColours } from './docx-look.ts';
import { printableText } from './printable-text.ts';

export type Labels = PrintDocument['labels'];

/** Signs that every system with Word or LibreOffice has in some font; they differ in shape, as the drawn ones do. */
const signs: Record<PrintMark, { readonly sign: string; readonly tone: PrintTone }> = {
  pass: { sign: '✓', tone: 'good' },
  fail: { sign: '✗', tone: 'warning' },
  skip: { sign: '–', tone: 'muted' },
  open: { sign: '☐', tone: 'normal' },
};
const signFont = 'Segoe UI Symbol';

/** Letters of one width; Chinese ones keep the face of the document. */
const monoFont = {
  ascii: 'Courier New',
  hAnsi: 'Courier New',
  cs: 'Courier New',
  eastAsia: 'Microsoft YaHei',
};

/** A text as runs, one per line, without what a Word file cannot hold. */
export function textRuns(text: string, look: Partial<IRunOptions> = {}): TextRun[] {
  return printableText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

export function cellRuns(
  cell: PrintCell,
  labels: Pick<Labels, 'notSupplied'>,
  look: Partial<IRunOptions> = {},
): TextRun[] {
  if (typeof cell === 'string') return textRuns(cell, { color: toneColours.normal, ...look });
  if ('missing' in cell) return textRuns(cellText(cell, labels), { color: muted, ...look });
  const { mark, note } = cell;
  const tone = cell.tone ?? (mark === 'fail' ? 'warning' : mark === 'skip' ? 'muted' : 'normal');
  const heavy = tone === 'strong' || tone === 'warning' || tone === 'good';
  return [
    ...(mark
      ? [
          new TextRun({
            ...look,
            text: `${signs[mark].sign} `,
            bold: true,
            color: toneColours[signs[mark].tone],
            font: signFont,
          }),
        ]
      : []),
    ...(cell.runs ?? [{ text: cell.text, mono: cell.mono ?? false }]).flatMap(({ text, mono }) =>
      textRuns(text, {
        color: toneColours[tone],
        ...(heavy ? { bold: true } : {}),
        ...look,
        ...(mono ? { font: monoFont } : {}),
      }),
    ),
    ...(note === undefined
      ? []
      : [
          new TextRun({ text: '', break: 1 }),
          ...textRuns(note, { ...look, size: 15, bold: false, color: muted }),
        ]),
  ];
}
