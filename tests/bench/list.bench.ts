import { percentile, times, type Bench } from './bench.ts';
import { benchStore, fillVehicles, nameOf, phoneOf, plateOf, vinOf } from './store.ts';

/** List pages and the search over vehicles with as many customers, through the door. */
const listBenchOf = (name: string, count: number): Bench => ({
  name,
  async run(report) {
    const store = await benchStore();
    fillVehicles(store, count);
    const size = count === 1_000_000 ? '1M' : '100k';
    const call = (name: string, input: unknown): Promise<unknown> =>
      store.core.call(name, input, { actor: store.actor });
    const texts = (run: number): string => {
      const i = (run * 104_729) % count;
      return (
        [
          nameOf(i),
          phoneOf(i).slice(-4),
          plateOf(i).slice(-5),
          vinOf(i).slice(-6),
          nameOf(i).slice(0, 1),
          'wangwei',
          'lqq',
        ][run % 7] ?? ''
      );
    };
    await times(20, (run) => call('search.find', { text: texts(run) }));
    const searches = await times(140, (run) => call('search.find', { text: texts(run) }));
    const limits = size === '1M' ? 15 : 5;
    report({
      name: `search.${size}.p50`,
      value: percentile(searches, 0.5),
      unit: 'ms',
      limit: limits,
      beside: 'stated limit',
      target: 1,
    });
    report({
      name: `search.${size}.p95`,
      value: percentile(searches, 0.95),
      unit: 'ms',
      limit: limits,
      beside: 'stated limit',
      target: 1,
    });
    const lists = [
      (run: number) => ({ page: (run % 20) + 1 }),
      (run: number) => ({ search: texts(run) }),
      (run: number) => ({ sort: [{ field: 'registeredOn', descending: true }], page: (run % 5) + 1 }),
      (run: number) => ({
        filters: [{ field: 'plate', operator: 'is', value: plateOf((run * 7919) % count) }],
      }),
    ];
    const pages = await times(80, (run) => call('vehicle.list', lists[run % lists.length]?.(run)));
    report({
      name: `list.${size}.p50`,
      value: percentile(pages, 0.5),
      unit: 'ms',
      limit: 10,
      beside: 'stated limit',
      target: 1,
    });
    report({
      name: `list.${size}.p95`,
      value: percentile(pages, 0.95),
      unit: 'ms',
      limit: 10,
      beside: 'stated limit',
      target: 1,
    });
    // One surname finds a twentieth of all customers.
    const broad = await times(40, (run) =>
      call('customer.list', { search: nameOf(run).slice(0, 1), page: (run % 3) + 1 }),
    );
    report({
      name: `list.${size}.broad.p95`,
      value: percentile(broad, 0.95),
      unit: 'ms',
      limit: 10,
      beside: 'stated limit',
      target: 1,
    });
    await store.close();
  },
});

export const listBench = listBenchOf('list', 100_000);
/** Filling the store alone takes minutes. */
export const millionBench = listBenchOf('million', 1_000_000);
