import { median, timed, type Bench } from './bench.ts';
import { benchStore, fillVehicles } from './store.ts';

/** Export of 100k rows to xlsx: time, and how much the whole process grew at its peak. */
export const exportBench: Bench = {
  name: 'export',
  async run(report) {
    const store = await benchStore();
    fillVehicles(store, 100_000);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const list = { page: 1, pageSize: 50, sort: [], search: '', filters: [], bin: false };
    const columns = [
      'plate',
      'vin',
      'customerId',
      'kind',
      'brand',
      'model',
      'colour',
      'registeredOn',
      'state',
      'odometerKm',
    ];
    const found: number[] = [];
    for (let run = 0; run < 3; run++) {
      found.push(
        await timed(async () => {
          const { jobId } = (await store.core.call(
            'export.start',
            { feature: 'vehicle', list, columns, format: 'xlsx' },
            { actor: store.actor },
          )) as { jobId: number };
          const job = await store.core.jobs.ended(jobId);
          if (job?.state !== 'done') throw new Error(`export ${job?.state}`);
        }),
      );
    }
    clearInterval(watch);
    report({
      name: 'export.xlsx.100k',
      value: median(found),
      unit: 'ms',
      limit: 3000,
      beside: 'stated limit',
      target: 1,
    });
    report({
      name: 'export.xlsx.100k.memory',
      value: (peak - before) / 2 ** 20,
      unit: 'MB',
      limit: 250,
      beside: 'stated limit, growth of the process',
      target: 1,
    });
    await store.close();
  },
};
