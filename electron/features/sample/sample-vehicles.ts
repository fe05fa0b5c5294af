import { addMonths } from '#shared/kernel/day.ts';
import type { SampleModel } from './sample-catalogue.ts';
import type { PlateKind } from './sample-identities.ts';
import type { City } from './sample-names.ts';
import type { SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import type { SampleWorld } from './sample-world.ts';

/** A vehicle before it is written: what sales and service need to know of it. */
export type SampleVehicle = {
  readonly model: SampleModel;
  readonly vin: string;
  readonly engineNumber: string | null;
  readonly colour: string;
  /** Day of purchase as a number. */
  readonly purchased: number;
};

const wrongVinShare = 0.006;

/** A vehicle's own numbers. */
export function buildVehicle(
  world: SampleWorld,
  random: SampleRandom,
  model: SampleModel,
  purchased: number,
  colour: string,
): SampleVehicle {
  const year = Number(world.calendar.day(purchased).slice(0, 4));
  return {
    model,
    vin: world.identities.vin(model.maker, year, random.chance(wrongVinShare)),
    engineNumber: model.kind === 'trailer' ? null : world.identities.engine(random),
    colour,
    purchased,
  };
}

function plateKind({ kind, electric }: SampleModel): PlateKind {
  if (kind === 'trailer') return 'trailer';
  if (!electric) return 'ordinary';
  return kind === 'car' || kind === 'lightTruck' ? 'newEnergySmall' : 'newEnergyLarge';
}

/** The next day of a yearly or half-yearly duty after today; some owners are late by up to 80 days. */
function nextDue(world: SampleWorld, random: SampleRandom, from: number, months: number): string {
  const { calendar } = world;
  const floor = calendar.day(calendar.today - (random.chance(0.09) ? random.int(1, 80) : -1));
  const start = calendar.day(from);
  let steps = Math.max(1, Math.floor((calendar.today - from) / (months * 31)));
  let due = addMonths(start, steps * months);
  while (due < floor) {
    steps += 1;
    due = addMonths(start, steps * months);
  }
  return due;
}

const lastStates = ['sold', 'sold', 'transferred', 'scrapped'] as const;

/** The record of a customer's vehicle. `lastServiced` is the last day in the workshop, `odometerKm` what it read. */
export function vehicleRow(
  world: SampleWorld,
  random: SampleRandom,
  vehicle: SampleVehicle,
  owner: { readonly id: number; readonly company: boolean; readonly city: City },
  service: { readonly odometerKm: number | null; readonly lastServiced: number | undefined },
): SampleRows['vehicle'] {
  const { calendar } = world;
  const { model, purchased } = vehicle;
  const commercial = model.kind !== 'car' || (owner.company && random.chance(0.2));
  const ageDays = calendar.today - purchased;
  const registered = purchased + random.int(2, 14);
  const onRoad = registered <= calendar.today;
  const truck = model.kind !== 'car' && model.kind !== 'bus';
  const testMonths = model.kind === 'car' && !commercial ? 24 : ageDays > 3650 ? 6 : 12;
  const permit = commercial && truck && model.grossMassKg > 4500;
  const maintained = Math.max(registered, service.lastServiced ?? calendar.today - random.int(10, 140));
  const state = ageDays > 1500 && random.chance(0.12) ? random.pick(lastStates) : 'inUse';
  return {
    plate: onRoad ? world.identities.plate(owner.city.plateStart, plateKind(model)) : null,
    vin: vehicle.vin,
    customerId: owner.id,
    kind: model.kind,
    use: commercial ? 'commercial' : 'private',
    brand: model.brand,
    model: model.name,
    colour: vehicle.colour,
    engineNumber: vehicle.engineNumber,
    grossMassKg: model.grossMassKg,
    odometerKm: service.odometerKm,
    purchasedOn: calendar.day(purchased),
    registeredOn: onRoad ? calendar.day(registered) : null,
    annualTestDueOn: onRoad ? nextDue(world, random, registered, testMonths) : null,
    compulsoryInsuranceDueOn: nextDue(world, random, purchased, 12),
    commercialInsuranceDueOn: random.chance(0.88) ? nextDue(world, random, purchased, 12) : null,
    secondMaintenanceDueOn:
      onRoad && commercial && model.kind !== 'car' ? calendar.day(maintained + 120) : null,
    transportPermitDueOn: onRoad && permit ? nextDue(world, random, registered, 12) : null,
    technicalGradeDueOn:
      onRoad && permit ? nextDue(world, random, registered, ageDays > 3650 ? 6 : 12) : null,
    maintenanceDays: null,
    maintenanceKm: null,
    dailyKm: null,
    pairedId: null,
    state,
    note: null,
  };
}
