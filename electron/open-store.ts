import { appContract } from '#shared/rpc/app.contract.ts';
import { shipChecklists } from './features/checklist/checklist.shipped.ts';
import { createImports } from './features/import/import-service.ts';
import { recoveredImport } from './features/import/import-recovered.ts';
import { watchFolder } from './features/import/watch-folder.ts';
import { removeErasedFiles } from './features/personal-data/personal-data.photos.ts';
import { sessionCheck } from './features/session/session.check.ts';
import { attachmentStore } from './kernel/attachment-store.ts';
import { attachmentsOfFolder } from './kernel/backup-attachments.ts';
import { createBackups } from './kernel/backup-service.ts';
import type { Ballast } from './kernel/ballast.ts';
import { damageWatch } from './kernel/damage-watch.ts';
import { openDatabase, type DeskDatabase } from './kernel/database.ts';
import { createDoor, type Door, type DoorParts } from './kernel/door.ts';
import type { Actor } from './kernel/handler.ts';
import { createJobs, type Jobs } from './kernel/jobs.ts';
import type { Log } from './kernel/log.ts';
import { readyIndex } from './kernel/record/record-index.ts';
import { openStoreFile, storeFiles, type StoreKind } from './kernel/store-file.ts';
import { allRecords } from './records.ts';
import type { ImportWorkerCalls } from './workers/import-worker.ts';
import type { ReckoningCalls } from './workers/reckoning-worker.ts';
import { workerFile } from './workers/worker-files.ts';
import { createWorkerHost } from './workers/worker-host.ts';
import { inThread, rowByRow } from './workers/worker-thread.ts';
import { handlersOver } from './handlers.ts';
import { filesFolder, type CoreOptions, type StoreParts } from './store-parts.ts';

/** What was read of a large store is kept so long after the last look at its list; reading it anew takes seconds. */
const reckonedMs = 30 * 60_000;

/** What happens by itself, such as the watched folder, is told under this name. */
const selfActor: Actor = { personId: 0, name: '经营台', roles: ['clerk'], language: 'zh-CN', sessionKey: '' };

export type OpenStore = StoreParts & { readonly door: Door; close(): Promise<void> };

/** What outlives the store that is open. */
export type Shared = Pick<StoreParts, 'clock' | 'events' | 'log' | 'reports' | 'restore' | 'openStore'> & {
  readonly ballast: Ballast;
};

/** What a store gets by itself when it opens, after its migrations. Quick when there is nothing to do. */
const provisions: readonly ((database: DeskDatabase, now: string) => Promise<void>)[] = [shipChecklists];

/** A store opens without its provisions rather than not at all: on a full disk people must get in to make room. */
async function provide(database: DeskDatabase, now: string, log: Log): Promise<void> {
  for (const provision of provisions)
    await provision(database, now).catch((error: unknown) => log.write('error', 'a provision failed', error));
}

/** Opens one store file: check, migrate, handles, jobs, door. Errors of openStoreFile. */
export async function openStore(kind: StoreKind, options: CoreOptions, shared: Shared): Promise<OpenStore> {
  const { ballast, ...common } = shared;
  const { clock, events, log } = common;
  const files = storeFiles(options.dataFolder, kind);
  await openStoreFile(files, clock.now());
  const attachments = attachmentStore(files.attachmentFolder);
  await attachments.tidy();
  await attachmentsOfFolder(files.backupFolder).tidy();
  const database = openDatabase(files.path, () => ballast.release());
  const begin = async (): Promise<Jobs> => {
    readyIndex(database.raw.writer, allRecords);
    return createJobs(database, clock, events, log, recoveredImport);
  };
  const damage = damageWatch(files.path, log, () => events.publish({ type: 'hello' }));
  const deaf = events.subscribe((event) => {
    if (event.type === 'job' && event.job.error) damage.hear(event.job.error);
  });
  const jobs = await begin().catch(async (error: unknown) => {
    // The rescue may exchange the file: nothing of ours may hold it.
    deaf();
    await database.close();
    throw error;
  });
  await provide(database, clock.now(), log);
  await removeErasedFiles(database, attachments).catch((error: unknown) =>
    log.write('error', 'files of a deletion stay until the next start', error),
  );
  const backups = createBackups({
    database,
    attachments,
    dataFolder: options.dataFolder,
    folder: files.backupFolder,
    clock,
    events,
    log,
    scheduled: kind === 'desk',
    failed: damage.hear,
  });
  const worker = createWorkerHost<ImportWorkerCalls>({
    url: workerFile('import-worker'),
    place: inThread(rowByRow),
    onFault: (failure, error) => log.write('error', failure, error),
  });
  const reckoning = createWorkerHost<ReckoningCalls>({
    url: workerFile('reckoning-worker'),
    idleMs: reckonedMs,
    silenceMs: 300_000,
    onFault: (failure, error) => log.write('error', failure, error),
  });
  const imports = createImports({
    database,
    clock,
    events,
    log,
    worker,
    folder: filesFolder(options.dataFolder),
    backUp: () => backups.begin('before-import'),
  });
  const watch = watchFolder({
    database,
    imports,
    jobs,
    log,
    clock,
    actor: selfActor,
    everyMs: options.watchEveryMs,
  });
  const parts: StoreParts = {
    kind,
    options,
    database,
    attachments,
    jobs,
    backups,
    worker,
    reckoning,
    imports,
    watch,
    damage,
    ...common,
  };
  const doorParts: DoorParts = {
    contract: appContract,
    handlers: handlersOver(parts),
    database,
    clock,
    events,
    log,
    session: sessionCheck(database, clock),
    backup: (reason) => backups.run(reason),
    failed: damage.hear,
  };
  return {
    ...parts,
    door: createDoor(doorParts),
    async close() {
      deaf();
      await watch.close();
      await jobs.close();
      await worker.close();
      await reckoning.close();
      await backups.close();
      await database.close();
    },
  };
}
