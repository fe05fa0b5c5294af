/**
 * A sheet of paper as data: what is printed, in the reader's language, with every figure already a text.
 * One renderer turns it into PDF and one into Word; a feature only composes blocks. Nothing in here is
 * markup: `*`, `#`, `$` and `<` print as they stand.
 */
import type { Language } from './language.ts';

export type PrintAlign = 'left' | 'center' | 'right';

/** `warning` is for what needs somebody (overdue, short of the goal), `good` for what was reached. */
export type PrintTone = 'normal' | 'muted' | 'warning' | 'good' | 'strong';

/**
 * A value on paper. A plain text prints as it is; `{ missing: true }` prints the words for "not supplied",
 * so that a figure nobody delivered can never be read as 0.
 */
export type PrintCell =
  | string
  | { readonly text: string; readonly tone?: PrintTone }
  | { readonly missing: true };

export type PrintColumn = {
  readonly title: string;
  /** Share of the width that `auto` columns leave over; `auto` is as wide as its widest cell. */
  readonly width: number | 'auto';
  readonly align?: PrintAlign;
};

export type PrintRow = {
  /** One cell per column; a `group` row uses the first cell only, across the table. */
  readonly cells: readonly PrintCell[];
  readonly kind?: 'normal' | 'total' | 'group';
};

export type PrintSeries = {
  readonly name: string;
  readonly kind: 'bar' | 'line';
  /** As many as there are categories; null is "not supplied" and leaves a gap. */
  readonly values: readonly (number | null)[];
};

export type PrintChart = {
  readonly categories: readonly string[];
  readonly series: readonly PrintSeries[];
  /** Unit of the axis, e.g. 台, 万元, %. */
  readonly unit?: string;
  /** Writes the value on each bar. */
  readonly showValues?: boolean;
};

export type PrintKeyValue = { readonly name: string; readonly value: PrintCell };

export type PrintKeyFigure = {
  readonly name: string;
  readonly value: PrintCell;
  readonly note?: string;
  readonly tone?: PrintTone;
};

export type PrintSigner = {
  readonly role: string;
  readonly name: string;
  /** What the signature says: 检验, 复核, 批准 … */
  readonly meaning?: string;
  /** Absent: not signed yet, a line to sign by hand is printed. */
  readonly signed?: { readonly at: string; readonly hash: string };
};

export type PrintAttendee = {
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly state: PrintCell;
};

export type PrintBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly note?: string }
  | { readonly kind: 'keyValues'; readonly columns: 1 | 2 | 3; readonly items: readonly PrintKeyValue[] }
  | { readonly kind: 'keyFigures'; readonly items: readonly PrintKeyFigure[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly PrintColumn[];
      readonly rows: readonly PrintRow[];
      readonly caption?: string;
      /** Printed instead of rows when there are none; else the document's `labels.none`. */
      readonly none?: string;
    }
  | {
      readonly kind: 'chart';
      readonly chart: PrintChart;
      readonly caption?: string;
      /** Millimetres on paper; 62 when absent. */
      readonly heightMm?: number;
    }
  | { readonly kind: 'paragraphs'; readonly texts: readonly string[]; readonly style?: 'body' | 'note' }
  | {
      readonly kind: 'signInSheet';
      readonly titles: {
        readonly name: string;
        readonly post: string;
        readonly state: string;
        readonly signature: string;
      };
      readonly people: readonly PrintAttendee[];
      readonly none?: string;
    }
  | {
      readonly kind: 'signatures';
      readonly labels: { readonly signHere: string; readonly date: string; readonly hash: string };
      readonly signers: readonly PrintSigner[];
    }
  | { readonly kind: 'pageBreak' };

export type PrintDocument = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle?: string;
  readonly header: {
    readonly store: string;
    /** Number of the paper, e.g. 2026-W47. */
    readonly number?: string;
    /** State in words: 草稿, 已确认 … */
    readonly state?: string;
    readonly stateTone?: PrintTone;
  };
  readonly labels: {
    /** With `{page}` and `{pages}`: 第 {page} 页 共 {pages} 页. */
    readonly page: string;
    /** What an empty table says: 无. */
    readonly none: string;
    /** What a figure says that nobody supplied: 未提供. */
    readonly notSupplied: string;
    /** Stands before the audit code in the footer: 审计码. */
    readonly auditCode: string;
  };
  /** Head of the audit chain, short; printed at the foot of every page. */
  readonly auditCode?: string;
  /** Author and moment of the file's own properties; instant in UTC ISO. */
  readonly createdAt?: string;
  readonly paper: 'A4';
  readonly orientation: 'portrait' | 'landscape';
  /** Large and pale across every page: 草稿. */
  readonly watermark?: string;
  readonly blocks: readonly PrintBlock[];
};

/** The text of a cell in a document; "not supplied" in the document's own words. */
export function cellText(cell: PrintCell, labels: Pick<PrintDocument['labels'], 'notSupplied'>): string {
  if (typeof cell === 'string') return cell;
  return 'missing' in cell ? labels.notSupplied : cell.text;
}
