import type { Day } from '#shared/kernel/day.ts';
import { sampleCalendar, type SampleCalendar } from './sample-calendar.ts';
import { sampleIdentities, type SampleIdentities } from './sample-identities.ts';
import { sampleRandom, type SampleRandom } from './sample-random.ts';
import type { SampleFeature, SampleRows, SampleSink } from './sample-rows.ts';

/** Which sample: the same options give the same records, to the byte. */
export type SampleOptions = {
  readonly today: Day;
  /** Customers of the store, misspelt duplicates included. */
  readonly customers: number;
  readonly years: number;
  readonly seed: number;
  /** 总经理, the first person of the store. */
  readonly ownerName: string;
};

export const sampleDefaults = { customers: 1200, years: 3, seed: 1, ownerName: '王建国' } as const;
export const sampleStoreName = '示范商用车服务中心';

/** A person of the store with the days of service as numbers. */
export type Staff = {
  readonly id: number;
  readonly name: string;
  readonly post: string;
  readonly hired: number;
  readonly left: number;
};

/** Sums that later parts of the sample follow: costs follow sales, goals follow what was reached. */
export type SampleSums = {
  readonly partsCostByWeek: Map<string, number>;
  readonly cashInByMonth: Map<string, number>;
  readonly purchasesByMonth: Map<string, number>;
  /** Money in less money out since the first of the month, by account and day. */
  readonly movedThisMonth: Map<string, Map<number, number>>;
  readonly byMonth: Map<string, Map<string, number>>;
  /** What the workshop's counter took, by account and day. */
  readonly till: Map<string, Map<number, { fen: number; bills: number }>>;
  orders: number;
};

/** What every part of the generator works with. */
export type SampleWorld = {
  readonly options: SampleOptions;
  readonly calendar: SampleCalendar;
  readonly random: (subject: string) => SampleRandom;
  readonly identities: SampleIdentities;
  readonly staff: Staff[];
  readonly sums: SampleSums;
  /** Hands a record on and returns its id. */
  add<F extends SampleFeature>(feature: F, row: SampleRows[F]): number;
  /** The id that the next record of a feature will have. */
  nextId(feature: SampleFeature): number;
  /** A document number such as `DD20260305003`, counted within the day. */
  number(prefix: string, day: number): string;
  /** Somebody of a post who was employed on the day. */
  onDuty(random: SampleRandom, post: string, day: number): Staff;
  /** Puts a payment at the counter into the day's takings of an account. */
  till(account: string, day: number, fen: number): void;
  /** Counts something reached on a day, for goals. */
  count(indicator: string, day: number, amount: number): void;
};

export function sampleWorld(options: SampleOptions, sink: SampleSink): SampleWorld {
  const calendar = sampleCalendar(options.today, options.years);
  const ids = new Map<SampleFeature, number>();
  const numbers = new Map<string, Map<number, number>>();
  const byPost = new Map<string, Staff[]>();
  const sums: SampleSums = {
    partsCostByWeek: new Map(),
    cashInByMonth: new Map(),
    purchasesByMonth: new Map(),
    movedThisMonth: new Map(),
    byMonth: new Map(),
    till: new Map(),
    orders: 0,
  };
  const staff: Staff[] = [];
  return {
    options,
    calendar,
    random: (subject) => sampleRandom(options.seed, subject),
    identities: sampleIdentities(options.seed),
    staff,
    sums,
    add(feature, row) {
      const id = (ids.get(feature) ?? 0) + 1;
      ids.set(feature, id);
      sink(feature, id, row);
      return id;
    },
    nextId: (feature) => (ids.get(feature) ?? 0) + 1,
    number(prefix, day) {
      let days = numbers.get(prefix);
      if (!days) numbers.set(prefix, (days = new Map()));
      const count = (days.get(day) ?? 0) + 1;
      days.set(day, count);
      return `${prefix}${calendar.day(day).replaceAll('-', '')}${String(count).padStart(3, '0')}`;
    },
    onDuty(random, post, day) {
      let list = byPost.get(post);
      if (!list) byPost.set(post, (list = staff.filter((person) => person.post === post)));
      const first = random.int(0, list.length - 1);
      for (let step = 0; step < list.length; step += 1) {
        const person = list[(first + step) % list.length];
        if (person && person.hired <= day && person.left > day) return person;
      }
      const owner = staff[0];
      if (!owner) throw new RangeError('the store has no staff');
      return owner;
    },
    till(account, day, fen) {
      let days = sums.till.get(account);
      if (!days) sums.till.set(account, (days = new Map()));
      const taken = days.get(day);
      if (!taken) days.set(day, { fen, bills: 1 });
      else {
        taken.fen += fen;
        taken.bills += 1;
      }
    },
    count(indicator, day, amount) {
      const month = calendar.day(day).slice(0, 7);
      let months = sums.byMonth.get(indicator);
      if (!months) sums.byMonth.set(indicator, (months = new Map()));
      months.set(month, (months.get(month) ?? 0) + amount);
    },
  };
}

/** Adds to a sum kept by a key. */
export const addTo = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};
