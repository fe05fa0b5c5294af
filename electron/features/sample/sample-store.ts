import { addOtherLeads } from './sample-contacts.ts';
import { addCashBalances } from './sample-balances.ts';
import { addRunningCosts } from './sample-costs.ts';
import { addCustomers } from './sample-customers.ts';
import { addTakings } from './sample-money.ts';
import { addPeople } from './sample-people.ts';
import { addEvents, addGoals } from './sample-plans.ts';
import type { SampleFeature, SampleRows, SampleSink } from './sample-rows.ts';
import { addFreeStock } from './sample-stock.ts';
import { sampleWorld, type SampleOptions } from './sample-world.ts';

/**
 * Makes the sample store (示范门店): hands every record to the sink and yields the customers done so far. The same options
 * give the same records; nothing but `options.today` says what day it is. Parts that come later (meetings and their action
 * items) are added at the end, where all they speak of exists.
 */
export function* makeSample(options: SampleOptions, sink: SampleSink): Generator<number> {
  const world = sampleWorld(options, sink);
  addPeople(world);
  yield* addCustomers(world);
  addFreeStock(world);
  addOtherLeads(world);
  addTakings(world);
  addRunningCosts(world);
  addCashBalances(world);
  addEvents(world);
  addGoals(world);
}

/** A record with the id that it has in the store. */
export type Numbered<F extends SampleFeature> = SampleRows[F] & { readonly id: number };
export type SampleStore = { readonly [F in SampleFeature]: Numbered<F>[] };

/** The whole sample in memory, by feature: for exports and tests. */
export function collectSample(options: SampleOptions): SampleStore {
  const store: SampleStore = {
    department: [], post: [], person: [], customer: [], contact: [], followUp: [], vehicle: [], stock: [], order: [], lead: [],
    repair: [], repairLine: [], repairPart: [], receivable: [], payment: [], cash: [], cashBalance: [], goal: [], event: [],
  }; // prettier-ignore
  const sink: SampleSink = (feature, id, row) => {
    const rows: (typeof row & { id: number })[] = store[feature];
    rows.push({ id, ...row });
  };
  for (const _done of makeSample(options, sink));
  return store;
}
