import { readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { DeskError } from '#shared/rpc/desk-error.ts';

/**
 * One writer: a data folder is held by one process. The lock is an exclusive SQLite lock on a file of its own, which the
 * system drops when the process dies, so a crash leaves nothing to clean up.
 * Errors: `unavailable` data-folder-in-use, with who has it (told by the holder in `desk.lock.txt`); `storage` cannot-open
 * when the folder cannot be written.
 */
export function lockDataFolder(folder: string, now: string): { release(): void } {
  const told = join(folder, 'desk.lock.txt');
  let lock: BetterSqlite.Database | undefined;
  try {
    lock = new BetterSqlite(join(folder, 'desk.lock'), { timeout: 200 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    if (!busy) throw new DeskError({ code: 'storage', reason: 'cannot-open' });
    const { process: id, user, machine, since } = lockHolder(folder) ?? nobodyTold;
    const params = { process: id, user, machine, since };
    throw new DeskError({ code: 'unavailable', reason: 'data-folder-in-use', params });
  }
  const held = lock;
  writeFileSync(
    told,
    JSON.stringify({ process: process.pid, user: userInfo().username, machine: hostname(), since: now }),
  );
  return {
    release() {
      if (held.open) held.close();
    },
  };
}

export type LockHolder = {
  readonly process: number;
  readonly user: string;
  readonly machine: string;
  readonly since: string;
};

const nobodyTold: LockHolder = { process: 0, user: '?', machine: '?', since: '?' };

/** Who holds the folder, as told by the holder. */
function lockHolder(folder: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'desk.lock.txt'), 'utf8')) as LockHolder; // written by lockDataFolder
  } catch {
    return undefined;
  }
}
