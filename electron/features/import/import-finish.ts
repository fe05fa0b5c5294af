import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ImportLook,
  ImportResult,
  Reading,
  Unfinished,
} from '#shared/features/import/import.contract.ts';
import type { ImportKind } from '#shared/features/import/import.kinds.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { Clock } from '#electron/kernel/clock.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import { faultPoint } from '#electron/kernel/fault-point.ts';
import type { JobOutcome } from '#electron/kernel/jobs.ts';
import type { Log } from '#electron/kernel/log.ts';
import type { FileToRead } from './import-look.ts';
import { rememberShape } from './import.repository.ts';
import { writeRefusedFile } from './refused-file.ts';

export type FinishParts = {
  readonly database: DeskDatabase;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the file of the refused rows goes. */
  readonly folder: string;
};

export type RowsWritten = {
  readonly file: FileToRead;
  readonly look: ImportLook & { readonly shape: string };
  readonly kind: ImportKind;
  readonly reading: Reading;
  readonly stagePath: string;
  readonly language: Language;
  readonly result: ImportResult;
};

/**
 * What follows once the rows are written for good: the mapping is remembered, the rows kept out become a file. Never throws,
 * because the import is done whatever happens here: what could not be done is told as unfinished.
 */
export async function finishImport(
  { database, clock, log, folder }: FinishParts,
  { file, look, kind, reading, stagePath, language, result }: RowsWritten,
): Promise<{ result: ImportResult; file?: JobOutcome['file'] }> {
  const unfinished: Unfinished[] = [...result.unfinished];
  async function attempt(part: Unfinished, work: () => Promise<unknown>): Promise<boolean> {
    try {
      faultPoint(`import:${part}`);
      await work();
      return true;
    } catch (error) {
      log.write('error', `after an import: ${part}`, error);
      unfinished.push(part);
      return false;
    }
  }

  await attempt('mapping', () =>
    database.write((writer) =>
      rememberShape(
        writer,
        look.shape,
        kind,
        look.headers,
        look.mapping,
        reading.encoding ?? null,
        clock.now(),
      ),
    ),
  );
  if (result.keptOut === 0) return { result: { ...result, unfinished } };
  const path = join(folder, `${file.fileId}-refused.xlsx`);
  const written = await attempt('refusedFile', () =>
    writeRefusedFile(stagePath, look.headers, path, language),
  );
  if (!written) await rm(`${path}.part`, { force: true }).catch(() => undefined);
  const name = `${file.fileName.replace(/\.[^.]*$/u, '')}-refused.xlsx`;
  return { result: { ...result, unfinished }, ...(written ? { file: { path, name } } : {}) };
}
