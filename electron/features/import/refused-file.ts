import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Language } from '#shared/kernel/language.ts';
import { createTexts } from '#shared/text/texts.ts';
import { plainCell } from '#electron/kernel/csv.ts';
import { openStage } from './import-stage.ts';

/**
 * Writes the rows that were kept out, as they stand in the file, with a first column that says why: to be mended and
 * imported again. Every cell is text, so that Excel changes no telephone number.
 */
export async function writeRefusedFile(
  stagePath: string,
  headers: readonly string[],
  path: string,
  language: Language,
): Promise<void> {
  const { t } = createTexts(language);
  const stage = openStage(stagePath);
  function* rows(): Generator<string[]> {
    for (const { row, cells, problems } of stage.keptOut()) {
      const why = problems
        .filter((problem) => !problem.warning)
        .map(({ column, message }) => (column === null ? message : `${headers[column] ?? ''}：${message}`));
      yield [why.join(' '), String(row), ...headers.map((_, index) => plainCell(String(cells[index] ?? '')))];
    }
  }
  try {
    const stream = writeXlsxStream(rows(), {
      name: t('import.refusedSheet'),
      columns: [
        { header: t('import.reason'), width: 50 },
        { header: t('import.originalRow'), width: 10 },
        ...headers.map((header) => ({ header, width: 16 })),
      ],
      freezePane: { rows: 1 },
    });
    await pipeline(
      Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]),
      createWriteStream(`${path}.part`, { flush: true }),
    );
    await rename(`${path}.part`, path);
  } finally {
    stage.close();
  }
}
