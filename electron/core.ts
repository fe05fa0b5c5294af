import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appContract, type AppContract } from '#shared/rpc/app.contract.ts';
import { auditHandlers } from './features/audit/audit.handlers.ts';
import {
  contactHandlers,
  customerHandlers,
  followUpHandlers,
} from './features/customer/customer.handlers.ts';
import { cashRecord } from './features/cash/cash.record.ts';
import { departmentRecord } from './features/department/department.record.ts';
import { eventRecord } from './features/event/event.record.ts';
import { goalRecord } from './features/goal/goal.record.ts';
import { jobHandlers } from './features/job/job.handlers.ts';
import { leadRecord } from './features/lead/lead.record.ts';
import { orderRecord } from './features/order/order.record.ts';
import { personRecord } from './features/person/person.record.ts';
import { paymentRecord, receivableRecord } from './features/receivable/receivable.record.ts';
import { repairLineRecord, repairPartRecord, repairRecord } from './features/repair/repair.record.ts';
import { searchHandlers } from './features/search/search.handlers.ts';
import { sessionCheck } from './features/session/session.check.ts';
import { sessionHandlers } from './features/session/session.handlers.ts';
import { settingHandlers } from './features/setting/setting.handlers.ts';
import { stockRecord } from './features/stock/stock.record.ts';
import { vehicleRecord } from './features/vehicle/vehicle.record.ts';
import { callGate } from './kernel/call-gate.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { lockDataFolder } from './kernel/data-lock.ts';
import { openDatabase, type DeskDatabase } from './kernel/database.ts';
import { createDoor, type Caller, type CallLine, type Door, type DoorParts } from './kernel/door.ts';
import { createEvents, type Events } from './kernel/events.ts';
import type { FeatureHandlers, HandlersOf } from './kernel/handler.ts';
import { createJobs, type Jobs } from './kernel/jobs.ts';
import { fileLog, type Log } from './kernel/log.ts';
import { migrate, planMigration } from './kernel/migrate.ts';
import { productCost, type PasswordCost } from './kernel/password.ts';
import { recordHandlers } from './kernel/record/record-handlers.ts';
import { registerRecords } from './kernel/record/record-registry.ts';
import { allRecords } from './records.ts';

/** The version that the program tells; the package's. */
export const programVersion = '0.1.0';

/** The store's own data, or the demonstration store in a file of its own. */
export type StoreKind = 'desk' | 'sample';

export type CoreOptions = {
  readonly dataFolder: string;
  readonly clock?: Clock;
  readonly passwordCost?: PasswordCost;
  /** Which file to open first; the store's own. */
  readonly store?: StoreKind;
};

/** The program without a window: composition root of everything in Node. Imports no electron. */
export type Core = {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Of the store that is open now: never keep it across a change of store. */
  readonly database: DeskDatabase;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly calls: readonly CallLine[];
  /** Which store is open. */
  readonly store: StoreKind;
  /** Opens the other file in place of the present one, after the running calls; jobs are cancelled. Not from a job. */
  openStore(kind: StoreKind): Promise<void>;
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
  close(): Promise<void>;
};

/** What handlers are built from; they live as long as the store is open. */
type StoreParts = {
  readonly kind: StoreKind;
  readonly options: CoreOptions;
  readonly database: DeskDatabase;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly log: Log;
};

type OpenStore = StoreParts & { readonly door: Door; close(): Promise<void> };

type AllHandlers = { readonly [Feature in keyof AppContract]: HandlersOf<AppContract[Feature]> };

function handlersOver({ kind, options, jobs, events }: StoreParts): AllHandlers {
  return {
    audit: auditHandlers,
    cash: recordHandlers(cashRecord),
    contact: contactHandlers,
    customer: customerHandlers,
    department: recordHandlers(departmentRecord),
    event: recordHandlers(eventRecord),
    followUp: followUpHandlers,
    goal: recordHandlers(goalRecord),
    job: jobHandlers(jobs, events),
    lead: recordHandlers(leadRecord),
    order: recordHandlers(orderRecord),
    payment: recordHandlers(paymentRecord),
    person: recordHandlers(personRecord),
    receivable: recordHandlers(receivableRecord),
    repair: recordHandlers(repairRecord),
    repairLine: recordHandlers(repairLineRecord),
    repairPart: recordHandlers(repairPartRecord),
    search: searchHandlers,
    session: sessionHandlers({
      cost: options.passwordCost ?? productCost,
      version: programVersion,
      sample: kind === 'sample',
    }),
    setting: settingHandlers(options.dataFolder),
    stock: recordHandlers(stockRecord),
    vehicle: recordHandlers(vehicleRecord),
  };
}

async function openStore(
  kind: StoreKind,
  options: CoreOptions,
  shared: Pick<StoreParts, 'clock' | 'events' | 'log'>,
): Promise<OpenStore> {
  const path = join(options.dataFolder, `${kind}.db`);
  if (planMigration(path).pending > 0) await migrate(path);
  const database = openDatabase(path);
  const jobs = await createJobs(database, shared.clock, shared.events, shared.log);
  const parts: StoreParts = { kind, options, database, jobs, ...shared };
  const doorParts: DoorParts = {
    contract: appContract as unknown as DoorParts['contract'],
    handlers: handlersOver(parts) as unknown as Record<string, FeatureHandlers>,
    database,
    ...shared,
    session: sessionCheck(database, shared.clock),
  };
  return {
    ...parts,
    door: createDoor(doorParts),
    async close() {
      await jobs.close();
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
    const log: Log = fileLog(join(dataFolder, 'logs'), () => clock.now());
    const events = createEvents();
    const shared = { clock, events, log };
    const gate = callGate();
    let open = await openStore(options.store ?? 'desk', options, shared);
    return {
      dataFolder,
      clock,
      events,
      get database() {
        return open.database;
      },
      get jobs() {
        return open.jobs;
      },
      get store() {
        return open.kind;
      },
      calls: open.door.calls,
      openStore: (kind) =>
        gate.alone(async () => {
          const next = await openStore(kind, options, shared);
          const old = open;
          open = next;
          await old.close();
          events.publish({ type: 'hello' });
        }),
      call: (name, input, caller) => gate.pass(() => open.door.call(name, input, caller)),
      async close() {
        await open.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
