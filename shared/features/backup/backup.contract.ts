import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';

/**
 * Glossary: 备份 backup: one consistent copy of the store's database with a manifest beside it. 恢复 restore: a backup
 * takes the place of the database. 第二备份文件夹 second folder: on another disk, a USB stick or the network.
 */
export const backupReasons = [
  'scheduled', // 定时
  'manual', // 手动
  'before-migration', // 升级前
  'before-import', // 导入前
  'before-update', // 换新版前
  'before-restore', // 恢复前
  'before-bulk', // 批量修改前
] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What the manifest beside a backup says: enough to know later that nothing in it was changed. */
export const backupManifest = z.object({
  file: z.string().min(1),
  /** Order of the backups of one folder; the clock may be set back, this number never. */
  sequence: z.number().int().positive(),
  createdAt: z.iso.datetime(),
  reason: z.enum(backupReasons),
  sha256: z.string().length(64),
  bytes: z.number().int().positive(),
  schemaVersion: z.string(),
  storeName: z.string(),
  rowCounts: z.record(z.string(), z.number().int()),
  auditSeq: z.number().int(),
  auditHead: z.string().length(64),
  /** Photos and other files that the database of the backup names; `missing` could not be brought. None before the schema knew them. */
  attachments: z
    .object({ files: z.number().int(), bytes: z.number().int(), missing: z.number().int() })
    .default({ files: 0, bytes: 0, missing: 0 }),
});
export type BackupManifest = Readonly<z.infer<typeof backupManifest>>;

export type BackupLine = BackupManifest & {
  readonly path: string;
  readonly place: 'data' | 'second';
  /** The file is gone or has another size. */
  readonly missing: boolean;
};

/** Why a backup cannot be used; sentences are `problem.reasons.backup-…`. */
export type BackupProblem =
  | 'backup-missing'
  | 'backup-no-manifest'
  | 'backup-changed'
  | 'backup-damaged'
  | 'backup-newer';

/** What went wrong last, in which place; sentences are `problem.reasons.…`. */
export type BackupFailure = {
  readonly at: string;
  readonly place: 'data' | 'second';
  readonly reason: string;
};

export type BackupState = {
  /** Both folders, newest first. */
  readonly backups: readonly BackupLine[];
  readonly folder: string;
  readonly secondFolder: string;
  readonly dataFolder: string;
  readonly databaseBytes: number;
  /** Photos and other files that the store names. */
  readonly attachments: { readonly files: number; readonly bytes: number };
  /** Something was written since the newest backup. */
  readonly changedSince: boolean;
  readonly lastError: BackupFailure | null;
};

/** Hashes of photos and other files that are gone, and of those that are not what they were. */
export type AttachmentFaults = { readonly missing: readonly string[]; readonly changed: readonly string[] };

/** What `verify` found. `ok` when nothing is wrong. */
export type StoreVerdict = {
  readonly ok: boolean;
  readonly schemaVersion: string;
  /** Messages of SQLite's integrity check; empty when whole. */
  readonly integrity: readonly string[];
  /** Rows whose reference leads nowhere. */
  readonly danglingReferences: number;
  readonly audit: { readonly rows: number; readonly head: string; readonly brokenAt: number | null };
  /** Of the store itself: how many it names, and what is wrong with them. */
  readonly attachments: AttachmentFaults & { readonly files: number };
  readonly backups: readonly {
    readonly path: string;
    readonly createdAt: string;
    readonly problem: BackupProblem | null;
    /** Whether the audit chain of the store still contains the head that the backup recorded. */
    readonly inChain: boolean;
    /** Attachments that it needs and its folder does not hold whole. */
    readonly attachments: AttachmentFaults;
  }[];
};

const filePath = z.string().trim().min(1, { error: 'required' }).max(1000, { error: 'too-long' });

export const backupContract = {
  state: query('backup.read', z.strictObject({}), output<BackupState>()),
  /** Makes a backup now: in the store's backup folders, or only in `toFolder` when given (not thinned there). */
  run: action(
    'backup.run',
    z.strictObject({ toFolder: z.string().trim().max(1000).default('') }),
    output<BackupManifest & { path: string; failure: BackupFailure | null }>(),
  ),
  /** Reads the backup back: hash, structure, row counts, audit head, and every attachment that it needs. */
  check: action(
    'backup.read',
    z.strictObject({ path: filePath }),
    output<{
      problem: BackupProblem | null;
      manifest: BackupManifest | null;
      attachments: AttachmentFaults;
    }>(),
  ),
  /** Integrity of the store, its attachments, its audit chain and all its backups. */
  verify: action('backup.read', z.strictObject({}), output<StoreVerdict>()),
  /**
   * Puts a backup in place of the database; the present one is backed up first (`undoPath`). All sessions end.
   * `withoutManifest` accepts a file whose manifest is gone, after a full integrity check.
   */
  restore: action(
    'backup.restore',
    z.strictObject({ path: filePath, withoutManifest: z.boolean().default(false) }),
    output<{ undoPath: string; asideFolder: string; lostAttachments: number }>(),
  ),
};
