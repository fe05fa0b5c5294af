/** Tables of a Word document: every block that is laid out in columns. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
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
import type {
  PrintAlign,
  PrintBlock,
  PrintCell,
  PrintChart,
  PrintColumn,
  PrintRow,
} from '#shared/kernel/print-document.ts';
import { cellText } from '#shared/kernel/print-document.ts';
import { cellRuns, type Labels, textRuns, twips } from './docx-text.ts';

type BlockOf<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>;

const accent = '1C4A6E';
const muted = '6B7785';
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'D5DCE3' } as const;
const strong = { style: BorderStyle.SINGLE, size: 8, color: accent } as const;
const noBorders: ITableCellBorders = { top: none, bottom: none, left: none, right: none };
const cellMargins = { top: 50, bottom: 50, left: 90, right: 90 };
const size = 18;
const alignments: Record<PrintAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

type CellLook = {
  readonly width: number;
  readonly align?: PrintAlign;
  readonly borders?: ITableCellBorders;
  readonly fill?: string;
  readonly span?: number;
  readonly paragraph?: Partial<IParagraphOptions>;
};

function cellOf(runs: readonly TextRun[], look: CellLook): TableCell {
  return new TableCell({
    width: { size: look.width, type: WidthType.PERCENTAGE },
    borders: { ...noBorders, ...look.borders },
    margins: cellMargins,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(look.fill ? { shading: { fill: look.fill } } : {}),
    ...(look.span ? { columnSpan: look.span } : {}),
    children: [
      new Paragraph({ ...look.paragraph, alignment: alignments[look.align ?? 'left'], children: [...runs] }),
    ],
  });
}

function tableOf(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    // Word takes percentages; LibreOffice and others read the grid.
    columnWidths: widths.map((width) => Math.round((width / 100) * twips(172))),
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [...rows],
  });
}

/** Printed width in Latin letters: a Chinese character counts as two. */
const lettersOf = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .map((line) =>
        Array.from(line).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0),
      ),
  );

/** Percentages that fill the width: `auto` columns get what their longest text needs, shares get the rest. */
export function columnPercents(
  columns: readonly PrintColumn[],
  rows: readonly PrintRow[],
  labels: Labels,
): number[] {
  const lineLetters = 96;
  const asked = columns.map((column, index) => {
    if (column.width !== 'auto') return 0;
    const texts = rows
      .filter((row) => row.kind !== 'group')
      .map((row) => cellText(row.cells[index] ?? '', labels));
    const longest = Math.max(...[column.title, ...texts].map(lettersOf));
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
  return columns.map((column, index) =>
    column.width === 'auto' ? (asked[index] ?? 0) : (column.width * (100 - fixed)) / shares,
  );
}

function headRow(columns: readonly PrintColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cellOf(textRuns(column.title, { size: 17, bold: true, color: accent }), {
        width: widths[index] ?? 0,
        align: column.align,
        borders: { top: strong, bottom: { ...strong, size: 4 } },
        paragraph: { keepNext: true },
      }),
    ),
  });
}

/** A table block; the head repeats on each page, short rows stay whole. */
export function grid(block: BlockOf<'table'>, labels: Labels): Table {
  const widths = columnPercents(block.columns, block.rows, labels);
  const span = block.columns.length;
  let striped = 0;
  const body = block.rows.map((row, rowIndex) => {
    const end = rowIndex === block.rows.length - 1;
    const bottom = end ? strong : thin;
    if (row.kind === 'group') {
      striped = 0;
      const runs = cellRuns(row.cells[0] ?? '', labels, { size, bold: true, color: accent });
      return new TableRow({
        cantSplit: true,
        children: [cellOf(runs, { width: 100, span, borders: { bottom }, paragraph: { keepNext: true } })],
      });
    }
    const total = row.kind === 'total';
    const fill = !total && striped++ % 2 === 1 ? 'F5F7F9' : undefined;
    return new TableRow({
      cantSplit: row.cells.every((cell) => cellText(cell, labels).length < 300),
      children: block.columns.map((column, index) =>
        cellOf(cellRuns(row.cells[index] ?? '', labels, { size, ...(total ? { bold: true } : {}) }), {
          width: widths[index] ?? 0,
          align: column.align,
          fill,
          borders: total ? { top: strong, bottom } : { bottom },
        }),
      ),
    });
  });
  if (block.rows.length === 0) {
    const runs = textRuns(block.none ?? labels.none, { size, color: muted });
    body.push(
      new TableRow({
        children: [cellOf(runs, { width: 100, span, align: 'center', borders: { bottom: strong } })],
      }),
    );
  }
  return tableOf([headRow(block.columns, widths), ...body], widths);
}

/** The figures of a chart: one row per category, one column per series. */
export function chartTable(chart: PrintChart, labels: Labels): Table {
  const columns: PrintColumn[] = [
    { title: chart.unit ?? '', width: 1 },
    ...chart.series.map((series): PrintColumn => ({ title: series.name, width: 1, align: 'right' })),
  ];
  const rows = chart.categories.map((category, index): PrintRow => {
    const values = chart.series.map((series): PrintCell => {
      const value = series.values[index] ?? null;
      return value === null ? { missing: true } : String(value);
    });
    return { cells: [category, ...values] };
  });
  return grid({ kind: 'table', columns, rows }, labels);
}

export function keyValueTable(block: BlockOf<'keyValues'>, labels: Labels): Table {
  const nameWidth = 13;
  const valueWidth = 100 / block.columns - nameWidth;
  const rows: TableRow[] = [];
  for (let start = 0; start < block.items.length; start += block.columns) {
    const items = Array.from({ length: block.columns }, (_, index) => block.items[start + index]);
    rows.push(
      new TableRow({
        cantSplit: true,
        children: items.flatMap((item) => [
          cellOf(item ? textRuns(item.name, { size, color: muted }) : [], { width: nameWidth }),
          cellOf(item ? cellRuns(item.value, labels, { size: 19 }) : [], { width: valueWidth }),
        ]),
      }),
    );
  }
  return tableOf(rows, Array.from({ length: block.columns }, () => [nameWidth, valueWidth]).flat());
}

export function keyFigureTable(block: BlockOf<'keyFigures'>, labels: Labels): Table {
  const across = Math.min(4, Math.max(1, block.items.length));
  const rows: TableRow[] = [];
  for (let start = 0; start < block.items.length; start += across) {
    const cells = Array.from({ length: across }, (_, index) => {
      const item = block.items[start + index];
      const paragraphs = item
        ? [
            textRuns(item.name, { size: 16, color: muted }),
            cellRuns(
              typeof item.value === 'string' ? { text: item.value, tone: item.tone } : item.value,
              labels,
              { size: 30, bold: true },
            ),
            textRuns(item.note ?? '', { size: 15, color: muted }),
          ]
        : [[]];
      return new TableCell({
        width: { size: 100 / across, type: WidthType.PERCENTAGE },
        margins: { top: 80, bottom: 80, left: 140, right: 80 },
        borders: { ...noBorders, left: item ? { ...strong, size: 12 } : none },
        ...(item ? { shading: { fill: 'F5F7F9' } } : {}),
        children: paragraphs.map((children) => new Paragraph({ children })),
      });
    });
    rows.push(new TableRow({ cantSplit: true, children: cells }));
  }
  return tableOf(
    rows,
    Array.from({ length: across }, () => 100 / across),
  );
}

export function signInTable(block: BlockOf<'signInSheet'>, labels: Labels): Table {
  const { titles } = block;
  const columns: PrintColumn[] = [titles.name, titles.post, titles.state, titles.signature].map((title) => ({
    title,
    width: 1,
  }));
  const widths = [16, 30, 16, 38];
  const rows = block.people.map(
    (person, index) =>
      new TableRow({
        cantSplit: true,
        height: { value: twips(10), rule: HeightRule.ATLEAST },
        children: [
          textRuns(person.name, { size, bold: true }),
          textRuns(`${person.department} · ${person.post}`, { size }),
          cellRuns(person.state, labels, { size }),
          [],
        ].map((runs, column) =>
          cellOf(runs, {
            width: widths[column] ?? 0,
            borders: {
              bottom: index === block.people.length - 1 ? strong : thin,
              ...(column === 3 ? { left: thin, right: thin } : {}),
            },
          }),
        ),
      }),
  );
  if (rows.length === 0) {
    const runs = textRuns(block.none ?? labels.none, { size, color: muted });
    rows.push(
      new TableRow({
        children: [cellOf(runs, { width: 100, span: 4, align: 'center', borders: { bottom: strong } })],
      }),
    );
  }
  return tableOf([headRow(columns, widths), ...rows], widths);
}

export function signatureTable(block: BlockOf<'signatures'>): Table {
  const across = Math.min(3, Math.max(1, block.signers.length));
  const rows: TableRow[] = [];
  for (let start = 0; start < block.signers.length; start += across) {
    const cells = Array.from({ length: across }, (_, index) => {
      const signer = block.signers[start + index];
      const { signed } = signer ?? {};
      const head = signer ? [signer.role, signer.meaning].filter(Boolean).join(' · ') : '';
      const foot = signed
        ? `${signed.at}\n${block.labels.hash} ${signed.hash}`
        : `${block.labels.signHere}            ${block.labels.date}`;
      return new TableCell({
        width: { size: 100 / across, type: WidthType.PERCENTAGE },
        margins: { top: 60, bottom: 60, left: 0, right: 280 },
        borders: noBorders,
        children: signer
          ? [
              new Paragraph({ keepNext: true, children: textRuns(head, { size: 17, color: muted }) }),
              new Paragraph({
                keepNext: true,
                spacing: { before: signed ? 160 : 100, after: 60 },
                border: {
                  bottom: {
                    ...(signed ? strong : { ...strong, color: '1D2733' }),
                    size: 4,
                    space: signed ? 4 : 24,
                  },
                },
                children: textRuns(signer.name, signed ? { size: 25, bold: true } : { size, color: muted }),
              }),
              new Paragraph({ children: textRuns(foot, { size: 15, color: muted }) }),
            ]
          : [new Paragraph({ children: [] })],
      });
    });
    rows.push(new TableRow({ cantSplit: true, children: cells }));
  }
  return tableOf(
    rows,
    Array.from({ length: across }, () => 100 / across),
  );
}
