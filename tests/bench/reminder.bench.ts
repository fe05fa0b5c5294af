import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { addDays, dayNumber } from '#shared/kernel/day.ts';
import { eachOpen } from '#shared/features/reminder/reminder-open.rules.ts';
import { noMembers } from '#shared/features/reminder/reminder-member.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { readReminderBase } from '#electron/features/reminder/reminder.base.ts';
import { rowsOf } from '#electron/kernel/read-rows.ts';
import { readReminderRules } from '#electron/features/reminder/reminder.repository.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import type { ReckoningCalls } from '#electron/workers/reckoning-worker.ts';
import { createWorkerHost } from '#electron/workers/worker-host.ts';
import { median, timed, times, type Bench } from './bench.ts';
import { builtUrl } from './built.ts';
import { fillReminders, storeWithVehicles } from './reminder-store.ts';
import { benchStore } from './store.ts';

/** Everything that falls due: the whole list of a day, and one page of it. */
export const reminderBench: Bench = {
  name: 'reminder',
  async run(report) {
    const store = await benchStore();
    fillReminders(store, 100_000);
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

/**
 * A million vehicles, through the worker of the built program. The store is filled by another process and lies on the disk, as on
 * any morning: what filling leaves behind is none of the list's time.
 */
export const reminderMillionBench: Bench = {
  name: 'reminder-million',
  async run(report) {
    const path = await storeWithVehicles(1_000_000);
    const today = new Date().toISOString().slice(0, 10);
    const asked = { today, careId: null, kind: null, page: 1, pageSize: 50 };
    const written = openSqlite(path, 'write');
    const found = { cold: [] as number[], again: [] as number[], page: [] as number[] };
    for (let run = 0; run < 5; run += 1) {
      const worker = createWorkerHost<ReckoningCalls>({ url: builtUrl('reckoning-worker.js') });
      const list = async (number: number): Promise<void> => {
        const { total } = await worker.call('list', { path, asked: { ...asked, page: number } });
        if (total < 200_000) throw new Error(`only ${total} customers to call`);
      };
      found.cold.push(await timed(async () => list(1)));
      written.exec(`update customer set updated_at = '${new Date().toISOString()}' where id = 1`);
      found.again.push(await timed(async () => list(1)));
      found.page.push(await timed(async () => list(2)));
      await worker.close();
    }
    written.close();
    rmSync(dirname(path), { recursive: true });
    const told = (name: string, values: readonly number[], limit: number, beside: string): void =>
      report({
        name: `reminder.1M.worker.${name}`,
        value: median(values),
        unit: 'ms',
        limit,
        beside,
        target: 1,
      });
    told('first list', found.cold, 2000, 'stated limit, thread started anew');
    told('list', found.again, 2000, 'stated limit, after a write');
    told('page', found.page, 150, 'own limit');
  },
};

/** 200 fleets of 1,000 vehicles: few entries with very many reasons each. */
export const reminderFleetsBench: Bench = {
  name: 'reminder-fleets',
  async run(report) {
    const store = await benchStore();
    fillReminders(store, 200_000, 1000);
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
