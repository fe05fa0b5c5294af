import { shippedDesign } from '../../shared/features/membership/membership.content.ts';
import { firstAssumptions } from '../../shared/features/simulation/simulation.content.ts';
import { addDays } from '../../shared/kernel/day.ts';
import type { ImportWorkerCalls } from '../../electron/workers/import-worker.ts';
import { workerFile } from '../../electron/workers/worker-files.ts';
import { createWorkerHost } from '../../electron/workers/worker-host.ts';
import { median, timed, times, type Bench } from './bench.ts';
import { benchStore, type BenchStore } from './store.ts';

const customers = 50_000;
const visitsEach = 12;

/** Twelve visits of each customer over four years, the last three of which are simulated. */
function fill({ core }: BenchStore): void {
  const { writer } = core.database.raw;
  const [now, today] = [core.clock.now(), core.clock.today()];
  const customer = writer.prepare(
    `insert into customer (created_at, updated_at, name, kind, consent) values (?, ?, ?, ?, 'unknown')`,
  );
  const visit = writer.prepare(
    `insert into repair (created_at, updated_at, number, customer_id, type, state, checked_in_on, handed_over_on,
      labour_fen, parts_fen, other_fen, total_fen) values (?, ?, ?, ?, 'general', 'handedOver', ?, ?, ?, ?, 0, ?)`,
  );
  writer.transaction(() => {
    for (let n = 1; n <= customers; n += 1) {
      customer.run(now, now, `客户${n}`, n % 5 === 0 ? 'company' : 'person');
      for (let k = 0; k < visitsEach; k += 1) {
        const day = addDays(today, -40 - ((n * 37 + k * 92) % 1080));
        const [labour, parts] = [20_000 + ((n * 977 + k * 131) % 90_000), (n * 613 + k * 71) % 200_000];
        visit.run(now, now, `G${n}-${k}`, n, day, day, labour, parts, labour + parts);
      }
    }
  })();
}

/** 会员制度试算: three years of 50,000 customers and 600,000 repair orders in the worker, two designs; how soon it ends when asked. */
export const simulationBench: Bench = {
  name: 'simulation',
  async run(report) {
    const store = await benchStore();
    fill(store);
    const host = createWorkerHost<ImportWorkerCalls>({ url: workerFile('import-worker') });
    const order = {
      databasePath: store.core.database.path,
      design: { ...shippedDesign, pointFen: 2 },
      base: shippedDesign,
      baseEdition: 0,
      assumptions: { ...firstAssumptions, months: 36, topUpBp: 2000 },
      ranOn: store.core.clock.today(),
    };
    let told = 0;
    const run = (signal?: AbortSignal) =>
      host.call('simulate', order, { onProgress: () => (told += 1), ...(signal ? { signal } : {}) });
    const { visits } = await run();
    if (visits < 550_000 || told < 50) throw new Error(`${visits} visits, ${told} steps`);
    report({
      name: 'simulation.50k.3years',
      value: median(await times(3, () => run())),
      unit: 'ms',
      limit: 5000,
      beside: 'stated limit',
      target: 1,
    });
    const waits: number[] = [];
    for (const after of [100, 400, 900]) {
      const abort = new AbortController();
      const ended = run(abort.signal).catch(() => 'ended');
      await new Promise((resolve) => setTimeout(resolve, after));
      abort.abort();
      waits.push(await timed(() => ended));
    }
    report({
      name: 'simulation.cancel',
      value: Math.max(...waits),
      unit: 'ms',
      limit: 200,
      beside: 'felt as at once',
      target: 1,
    });
    await host.close();
    await store.close();
  },
};
