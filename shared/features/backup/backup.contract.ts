import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';

/** 备份: what the manifest beside a backup says. */
export type BackupManifest = {
  readonly file: string;
  readonly createdAt: string;
  readonly reason:
    | 'scheduled'
    | 'manual'
    | 'before-migration'
    | 'before-import'
    | 'before-restore'
    | 'before-bulk';
  readonly sha256: string;
  readonly bytes: number;
  readonly schemaVersion: string;
  readonly storeName: string;
  readonly rowCounts: Readonly<Record<string, number>>;
  readonly auditSeq: number;
  readonly auditHead: string;
};

export type BackupLine = BackupManifest & { readonly folder: string; readonly place: 'data' | 'second' };

export type BackupState = {
  readonly backups: readonly BackupLine[];
  readonly folder: string;
  readonly secondFolder: string;
  readonly dataFolder: string;
  readonly databaseBytes: number;
  readonly lastError: string | null;
};

export const backupContract = {
  state: query('backup.read', z.strictObject({}), output<BackupState>()),
  run: action(
    'backup.run',
    z.strictObject({ toFolder: z.string().max(1000).default('') }),
    output<BackupManifest>(),
  ),
  /** Reads the backup back: hash, integrity, row counts, audit head. */
  check: action(
    'backup.read',
    z.strictObject({ path: z.string().max(1000) }),
    output<{ ok: boolean; problem: string | null }>(),
  ),
  /** Puts a backup in place of the database; the present one is backed up first. The session ends. */
  restore: action(
    'backup.restore',
    z.strictObject({ path: z.string().max(1000) }),
    output<{ undoPath: string }>(),
  ),
};
