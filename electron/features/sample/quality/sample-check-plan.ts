import type { CheckPurpose, RepairClass } from '#shared/features/checklist/checklist.content.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { dayNumber, type Day } from '#shared/kernel/day.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { sampleRandom } from '../sample-random.ts';
import { instantOf, type Worker, type Workers } from './sample-shop.ts';

/** What is checked. */
export type CheckSubject = {
  readonly stockId: number | null;
  readonly repairId: number | null;
  readonly repairNumber: string | null;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly model: string | null;
  readonly vehicleKind: VehicleKind | null;
  readonly repairClass: RepairClass | null;
  readonly odometerKm: number | null;
};

/** A check before it is written. */
export type PlannedCheck = {
  readonly subject: CheckSubject;
  readonly purpose: CheckPurpose;
  readonly state: 'open' | 'passed' | 'failed';
  readonly round: number;
  /** The failed check that it looks at again. */
  readonly previous: PlannedCheck | null;
  readonly signer: Worker;
  /** When it was signed; of an open one when it began. */
  readonly at: string;
  /** Who mends what was found. */
  readonly mender: Worker;
  /** What was found has been mended since. */
  readonly isMended: boolean;
};

type StockRow = {
  readonly id: number;
  readonly vin: string;
  readonly kind: VehicleKind;
  readonly model: string;
  readonly state: string;
  readonly arrivedOn: Day;
  readonly leftOn: Day | null;
};

/** Minutes of the store's day: a check of each purpose has its own hours, so that the order of a day is right. */
const hours: Readonly<Partial<Record<CheckPurpose, number>>> = { arrival: 490, departure: 600, quality: 760 };
const againMinutes = 45;
/** 在库复检 of the program's own rule: days for which a passed arrival check counts. */
const arrivalDays = 30;

type Shop = { readonly workers: Workers; readonly seed: number; readonly today: number };

/** The checks of one vehicle, in the order in which they are made. */
function checksOf({ workers, seed, today }: Shop, row: StockRow) {
  const random = sampleRandom(seed, `pdi ${row.vin}`);
  const checks: PlannedCheck[] = [];
  const subject: CheckSubject = {
    stockId: row.id,
    repairId: null,
    repairNumber: null,
    vin: row.vin,
    plate: null,
    model: row.model,
    vehicleKind: row.kind,
    repairClass: null,
    odometerKm: null,
  };
  /** 出库 by a technician, never by who mended what was found before; the others by the inspector. */
  const signerOf = (purpose: CheckPurpose, day: number, before: PlannedCheck | null): Worker => {
    if (purpose !== 'departure') return workers.onDuty(random, '质检员', day);
    const crew = workers.of('维修技师', day).filter(({ id }) => id !== before?.mender.id);
    return crew.length === 0 ? workers.first('售后经理') : random.pick(crew);
  };
  const add = (
    purpose: CheckPurpose,
    day: number,
    state: PlannedCheck['state'],
    more: Partial<Pick<PlannedCheck, 'previous' | 'isMended'>> = {},
  ): PlannedCheck => {
    const before = checks.filter((one) => one.purpose === purpose);
    const sameDay = before.filter((one) => one.at.slice(0, 10) === instantOf(day, 600).slice(0, 10)).length;
    const minute = (hours[purpose] ?? 840) + againMinutes * sameDay + random.int(0, 30);
    const check: PlannedCheck = {
      subject,
      purpose,
      state,
      round: before.length + 1,
      previous: null,
      signer: signerOf(purpose, day, more.previous ?? null),
      // Today's are of this morning.
      at: instantOf(day, day === today ? 482 + checks.length * 8 : minute),
      mender: workers.onDuty(random, '维修技师', day),
      isMended: true,
      ...more,
    };
    checks.push(check);
    return check;
  };
  /** A check that passes in the end, sometimes at the second look; gives the day of its pass. */
  const pass = (purpose: CheckPurpose, day: number, latest: number): number => {
    if (!random.chance(purpose === 'departure' ? 0.11 : 0.06)) {
      add(purpose, day, 'passed');
      return day;
    }
    const again = Math.min(latest, day + random.int(0, 2));
    add(purpose, again, 'passed', { previous: add(purpose, day, 'failed') });
    return again;
  };
  /** 入库, repeated while the vehicle stands here until `latest`; `tries` bounds it. */
  const arrive = (day: number, latest: number, tries = 99): number => {
    let last = pass('arrival', day, latest);
    for (let at = 0; latest - last > arrivalDays && at < tries; at += 1)
      last = pass('arrival', Math.min(latest, last + random.int(24, arrivalDays)), latest);
    return last;
  };
  return { checks, random, add, pass, arrive };
}

function planSold(shop: Shop, row: StockRow, index: number): readonly PlannedCheck[] {
  const { checks, random, pass, arrive } = checksOf(shop, row);
  const [arrived, left] = [dayNumber(row.arrivedOn), dayNumber(row.leftOn ?? row.arrivedOn)];
  const last = arrive(arrived, left);
  const departed = pass('departure', Math.max(last, left - random.int(1, 4)), left);
  // A few that were handed over in a hurry, before the program kept the gate: named by the coverage.
  if (index % 180 !== 40) pass('quality', Math.max(departed, left - random.int(0, 2)), left);
  return checks;
}

/** Ways of a vehicle that is promised to a customer, one after the other. */
const promisedWays = ['ready', 'quality', 'departureFailed', 'departureOpen', 'departure', 'qualityFailed'];

function planHere(shop: Shop, row: StockRow, index: number): readonly PlannedCheck[] {
  const { checks, add, pass, arrive } = checksOf(shop, row);
  const arrived = dayNumber(row.arrivedOn);
  const yesterday = shop.today - 1;
  if (arrived > yesterday) return checks;
  if (row.state === 'inStock' && index % 12 === 5) {
    add('arrival', Math.min(yesterday, arrived + 1), index % 24 === 5 ? 'failed' : 'open', {
      isMended: false,
    });
    return checks;
  }
  const isOverdue = row.state === 'inStock' && index % 9 === 4;
  arrive(arrived, yesterday, isOverdue ? Math.max(0, Math.floor((yesterday - arrived) / 30) - 1) : undefined);
  if (row.state !== 'reserved') return checks;
  const way = promisedWays[index % promisedWays.length];
  if (way === 'departure') return checks;
  if (way === 'departureOpen') add('departure', shop.today, 'open');
  else if (way === 'departureFailed') add('departure', yesterday, 'failed', { isMended: false });
  else pass('departure', yesterday, yesterday);
  if (way === 'ready') pass('quality', yesterday, yesterday);
  if (way === 'qualityFailed') add('quality', yesterday, 'failed', { isMended: false });
  return checks;
}

/** 三次 PDI of every vehicle that came into the store. */
export function planPdi(sqlite: Sqlite, shop: Shop): readonly PlannedCheck[] {
  const rows = sqlite
    .prepare(
      `select id, vin, kind, model, state, arrived_on as arrivedOn, left_on as leftOn from stock
       where state != 'inTransit' order by id`,
    )
    .all() as StockRow[]; // the columns named
  const sold = rows.filter(({ leftOn }) => leftOn !== null);
  const here = rows.filter(({ leftOn }) => leftOn === null);
  const byState = Map.groupBy(here, ({ state }) => state);
  return [
    ...sold.flatMap((row, index) => planSold(shop, row, index)),
    ...[...byState.values()].flatMap((list) => list.flatMap((row, index) => planHere(shop, row, index))),
  ];
}
