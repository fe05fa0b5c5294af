import type { ImportResult } from '#shared/features/import/import.contract.ts';
import type { Job } from '#shared/features/job/job.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { importCounts, undoCounts } from './import.repository.ts';

/**
 * What an import, or its undo, had done for good when the program ended under it; undefined when it had done nothing. The rows
 * are in the store and the job must not say that it failed: somebody would repeat it.
 */
export async function recoveredImport(
  reader: Reader,
  { kind, subject, personId, startedAt }: Job,
): Promise<Record<string, unknown> | undefined> {
  if (kind === 'import_undo') return undoneSince(reader, Number(subject), startedAt);
  if (kind !== 'import_run') return undefined;
  const found = await reader
    .selectFrom('import')
    .select('id')
    .where('fileName', '=', subject)
    .where('personId', 'is', personId)
    .where('at', '>=', startedAt)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!found) return undefined;
  const counts = await importCounts(reader, found.id);
  const result: ImportResult = {
    counts,
    problems: [],
    importId: found.id,
    keptOut: counts.refused,
    unfinished: counts.refused > 0 ? ['details', 'refusedFile'] : ['details'],
  };
  return result;
}

async function undoneSince(
  reader: Reader,
  id: number,
  since: string,
): Promise<Record<string, unknown> | undefined> {
  const undone = await reader
    .selectFrom('import')
    .select('id')
    .where('id', '=', id)
    .where('undoneAt', '>=', since)
    .executeTakeFirst();
  return undone && (await undoCounts(reader, id));
}
