import type { SampleModel } from './sample-catalogue.ts';
import { weightedPick, type SampleRandom } from './sample-random.ts';
import type { RepairType } from './sample-service-catalogue.ts';
import type { SampleWorld } from './sample-world.ts';

/** How faithful a customer is to the workshop. */
export type Loyalty = { readonly intervalFactor: number; readonly lostAfter: number };

/** A visit that will become a repair order. */
export type Visit = {
  readonly day: number;
  readonly type: RepairType;
  readonly odometerKm: number | null;
  readonly first?: true;
};

/** Days between visits. */
const intervalDays = {
  car: 210,
  lightTruck: 165,
  mediumTruck: 150,
  heavyTruck: 128,
  tractor: 118,
  trailer: 240,
  bus: 120,
  special: 140,
} as const;

const youngType = weightedPick<RepairType>([
  ['maintenance', 58],
  ['general', 20],
  ['warranty', 15],
  ['accident', 7],
]);
const oldType = weightedPick<RepairType>([
  ['maintenance', 48],
  ['general', 42],
  ['accident', 10],
]);
/** Every visit of a vehicle until today, at its own rhythm, drawn towards the workshop's busy days. */
export function planVisits(
  world: SampleWorld,
  random: SampleRandom,
  model: SampleModel,
  purchased: number,
  loyalty: Loyalty,
): Visit[] {
  const { calendar } = world;
  const every = intervalDays[model.kind] * loyalty.intervalFactor;
  const perDay = model.kmPerDay * (0.75 + random.next() * 0.5);
  const visits: Visit[] = [];
  let next =
    purchased >= calendar.start
      ? purchased + random.int(60, 110)
      : calendar.start + Math.floor(random.next() * every);
  while (next <= calendar.today && next <= loyalty.lostAfter) {
    const from = Math.max(next - 9, calendar.start, (visits.at(-1)?.day ?? purchased) + 4);
    const to = Math.min(Math.max(next + 9, from), calendar.today);
    if (from > calendar.today) break;
    const day = calendar.pick(random, 'service', Math.min(from, to), to);
    const young = day - purchased < 730;
    const odometerKm = perDay === 0 ? null : Math.round((day - purchased) * perDay) + 30;
    const first = visits.length === 0 && purchased >= calendar.start;
    visits.push(
      first
        ? { day, type: 'maintenance', odometerKm, first }
        : { day, type: (young ? youngType : oldType)(random), odometerKm },
    );
    next = day + Math.round(every * (0.65 + random.next() * 0.75));
  }
  return visits;
}
