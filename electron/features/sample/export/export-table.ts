/** One export file before it is written: what stands above the headings, the headings, the rows and what stands below. */
export type ExportTable = {
  readonly titles: readonly string[];
  readonly headers: readonly string[];
  /** True rows and, among them, `broken` ones that an import must refuse. */
  readonly rows: readonly (readonly string[])[];
  readonly broken: number;
  /** 合计 row, where the system prints one. */
  readonly total?: readonly string[];
};

/** A column: heading and text of a record. */
export type ExportColumn<Row> = readonly [heading: string, text: (row: Row, at: number) => string | null];

/** Builds a table; the broken rows are spread among the true ones. A cell that is null is empty. */
export function exportTable<Row>(
  rows: readonly Row[],
  columns: readonly ExportColumn<Row>[],
  more: {
    readonly titles?: readonly string[];
    /** Heading → text of rows that are wrong; other cells come from the first true row. */
    readonly broken?: readonly Readonly<Record<string, string>>[];
    readonly total?: Readonly<Record<string, string>>;
  } = {},
): ExportTable {
  const headers = columns.map(([heading]) => heading);
  const cellsOf = (row: Row, at: number): string[] => columns.map(([, text]) => text(row, at) ?? '');
  const lines = rows.map(cellsOf);
  const broken = more.broken ?? [];
  const first = rows[0];
  broken.forEach((wrong, at) => {
    const base = first === undefined ? headers.map(() => '') : cellsOf(first, 1);
    const line = headers.map((heading, column) => wrong[heading] ?? base[column] ?? '');
    lines.splice(Math.floor(((at + 1) * lines.length) / (broken.length + 2)), 0, line);
  });
  const table = { titles: more.titles ?? [], headers, rows: lines, broken: broken.length };
  const { total } = more;
  return total ? { ...table, total: headers.map((heading) => total[heading] ?? '') } : table;
}

/** Yuan with two decimals; nothing for no amount. */
export const yuan = (fen: number | null): string | null => (fen === null ? null : (fen / 100).toFixed(2));

/** The same with thousands separators, as on paper. */
export const paperYuan = (fen: number | null): string | null =>
  yuan(fen)?.replaceAll(/\B(?=(\d{3})+(?!\d))/gu, ',') ?? null;

/** Digits and letters of full width, as some input methods leave them. */
export const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9A-Za-z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Plate with the dot that is on the metal. */
export const dottedPlate = (plate: string): string => `${plate.slice(0, 2)}·${plate.slice(2)}`;

export type DayForm = 'compact' | 'slash' | 'dot' | 'chinese' | 'loose';

const dayForms: Readonly<Record<DayForm, (year: string, month: string, date: string) => string>> = {
  compact: (year, month, date) => year + month + date,
  slash: (year, month, date) => `${year}/${month}/${date}`,
  dot: (year, month, date) => `${year}.${month}.${date}`,
  chinese: (year, month, date) => `${year}年${Number(month)}月${Number(date)}日`,
  loose: (year, month, date) => `${year}/${Number(month)}/${Number(date)}`,
};

/** A day in the form that a system writes. */
export const dayAs = (day: string | null, form: DayForm): string | null =>
  day === null ? null : dayForms[form](day.slice(0, 4), day.slice(5, 7), day.slice(8));

/** Rows in the order of a text, as systems list them by date or number. */
export const inOrder = <Row>(rows: readonly Row[], key: (row: Row) => string): Row[] => {
  const keyed = rows.map((row, at) => ({ row, key: key(row), at }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ row }) => row);
};

/** Wall clock of the store, `yyyy-MM-dd HH:mm`, of a UTC instant between 00:00 and 15:59. */
export function wallClock(instant: string | null): string | null {
  if (instant === null) return null;
  const hour = Number(instant.slice(11, 13)) + 8;
  return `${instant.slice(0, 10)} ${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`;
}
