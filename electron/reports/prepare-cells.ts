/** Cells, tables and named values as the template takes them. */
import {
  cellText,
  type FaceRun,
  type PrintAlign,
  type PrintBlockOf,
  type PrintCell,
  type PrintDocument,
  type PrintMark,
  type PrintRow,
  type PrintTone,
} from '#shared/kernel/print-document.ts';

export type Labels = PrintDocument['labels'];

type StyledCell = {
  readonly text: string;
  /** `missing` is the word for what nobody supplied, `total` a cell of a sum row. */
  readonly tone: PrintTone | 'missing' | 'total';
  readonly mark: PrintMark | null;
  readonly note: string | null;
  /** The text where not all of it is in the paper's own face. */
  readonly runs: readonly FaceRun[] | null;
};

/** A bare text, or one with a look of its own. */
export type PreparedCell = string | StyledCell;

/** `long` may break across pages, `group` and `none` go across the table. */
type PreparedBodyCell = PreparedCell | (StyledCell & { readonly cell: 'long' | 'group' | 'none' });

export type PreparedTable = {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly columns: readonly { title: string; width: number | 'auto'; align: PrintAlign }[];
  readonly rows: readonly { readonly total: boolean; readonly cells: readonly PreparedBodyCell[] }[];
  readonly breakable: boolean;
  readonly dense: boolean;
};

/** Letters of a cell beyond which its row might not fit a page and must be allowed to break. */
const longCell = 900;
/** Rows up to which a table stays on one page. */
const wholeTable = 10;

const toneOfMark = { pass: 'normal', fail: 'warning', skip: 'muted', open: 'normal' } as const;

export function preparedCell(cell: PrintCell, labels: Labels): PreparedCell {
  if (typeof cell === 'string') return cell;
  const text = cellText(cell, labels);
  if ('missing' in cell) return { text, tone: 'missing', mark: null, note: null, runs: null };
  const { mark, note } = cell;
  const runs = cell.runs ?? (cell.mono ? [{ text, mono: true }] : null);
  const tone = cell.tone ?? (mark ? toneOfMark[mark] : 'normal');
  const isBare = tone === 'normal' && mark === undefined && note === undefined && runs === null;
  return isBare ? text : { text, tone, mark: mark ?? null, note: note ?? null, runs };
}

const styled = (cell: PreparedCell, tone: StyledCell['tone'] = 'normal'): StyledCell =>
  typeof cell === 'string' ? { text: cell, tone, mark: null, note: null, runs: null } : cell;

const lettersOf = (cell: PreparedCell): number =>
  typeof cell === 'string' ? cell.length : cell.text.length + (cell.note?.length ?? 0);

function preparedRow(row: PrintRow, columns: number, labels: Labels): PreparedTable['rows'][number] {
  if (row.kind === 'group')
    return { total: false, cells: [{ ...styled(preparedCell(row.cells[0] ?? '', labels)), cell: 'group' }] };
  const total = row.kind === 'total';
  const cells: PreparedCell[] = Array.from({ length: columns }, (_, index) =>
    preparedCell(row.cells[index] ?? '', labels),
  );
  // A row of nothing is as high as a line all the same.
  if (!cells.some((cell) => cell !== '')) cells[0] = '\u00a0';
  if (cells.some((cell) => lettersOf(cell) >= longCell))
    return { total, cells: cells.map((cell) => ({ ...styled(cell), cell: 'long' })) };
  return { total, cells: total ? cells.map((cell) => styled(cell, 'total')) : cells };
}

export function preparedTable(block: PrintBlockOf<'table'>, labels: Labels): PreparedTable {
  const rows = block.rows.map((row) => preparedRow(row, block.columns.length, labels));
  const isLong = rows.some(({ cells }) =>
    cells.some((cell) => typeof cell !== 'string' && 'cell' in cell && cell.cell === 'long'),
  );
  if (rows.length === 0)
    rows.push({ total: false, cells: [{ ...styled(block.none ?? labels.none, 'muted'), cell: 'none' }] });
  return {
    kind: 'table',
    caption: block.caption ?? null,
    columns: block.columns.map(({ title, width, align }) => ({ title, width, align: align ?? 'left' })),
    rows,
    breakable: block.rows.length > wholeTable || isLong,
    dense: block.dense ?? false,
  };
}

export type PreparedValue = { readonly name: string; readonly value: PreparedCell; readonly span: number };

/** Names and values row by row: what is wide, or last in its row, takes the columns that are left. */
export function preparedValues(
  { columns, items }: PrintBlockOf<'keyValues'>,
  labels: Labels,
): PreparedValue[] {
  let used = 0;
  return items.map(({ name, value, wide = false }, index) => {
    // A wide one fills its row; so does one before a wide one, and the last.
    const alone =
      wide || used === columns - 1 || index === items.length - 1 || items[index + 1]?.wide === true;
    const span = alone ? 2 * (columns - used) - 1 : 1;
    used = alone ? 0 : used + 1;
    return { name, value: preparedCell(value, labels), span };
  });
}
