import { addDays } from '#shared/kernel/day.ts';
import { readPortraitBase } from '#electron/features/portrait/portrait.base.ts';
import { ruleOn } from '#electron/features/portrait/portrait.edition.ts';
import { portraitsOf } from '#electron/features/portrait/portrait.store.ts';
import { rowsOf } from '#electron/kernel/read-rows.ts';
import { median, times, type Bench } from './bench.ts';
import { benchStore, fillVehicles, fillVisits, type BenchStore } from './store.ts';

/** Up to eight visits of a customer over three years, an order for every tenth. */
function fill(store: BenchStore, customers: number): void {
  fillVehicles(store, customers);
  fillVisits(
    store,
    customers,
    (id) => id % 9,
    (id) => 100_00 + id,
  );
  const { writer } = store.core.database.raw;
  const today = store.core.clock.today();
  const now = store.core.clock.now();
  const order = writer.prepare(
    `insert into vehicle_order (created_at, updated_at, number, ordered_on, delivered_on, customer_id, customer_name, kind,
      model, quantity, vehicle_fen, accessory_fen, insurance_fen, loan_fen, registration_fen, total_fen, deposit_fen, state)
      values (?, ?, ?, ?, ?, ?, '客户', 'heavyTruck', '自卸车', 1, 0, 0, 0, 0, 0, ?, 0, 'delivered')`,
  );
  writer.exec('begin');
  for (let id = 10; id <= customers; id += 10) {
    const on = addDays(today, -((id * 3) % 1400));
    order.run(now, now, `D${id}`, on, on, id, 300_000_00);
  }
  writer.exec('commit');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** 客户分层 of a whole store: everything read anew after a change, reckoned, and one page of the list. */
export const portraitBench: Bench = {
  name: 'portrait',
  async run(report) {
    const store = await benchStore();
    fill(store, 100_000);
    const { reader } = store.core.database;
    const sqlite = store.core.database.raw.reader;
    const today = store.core.clock.today();
    report({
      name: 'portrait.100k.base',
      value: median(await times(3, () => readPortraitBase(rowsOf(sqlite), today))),
      unit: 'ms',
      limit: 900,
      beside: 'reading anew after a change',
      target: 1,
    });
    const base = await readPortraitBase(rowsOf(sqlite), today);
    const { content } = await ruleOn(reader, today);
    let found = 0;
    const reckoned = await times(9, () => {
      found = portraitsOf(base, content, today).filter(({ risk }) => risk !== 'low').length;
    });
    if (found < 10_000) throw new Error(`only ${found} at risk`);
    report({
      name: 'portrait.100k.reckoned',
      value: median(reckoned),
      unit: 'ms',
      limit: 100,
      beside: 'stated limit',
      target: 1,
    });
    const page = (run: number): Promise<unknown> =>
      store.core.call(
        'portrait.page',
        { segment: 'C', sort: 'money', descending: true, page: (run % 20) + 1 },
        { actor: store.actor },
      );
    await page(0);
    report({
      name: 'portrait.100k.page',
      value: median(await times(20, page)),
      unit: 'ms',
      limit: 60,
      beside: 'stated limit',
      target: 1,
    });
    await store.close();
  },
};
