import { Worker } from 'node:worker_threads';
import { addDays, dayNumber } from '#shared/kernel/day.ts';
import { eachOpen } from '#shared/features/reminder/reminder-open.rules.ts';
import { noMembers } from '#shared/features/reminder/reminder-member.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { readReminderBase } from '#electron/features/reminder/reminder.base.ts';
import { rowsOf } from '#electron/kernel/read-rows.ts';
import { readReminderRules } from '#electron/features/reminder/reminder.repository.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import { vehicleRecord } from '#electron/features/vehicle/vehicle.record.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { median, times, type Bench } from './bench.ts';
import { benchStore, nameOf, phoneOf, plateOf, vinOf, type BenchStore } from './store.ts';

const kinds = ['heavyTruck', 'tractor', 'lightTruck', 'trailer', 'car', 'bus'] as const;

/** Vehicles of every kind with papers all over the year, two visits each, so many to an owner. */
function fill(store: BenchStore, count: number, perOwner = 3): void {
  const { writer } = store.core.database.raw;
  const today = store.core.clock.today();
  const now = store.core.clock.now();
  const bulk = bulkWriter(writer);
  const visit = writer.prepare(
    `insert into repair (created_at, updated_at, number, vehicle_id, customer_id, type, state, checked_in_on, odometer_km,
      labour_fen, parts_fen, other_fen, total_fen) values (?, ?, ?, ?, ?, 'maintenance', 'handedOver', ?, ?, 0, 0, 0, 0)`,
  );
  writer.exec('begin');
  let customerId = 0;
  for (let i = 0; i < count; i += 1) {
    if (i % perOwner === 0)
      customerId = bulk.insert(
        customerRecord,
        { name: nameOf(i), kind: 'person', code: `K${i}`, phone: phoneOf(i), consent: 'unknown' },
        now,
      );
    const registeredOn = addDays(today, -((i * 37) % 4500));
    const id = bulk.insert(
      vehicleRecord,
      {
        plate: plateOf(i),
        vin: vinOf(i),
        customerId,
        kind: kinds[i % kinds.length] ?? 'heavyTruck',
        use: i % 4 === 0 ? 'private' : 'commercial',
        grossMassKg: 3000 + (i % 30) * 1000,
        model: '远途 自卸车',
        state: i % 12 === 0 ? 'sold' : 'inUse',
        purchasedOn: registeredOn,
        registeredOn,
        annualTestDueOn: i % 5 === 0 ? null : addDays(today, ((i * 13) % 420) - 60),
        compulsoryInsuranceDueOn: addDays(today, ((i * 29) % 365) - 30),
        commercialInsuranceDueOn: addDays(today, ((i * 29) % 365) - 30),
        secondMaintenanceDueOn: i % 3 === 0 ? null : addDays(today, ((i * 7) % 150) - 30),
      },
      now,
    );
    const km = (i * 977) % 400_000;
    visit.run(now, now, `A${i}`, id, customerId, addDays(today, -300 - (i % 200)), km);
    visit.run(now, now, `B${i}`, id, customerId, addDays(today, -(i % 280)), km + 20_000);
    if (i % 1000 === 0) bulk.flush();
  }
  bulk.flush();
  writer.exec('commit');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** Milliseconds in which a thread of its own reads a store, with a second one as the program does, and reckons everything that is open in it. */
function inWorker(
  path: string,
): Promise<{ readonly read: number; readonly reckoned: number; readonly reasons: number }> {
  const code = `
    import { parentPort, workerData } from 'node:worker_threads';
    const at = (path) => import(new URL(path, workerData.root).href);
    const { openDatabase } = await at('electron/kernel/database.ts');
    const { createWorkerHost } = await at('electron/workers/worker-host.ts');
    const { workerFile } = await at('electron/workers/worker-files.ts');
    const { readReminderTogether } = await at('electron/features/reminder/reminder.base.ts');
    const { rowsOf } = await at('electron/kernel/read-rows.ts');
    const { readReminderRules } = await at('electron/features/reminder/reminder.repository.ts');
    const { eachOpen } = await at('shared/features/reminder/reminder-open.rules.ts');
    const { reminderPlan } = await at('shared/features/reminder/reminder-plan.rules.ts');
    const { noMembers } = await at('shared/features/reminder/reminder-member.rules.ts');
    const { dayNumber } = await at('shared/kernel/day.ts');
    const { path } = workerData;
    const database = openDatabase(path);
    const second = createWorkerHost({ url: workerFile('reckoning-worker'), idleMs: 0 });
    const start = performance.now();
    const { rows } = await readReminderTogether(rowsOf(database.raw.reader), (asked) => second.call('range', { path, asked }));
    const read = performance.now() - start;
    const plan = reminderPlan(await readReminderRules(database.reader), workerData.today);
    let reasons = 0;
    eachOpen({ rows, births: new Map(), members: noMembers }, plan, dayNumber(workerData.today), () => { reasons += 1; });
    const again = performance.now();
    reasons = 0;
    eachOpen({ rows, births: new Map(), members: noMembers }, plan, dayNumber(workerData.today), () => { reasons += 1; });
    parentPort.postMessage({ read, reckoned: performance.now() - again, reasons });
    await second.close();
    await database.close();`;
  const root = new URL('../../', import.meta.url).href;
  const today = new Date().toISOString().slice(0, 10);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
      workerData: { path, root, today },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Everything that falls due: the whole list of a day, and one page of it. */
export const reminderBench: Bench = {
  name: 'reminder',
  async run(report) {
    const store = await benchStore();
    fill(store, 100_000);
    const { reader } = store.core.database;
    const today = store.core.clock.today();
    const sqlite = store.core.database.raw.reader;
    const plan = reminderPlan(await readReminderRules(reader), today);
    const read = await times(3, () => readReminderBase(rowsOf(sqlite)));
    report({
      name: 'reminder.100k.base',
      value: median(read),
      unit: 'ms',
      limit: 600,
      beside: 'reading anew after a change',
      target: 1,
    });
    const { rows } = await readReminderBase(rowsOf(sqlite));
    let reasons = 0;
    const full = await times(9, () => {
      reasons = 0;
      eachOpen({ rows, births: new Map(), members: noMembers }, plan, dayNumber(today), () => (reasons += 1));
    });
    if (reasons < 50_000) throw new Error(`only ${reasons} reasons`);
    report({
      name: 'reminder.100k.full',
      value: median(full),
      unit: 'ms',
      limit: 150,
      beside: 'stated limit',
      target: 1,
    });
    const page = (run: number): Promise<unknown> =>
      store.core.call('reminder.calls', { whose: 'all', page: (run % 20) + 1 }, { actor: store.actor });
    await page(0);
    report({
      name: 'reminder.100k.page',
      value: median(await times(40, page)),
      unit: 'ms',
      limit: 15,
      beside: 'stated limit',
      target: 1,
    });
    // A campaign for everybody: one more reason of each, answered with the call.
    const { writer } = store.core.database.raw;
    writer
      .prepare(
        `insert into campaign (id, created_at, updated_at, name, starts_on, ends_on, offer, gift_kind, fixed_fen, per_head_fen,
          state, started_on, control_bp, seed, source_feature, source_list)
        values (1, ?, ?, '冬检', ?, ?, '免费冬检', 'none', 0, 0, 'started', ?, 0, 1, 'customer', '{}')`,
      )
      .run(today, today, today, addDays(today, 30), today);
    writer.exec(
      `insert into campaign_member (campaign_id, customer_id, source_id, is_control) select 1, id, id, 0 from customer`,
    );
    const { total, lines } = (await page(0)) as {
      readonly total: number;
      readonly lines: readonly { readonly customerId: number }[];
    };
    if (total < 33_000) throw new Error(`only ${total} customers with a campaign`);
    report({
      name: 'reminder.100k.campaign.page',
      value: median(await times(40, page)),
      unit: 'ms',
      limit: 15,
      beside: 'stated limit',
      target: 1,
    });
    report({
      name: 'reminder.100k.campaign.call and next page',
      value: median(
        await times(9, async (run) => {
          const customerId = lines[run + 1]?.customerId ?? 0;
          await store.core.call('reminder.enter', { customerId, code: 'willing' }, { actor: store.actor });
          await page(0);
        }),
      ),
      unit: 'ms',
      limit: 500,
      beside: 'as with fleets',
      target: 1,
    });
    await store.close();
  },
};

/** The same with a million vehicles in a thread of its own. Filling the store alone takes a minute. */
export const reminderMillionBench: Bench = {
  name: 'reminder-million',
  async run(report) {
    const large = await benchStore();
    fill(large, 1_000_000);
    // Each a new thread that reads everything anew; the first of them also meets what filling the store left behind.
    const runs = [];
    for (let run = 0; run < 5; run += 1) runs.push(await inWorker(large.core.database.path));
    report({
      name: 'reminder.1M.worker',
      value: median(runs.map(({ reckoned }) => reckoned)),
      unit: 'ms',
      limit: 2000,
      beside: 'stated limit, base kept',
      target: 1,
    });
    report({
      name: 'reminder.1M.worker.first',
      value: median(runs.map(({ read, reckoned }) => read + reckoned)),
      unit: 'ms',
      limit: 2000,
      beside: 'with reading the base',
      target: 1,
    });
    await large.close();
  },
};

/** 200 fleets of 1,000 vehicles: few entries with very many reasons each. */
export const reminderFleetsBench: Bench = {
  name: 'reminder-fleets',
  async run(report) {
    const store = await benchStore();
    fill(store, 200_000, 1000);
    const { core, actor } = store;
    const page = async (): Promise<number> => {
      const { total } = (await core.call('reminder.calls', { whose: 'all' }, { actor })) as {
        readonly total: number;
      };
      return total;
    };
    const fleets = await page();
    if (fleets !== 200) throw new Error(`${fleets} customers instead of 200`);
    const measured = async (name: string, limit: number, work: (run: number) => Promise<unknown>) =>
      report({
        name: `reminder.fleets.${name}`,
        value: median(await times(9, work)),
        unit: 'ms',
        limit,
        beside: 'stated limit',
        target: 1,
      });
    await measured('page', 15, page);
    await measured('entry', 150, async (run) =>
      core.call('reminder.entry', { customerId: run + 1 }, { actor }),
    );
    await measured('fleet', 300, async (run) =>
      core.call('reminder.fleet', { customerId: run + 1 }, { actor }),
    );
    await measured('call and next page', 500, async (run) => {
      await core.call('reminder.enter', { customerId: run + 1, code: 'mileageShort' }, { actor });
      const left = await page();
      if (left >= fleets) throw new Error('a fleet that was called is still in the list');
    });
    await store.close();
  },
};
