import { dayFromNumber, type Day } from '#shared/kernel/day.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import type { SampleRandom } from '../sample-random.ts';

/** The people of the sample as the quality records need them, and its days as numbers. */

export type Worker = {
  readonly id: number;
  readonly name: string;
  readonly post: string;
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
};

/** People by the beginning of their post's name, the first of a post its most senior. */
export type Workers = {
  /** Somebody of the post who was employed on the day. */
  onDuty(random: SampleRandom, post: string, day: number): Worker;
  first(post: string): Worker;
  byId(id: number): Worker;
  /** Everybody of the post who was employed on the day. */
  of(post: string, day: number): readonly Worker[];
};

export function sampleWorkers(sqlite: Sqlite): Workers {
  const all = sqlite
    .prepare(
      `select p.id, p.name, coalesce(o.name, '') as post, p.hired_on as hiredOn, p.left_on as leftOn
       from person p left join post o on o.id = p.post_id order by p.id`,
    )
    .all() as Worker[]; // the columns named
  const [owner] = all;
  if (!owner) throw new RangeError('the store has no staff');
  const of = (post: string, number: number): readonly Worker[] => {
    const day = dayFromNumber(number);
    return all.filter(
      (one) =>
        one.post.startsWith(post) &&
        (one.hiredOn === null || one.hiredOn <= day) &&
        (one.leftOn === null || one.leftOn > day),
    );
  };
  return {
    of,
    onDuty(random, post, day) {
      const list = of(post, day);
      return list.length === 0 ? owner : random.pick(list);
    },
    first: (post) => all.find((one) => one.post === post && one.leftOn === null) ?? owner,
    byId: (id) => all.find((one) => one.id === id) ?? owner,
  };
}

/** UTC instant of a wall-clock minute of the store's day (UTC+8). */
export const instantOf = (day: number, minute: number): string =>
  new Date((day * 1440 + Math.round(minute) - 480) * 60_000).toISOString();

/** The store's day of an instant. */
export const dayOfInstant = (at: string): Day =>
  dayFromNumber(Math.floor((Date.parse(at) / 60_000 + 480) / 1440));

export const shiftInstant = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + Math.round(minutes) * 60_000).toISOString();

/** Numbers by year such as `2026-Q001`, kept in the store's own series. */
export function sampleNumbers(sqlite: Sqlite): (letter: string, day: Day) => string {
  const put = sqlite.prepare(
    `insert into number_series (name, last) values (?, 1)
     on conflict (name) do update set last = last + 1 returning last`,
  );
  return (letter, day) => {
    const year = day.slice(0, 4);
    const { last } = put.get(`${letter}-${year}`) as { last: number }; // one column
    return `${year}-${letter}${String(last).padStart(3, '0')}`;
  };
}
