/**
 * A sheet of paper as data: what is printed, in the reader's language, with every figure already a text.
 * One renderer turns it into PDF and one into Word; a feature only composes blocks. Nothing in here is
 * markup: `*`, `#`, `$` and `<` print as they stand.
 *
 * How the usual papers are composed (each is written out and printed in tests/features/report/example-papers.ts):
 * - minutes, reports: `heading`, `keyFigures`, `table`, `chart`, `paragraphs`, `signInSheet`, `signatures`.
 * - a check list: `keyValues` in boxes, then one dense `table` with a `group` row per section (its `note` says how the
 *   section stands) and columns number, item, standard, answer (a cell with `mark`), value (`note` holds the limits),
 *   remark; `drawing` for the damage map, `pictures` for the photos, `signatures`. Blank forms: the same table with
 *   `mark: 'open'` or texts such as `□ OK  □ NG  □ n/a`.
 * - a certificate: `form: 'certificate'`, `keyValues` in boxes, `paragraphs` in style `statement`, `signatures` with
 *   `stamp`; one page by composition.
 * - a sheet in several copies: `copies`, one mark for each; everything else is identical, pages count anew.
 * - a code to scan: `header.code`.
 */
import type { Language } from './language.ts';
import type { PrintDrawing } from './print-drawing.ts';

export type PrintAlign = 'left' | 'center' | 'right';

/** `warning` is for what needs somebody (overdue, short of the goal), `good` for what was reached. */
export type PrintTone = 'normal' | 'muted' | 'warning' | 'good' | 'strong';

/**
 * What a check found, drawn as a sign before the word: ✓ in a circle, ✕ in a filled circle, a bar in a circle, an empty
 * box to tick by hand. The signs differ in shape, so that a black and white printer keeps the difference.
 */
export type PrintMark = 'pass' | 'fail' | 'skip' | 'open';

/** A stretch of a cell's text. */
export type FaceRun = { readonly text: string; readonly mono: boolean };

/**
 * A value on paper. A plain text prints as it is; `{ missing: true }` prints the words for "not supplied",
 * so that a figure nobody delivered can never be read as 0. `note` stands below, small: limits, a source.
 */
export type PrintCell =
  | string
  | {
      readonly text: string;
      readonly tone?: PrintTone;
      readonly mark?: PrintMark;
      readonly note?: string;
      /** Letters of one width, for what is read sign by sign: plates, VIN. */
      readonly mono?: boolean;
      /** The text in stretches, where only some have letters of one width; `cellOfRuns` makes it. */
      readonly runs?: readonly FaceRun[];
    }
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

/** A card to be cut out: bank card size, 85.6 × 54 mm. */
export type PrintCard = {
  /** The store. */
  readonly head: string;
  readonly name: string;
  /** Number in plain figures, as it is typed where nothing scans. */
  readonly number: string;
  readonly note?: string;
  /** Text of the QR code, at most 213 bytes in UTF-8. */
  readonly code: string;
};

/** How a cell of a heat map stands; each has a ground of its own, and the feature's words or signs say it too. `blank` has none. */
export type PrintShade = 'good' | 'fair' | 'near' | 'bad' | 'none' | 'blank';

export type PrintHeatCell = {
  readonly text: string;
  /** Second line, small. */
  readonly note?: string;
  readonly shade: PrintShade;
};

export type PrintKeyValue = {
  readonly name: string;
  readonly value: PrintCell;
  /** Takes the whole width, in boxes. */
  readonly wide?: boolean;
};

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
  /**
   * Absent: not signed yet, a line to sign by hand is printed. `picture` is the hand's own stroke, above the name; `invalid`
   * says why the signature no longer counts.
   */
  readonly signed?: {
    readonly at: string;
    readonly hash: string;
    readonly picture?: PictureHash;
    readonly invalid?: string;
  };
};

/**
 * SHA-256 of a picture's bytes, lower-case hexadecimal: its name in the attachment store. A document names pictures by
 * nothing else, so no document can make the printer read another file. JPEG and PNG; what is missing, changed, broken
 * or of another format leaves a frame with the word for "not supplied" and never stops the print.
 */
export type PictureHash = string;

export type PrintPicture = {
  readonly picture: PictureHash;
  readonly caption?: string;
  /** Second line, smaller: time, person. */
  readonly note?: string;
};

/** A stretch of words of one look. */
export type PrintRun = { readonly text: string; readonly bold?: boolean };

export type PrintParagraph = {
  readonly runs: readonly PrintRun[];
  /** Stands before an item of a list: `•`, `1.`; absent in running text. */
  readonly mark?: string;
};

export type PrintAttendee = {
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly state: PrintCell;
  /** Stands in the place to sign: who signed in by the program needs no pen. */
  readonly signed?: string;
};

export type PrintBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly note?: string }
  | {
      readonly kind: 'keyValues';
      readonly columns: 1 | 2 | 3;
      readonly items: readonly PrintKeyValue[];
      /** A form with ruled fields instead of open lines. */
      readonly boxed?: boolean;
    }
  | { readonly kind: 'keyFigures'; readonly items: readonly PrintKeyFigure[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly PrintColumn[];
      readonly rows: readonly PrintRow[];
      readonly caption?: string;
      /** Printed instead of rows when there are none; else the document's `labels.none`. */
      readonly none?: string;
      /** Narrow rows, for long check lists. */
      readonly dense?: boolean;
    }
  | {
      /** 热力图: names at the left, cells on grounds by how they stand. The first column is that of the names. */
      readonly kind: 'heat';
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      readonly rows: readonly { readonly name: string; readonly cells: readonly PrintHeatCell[] }[];
    }
  | {
      /** 卡片 cards with a code to scan, two beside each other, with lines to cut along. */
      readonly kind: 'cards';
      readonly items: readonly PrintCard[];
    }
  | {
      readonly kind: 'chart';
      readonly chart: PrintChart;
      readonly caption?: string;
      /** Millimetres on paper; 62 when absent. */
      readonly heightMm?: number;
    }
  | {
      readonly kind: 'drawing';
      readonly drawing: PrintDrawing;
      readonly caption?: string;
      /** Millimetres on paper; 62 when absent. Wide drawings become lower, so that they fit the page. */
      readonly heightMm?: number;
    }
  | {
      /** Photos side by side in frames of one size (4 : 3), whole and undistorted. */
      readonly kind: 'pictures';
      readonly columns: 1 | 2 | 3 | 4;
      readonly items: readonly PrintPicture[];
      readonly caption?: string;
    }
  | {
      readonly kind: 'paragraphs';
      readonly texts: readonly string[];
      /** `statement` is what a certificate certifies: larger. */
      readonly style?: 'body' | 'note' | 'statement';
    }
  | {
      /** Running text with bold words; lists count or dot their items. */
      readonly kind: 'rich';
      readonly paragraphs: readonly PrintParagraph[];
    }
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
      /** Words in a field for the store's stamp, beside the signers: 盖章. */
      readonly stamp?: string;
    }
  | { readonly kind: 'pageBreak' };

/** The block of one kind. */
export type PrintBlockOf<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>;

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
    /** Text of a QR code at the head of the paper, at most 213 bytes in UTF-8: the record's number, to be scanned. */
    readonly code?: string;
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
  /**
   * `certificate` prints a frame around the page and a large title; `compact` is a sheet of daily work with a low head and
   * narrow margins, so that it stays on one page; a `book` has a cover, contents and chapters, each heading of level 1
   * on a page of its own; a sheet is the rule.
   */
  readonly form?: 'sheet' | 'compact' | 'certificate' | 'book';
  /** What the first pages of a `book` say: it begins with a cover and a list of its headings with their pages. */
  readonly book?: {
    /** Title of the list of headings: 目录. */
    readonly contents: string;
    /** A sentence on the cover. */
    readonly motto?: string;
    readonly facts: readonly PrintKeyValue[];
  };
  /**
   * Marks of the copies of one paper (第一联 店方留存, 第二联 客户留存): it is printed once for each, identical but for the
   * mark, with pages of its own. Absent: one, unmarked.
   */
  readonly copies?: readonly string[];
  readonly blocks: readonly PrintBlock[];
};

/** The text of a cell in a document; "not supplied" in the document's own words. */
export function cellText(cell: PrintCell, labels: Pick<PrintDocument['labels'], 'notSupplied'>): string {
  if (typeof cell === 'string') return cell;
  return 'missing' in cell ? labels.notSupplied : cell.text;
}

/** A cell of stretches of which some have letters of one width. */
export const cellOfRuns = (runs: readonly FaceRun[]): PrintCell => ({
  text: runs.map(({ text }) => text).join(''),
  runs,
});

/** Every picture that a document names, once. */
export function picturesOf({ blocks }: PrintDocument): PictureHash[] {
  const named = blocks.flatMap((block): (PictureHash | undefined)[] => {
    if (block.kind === 'pictures') return block.items.map(({ picture }) => picture);
    return block.kind === 'signatures' ? block.signers.map(({ signed }) => signed?.picture) : [];
  });
  return [...new Set(named.filter((hash) => hash !== undefined))];
}
