/** The frame of every table in a Word document: cells, widths, the head that repeats. */
import {
  type IParagraphOptions,
  type ITableCellBorders,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { cellText, type PrintAlign, type PrintColumn, type PrintRow } from '#shared/kernel/print-document.ts';
import { accent, alignments, noBorders, noLine, strongLine, twips } from './docx-look.ts';
import { type Labels, textRuns } from './docx-text.ts';

export type CellLook = {
  readonly width: number;
  readonly align?: PrintAlign;
  readonly borders?: ITableCellBorders;
  readonly fill?: string;
  readonly span?: number;
  /** Space above and below the text, in twentieths of a point. */
  readonly space?: number;
  readonly paragraph?: Partial<IParagraphOptions>;
};

export function cellOf(runs: readonly TextRun[], look: CellLook): TableCell {
  const space = look.space ?? 50;
  return new TableCell({
    width: { size: look.width, type: WidthType.PERCENTAGE },
    borders: { ...noBorders, ...look.borders },
    margins: { top: space, bottom: space, left: 90, right: 90 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(look.fill ? { shading: { fill: look.fill } } : {}),
    ...(look.span ? { columnSpan: look.span } : {}),
    children: [
      new Paragraph({ ...look.paragraph, alignment: alignments[look.align ?? 'left'], children: [...runs] }),
    ],
  });
}

/** A table over the whole text width; `widths` are percentages. */
export function tableOf(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    // Word takes percentages; LibreOffice and others read the grid.
    columnWidths: widths.map((width) => Math.round((width / 100) * twips(172))),
    borders: { ...noBorders, insideHorizontal: noLine, insideVertical: noLine },
    rows: [...rows],
  });
}

/** Cells of one row, several rows of them, as many across as there are; the last row is filled up. */
export function inRows<Item>(
  items: readonly Item[],
  across: number,
  cell: (item: Item | undefined) => TableCell,
): TableRow[] {
  return Array.from({ length: Math.ceil(items.length / across) }, (_, row) => {
    const children = Array.from({ length: across }, (_each, index) => cell(items[row * across + index]));
    return new TableRow({ cantSplit: true, children });
  });
}

/** Latin letters of table size that fit between the margins. */
const lineLetters = 96;

/** Between Chinese and Latin signs Word leaves a quarter of a Chinese one. */
const boundary = /\p{Script=Han}(?=[\dA-Za-z])|[\dA-Za-z](?=\p{Script=Han})/gu;

/** Printed width in Latin letters: a Chinese character counts as two. */
const lettersOf = (text: string): number =>
  Math.max(
    ...text.split('\n').map((line) => {
      const signs = Array.from(line).reduce(
        (sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
        0,
      );
      return signs + (line.match(boundary)?.length ?? 0) / 2;
    }),
  );

/** Letters of the widest line of a cell: its sign and its note count. */
function cellLetters(cell: PrintRow['cells'][number], labels: Labels): number {
  const styled = typeof cell === 'string' || 'missing' in cell ? undefined : cell;
  const sign = styled?.mark === undefined ? 0 : 3;
  return Math.max(lettersOf(cellText(cell, labels)) + sign, lettersOf(styled?.note ?? '') * 0.85);
}

/** How wide the columns of a table are, in percent, and how large its letters may be, as a share of their usual size. */
export type ColumnPlan = { readonly percents: readonly number[]; readonly size: number };

/** Letters that a column which can wrap keeps at least. */
const wrappedLetters = 9;
/** Smaller letters than this share of the usual size are not read any more: then figures wrap. */
const smallest = 0.78;

/**
 * Widths that fill the page: `auto` columns get what their longest text needs, shares get the rest, figures (aligned right) never
 * less than their longest. Where all that is more than the page, letters become smaller instead of figures breaking.
 */
export function planColumns(
  columns: readonly PrintColumn[],
  rows: readonly PrintRow[],
  labels: Labels,
): ColumnPlan {
  const plain = rows.filter((row) => row.kind !== 'group');
  const letters = columns.map((column, index) =>
    Math.max(lettersOf(column.title), ...plain.map((row) => cellLetters(row.cells[index] ?? '', labels))),
  );
  const wraps = columns.map((column) => column.width !== 'auto' && column.align !== 'right');
  const least = letters.map(
    (needed, index) => ((Math.min(needed, wraps[index] ? wrappedLetters : 40) + 3) * 100) / lineLetters,
  );
  const whole = least.reduce((sum, width) => sum + width, 0);
  if (whole >= 100)
    return { percents: least.map((width) => (width * 100) / whole), size: Math.max(smallest, 100 / whole) };
  // What is left is shared out by the weights; nobody falls below the least.
  const weights = columns.map((column) => (column.width === 'auto' ? 0 : column.width));
  let percents = least;
  let open = weights.map((weight) => weight > 0);
  if (!open.some(Boolean)) return { percents: least.map((width) => (width * 100) / whole), size: 1 };
  for (let round = 0; round < columns.length; round++) {
    const taken = least.reduce((sum, width, index) => sum + (open[index] ? 0 : width), 0);
    const shares = weights.reduce((sum, weight, index) => sum + (open[index] ? weight : 0), 0);
    percents = least.map((width, index) =>
      open[index] ? ((weights[index] ?? 0) * (100 - taken)) / shares : width,
    );
    const short = percents.map((width, index) => open[index] === true && width < (least[index] ?? 0));
    if (!short.some(Boolean)) break;
    open = open.map((isOpen, index) => isOpen && !short[index]);
  }
  const sum = percents.reduce((total, width) => total + width, 0);
  return { percents: percents.map((width) => (width * 100) / sum), size: 1 };
}

export function headRow(columns: readonly PrintColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cellOf(textRuns(column.title, { size: 17, bold: true, color: accent }), {
        width: widths[index] ?? 0,
        align: column.align,
        borders: { top: strongLine, bottom: { ...strongLine, size: 4 } },
        paragraph: { keepNext: true },
      }),
    ),
  });
}
