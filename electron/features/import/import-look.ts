import type { ImportLook, Reading } from '#shared/features/import/import.contract.ts';
import {
  guessKind,
  guessMapping,
  missingNeeds,
  type ImportMapping,
} from '#shared/features/import/import-mapping.rules.ts';

import { isTotalRow, tableShape } from '#shared/features/import/import-table.rules.ts';
import type { RawRow } from '#shared/features/import/raw-row.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { headerOf } from './feed/data-rows.ts';
import { readShape } from './import.repository.ts';
import { openTable } from './read/open-table.ts';
import { asUnreadable } from './read/read-problem.ts';
import { BATCH_ROWS, chooseSheet } from './read/table-file.ts';

export type FileToRead = { readonly fileId: string; readonly fileName: string; readonly path: string };

const shownRows = 20;

/** A first look: reads the first rows only, guesses what was not said, remembers files of the same shape. */
export async function lookAt(
  reader: Reader,
  file: FileToRead,
  reading: Reading,
): Promise<ImportLook & { shape: string }> {
  try {
    const table = await openTable(file.path, {
      ...(reading.encoding ? { encoding: reading.encoding } : {}),
      ...(reading.sheet ? { sheet: reading.sheet } : {}),
    });
    try {
      let batch: readonly RawRow[] = [];
      for await (const rows of table.rows(reading.sheet)) {
        batch = rows;
        break;
      }
      const first = batch.slice(0, 60);
      const header = headerOf(first, reading.headerRow);
      const headers = [...header.headers];
      const shape = tableShape(headers);
      const remembered = reading.kind || reading.mapping ? undefined : await readShape(reader, shape);
      const kind = reading.kind ?? remembered?.kind ?? guessKind(headers) ?? null;
      const mapping: ImportMapping =
        reading.mapping ??
        (remembered ? byColumn(headers, remembered.byHeading) : kind ? guessMapping(headers, kind) : {});
      return {
        fileId: file.fileId,
        fileName: file.fileName,
        format: table.format,
        encoding: table.encoding ?? null,
        encodingCertain: table.encodingCertain,
        sheets: table.sheets.map((sheet) => sheet.name),
        sheet: table.sheets[chooseSheet(table.sheets, reading.sheet)]?.name ?? null,
        headerRow: header.headerRow,
        headers,
        firstDataRow: header.firstDataRow,
        rowsSeen: batch.filter((row) => row.row >= header.firstDataRow && !isTotalRow(row.cells)).length,
        moreRows: batch.length >= BATCH_ROWS,
        firstRows: first
          .slice(0, Math.max(shownRows, first.findIndex((row) => row.row >= header.firstDataRow) + 5))
          .map(({ row, cells }) => ({ row, cells })),
        kind,
        mapping,
        remembered: remembered !== undefined,
        missing: kind ? missingNeeds(mapping, kind) : [],
        shape,
      };
    } finally {
      await table.close();
    }
  } catch (error) {
    throw asUnreadable(error);
  }
}

function byColumn(headers: readonly string[], byHeading: Readonly<Record<string, string>>): ImportMapping {
  return Object.fromEntries(
    headers.flatMap((header, column) =>
      byHeading[header] ? [[String(column), byHeading[header]] as const] : [],
    ),
  );
}
