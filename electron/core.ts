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

export type CoreOptions = {
  readonly dataFolder: string;
  readonly clock?: Clock;
  readonly passwordCost?: PasswordCost;
};

/** The program without a window: composition root of everything in Node. Imports no electron. */
export type Core = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly database: DeskDatabase;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly calls: readonly CallLine[];
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
  close(): Promise<void>;
};

type AllHandlers = { readonly [Feature in keyof AppContract]: HandlersOf<AppContract[Feature]> };

function handlersOver(options: CoreOptions, jobs: Jobs, events: Events): AllHandlers {
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
      sample: false,
    }),
    setting: settingHandlers(options.dataFolder),
    stock: recordHandlers(stockRecord),
    vehicle: recordHandlers(vehicleRecord),
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
    const path = join(dataFolder, 'desk.db');
    if (planMigration(path).pending > 0) await migrate(path);
    const database = openDatabase(path);
    const events = createEvents();
    const jobs = await createJobs(database, clock, events, log);
    const parts: DoorParts = {
      contract: appContract as unknown as DoorParts['contract'],
      handlers: handlersOver(options, jobs, events) as unknown as Record<string, FeatureHandlers>,
      database,
      clock,
      events,
      log,
      session: sessionCheck(database, clock),
    };
    const door: Door = createDoor(parts);
    return {
      dataFolder,
      clock,
      database,
      jobs,
      events,
      calls: door.calls,
      call: (name, input, caller) => door.call(name, input, caller),
      async close() {
        await jobs.close();
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
