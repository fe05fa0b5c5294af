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

/** Printed width in Latin letters: a Chinese character counts as two. */
const lettersOf = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .map((line) =>
        Array.from(line).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0),
      ),
  );

/** Letters of the widest line of a cell: its sign and its note count. */
function cellLetters(cell: PrintRow['cells'][number], labels: Labels): number {
  const styled = typeof cell === 'string' || 'missing' in cell ? undefined : cell;
  const sign = styled?.mark === undefined ? 0 : 3;
  return Math.max(lettersOf(cellText(cell, labels)) + sign, lettersOf(styled?.note ?? '') * 0.85);
}

/** Percentages that fill the width: `auto` columns get what their longest text needs, shares get the rest. */
export function columnPercents(
  columns: readonly PrintColumn[],
  rows: readonly PrintRow[],
  labels: Labels,
): number[] {
  const asked = columns.map((column, index) => {
    if (column.width !== 'auto') return 0;
    const cells = rows.filter((row) => row.kind !== 'group').map((row) => row.cells[index] ?? '');
    const longest = Math.max(lettersOf(column.title), ...cells.map((cell) => cellLetters(cell, labels)));
    return Math.min(40, ((longest + 3) * 100) / lineLetters);
  });
  const fixed = asked.reduce((sum, width) => sum + width, 0);
  const shares = columns.reduce((sum, column) => sum + (column.width === 'auto' ? 0 : column.width), 0);
  // Nothing to stretch, or too much asked for: everything in proportion.
  if (shares === 0 || fixed > 80) {
    const weights = columns.map((column, index) =>
      column.width === 'auto' ? (asked[index] ?? 0) : column.width * 10,
    );
    const whole = weights.reduce((sum, width) => sum + width, 0);
    return weights.map((width) => (width * 100) / whole);
  }
  const percents = columns.map((column, index) =>
    column.width === 'auto' ? (asked[index] ?? 0) : (column.width * (100 - fixed)) / shares,
  );
  return withWholeFigures(percents, columns, rows, labels);
}

/** Columns of figures as wide as their longest figure, at the expense of those that can wrap. */
function withWholeFigures(
  percents: readonly number[],
  columns: readonly PrintColumn[],
  rows: readonly PrintRow[],
  labels: Labels,
): number[] {
  const wanted = percents.map((percent, index) => {
    if (columns[index]?.align !== 'right') return percent;
    const letters = rows
      .filter((row) => row.kind !== 'group')
      .map((row) => cellLetters(row.cells[index] ?? '', labels));
    return Math.max(percent, Math.min(20, ((Math.max(0, ...letters) + 3) * 100) / lineLetters));
  });
  const extra = wanted.reduce((sum, width, index) => sum + width - (percents[index] ?? 0), 0);
  const giving = percents.reduce(
    (sum, percent, index) =>
      sum + (columns[index]?.align !== 'right' && columns[index]?.width !== 'auto' ? percent : 0),
    0,
  );
  // Nobody can give that much: as it was.
  if (extra === 0 || giving < 2 * extra) return [...percents];
  return wanted.map((width, index) =>
    columns[index]?.align !== 'right' && columns[index]?.width !== 'auto'
      ? width * (1 - extra / giving)
      : width,
  );
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
