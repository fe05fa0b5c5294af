import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#electron/kernel/clock.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import type { Log } from '#electron/kernel/log.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { Job } from '#shared/features/job/job.contract.ts';
import type { WaitingFile } from '#shared/features/import/import.contract.ts';
import { lookAt } from './import-look.ts';
import { lastImportId } from './import.repository.ts';
import type { Imports } from './import-service.ts';

/** Where files go once they are imported, inside the watched folder. */
export const doneFolder = '已导入 imported';

export type WatchFolder = {
  /** One look: imports files whose shape is remembered; the rest waits. Never throws. */
  look(): Promise<void>;
  /** Files that wait for a person, with the reason. */
  waiting(): readonly WaitingFile[];
  /** Full path of a waiting file. */
  pathOf(fileName: string): string | undefined;
  close(): Promise<void>;
};

export type WatchParts = {
  readonly database: DeskDatabase;
  readonly imports: Imports;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly clock: Clock;
  /** The data folder's own actor for what happens by itself. */
  readonly actor: Actor;
  /** Time between two looks. */
  readonly everyMs?: number | undefined;
};

/** A file is taken when two looks find it the same: another program may still be writing it. */
type Seen = { readonly size: number; readonly changed: number };

const isTooLarge = ({ error }: Job): boolean =>
  error?.code === 'rule-violated' && error.reason === 'import-large';

const unknownShape = 'unknown-shape';
const lookEveryMs = 10_000;

export function watchFolder(parts: WatchParts): WatchFolder {
  const { database, imports, jobs, log, clock, actor, everyMs = lookEveryMs } = parts;
  const seen = new Map<string, Seen>();
  const waiting = new Map<string, WaitingFile>();
  /** Imported, but another program (Excel, say) kept them from being moved: they must not be imported over and over. */
  const imported = new Set<string>();
  /** Nobody was there to agree to what they would do; the newest import by then. Imported by hand, they have nothing left to do. */
  const tooLarge = new Map<string, number>();
  let folder = '';
  let closed = false;
  let runningJob: number | undefined;
  let busy: Promise<void> = Promise.resolve();

  async function filesIn(path: string): Promise<string[]> {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
      .map((entry) => entry.name);
  }

  async function isStill(name: string): Promise<boolean> {
    const { size, mtimeMs } = await stat(join(folder, name));
    const before = seen.get(name);
    seen.set(name, { size, changed: mtimeMs });
    const still = before?.size === size && before.changed === mtimeMs && size > 0;
    if (!still) imported.delete(name);
    return still;
  }

  async function moveToDone(name: string): Promise<void> {
    try {
      await mkdir(join(folder, doneFolder), { recursive: true });
      const stamp = clock.now().replaceAll(/[:.]/gu, '-');
      await rename(join(folder, name), join(folder, doneFolder, `${stamp} ${name}`));
    } catch (error) {
      if (!imported.has(name)) log.write('error', 'an imported file could not be moved', error);
      imported.add(name);
      waiting.set(name, { fileName: name, reason: 'file-in-use' });
      return;
    }
    imported.delete(name);
    seen.delete(name);
    waiting.delete(name);
  }

  async function take(name: string): Promise<void> {
    tooLarge.delete(name);
    try {
      const path = join(folder, name);
      // A person who imports one file of this shape teaches it; then this one goes by itself at the next look.
      const look = await lookAt(database.reader, { fileId: '', fileName: name, path }, {});
      if (!look.remembered) {
        waiting.set(name, { fileName: name, reason: unknownShape });
        return;
      }
      const { fileId, fileName } = await imports.takePath(path);
      const { id, ended } = await jobs.start({
        kind: 'import_run',
        subject: fileName,
        personId: null,
        async run(job) {
          const { result, file } = await imports.run(fileId, {}, 'run', actor, job);
          return file ? { result: { ...result }, file } : { result: { ...result } };
        },
      });
      runningJob = id;
      if (closed) jobs.cancel(id);
      const job = await ended;
      runningJob = undefined;
      await imports.drop(fileId);
      // A file that was written meanwhile has more to say: it stays, and is taken once it is still again.
      if (job.state === 'done' && !(await isStill(name))) return;
      if (job.state === 'done') await moveToDone(name);
      else if (isTooLarge(job)) {
        waiting.set(name, { fileName: name, reason: 'too-much-by-itself' });
        tooLarge.set(name, await lastImportId(database.reader));
      } else waiting.set(name, { fileName: name, reason: 'not-by-itself' });
    } catch (error) {
      // One file's trouble is not the others'.
      if (!(error instanceof DeskError)) log.write('error', `watch folder: ${name}`, error);
      const data = error instanceof DeskError ? error.data : undefined;
      waiting.set(name, {
        fileName: name,
        reason: data && 'reason' in data ? data.reason : 'not-by-itself',
      });
    }
  }

  async function lookOnce(): Promise<void> {
    folder = (await readSetting(database.reader, 'watchFolder')) ?? '';
    if (folder === '') return waiting.clear();
    const names = await filesIn(folder);
    for (const name of [...waiting.keys(), ...seen.keys()]) {
      if (names.includes(name)) continue;
      waiting.delete(name);
      seen.delete(name);
      tooLarge.delete(name);
    }
    const newest = await lastImportId(database.reader);
    const mayGoNow = (name: string): boolean =>
      (waiting.get(name)?.reason ?? unknownShape) === unknownShape || (tooLarge.get(name) ?? newest) < newest;
    for (const name of names) {
      if (closed) return;
      if (!(await isStill(name))) waiting.delete(name);
      else if (imported.has(name)) await moveToDone(name);
      else if (mayGoNow(name)) await take(name);
    }
  }

  const look = (): Promise<void> => {
    busy = busy.then(lookOnce).catch((error: unknown) => log.write('error', 'watch folder', error));
    return busy;
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();

  return {
    look,
    waiting: () => [...waiting.values()],
    pathOf: (fileName) => (waiting.has(fileName) ? join(folder, fileName) : undefined),
    async close() {
      clearInterval(timer);
      closed = true;
      if (runningJob !== undefined) jobs.cancel(runningJob);
      await busy;
    },
  };
}
