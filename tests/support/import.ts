import { expect } from 'vitest';
import type { ImportCounts, UndoCounts } from '#shared/features/import/import.contract.ts';
import type { Window } from './core.ts';
import { jobEnd } from './jobs.ts';

/** A file of comma separated lines. */
export const csvFile = (name: string, ...lines: string[]): File => new File([lines.join('\n')], name);

/** Imports a file whose kind is guessed: [create, update, unchanged, refused], and why rows were kept out. */
export async function importFile(window: Window, file: File) {
  const { client } = window;
  const { fileId } = await client.import.upload({ file });
  const { kind } = await client.import.look({ fileId });
  const job = await jobEnd(window, (await client.import.run({ fileId, reading: {} })).jobId);
  expect(job).toMatchObject({ state: 'done' });
  const { counts } = job.result as { counts: ImportCounts };
  const { rows } = await client.import.previewRows({ fileId });
  return {
    fileId,
    kind,
    counts: [counts.create, counts.update, counts.unchanged, counts.refused],
    kept: rows
      .filter(({ verdict }) => verdict === 'refused' || verdict === 'ask')
      .map(({ row, problems }) => [row, problems[0]?.code]),
  };
}

/** Takes the newest import back. */
export async function undoNewest(window: Window): Promise<UndoCounts> {
  const { rows } = await window.client.import.list({});
  const job = await jobEnd(window, (await window.client.import.undo({ id: rows[0]?.id ?? 0 })).jobId);
  expect(job).toMatchObject({ state: 'done' });
  return job.result as UndoCounts;
}
