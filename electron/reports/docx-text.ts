/** Texts of a Word document: runs with line breaks, cells with their tone. */
import { type IRunOptions, TextRun } from 'docx';
import {
  cellText,
  type PrintCell,
  type PrintDocument,
  type PrintTone,
} from '#shared/kernel/print-document.ts';
import { printableText } from './printable-text.ts';

export type Labels = PrintDocument['labels'];

const toneColours: Record<PrintTone, string> = {
  normal: '1D2733',
  strong: '1D2733',
  muted: '6B7785',
  warning: 'B3261E',
  good: '1F6B45',
};

/** Millimetres in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

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
  const tone: PrintTone =
    typeof cell === 'string' ? 'normal' : 'missing' in cell ? 'muted' : (cell.tone ?? 'normal');
  const heavy = tone === 'strong' || tone === 'warning' || tone === 'good';
  return textRuns(cellText(cell, labels), {
    color: toneColours[tone],
    ...(heavy ? { bold: true } : {}),
    ...look,
  });
}
