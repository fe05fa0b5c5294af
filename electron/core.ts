import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Imports } from './features/import/import-service.ts';
import { importHistory } from './features/import/import.repository.ts';
import type { AttachmentStore } from './kernel/attachment-store.ts';
import { exchangeStore, type Restored, type RestoreOrder } from './kernel/backup-exchange.ts';
import type { Backups } from './kernel/backup-service.ts';
import { ballastBytes, layBallast } from './kernel/ballast.ts';
import { callGate } from './kernel/call-gate.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { lockDataFolder } from './kernel/data-lock.ts';
import type { DeskDatabase } from './kernel/database.ts';
import type { Caller, CallLine } from './kernel/door.ts';
import { createEvents, type Events } from './kernel/events.ts';
import type { Jobs } from './kernel/jobs.ts';
import { fileLog, type Log } from './kernel/log.ts';
import { removeOldFiles } from './kernel/old-files.ts';
import { addHistorySource } from './kernel/record/record-history.ts';
import { registerRecords } from './kernel/record/record-registry.ts';
import type { StoreKind } from './kernel/store-file.ts';
import { allRecords } from './records.ts';
import { reportFiles } from './reports/report-files.ts';
import { createReportService } from './reports/report-service.ts';
import { openStore, type Shared } from './open-store.ts';
import { filesFolder, type CoreOptions } from './store-parts.ts';

/** The program without a window: composition root of everything in Node. Imports no electron. */
export type Core = {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Of the store that is open now: never keep it across a change of store. */
  readonly database: DeskDatabase;
  /** Photos and other files of the store that is open now. */
  readonly attachments: AttachmentStore;
  readonly jobs: Jobs;
  readonly backups: Backups;
  readonly imports: Imports;
  readonly events: Events;
  readonly calls: readonly CallLine[];
  /** Which store is open. */
  readonly store: StoreKind;
  /** Opens the other file in place of the present one, after the running calls; jobs are cancelled. Not from a job. */
  openStore(kind: StoreKind): Promise<void>;
  /** Puts a backup in place of the open store, between calls; sessions end. Errors of prepareIncoming and makeBackup. */
  restore(order: RestoreOrder): Promise<Restored>;
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
  close(): Promise<void>;
};

/** Opens the store of a data folder: lock, check, migrate, handles, jobs, door. Error: DeskError `storage` or `unavailable`. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { dataFolder } = options;
  const clock = options.clock ?? systemClock();
  mkdirSync(dataFolder, { recursive: true });
  const lock = lockDataFolder(dataFolder, clock.now());
  try {
    registerRecords(allRecords);
    addHistorySource(importHistory);
    const log: Log = fileLog(join(dataFolder, 'logs'), () => clock.now());
    const gone = await removeOldFiles(filesFolder(dataFolder), clock.now());
    if (gone.length > 0) log.write('info', 'old files removed', { count: gone.length });
    const events = createEvents();
    const gate = callGate();
    const ballast = layBallast(dataFolder, options.ballastBytes ?? ballastBytes, log);
    const restore = (order: RestoreOrder): Promise<Restored> =>
      gate.alone(() =>
        exchangeStore(order, {
          clock,
          path: open.database.path,
          attachments: open.attachments,
          open,
          reopen: async () => (open = await openStore(open.kind, options, shared)),
          told: () => events.publish({ type: 'hello' }),
        }),
      );
    const exchange = (kind: StoreKind): Promise<void> =>
      gate.alone(async () => {
        const next = await openStore(kind, options, shared);
        const old = open;
        open = next;
        await old.close();
        events.publish({ type: 'hello' });
      });
    const reports = createReportService({
      ...(options.reports ?? reportFiles()),
      onFault: (failure, error) => log.write('error', failure, error),
    });
    const shared: Shared = { clock, events, log, reports, ballast, restore, openStore: exchange };
    let open = await openStore(options.store ?? 'desk', options, shared).catch(async (error: unknown) => {
      await ballast.close();
      await reports.close();
      throw error;
    });
    return {
      dataFolder,
      clock,
      events,
      get database() {
        return open.database;
      },
      get attachments() {
        return open.attachments;
      },
      get jobs() {
        return open.jobs;
      },
      get backups() {
        return open.backups;
      },
      get imports() {
        return open.imports;
      },
      get store() {
        return open.kind;
      },
      calls: open.door.calls,
      openStore: exchange,
      restore,
      call: (name, input, caller) => gate.pass(() => open.door.call(name, input, caller)),
      async close() {
        await ballast.close();
        await open.close();
        await reports.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
