import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from './log.ts';
import { partEnding, syncFile } from './sync-file.ts';

/** 压舱文件 ballast: space held back so that a store with a full disk can still delete and move things. */
export const ballastBytes = 8 * 1024 * 1024;

export type Ballast = {
  /** Gives the space free; true when there was some. */
  release(): boolean;
  /** Ends the laying of the ballast. */
  close(): Promise<void>;
};

/** Lays the ballast where it is missing and the disk has plenty (eight times its size); beside other work. */
export function layBallast(folder: string, bytes: number, log: Log): Ballast {
  const path = join(folder, 'ballast.bin');
  const lay = async (): Promise<void> => {
    if (bytes === 0 || existsSync(path)) return;
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < bytes * 8) return;
    // Random content: a file system that compresses or skips zeros would hold nothing back.
    await writeFile(path + partEnding, randomBytes(bytes));
    await syncFile(path + partEnding);
    await rename(path + partEnding, path);
  };
  const laid = lay().catch((error: unknown) => log.write('error', 'ballast not laid', error));
  return {
    release() {
      if (!existsSync(path)) return false;
      rmSync(path, { force: true });
      log.write('error', 'disk full: ballast released');
      return true;
    },
    close: async () => laid,
  };
}
