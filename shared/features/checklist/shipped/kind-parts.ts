import type { VehicleKind } from '../../vehicle/vehicle.rules.ts';
import type { ChecklistSection } from '../checklist.content.ts';
import { busBody, carBody, trailerBody, truckBody } from './body.ts';
import { cabin, fuelLevel, truckCabin } from './cabin.ts';
import {
  carChassis,
  fifthWheel,
  hydraulicBrake,
  kingpin,
  tractorAir,
  trailerAir,
  trailerChassis,
  truckAir,
  truckChassis,
} from './chassis.ts';
import { carEngine, lightTruckEngine, truckEngine } from './engine.ts';
import type { Two } from './item.ts';
import { carLamps, trailerLamps, truckLamps } from './lamps.ts';
import { papers, trailerPapers } from './papers.ts';
import { carRoadTest, trailerRoadTest, truckRoadTest } from './road-test.ts';
import { carWheels, lightTruckWheels, trailerWheels, truckWheels } from './wheels.ts';

/** What a kind of vehicle consists of, for a check. */
export type KindParts = {
  readonly key: string;
  readonly name: Two;
  readonly kinds: readonly VehicleKind[];
  readonly body: ChecklistSection;
  readonly lamps: ChecklistSection;
  readonly wheels: ChecklistSection;
  /** Absent from trailers, as are cabin and fuel. */
  readonly engine?: ChecklistSection;
  readonly cabin?: ChecklistSection;
  readonly fuel?: ChecklistSection;
  readonly chassis: ChecklistSection;
  readonly brake: ChecklistSection;
  readonly coupling?: ChecklistSection;
  readonly roadTest: ChecklistSection;
  readonly papers: ChecklistSection;
};

const car: KindParts = {
  key: 'car',
  name: ['乘用车', 'car'],
  kinds: ['car'],
  body: carBody,
  lamps: carLamps,
  wheels: carWheels,
  engine: carEngine,
  cabin,
  fuel: fuelLevel,
  chassis: carChassis,
  brake: hydraulicBrake,
  roadTest: carRoadTest,
  papers,
};

const lightTruck: KindParts = {
  ...car,
  key: 'light-truck',
  name: ['轻型货车', 'light truck'],
  kinds: ['lightTruck'],
  body: truckBody,
  lamps: truckLamps,
  wheels: lightTruckWheels,
  engine: lightTruckEngine,
  cabin: truckCabin,
  chassis: truckChassis,
};

const heavyTruck: KindParts = {
  ...lightTruck,
  key: 'heavy-truck',
  name: ['中重型货车', 'heavy truck'],
  kinds: ['mediumTruck', 'heavyTruck', 'special'],
  wheels: truckWheels,
  engine: truckEngine,
  brake: truckAir,
  roadTest: truckRoadTest,
};

const tractor: KindParts = {
  ...heavyTruck,
  key: 'tractor',
  name: ['牵引车', 'tractor'],
  kinds: ['tractor'],
  brake: tractorAir,
  coupling: fifthWheel,
};

const bus: KindParts = {
  ...heavyTruck,
  key: 'bus',
  name: ['客车', 'bus'],
  kinds: ['bus'],
  body: busBody,
};

const trailer: KindParts = {
  key: 'trailer',
  name: ['挂车', 'trailer'],
  kinds: ['trailer'],
  body: trailerBody,
  lamps: trailerLamps,
  wheels: trailerWheels,
  chassis: trailerChassis,
  brake: trailerAir,
  coupling: kingpin,
  roadTest: trailerRoadTest,
  papers: trailerPapers,
};

export const kindParts: readonly KindParts[] = [car, lightTruck, heavyTruck, tractor, bus, trailer];

/** The sections that are there. */
export const present = (
  ...sections: readonly (ChecklistSection | undefined)[]
): readonly ChecklistSection[] => sections.filter((one) => one !== undefined);

/** The items of a section that have one of the codes; nothing when it has none. */
export function pick(
  from: ChecklistSection | undefined,
  ...codes: readonly string[]
): ChecklistSection | undefined {
  const items = from?.items.filter(({ code }) => codes.includes(code)) ?? [];
  return from && items.length > 0 ? { ...from, items } : undefined;
}
