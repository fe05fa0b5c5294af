import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { Log } from './log.ts';
import { isSound, openSqlite } from './sqlite.ts';

/** Whether the open store's file was found damaged while it was in use. */
export type DamageWatch = {
  readonly found: boolean;
  /** A call, a job or a backup failed: where that speaks of damage the file is looked at, and everybody told when it is true. */
  hear(failure: DeskErrorData): void;
};

/** A file that was found whole is not looked at again for so long: a look reads all of it, a second for each 700 MB. */
const restMs = 60_000;

/** True when the structure of the file is not whole, or it cannot be read at all. */
function isDamaged(path: string): boolean {
  try {
    const sqlite = openSqlite(path, 'read');
    try {
      return !isSound(sqlite);
    } finally {
      sqlite.close();
    }
  } catch {
    return true;
  }
}

/** `told` is called once, when damage is certain: another file that a call read may have been the damaged one. */
export function damageWatch(path: string, log: Log, told: () => void): DamageWatch {
  let found = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  function look(): void {
    if (!isDamaged(path)) return;
    found = true;
    log.write('error', 'the store was found damaged while it was open', new Error(path));
    told();
  }
  return {
    get found() {
      return found;
    },
    hear(failure) {
      if (failure.code !== 'storage' || failure.reason !== 'damaged' || found) return;
      const now = performance.now();
      if (now - lookedAt < restMs) return;
      lookedAt = now;
      // After the answer that told of it.
      setImmediate(look);
    },
  };
}
