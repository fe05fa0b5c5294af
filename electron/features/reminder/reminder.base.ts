import { CompiledQuery } from 'kysely';
import { dayNumber, isDay } from '#shared/kernel/day.ts';
import {
  kindIndex,
  none,
  place,
  rowLength,
  useIndex,
  vehicleKindIndex,
} from '#shared/features/reminder/reminder-facts.ts';
import { statedKinds, vehicleReminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import type { VehicleKind, VehicleUse } from '#shared/features/vehicle/vehicle.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/**
 * What the engine reckons with: all vehicles as rows of whole numbers (`reminder-facts`), read in few narrow passes. The
 * sum of the orders' visits and readings is made by SQLite over one index that holds all of it.
 */
export type ReminderBase = {
  /** Rows of `rowLength` numbers, one after another. */
  readonly rows: Int32Array;
  readonly count: number;
};

type Cell = string | number | null;
/** Rows of a statement, as arrays in the order of its columns. */
export type ReadRows = (
  sql: string,
  ids: readonly number[] | undefined,
) => Iterable<readonly Cell[]> | Promise<Iterable<readonly Cell[]>>;

/** Reads on a connection of its own, without an object for each row. */
export const rowsOf =
  (sqlite: Sqlite): ReadRows =>
  (sql) =>
    sqlite.prepare<[], readonly Cell[]>(sql).raw().iterate();

/** Reads inside the call's own handle, for the vehicles that are named. */
export const rowsIn =
  (reader: Reader | Writer): ReadRows =>
  async (sql, ids = []) => {
    const { rows } = await reader
      .getExecutor()
      .executeQuery<Readonly<Record<string, Cell>>>(CompiledQuery.raw(sql, [JSON.stringify(ids)]));
    return rows.map((row) => Object.values(row));
  };

const vehicleSql = (
  where: string,
): string => `select vehicle.id as a, vehicle.customer_id as b, vehicle.kind as c,
  vehicle.use as d, vehicle.gross_mass_kg as e, vehicle.registered_on as f, vehicle.purchased_on as g,
  vehicle.annual_test_due_on as h, vehicle.compulsory_insurance_due_on as i, vehicle.commercial_insurance_due_on as j,
  vehicle.second_maintenance_due_on as k, vehicle.transport_permit_due_on as l, vehicle.technical_grade_due_on as m,
  vehicle.maintenance_days as n, vehicle.maintenance_km as o, vehicle.daily_km as p, vehicle.paired_id as q
  from vehicle where vehicle.removed_at is null and vehicle.state = 'inUse'${where} order by vehicle.id`;

// What came in and was not called off; internal orders bring no customer.
const visits = `removed_at is null and state <> 'cancelled' and type <> 'internal'`;
const visitSql = (where: string): string => `select vehicle_id as a, max(checked_in_on) as b from repair
  where vehicle_id is not null and ${visits}${where} group by vehicle_id`;
// SQLite takes the other columns of a row that has the smallest or largest value.
const readingSql = (extreme: 'min' | 'max', where: string): string => `select vehicle_id as a,
  ${extreme}(checked_in_on) as b, odometer_km as c from repair
  where vehicle_id is not null and removed_at is null and state <> 'cancelled' and odometer_km > 0${where}
  group by vehicle_id`;
const maintainedSql = (
  where: string,
): string => `select vehicle_id as a, max(handed_over_on) as b, odometer_km as c
  from repair where vehicle_id is not null and repair_class = 'secondMaintenance' and handed_over_on is not null
  and removed_at is null and state <> 'cancelled'${where} group by vehicle_id`;
const doneSql = (where: string): string => `select vehicle_id as a, kind as b, max(done_on) as c, place as d,
  odometer_km as e from reminder_done where removed_at is null${where} group by vehicle_id, kind`;
const warrantySql = (
  where: string,
): string => `select repair.vehicle_id as a, max(certificate.issued_on) as b,
  certificate.warranty_days as c, certificate.warranty_km as d from certificate
  join repair on repair.id = certificate.repair_id where certificate.state = 'issued'
  and certificate.removed_at is null and repair.vehicle_id is not null${where} group by repair.vehicle_id`;

/** Readings nearer than these say little of a day's distance, in days; nobody drives more kilometres a day. */
const shortestSpan = 30;
const longestDay = 1500;

const dayOf = (cell: Cell | undefined): number =>
  typeof cell === 'string' && isDay(cell) ? dayNumber(cell) : none;
const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : none);

/** Reads the base, of some vehicles where their ids are given. */
export async function readReminderBase(read: ReadRows, ids?: readonly number[]): Promise<ReminderBase> {
  const of = (column: string): string =>
    ids === undefined ? '' : ` and ${column} in (select value from json_each(?))`;
  const ask = (sql: string): ReturnType<ReadRows> => read(sql, ids);
  let rows = new Int32Array(rowLength * (ids ? ids.length : 4096));
  const where = new Map<number, number>();
  const pairs: [number, number][] = [];
  let at = 0;
  for (const cells of await ask(vehicleSql(of('vehicle.id')))) {
    if (at + rowLength > rows.length) {
      const longer = new Int32Array(rows.length * 2);
      longer.set(rows);
      rows = longer;
    }
    rows.fill(none, at, at + rowLength);
    const kind = cells[2] as VehicleKind; // written through the field table only
    rows[at + place.vehicleId] = Number(cells[0]);
    rows[at + place.customerId] = Number(cells[1] ?? 0);
    rows[at + place.inUse] = 1;
    rows[at + place.kind] = vehicleKindIndex[kind];
    rows[at + place.use] = useIndex(kind, cells[3] as VehicleUse | null);
    rows[at + place.massKg] = numberOf(cells[4]);
    rows[at + place.registered] = dayOf(cells[5]);
    rows[at + place.purchased] = dayOf(cells[6]);
    for (let index = 0; index < statedKinds.length; index += 1)
      rows[at + place.stated + index] = dayOf(cells[7 + index]);
    rows[at + place.planDays] = numberOf(cells[13]);
    rows[at + place.planKm] = numberOf(cells[14]);
    rows[at + place.dailyKm] = numberOf(cells[15]);
    rows[at + place.elsewhere] = 0;
    if (typeof cells[16] === 'number') pairs.push([at, cells[16]]);
    where.set(Number(cells[0]), at);
    at += rowLength;
  }
  const put = (cells: readonly Cell[]): number => where.get(Number(cells[0])) ?? -1;
  for (const cells of await ask(visitSql(of('vehicle_id')))) {
    const row = put(cells);
    if (row >= 0) rows[row + place.lastVisit] = dayOf(cells[1]);
  }
  await readDistances(ask, of('vehicle_id'), rows, put);
  for (const cells of await ask(maintainedSql(of('vehicle_id')))) {
    const row = put(cells);
    if (row < 0) continue;
    rows[row + place.done + kindIndex.secondMaintenance] = dayOf(cells[1]);
    rows[row + place.maintainedKm] = numberOf(cells[2]);
  }
  for (const cells of await ask(doneSql(of('vehicle_id')))) {
    const row = put(cells);
    const kind = vehicleReminderKinds.findIndex((name) => name === cells[1]);
    const day = dayOf(cells[2]);
    if (row < 0 || kind < 0 || day < (rows[row + place.done + kind] ?? none)) continue;
    rows[row + place.done + kind] = day;
    if (cells[3] === 'elsewhere')
      rows[row + place.elsewhere] = (rows[row + place.elsewhere] ?? 0) | (1 << kind);
    if (kind === kindIndex.secondMaintenance) rows[row + place.maintainedKm] = numberOf(cells[4]);
  }
  for (const cells of await ask(warrantySql(of('repair.vehicle_id')))) {
    const row = put(cells);
    if (row < 0) continue;
    rows[row + place.repairWarrantyFrom] = dayOf(cells[1]);
    rows[row + place.repairWarrantyDays] = numberOf(cells[2]);
    rows[row + place.repairWarrantyKm] = numberOf(cells[3]);
  }
  joinPairs(rows, pairs, where);
  return { rows: rows.subarray(0, at), count: at / rowLength };
}

/** Newest reading of every vehicle and the kilometres of a day between its oldest and its newest. */
async function readDistances(
  ask: (sql: string) => ReturnType<ReadRows>,
  where: string,
  rows: Int32Array,
  put: (cells: readonly Cell[]) => number,
): Promise<void> {
  for (const cells of await ask(readingSql('max', where))) {
    const row = put(cells);
    if (row < 0) continue;
    rows[row + place.readingDay] = dayOf(cells[1]);
    rows[row + place.readingKm] = numberOf(cells[2]);
  }
  for (const cells of await ask(readingSql('min', where))) {
    const row = put(cells);
    if (row < 0 || rows[row + place.dailyKm] !== none) continue;
    const days = (rows[row + place.readingDay] ?? none) - dayOf(cells[1]);
    const driven = (rows[row + place.readingKm] ?? 0) - numberOf(cells[2]);
    if (days >= shortestSpan && driven > 0)
      rows[row + place.dailyKm] = Math.max(1, Math.min(longestDay, Math.round(driven / days)));
  }
}

/** 主挂: a trailer runs the kilometres of its tractor and belongs to the tractor's owner where it names none itself. */
function joinPairs(
  rows: Int32Array,
  pairs: readonly [number, number][],
  where: ReadonlyMap<number, number>,
): void {
  for (const [first, otherId] of pairs) {
    const other = where.get(otherId);
    if (other === undefined) continue;
    for (const [row, mate] of [
      [first, other],
      [other, first],
    ] as const) {
      if (rows[row + place.kind] !== vehicleKindIndex.trailer) continue;
      if (rows[row + place.dailyKm] === none) rows[row + place.dailyKm] = rows[mate + place.dailyKm] ?? none;
      if (rows[row + place.customerId] === 0)
        rows[row + place.customerId] = rows[mate + place.customerId] ?? 0;
    }
  }
}
