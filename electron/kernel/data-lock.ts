import { readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { DeskError } from '#shared/rpc/desk-error.ts';

/**
 * One writer: a data folder is held by one process. The lock is an exclusive SQLite lock on a file of its own, which the
 * system drops when the process dies, so a crash leaves nothing to clean up.
 * Error: `unavailable` data-folder-in-use; who has it stands in `desk.lock.txt`.
 */
export function lockDataFolder(folder: string, now: string): { release(): void } {
  const told = join(folder, 'desk.lock.txt');
  const lock = new BetterSqlite(join(folder, 'desk.lock'), { timeout: 200 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new DeskError({ code: 'unavailable', reason: 'data-folder-in-use' });
  }
  writeFileSync(
    told,
    JSON.stringify({ process: process.pid, user: userInfo().username, machine: hostname(), since: now }),
  );
  return {
    release() {
      if (lock.open) lock.close();
    },
  };
}

export type LockHolder = {
  readonly process: number;
  readonly user: string;
  readonly machine: string;
  readonly since: string;
};

/** Who holds the folder, as told by the holder. */
export function lockHolder(folder: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'desk.lock.txt'), 'utf8')) as LockHolder; // written by lockDataFolder
  } catch {
    return undefined;
  }
}
