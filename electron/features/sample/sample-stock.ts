import { pickColour, pickModel, pickTrailer } from './sample-catalogue.ts';
import { addPurchase } from './sample-costs.ts';
import { weightedPick, type SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import { buildVehicle, type SampleVehicle } from './sample-vehicles.ts';
import type { SampleWorld } from './sample-world.ts';

const places = ['A区', 'B区', 'C区', '展厅', '二网在展'] as const;

/** A vehicle in stock; returns its id. */
export function addStock(
  world: SampleWorld,
  random: SampleRandom,
  vehicle: SampleVehicle,
  days: { arrived: number; left: number | null; state: SampleRows['stock']['state']; note: string | null },
): number {
  const listPriceFen = vehicle.model.listYuan * 100;
  const costFen = Math.round((listPriceFen * (0.885 + random.next() * 0.045)) / 10_000) * 10_000;
  const id = world.add('stock', {
    vin: vehicle.vin,
    kind: vehicle.model.kind,
    brand: vehicle.model.brand,
    model: vehicle.model.name,
    colour: vehicle.colour,
    engineNumber: vehicle.engineNumber,
    costFen,
    listPriceFen,
    arrivedOn: world.calendar.day(days.arrived),
    place:
      days.left === null && days.state !== 'inTransit' ? `${random.pick(places)}-${random.int(1, 40)}` : null,
    state: days.state,
    leftOn: days.left === null ? null : world.calendar.day(days.left),
    note: days.note,
  });
  if (days.state !== 'inTransit') addPurchase(world, days.arrived, costFen, vehicle.vin);
  return id;
}

const restAges = weightedPick<readonly [number, number]>([
  [[0, 30], 52],
  [[31, 60], 22],
  [[61, 90], 12],
  [[91, 180], 10],
  [[181, 320], 4],
]);

/** Vehicles that nobody has ordered yet: on the yard with their ages, and some on their way. */
export function addFreeStock(world: SampleWorld): void {
  const { calendar, options } = world;
  const random = world.random('stock');
  const count = Math.max(14, Math.round((options.customers * 62) / 1200));
  for (let at = 0; at < count; at += 1) {
    const model = random.chance(0.1) ? pickTrailer(random) : pickModel(random, random.chance(0.5));
    const vehicle = buildVehicle(world, random, model, calendar.today, pickColour(random, model.kind));
    if (at % 9 === 4) {
      const arrived = calendar.today - random.int(0, 4);
      addStock(world, random, vehicle, {
        arrived,
        left: null,
        state: 'inTransit',
        note: `发运途中，预计 ${random.int(1, 6)} 天后到店`,
      });
      continue;
    }
    const [low, high] = restAges(random);
    addStock(world, random, vehicle, {
      arrived: calendar.today - random.int(low, high),
      left: null,
      state: 'inStock',
      note: null,
    });
  }
}
