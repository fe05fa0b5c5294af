import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mostListRows } from '#shared/features/partner/partner-list.rules.ts';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { openTable } from '../import/read/open-table.ts';
import { asUnreadable } from '../import/read/read-problem.ts';

/** A month of one partner; what is larger is something else. */
const limits = {
  maxFileBytes: 8 * 2 ** 20,
  maxXlsBytes: 8 * 2 ** 20,
  maxInflatedBytes: 64 * 2 ** 20,
  maxStringsBytes: 32 * 2 ** 20,
  maxColumns: 60,
  maxCellChars: 4000,
};

/**
 * The cells of a partner's list, line by line as in the file (xlsx, xls, csv). Nothing stays on disk. Errors: `file-…` of
 * reading a table, `partner-list-long`.
 */
export async function readListFile(file: DeskFile, folder: string): Promise<string[][]> {
  if (file.size > limits.maxFileBytes) throw ruleViolated('file-too-large');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}~partner-list`);
  try {
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    const table = await openTable(path, { limits });
    try {
      const lines: string[][] = [];
      for await (const batch of table.rows())
        for (const { row, cells } of batch) {
          if (row > mostListRows + 20) throw ruleViolated('partner-list-long', { most: mostListRows });
          while (lines.length < row - 1) lines.push([]);
          lines.push(cells.map((cell) => String(cell ?? '').slice(0, 200)));
        }
      return lines;
    } finally {
      await table.close();
    }
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    await rm(path, { force: true });
  }
}
