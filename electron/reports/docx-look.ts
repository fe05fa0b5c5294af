/** Colours, lines and measures of the Word documents; the same paper as the template's. */
import { AlignmentType, BorderStyle, type ITableCellBorders } from 'docx';
import type { PrintAlign, PrintTone } from '#shared/kernel/print-document.ts';

export const ink = '1D2733';
export const accent = '1C4A6E';
export const muted = '6B7785';
export const zebra = 'F5F7F9';

export const toneColours: Record<PrintTone, string> = {
  normal: ink,
  strong: ink,
  muted,
  warning: 'B3261E',
  good: '1F6B45',
};

export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const thinLine = { style: BorderStyle.SINGLE, size: 4, color: 'D5DCE3' } as const;
export const ruledLine = { style: BorderStyle.SINGLE, size: 4, color: 'A3AFBB' } as const;
export const strongLine = { style: BorderStyle.SINGLE, size: 8, color: accent } as const;
export const noBorders: ITableCellBorders = { top: noLine, bottom: noLine, left: noLine, right: noLine };

export const alignments: Record<PrintAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

/** Size of letters in tables, in half points. */
export const bodySize = 18;

/** Millimetres in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Millimetres in the pixels (96 to the inch) that pictures are measured in. */
export const pixels = (millimetres: number): number => Math.round((millimetres * 96) / 25.4);
