import { setImmediate as turn } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { numberOfText } from '#shared/kernel/day-number.ts';
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
    sqlite.prepare<[], readonly Cell[]>(sql).raw().all();

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

// One pass over an index that holds all of it, in the order of the vehicles: visits, readings, second-level maintenance.
const repairSql = (
  where: string,
): string => `select vehicle_id as a, checked_in_on as b, type <> 'internal' as c, odometer_km as d,
  case when repair_class = 'secondMaintenance' then handed_over_on end as e
  from repair where vehicle_id is not null and removed_at is null and state <> 'cancelled'${where}
  order by vehicle_id, checked_in_on`;
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

const dayOf = (cell: Cell | undefined): number => (typeof cell === 'string' ? numberOfText(cell) : none);
const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : none);

/** Vehicles that are read at once: their texts are garbage before the next ones come. */
const portion = 10_000;

/** The first place of a vehicle's row among rows in the order of their ids; -1: it has none. */
export function rowAt(rows: Int32Array, count: number, vehicleId: number): number {
  let [low, high] = [0, count - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = rows[middle * rowLength + place.vehicleId] ?? 0;
    if (id === vehicleId) return middle * rowLength;
    if (id < vehicleId) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Reads the base in the order of the vehicles' ids, of some vehicles where theirs are given. */
export async function readReminderBase(read: ReadRows, ids?: readonly number[]): Promise<ReminderBase> {
  const base: Growing = { rows: new Int32Array(rowLength * (ids ? ids.length : 4096)), at: 0 };
  if (ids)
    await readPortion(
      (sql) => read(sql, ids),
      base,
      (column) => ` and ${column} in (select value from json_each(?))`,
    );
  else await readOnward(read, base, { from: 1, to: await lastVehicleOf(read) });
  return whole(base);
}

/** Ids from one to another, both of them. */
export type VehicleRange = { readonly from: number; readonly to: number };

/** Rows of the vehicles of a range, tractors and trailers not yet joined. */
export async function readReminderRange(
  read: ReadRows,
  range: VehicleRange,
): Promise<Int32Array<ArrayBuffer>> {
  const base: Growing = { rows: new Int32Array(rowLength * 4096), at: 0 };
  await readOnward(read, base, range);
  return base.rows.subarray(0, base.at);
}

/** Stores with more vehicles are read by two threads. */
const oneThread = 200_000;
/** What this thread reads: the other one has to start first. */
const ownShare = 0.6;

/**
 * Reads the base of all vehicles, of a large store the later ones in another thread meanwhile. What is written between the two
 * readings is a change like any other: who keeps a base asks for changes since before it was read.
 */
export async function readReminderTogether(
  read: ReadRows,
  beside: (range: VehicleRange) => Promise<Int32Array>,
  most: number = oneThread,
): Promise<ReminderBase> {
  const to = await lastVehicleOf(read);
  if (to <= most) return readReminderBase(read);
  const middle = Math.ceil(to * ownShare);
  const range = { from: middle + 1, to };
  const rest = beside(range).catch(() => null);
  const base: Growing = { rows: new Int32Array(rowLength * to), at: 0 };
  await readOnward(read, base, { from: 1, to: middle });
  // A thread that could not be had leaves the work here; what is wrong with the store shows here as well.
  const second = (await rest) ?? (await readReminderRange(read, range));
  base.rows.set(second, base.at);
  return whole({ rows: base.rows, at: base.at + second.length });
}

async function lastVehicleOf(read: ReadRows): Promise<number> {
  const [[last] = []] = [...(await read('select max(id) as a from vehicle', undefined))];
  return Number(last ?? 0);
}

async function readOnward(read: ReadRows, base: Growing, { from, to }: VehicleRange): Promise<void> {
  for (let first = from; first <= to; first += portion) {
    const last = Math.min(first + portion - 1, to);
    await readPortion(
      (sql) => read(sql, undefined),
      base,
      (column) => ` and ${column} between ${first} and ${last}`,
    );
    // A thread that is started meanwhile cannot begin while this one never rests.
    if (last < to) await turn();
  }
}

function whole({ rows, at }: Growing): ReminderBase {
  joinPairs(rows, at / rowLength);
  return { rows: rows.subarray(0, at), count: at / rowLength };
}

type Growing = { rows: Int32Array<ArrayBuffer>; at: number };
type Ask = (sql: string) => ReturnType<ReadRows>;

/** Adds the vehicles that a condition names, with all that belongs to them. */
async function readPortion(ask: Ask, base: Growing, of: (column: string) => string): Promise<void> {
  const first = base.at;
  for (const cells of await ask(vehicleSql(of('vehicle.id')))) addVehicle(base, cells);
  const { rows } = base;
  const count = (base.at - first) / rowLength;
  const part = rows.subarray(first, base.at);
  const put = (cells: readonly Cell[]): number => rowAt(part, count, Number(cells[0]));
  addRepairs(part, await ask(repairSql(of('vehicle_id'))));
  for (const cells of await ask(doneSql(of('vehicle_id')))) {
    const row = put(cells);
    const kind = vehicleReminderKinds.findIndex((name) => name === cells[1]);
    const day = dayOf(cells[2]);
    if (row < 0 || kind < 0 || day < (part[row + place.done + kind] ?? none)) continue;
    part[row + place.done + kind] = day;
    if (cells[3] === 'elsewhere')
      part[row + place.elsewhere] = (part[row + place.elsewhere] ?? 0) | (1 << kind);
    if (kind === kindIndex.secondMaintenance) part[row + place.maintainedKm] = numberOf(cells[4]);
  }
  for (const cells of await ask(warrantySql(of('repair.vehicle_id')))) {
    const row = put(cells);
    if (row < 0) continue;
    part[row + place.repairWarrantyFrom] = dayOf(cells[1]);
    part[row + place.repairWarrantyDays] = numberOf(cells[2]);
    part[row + place.repairWarrantyKm] = numberOf(cells[3]);
  }
}

function addVehicle(base: Growing, cells: readonly Cell[]): void {
  const { at } = base;
  if (at + rowLength > base.rows.length) {
    const longer = new Int32Array(base.rows.length * 2);
    longer.set(base.rows);
    base.rows = longer;
  }
  const { rows } = base;
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
  rows[at + place.pairedId] = numberOf(cells[16]);
  base.at = at + rowLength;
}

/**
 * Orders in the order of vehicles and days onto rows in the order of vehicles: last visit, newest reading, the kilometres of a
 * day between the oldest and the newest reading, last second-level maintenance. Of readings of one day the larger is newer.
 */
function addRepairs(rows: Int32Array, orders: Iterable<readonly Cell[]>): void {
  let [row, vehicleId, firstDay, firstKm, lastDay, lastKm] = [-rowLength, 0, none, 0, none, 0];
  let isMine = false;
  const close = (): void => {
    if (!isMine || lastDay === none) return;
    rows[row + place.readingDay] = lastDay;
    rows[row + place.readingKm] = lastKm;
    const [days, driven] = [lastDay - firstDay, lastKm - firstKm];
    if (rows[row + place.dailyKm] === none && days >= shortestSpan && driven > 0)
      rows[row + place.dailyKm] = Math.max(1, Math.min(longestDay, Math.round(driven / days)));
  };
  for (const cells of orders) {
    const id = Number(cells[0]);
    if (id !== vehicleId) {
      close();
      vehicleId = id;
      firstDay = none;
      lastDay = none;
      if (row < 0) row = 0;
      while (row < rows.length && (rows[row + place.vehicleId] ?? 0) < id) row += rowLength;
      isMine = row < rows.length && rows[row + place.vehicleId] === id;
    }
    if (!isMine) continue;
    const day = dayOf(cells[1]);
    if (cells[2] === 1) rows[row + place.lastVisit] = day;
    const km = numberOf(cells[3]);
    if (km > 0) {
      if (firstDay === none || (day === firstDay && km < firstKm)) [firstDay, firstKm] = [day, km];
      if (day > lastDay || km > lastKm) [lastDay, lastKm] = [day, km];
    }
    const maintained = dayOf(cells[4]);
    if (maintained > (rows[row + place.done + kindIndex.secondMaintenance] ?? none)) {
      rows[row + place.done + kindIndex.secondMaintenance] = maintained;
      rows[row + place.maintainedKm] = km;
    }
  }
  close();
}

/** 主挂: a trailer runs the kilometres of its tractor and belongs to the tractor's owner where it names none itself. */
function joinPairs(rows: Int32Array, count: number): void {
  for (let first = 0; first < count * rowLength; first += rowLength) {
    const otherId = rows[first + place.pairedId] ?? none;
    if (otherId === none) continue;
    const other = rowAt(rows, count, otherId);
    if (other < 0) continue;
    takeOver(rows, first, other);
    takeOver(rows, other, first);
  }
}

function takeOver(rows: Int32Array, row: number, mate: number): void {
  if (rows[row + place.kind] !== vehicleKindIndex.trailer) return;
  if (rows[row + place.dailyKm] === none) rows[row + place.dailyKm] = rows[mate + place.dailyKm] ?? none;
  if (rows[row + place.customerId] === 0) rows[row + place.customerId] = rows[mate + place.customerId] ?? 0;
}
