import {
  repairPurposes,
  type RepairClass,
  type RepairPurpose,
} from '#shared/features/checklist/checklist.content.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { dayFromNumber, type Day } from '#shared/kernel/day.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { sampleRandom } from '../sample-random.ts';
import type { CheckSubject, PlannedCheck } from './sample-check-plan.ts';
import { shiftInstant, type Worker, type Workers } from './sample-shop.ts';

/** A repair order as its three levels need it. */
export type SampleRepair = {
  readonly id: number;
  readonly number: string;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly repairClass: RepairClass;
  readonly state: string;
  readonly checkedInOn: Day;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly handedOverAt: string | null;
  readonly odometerKm: number | null;
  readonly technicianId: number;
  readonly customerName: string | null;
  readonly model: string | null;
  readonly engineNumber: string | null;
  readonly kind: VehicleKind | null;
};

export type RepairPlan = { readonly repair: SampleRepair; readonly checks: readonly PlannedCheck[] };

/** Every order of the last weeks went through the three levels; of those before, taken over from another system, some. */
const recentDays = 42;
const earlierShare = 20;

type Shop = { readonly workers: Workers; readonly seed: number; readonly today: number };

/** 自检 by the order's technician, 互检 by who leads the workshop, 终检 by the inspector. */
const signerOf = (workers: Workers, { technicianId }: SampleRepair, level: RepairPurpose): Worker =>
  level === 'self' ? workers.byId(technicianId) : workers.first(level === 'peer' ? '售后经理' : '质检员');

const subjectOf = (repair: SampleRepair): CheckSubject => ({
  stockId: null,
  repairId: repair.id,
  repairNumber: repair.number,
  vin: repair.vin,
  plate: repair.plate,
  model: repair.model,
  vehicleKind: repair.kind,
  repairClass: repair.repairClass,
  odometerKm: repair.odometerKm,
});

type Level = readonly [level: RepairPurpose, state: PlannedCheck['state'], at: string];

const levelsOf = ({ workers }: Shop, repair: SampleRepair, round: number, levels: readonly Level[]) =>
  levels.map(([purpose, state, at]): PlannedCheck => ({
    subject: subjectOf(repair),
    purpose,
    state,
    round,
    previous: null,
    signer: signerOf(workers, repair, purpose),
    at,
    mender: workers.byId(repair.technicianId),
    isMended: repair.handedOverAt !== null,
  }));

/** The checks of an order that has left: now and then a first round that sent it back. */
function planLeft(shop: Shop, repair: SampleRepair): readonly PlannedCheck[] {
  const random = sampleRandom(shop.seed, `levels ${repair.number}`);
  const minutes = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;
  const { startedAt, finishedAt, handedOverAt } = repair;
  const gap = minutes(finishedAt, handedOverAt ?? finishedAt);
  const shares = [0, 0.3, 0.6];
  const passed = repairPurposes.map((level, at): Level => [
    level,
    'passed',
    shiftInstant(finishedAt, gap * (shares[at] ?? 0)),
  ]);
  if (!random.chance(0.09)) return levelsOf(shop, repair, 1, passed);
  const failing = random.chance(0.1) ? 0 : random.chance(0.45) ? 1 : 2;
  const work = minutes(startedAt, finishedAt);
  const first = repairPurposes
    .slice(0, failing + 1)
    .map((level, at): Level => [
      level,
      at === failing ? 'failed' : 'passed',
      shiftInstant(startedAt, work * (0.55 + at * 0.06)),
    ]);
  return [...levelsOf(shop, repair, 1, first), ...levelsOf(shop, repair, 2, passed)];
}

/** How far the orders are whose work is done but whose vehicle is still here; what a small store must show comes first. */
const waysHere: readonly (readonly Level[])[] = [
  [
    ['self', 'passed', ''],
    ['peer', 'failed', ''],
  ],
  [
    ['self', 'passed', ''],
    ['peer', 'passed', ''],
  ],
  [['self', 'passed', '']],
  [],
];

/** Repairs with the checks of their levels. */
export function planRepairs(sqlite: Sqlite, shop: Shop): readonly RepairPlan[] {
  const rows = sqlite
    .prepare(
      `select r.id, r.number, r.vin, r.plate, r.repair_class as repairClass, r.state, r.checked_in_on as checkedInOn,
        r.started_at as startedAt, r.finished_at as finishedAt, r.handed_over_at as handedOverAt,
        r.odometer_km as odometerKm, r.technician_id as technicianId, r.customer_name as customerName,
        v.model, v.engine_number as engineNumber, v.kind
       from repair r left join vehicle v on v.id = r.vehicle_id
       where r.state in ('handedOver', 'done') and r.repair_class is not null and r.technician_id is not null
        and r.started_at is not null and r.finished_at is not null
        and (r.checked_in_on >= ? or r.id % ? = 0 or r.state = 'done') order by r.id`,
    )
    .all(dayFromNumber(shop.today - recentDays), earlierShare) as SampleRepair[]; // the columns named
  let here = 0;
  return rows.map((repair) => {
    if (repair.handedOverAt !== null) return { repair, checks: planLeft(shop, repair) };
    const levels = waysHere[here % waysHere.length] ?? [];
    here += 1;
    const timed = levels.map(([level, state], at): Level => [
      level,
      state,
      shiftInstant(repair.finishedAt, 5 + at * 12),
    ]);
    return { repair, checks: levelsOf(shop, repair, 1, timed) };
  });
}
