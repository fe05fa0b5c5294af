import { median, times, type Bench } from './bench.ts';
import { benchStore, fillVehicles } from './store.ts';

const customers = 100_000;
/** Every so many customers share their telephone with the one before. */
const twinEvery = 500;

/** 重复客户 among 100,000 customers with a vehicle each, one in 500 entered twice, through the door. */
export const duplicateBench: Bench = {
  name: 'duplicate',
  async run(report) {
    const store = await benchStore();
    fillVehicles(store, customers);
    store.core.database.raw.writer.exec(
      `update customer set phone = (select phone from customer c where c.id = customer.id - 1) where id % ${twinEvery} = 0`,
    );
    const found = await times(5, async () => {
      const page = (await store.core.call('customer.duplicates', {}, { actor: store.actor })) as {
        total: number;
      }; // the contract's output
      if (page.total < customers / twinEvery) throw new Error(`only ${page.total} pairs found`);
    });
    report({
      name: 'duplicate.100k',
      value: median(found),
      unit: 'ms',
      limit: 10_000,
      beside: 'stated limit',
      target: 1,
    });
    await store.close();
  },
};
