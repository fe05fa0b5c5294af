import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { BackupManifest, BackupProblem } from '#shared/features/backup/backup.contract.ts';
import { readManifest } from './backup-folder.ts';
import { readBack, type ReadBack } from './backup-file.ts';
import { knownMigrations } from './migrate.ts';
import { sha256OfFile } from './sync-file.ts';

export type CheckedBackup = {
  readonly problem: BackupProblem | null;
  readonly manifest: BackupManifest | null;
  readonly content: ReadBack | null;
};

const isNewer = (schemaVersion: string): boolean =>
  schemaVersion !== '' && !knownMigrations.includes(schemaVersion);

/**
 * Reads a backup back: size and hash by its manifest, then structure, row counts and audit head. Without a manifest the
 * slower integrity check is made and `backup-no-manifest` told, with the content when it is readable.
 */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  if (!existsSync(path)) return { problem: 'backup-missing', manifest: null, content: null };
  const manifest = (await readManifest(path)) ?? null;
  if (manifest) {
    const { size } = await stat(path);
    if (size !== manifest.bytes || (await sha256OfFile(path)) !== manifest.sha256)
      return { problem: 'backup-changed', manifest, content: null };
  }
  let content: ReadBack;
  try {
    content = await readBack(path, manifest === null);
  } catch {
    return { problem: 'backup-damaged', manifest, content: null };
  }
  if (isNewer(content.schemaVersion)) return { problem: 'backup-newer', manifest, content };
  if (!manifest) return { problem: 'backup-no-manifest', manifest, content };
  const told: ReadBack = {
    schemaVersion: manifest.schemaVersion,
    storeName: manifest.storeName,
    rowCounts: manifest.rowCounts,
    auditSeq: manifest.auditSeq,
    auditHead: manifest.auditHead,
  };
  const same = JSON.stringify(told) === JSON.stringify({ ...told, ...content });
  return { problem: same ? null : 'backup-changed', manifest, content };
}
