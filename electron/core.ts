import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appContract, type AppContract } from '#shared/rpc/app.contract.ts';
import { actionHandlers } from './features/action/action.handlers.ts';
import { auditHandlers } from './features/audit/audit.handlers.ts';
import { backupHandlers } from './features/backup/backup.handlers.ts';
import { complaintClockHandlers, complaintHandlers } from './features/complaint/complaint.handlers.ts';
import { checklistHandlers } from './features/checklist/checklist.handlers.ts';
import { shipChecklists } from './features/checklist/checklist.shipped.ts';
import { contactHandlers, customerHandlers } from './features/customer/customer.handlers.ts';
import { calendarDayHandlers } from './features/calendar/calendar.handlers.ts';
import { cashBalanceRecord, cashRecord } from './features/cash/cash.record.ts';
import { decisionHandlers } from './features/decision/decision.handlers.ts';
import { deliveryFeature } from './features/delivery/delivery.handlers.ts';
import { departmentRecord } from './features/department/department.record.ts';
import { eventRecord } from './features/event/event.record.ts';
import { exportHandlers } from './features/export/export.handlers.ts';
import { followUpHandlers, followUpRuleHandlers } from './features/follow-up/follow-up.handlers.ts';
import { goalRecord } from './features/goal/goal.record.ts';
import { createImports, type Imports } from './features/import/import-service.ts';
import { recoveredImport } from './features/import/import-recovered.ts';
import { importHistory } from './features/import/import.repository.ts';
import { watchFolder, type WatchFolder } from './features/import/watch-folder.ts';
import { importHandlers } from './features/import/import.handlers.ts';
import { inspectionHandlers, repeatRuleHandlers } from './features/inspection/inspection.handlers.ts';
import { jobHandlers } from './features/job/job.handlers.ts';
import { leadRecord } from './features/lead/lead.record.ts';
import { lemonRuleHandlers } from './features/lemon/lemon.handlers.ts';
import { meetingHandlers } from './features/meeting/meeting.handlers.ts';
import { orderRecord } from './features/order/order.record.ts';
import { personRecord } from './features/person/person.record.ts';
import { postHandlers } from './features/post/post.handlers.ts';
import { qualityHandlers } from './features/quality/quality.handlers.ts';
import { paymentRecord, receivableRecord } from './features/receivable/receivable.record.ts';
import { repairFeature } from './features/repair/repair.handlers.ts';
import { rescueHandlers } from './features/rescue/rescue.handlers.ts';
import { sampleHandlers } from './features/sample/sample.handlers.ts';
import { searchHandlers } from './features/search/search.handlers.ts';
import { sessionCheck } from './features/session/session.check.ts';
import { sessionHandlers } from './features/session/session.handlers.ts';
import { settingHandlers } from './features/setting/setting.handlers.ts';
import {
  serviceScoreHandlers,
  spotCheckHandlers,
  standardHandlers,
} from './features/standard/standard.handlers.ts';
import { stockRecord } from './features/stock/stock.record.ts';
import { updateHandlers, type UpdateDesktop } from './features/update/update.handlers.ts';
import { vehicleRecord } from './features/vehicle/vehicle.record.ts';
import { attachmentStore, type AttachmentStore } from './kernel/attachment-store.ts';
import { attachmentsOfFolder } from './kernel/backup-attachments.ts';
import { exchangeStore, type Restored, type RestoreOrder } from './kernel/backup-exchange.ts';
import { createBackups, type Backups } from './kernel/backup-service.ts';
import { ballastBytes, layBallast, type Ballast } from './kernel/ballast.ts';
import { callGate } from './kernel/call-gate.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { lockDataFolder } from './kernel/data-lock.ts';
import { openDatabase, type DeskDatabase } from './kernel/database.ts';
import { createDoor, type Caller, type CallLine, type Door, type DoorParts } from './kernel/door.ts';
import { createEvents, type Events } from './kernel/events.ts';
import type { Actor, HandlersOf } from './kernel/handler.ts';
import { createJobs, type Jobs } from './kernel/jobs.ts';
import { fileLog, type Log } from './kernel/log.ts';
import { removeOldFiles } from './kernel/old-files.ts';
import { productCost, type PasswordCost } from './kernel/password.ts';
import { recordHandlers } from './kernel/record/record-handlers.ts';
import { readyIndex } from './kernel/record/record-index.ts';
import { addHistorySource } from './kernel/record/record-history.ts';
import { registerRecords } from './kernel/record/record-registry.ts';
import { openStoreFile, storeFiles, type StoreKind } from './kernel/store-file.ts';
import { allRecords } from './records.ts';
import { reportFiles } from './reports/report-files.ts';
import {
  createReportService,
  type ReportService,
  type ReportServiceOptions,
} from './reports/report-service.ts';
import type { ImportWorkerCalls } from './workers/import-worker.ts';
import { workerFile } from './workers/worker-files.ts';
import { createWorkerHost, type WorkerHost } from './workers/worker-host.ts';

/** The version that the program tells; the package's. */
export const programVersion = '0.1.0';

export type { StoreKind };

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

/** What handlers are built from; they live as long as the store is open. */
type StoreParts = {
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
  readonly imports: Imports;
  readonly watch: WatchFolder;
  /** The engine that prints; one for all stores. */
  readonly reports: ReportService;
  restore(order: RestoreOrder): Promise<Restored>;
  /** Opens the other store in place of the present one, after the running calls. */
  openStore(kind: StoreKind): Promise<void>;
};

/** What happens by itself, such as the watched folder, is told under this name. */
const selfActor: Actor = { personId: 0, name: '经营台', roles: ['clerk'], language: 'zh-CN', sessionKey: '' };

/** Uploads, exported files and printed sheets. */
const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');

type OpenStore = StoreParts & { readonly door: Door; close(): Promise<void> };

type AllHandlers = { readonly [Feature in keyof AppContract]: HandlersOf<AppContract[Feature]> };

function handlersOver(parts: StoreParts): AllHandlers {
  const { kind, options, jobs, events } = parts;
  return {
    action: actionHandlers,
    audit: auditHandlers,
    backup: backupHandlers(parts),
    calendarDay: calendarDayHandlers,
    cash: recordHandlers(cashRecord),
    cashBalance: recordHandlers(cashBalanceRecord),
    complaint: complaintHandlers(parts),
    complaintClock: complaintClockHandlers,
    checklist: checklistHandlers({
      attachments: parts.attachments,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
    }),
    contact: contactHandlers,
    customer: customerHandlers,
    decision: decisionHandlers,
    ...deliveryFeature({
      attachments: parts.attachments,
      reports: parts.reports,
      cost: options.passwordCost ?? productCost,
    }),
    department: recordHandlers(departmentRecord),
    event: recordHandlers(eventRecord),
    export: exportHandlers({ ...parts, folder: filesFolder(options.dataFolder) }),
    followUp: followUpHandlers,
    followUpRule: followUpRuleHandlers,
    goal: recordHandlers(goalRecord),
    import: importHandlers(parts.imports, jobs, parts.watch),
    inspection: inspectionHandlers({
      attachments: parts.attachments,
      jobs,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
      cost: options.passwordCost ?? productCost,
    }),
    job: jobHandlers(jobs, events),
    lead: recordHandlers(leadRecord),
    lemonRule: lemonRuleHandlers,
    meeting: meetingHandlers({
      jobs,
      reports: parts.reports,
      folder: filesFolder(options.dataFolder),
      cost: options.passwordCost ?? productCost,
    }),
    order: recordHandlers(orderRecord),
    payment: recordHandlers(paymentRecord),
    person: recordHandlers(personRecord),
    post: postHandlers,
    quality: qualityHandlers,
    receivable: recordHandlers(receivableRecord),
    ...repairFeature({
      attachments: parts.attachments,
      reports: parts.reports,
      cost: options.passwordCost ?? productCost,
    }),
    repeatRule: repeatRuleHandlers,
    rescue: rescueHandlers,
    sample: sampleHandlers({
      dataFolder: options.dataFolder,
      cost: options.passwordCost ?? productCost,
      kind,
      openStore: parts.openStore,
    }),
    search: searchHandlers,
    session: sessionHandlers({
      cost: options.passwordCost ?? productCost,
      version: programVersion,
      sample: kind === 'sample',
    }),
    setting: settingHandlers(options.dataFolder),
    serviceScore: serviceScoreHandlers,
    spotCheck: spotCheckHandlers,
    standard: standardHandlers,
    stock: recordHandlers(stockRecord),
    update: updateHandlers({
      version: programVersion,
      folder: filesFolder(options.dataFolder),
      desktop: options.desktop,
      backupBefore: () => parts.backups.run('before-update'),
    }),
    vehicle: recordHandlers(vehicleRecord),
  };
}

type Shared = Pick<StoreParts, 'clock' | 'events' | 'log' | 'reports' | 'restore' | 'openStore'> & {
  readonly ballast: Ballast;
};

/** What a store gets by itself when it opens, after its migrations. Quick when there is nothing to do. */
const provisions: readonly ((database: DeskDatabase, now: string) => Promise<void>)[] = [shipChecklists];

/** A store opens without its provisions rather than not at all: on a full disk people must get in to make room. */
async function provide(database: DeskDatabase, now: string, log: Log): Promise<void> {
  for (const provision of provisions)
    await provision(database, now).catch((error: unknown) => log.write('error', 'a provision failed', error));
}

async function openStore(kind: StoreKind, options: CoreOptions, shared: Shared): Promise<OpenStore> {
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
  const jobs = await begin().catch(async (error: unknown) => {
    // The rescue may exchange the file: nothing of ours may hold it.
    await database.close();
    throw error;
  });
  await provide(database, clock.now(), log);
  const backups = createBackups({
    database,
    attachments,
    dataFolder: options.dataFolder,
    folder: files.backupFolder,
    clock,
    events,
    log,
    scheduled: kind === 'desk',
  });
  const worker = createWorkerHost<ImportWorkerCalls>({
    url: workerFile('import-worker'),
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
    imports,
    watch,
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
  };
  return {
    ...parts,
    door: createDoor(doorParts),
    async close() {
      await watch.close();
      await jobs.close();
      await worker.close();
      await backups.close();
      await database.close();
    },
  };
}

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
