import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import type { BackupProblem, BackupReason } from '../backup/backup.contract.ts';

/**
 * Glossary: 救援 rescue: the store cannot be opened; nobody can sign in, and these calls are the way out. 抢救 salvage: what can
 * still be read is copied into a new database. With an open store each is refused with `store-is-fine`.
 */
export const rescueActions = ['retry', 'restore', 'salvage'] as const;
export type RescueAction = (typeof rescueActions)[number];

/** Why the store cannot be opened: `problem.reasons.…`. */
export type StoreProblem = { readonly reason: string };

export type RescueBackup = {
  readonly path: string;
  readonly place: 'data' | 'other';
  readonly storeName: string;
  readonly createdAt: string;
  readonly bytes: number;
  readonly reason: BackupReason;
  /** Read back just now; null = not looked at, which restoring does anyway. */
  readonly check: 'sound' | BackupProblem | null;
};

export type RescueState = {
  readonly problem: StoreProblem;
  /** What may be tried with this problem; none with a newer database, whose file is left alone. */
  readonly actions: readonly RescueAction[];
  readonly dataFolder: string;
  readonly databasePath: string;
  /** Newest first: those of the data folder, and of the other folder where one was named. */
  readonly backups: readonly RescueBackup[];
  /** Whether the other folder is there; null when none was named. */
  readonly otherFolderFound: boolean | null;
};

/** What a rescue did: damaged files lie in `asideFolder` and are kept. */
export type Rescued = { readonly asideFolder: string };
export type Salvage = Rescued & {
  readonly rows: number;
  /** Tables of which some rows could not be read. */
  readonly incomplete: readonly string[];
};

const path = z.string().trim().min(1, { error: 'required' }).max(1000, { error: 'too-long' });

export const rescueContract = {
  /** `folder`: where else to look for backups, such as a USB stick. */
  state: query(
    'open',
    z.strictObject({ folder: z.string().trim().max(1000, { error: 'too-long' }).default('') }),
    output<RescueState>(),
  ),
  /** Tries to open the store again, after the cause was removed. */
  retry: action('open', z.strictObject({}), output<Record<string, never>>()),
  /** Puts a sound backup with its manifest in place of the store. */
  restore: action('open', z.strictObject({ path }), output<Rescued>()),
  /** The last resort: saves the rows that can still be read. */
  salvage: action('open', z.strictObject({}), output<Salvage>()),
};
