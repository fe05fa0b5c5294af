/** Tables of a Word document: rows of figures, names with values, the sheet to sign in. */
import { HeightRule, Paragraph, type Table, TableCell, TableRow, WidthType } from 'docx';
import {
  cellText,
  type PrintBlockOf,
  type PrintColumn,
  type PrintRow,
} from '#shared/kernel/print-document.ts';
import { cellOf, planColumns, headRow, inRows, tableOf } from './docx-grid.ts';
import {
  accent,
  bodySize,
  muted,
  noBorders,
  noLine,
  ruledLine,
  strongLine,
  thinLine,
  twips,
  zebra,
} from './docx-look.ts';
import { cellRuns, type Labels, textRuns } from './docx-text.ts';
import { preparedValues } from './prepare-cells.ts';

const noneRow = (words: string, span: number): TableRow =>
  new TableRow({
    children: [
      cellOf(textRuns(words, { size: bodySize, color: muted }), {
        width: 100,
        span,
        align: 'center',
        borders: { bottom: strongLine },
      }),
    ],
  });

function groupRow(
  row: PrintRow,
  span: number,
  labels: Labels,
  bottom: typeof thinLine | typeof strongLine,
): TableRow {
  const cell = row.cells[0] ?? '';
  const note = typeof cell === 'string' || 'missing' in cell ? undefined : cell.note;
  const runs = [
    ...textRuns(cellText(cell, labels), { size: bodySize, bold: true, color: accent }),
    ...(note === undefined ? [] : textRuns(`   ${note}`, { size: 16, color: muted })),
  ];
  return new TableRow({
    cantSplit: true,
    children: [cellOf(runs, { width: 100, span, borders: { bottom }, paragraph: { keepNext: true } })],
  });
}

const shadeFill = {
  good: 'BFE0CD',
  fair: 'DCEBF6',
  near: 'FBE3B5',
  bad: 'F0B3AC',
  none: 'F5F7F9',
  blank: 'FFFFFF',
} as const;

/** A heat map as a table with grounds. */
export function heat(block: PrintBlockOf<'heat'>): Table {
  const whole = block.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = block.columns.map(({ width }) => (width * 100) / whole);
  const size = 15;
  const rows = block.rows.map(
    ({ name, cells }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cellOf(textRuns(name, { size, bold: true }), { width: widths[0] ?? 0, space: 24 }),
          ...cells.map(({ text, note, shade }, at) =>
            cellOf(
              [
                ...textRuns(text, { size, bold: true }),
                ...(note === undefined ? [] : textRuns(`\n${note}`, { size: 13, color: muted })),
              ],
              { width: widths[at + 1] ?? 0, align: 'center', space: 24, fill: shadeFill[shade] },
            ),
          ),
        ],
      }),
  );
  return tableOf([headRow(block.columns, widths), ...rows], widths);
}

/** A table block; the head repeats on each page, short rows stay whole. */
export function grid(block: PrintBlockOf<'table'>, labels: Labels): Table {
  const { percents: widths, size: share } = planColumns(block.columns, block.rows, labels);
  const size = Math.round((block.dense ? 16 : bodySize) * share);
  const space = block.dense ? 24 : 50;
  const body = block.rows.map((row, rowIndex) => {
    const bottom = rowIndex === block.rows.length - 1 ? strongLine : thinLine;
    if (row.kind === 'group') {
      return groupRow(row, block.columns.length, labels, bottom);
    }
    const total = row.kind === 'total';
    return new TableRow({
      cantSplit: row.cells.every((cell) => cellText(cell, labels).length < 300),
      children: block.columns.map((column, index) =>
        cellOf(cellRuns(row.cells[index] ?? '', labels, { size, ...(total ? { bold: true } : {}) }), {
          width: widths[index] ?? 0,
          align: column.align,
          space,
          borders: total ? { top: strongLine, bottom } : { bottom },
        }),
      ),
    });
  });
  if (block.rows.length === 0) body.push(noneRow(block.none ?? labels.none, block.columns.length));
  return tableOf([headRow(block.columns, widths), ...body], widths);
}

/** Names beside their values; a form has ruled fields and its names on a pale ground. */
export function keyValueTable(block: PrintBlockOf<'keyValues'>, labels: Labels): Table {
  const nameWidth = block.boxed ? 14 : 13;
  const valueWidth = 100 / block.columns - nameWidth;
  const ruled = { top: ruledLine, bottom: ruledLine, left: ruledLine, right: ruledLine };
  const borders = block.boxed ? ruled : noBorders;
  const space = block.boxed ? 80 : 50;
  const whole = 2 * block.columns;
  const rows: TableCell[][] = [];
  let used = whole;
  for (const [index, { span }] of preparedValues(block, labels).entries()) {
    if (used >= whole) {
      rows.push([]);
      used = 0;
    }
    const item = block.items[index];
    // The columns that a wide value takes: its own, and a name and a value for each one more.
    const width = valueWidth + ((span - 1) / 2) * (nameWidth + valueWidth);
    const name = textRuns(item?.name ?? '', { size: bodySize, color: muted });
    rows
      .at(-1)
      ?.push(
        cellOf(name, { width: nameWidth, borders, space, ...(block.boxed ? { fill: zebra } : {}) }),
        cellOf(cellRuns(item?.value ?? '', labels, { size: 19 }), { width, span, borders, space }),
      );
    used += 1 + span;
  }
  return tableOf(
    rows.map((children) => new TableRow({ cantSplit: true, children })),
    Array.from({ length: block.columns }, () => [nameWidth, valueWidth]).flat(),
  );
}

export function keyFigureTable(block: PrintBlockOf<'keyFigures'>, labels: Labels): Table {
  const across = Math.min(4, Math.max(1, block.items.length));
  const rows = inRows(block.items, across, (item) => {
    const value =
      item && (typeof item.value === 'string' ? { text: item.value, tone: item.tone } : item.value);
    const paragraphs = item
      ? [
          textRuns(item.name, { size: 16, color: muted }),
          cellRuns(value ?? '', labels, { size: 30, bold: true }),
          textRuns(item.note ?? '', { size: 15, color: muted }),
        ]
      : [[]];
    return new TableCell({
      width: { size: 100 / across, type: WidthType.PERCENTAGE },
      margins: { top: 80, bottom: 80, left: 140, right: 80 },
      borders: { ...noBorders, left: item ? { ...strongLine, size: 12 } : noLine },
      ...(item ? { shading: { fill: zebra } } : {}),
      children: paragraphs.map((children) => new Paragraph({ children })),
    });
  });
  return tableOf(
    rows,
    Array.from({ length: across }, () => 100 / across),
  );
}

export function signInTable(block: PrintBlockOf<'signInSheet'>, labels: Labels): Table {
  const { titles } = block;
  const columns: PrintColumn[] = [titles.name, titles.post, titles.state, titles.signature].map((title) => ({
    title,
    width: 1,
  }));
  const widths = [16, 30, 16, 38];
  const rows = block.people.map((person, index) => {
    const bottom = index === block.people.length - 1 ? strongLine : thinLine;
    const cells = [
      textRuns(person.name, { size: bodySize, bold: true }),
      textRuns(`${person.department} · ${person.post}`, { size: bodySize }),
      cellRuns(person.state, labels, { size: bodySize }),
      textRuns(person.signed ?? '', { size: bodySize }),
    ];
    return new TableRow({
      cantSplit: true,
      height: { value: twips(10), rule: HeightRule.ATLEAST },
      children: cells.map((runs, column) =>
        cellOf(runs, {
          width: widths[column] ?? 0,
          borders: { bottom, ...(column === 3 ? { left: thinLine, right: thinLine } : {}) },
        }),
      ),
    });
  });
  if (rows.length === 0) rows.push(noneRow(block.none ?? labels.none, 4));
  return tableOf([headRow(columns, widths), ...rows], widths);
}
