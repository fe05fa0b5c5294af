import { isKnownHeading } from '#shared/features/import/import-mapping.rules.ts';
import { guessHeader, isTotalRow, type TableHeader } from '#shared/features/import/import-table.rules.ts';
import type { RawRow } from '#shared/features/import/raw-row.ts';
import type { ImportOrder } from '../import-order.ts';
import { openTable } from '../read/open-table.ts';

const headRows = 30;

/** The heading row: where the person said, else guessed. */
export function headerOf(rows: readonly RawRow[], headerRow: number | undefined): TableHeader {
  if (headerRow === undefined) return guessHeader(rows, isKnownHeading);
  const row = rows.find((candidate) => candidate.row === headerRow);
  return {
    headerRow,
    headers: (row?.cells ?? []).map((cell) => String(cell ?? '').trim()),
    firstDataRow: headerRow + 1,
  };
}

export type Reading = Pick<ImportOrder, 'filePath' | 'encoding' | 'sheet' | 'headerRow'>;

/** The data rows of a file, batch by batch: without titles, headings, 合计 rows and blank lines. Throws ReadProblem. */
export async function* dataRows(
  order: Reading,
): AsyncGenerator<{ rows: readonly RawRow[]; headers: readonly string[] }, void, undefined> {
  const table = await openTable(order.filePath, {
    ...(order.encoding ? { encoding: order.encoding } : {}),
    ...(order.sheet ? { sheet: order.sheet } : {}),
  });
  try {
    let headers: readonly string[] | undefined;
    let firstDataRow = 0;
    for await (const batch of table.rows(order.sheet)) {
      if (!headers) {
        const header = headerOf(batch.slice(0, headRows), order.headerRow);
        headers = header.headers;
        firstDataRow = header.firstDataRow;
      }
      const rows = batch.filter((row) => row.row >= firstDataRow && !isTotalRow(row.cells));
      if (rows.length > 0) yield { rows, headers };
    }
  } finally {
    await table.close();
  }
}
