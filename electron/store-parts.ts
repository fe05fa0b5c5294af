import { join } from 'node:path';
import type { Imports } from './features/import/import-service.ts';
import type { DamageWatch } from './kernel/damage-watch.ts';
import type { WatchFolder } from './features/import/watch-folder.ts';
import type { UpdateDesktop } from './features/update/update.handlers.ts';
import type { AttachmentStore } from './kernel/attachment-store.ts';
import type { Restored, RestoreOrder } from './kernel/backup-exchange.ts';
import type { Backups } from './kernel/backup-service.ts';
import type { Clock } from './kernel/clock.ts';
import type { DeskDatabase } from './kernel/database.ts';
import type { Events } from './kernel/events.ts';
import type { Jobs } from './kernel/jobs.ts';
import type { Log } from './kernel/log.ts';
import type { PasswordCost } from './kernel/password.ts';
import type { StoreKind } from './kernel/store-file.ts';
import type { ReportService, ReportServiceOptions } from './reports/report-service.ts';
import type { ImportWorkerCalls } from './workers/import-worker.ts';
import type { ReckoningCalls } from './workers/reckoning-worker.ts';
import type { WorkerHost } from './workers/worker-host.ts';

/** The version that the program tells; the package's. */
export const programVersion = '0.1.0';

export type CoreOptions = {
  readonly dataFolder: string;
  readonly clock?: Clock;
  readonly passwordCost?: PasswordCost;
  /** Which file to open first; the store's own. */
  readonly store?: StoreKind;
  /** Space held back for a full disk; tests hold none. */
  readonly ballastBytes?: number;
  /** What only a desktop window can do. */
  readonly desktop?: UpdateDesktop;
  /** How often the watched folder is looked at; tests do not wait long. */
  readonly watchEveryMs?: number;
  /** Where the print engine, its fonts lie, and where it runs; beside the program and in a process of its own by default. */
  readonly reports?: Pick<ReportServiceOptions, 'workerUrl' | 'fontFolder' | 'place'>;
};

/** What handlers are built from; they live as long as the store is open. */
export type StoreParts = {
  readonly kind: StoreKind;
  readonly options: CoreOptions;
  readonly database: DeskDatabase;
  readonly attachments: AttachmentStore;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly backups: Backups;
  readonly events: Events;
  readonly log: Log;
  /** The thread that imports, takes imports back and exports. */
  readonly worker: WorkerHost<ImportWorkerCalls>;
  /** The thread that reckons what falls due in a large store. */
  readonly reckoning: WorkerHost<ReckoningCalls>;
  readonly imports: Imports;
  readonly watch: WatchFolder;
  readonly damage: DamageWatch;
  /** The engine that prints; one for all stores. */
  readonly reports: ReportService;
  restore(order: RestoreOrder): Promise<Restored>;
  /** Opens the other store in place of the present one, after the running calls. */
  openStore(kind: StoreKind): Promise<void>;
};

/** Uploads, exported files and printed sheets. */
export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');
