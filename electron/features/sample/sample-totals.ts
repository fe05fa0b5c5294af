import { weekOf, type Week } from '#shared/kernel/period.ts';
import type { SampleFeature, SampleSink } from './sample-rows.ts';
import { makeSample } from './sample-store.ts';
import type { SampleOptions } from './sample-world.ts';

/** What truly happened in a week of the sample. Money in fen. */
export type SampleWeek = {
  readonly week: Week;
  /** Orders by 订单日期, cancelled ones left out; `orderUnits` counts their vehicles. */
  readonly orders: number;
  readonly orderUnits: number;
  /** Orders of the week that were cancelled since. */
  readonly ordersCancelled: number;
  readonly deliveries: number;
  readonly leads: number;
  /** 进厂台次 by check-in, cancelled ones left out; internal ones of the store are in `internalVisits` as well. */
  readonly serviceVisits: number;
  readonly internalVisits: number;
  /** 售后产值 by hand-over. */
  readonly serviceRevenueFen: number;
  readonly internalRevenueFen: number;
  readonly cashInFen: number;
  readonly cashOutFen: number;
  readonly receivablesCollectedFen: number;
};

export type SampleTotals = {
  readonly weeks: readonly SampleWeek[];
  /** Records by feature. */
  readonly counts: Readonly<Record<SampleFeature, number>>;
  readonly openReceivableFen: number;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const emptyWeek = (week: Week): Mutable<SampleWeek> => ({
  week, orders: 0, orderUnits: 0, ordersCancelled: 0, deliveries: 0, leads: 0, serviceVisits: 0, internalVisits: 0,
  serviceRevenueFen: 0, internalRevenueFen: 0, cashInFen: 0, cashOutFen: 0, receivablesCollectedFen: 0,
}); // prettier-ignore

/** Adds up records as they pass; `totals` tells the sums. */
export function totalling(): { readonly sink: SampleSink; readonly totals: () => SampleTotals } {
  const weeks = new Map<Week, Mutable<SampleWeek>>();
  const weekOfDay = new Map<string, Mutable<SampleWeek>>();
  const counts: Record<SampleFeature, number> = {
    department: 0, post: 0, person: 0, customer: 0, contact: 0, followUp: 0, vehicle: 0, stock: 0, order: 0, lead: 0,
    repair: 0, repairLine: 0, repairPart: 0, receivable: 0, payment: 0, cash: 0, cashBalance: 0, goal: 0, event: 0,
  }; // prettier-ignore
  let openReceivableFen = 0;
  const at = (day: string): Mutable<SampleWeek> => {
    let week = weekOfDay.get(day);
    if (!week) {
      const name = weekOf(day);
      week = weeks.get(name) ?? emptyWeek(name);
      weeks.set(name, week);
      weekOfDay.set(day, week);
    }
    return week;
  };
  return {
    sink(feature, _id, row) {
      counts[feature] += 1;
      if (feature === 'order' && 'orderedOn' in row) {
        const week = at(row.orderedOn);
        if (row.state === 'cancelled') week.ordersCancelled += 1;
        else {
          week.orders += 1;
          week.orderUnits += row.quantity;
        }
        if (row.deliveredOn) at(row.deliveredOn).deliveries += row.quantity;
      } else if (feature === 'lead' && 'lostReason' in row) at(row.arrivedOn).leads += 1;
      else if (feature === 'repair' && 'checkedInOn' in row) {
        const internal = row.type === 'internal';
        if (row.state !== 'cancelled') at(row.checkedInOn).serviceVisits += 1;
        if (row.state !== 'cancelled' && internal) at(row.checkedInOn).internalVisits += 1;
        if (row.handedOverOn) at(row.handedOverOn).serviceRevenueFen += row.totalFen;
        if (row.handedOverOn && internal) at(row.handedOverOn).internalRevenueFen += row.totalFen;
      } else if (feature === 'cash' && 'direction' in row) {
        if (row.direction === 'in') at(row.occurredOn).cashInFen += row.amountFen;
        else at(row.occurredOn).cashOutFen += row.amountFen;
      } else if (feature === 'payment' && 'paidOn' in row)
        at(row.paidOn).receivablesCollectedFen += row.amountFen;
      else if (feature === 'receivable' && 'openFen' in row) openReceivableFen += row.openFen;
    },
    totals: () => ({
      weeks: [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1)),
      counts,
      openReceivableFen,
    }),
  };
}

/** The truth about a sample, week by week: what figures computed from its records or its export files must equal. */
export function sampleTotals(options: SampleOptions): SampleTotals {
  const { sink, totals } = totalling();
  for (const _done of makeSample(options, sink));
  return totals();
}
