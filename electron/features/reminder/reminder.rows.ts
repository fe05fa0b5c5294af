import {
  kindIndex,
  none,
  place,
  rowLength,
  useIndex,
  vehicleKindIndex,
} from '#shared/features/reminder/reminder-facts.ts';
import { statedKinds, type StatedKind } from '#shared/features/reminder/reminder.fields.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import type { ColumnsOf } from './reminder.columns.ts';

/** Rows of vehicles in the order of their ids, with room for more. `at`: where the next one begins. */
export type GrowingRows = { rows: Int32Array<ArrayBuffer>; at: number };

/** Ids say how many vehicles there may be, not how many there are. */
const mostRoom = 1_000_000;
export const roomFor = (vehicles: number): GrowingRows => ({
  rows: new Int32Array(rowLength * Math.max(0, Math.min(vehicles, mostRoom))),
  at: 0,
});

/** Makes room for so many numbers more. */
export function grow(base: GrowingRows, places: number): void {
  if (base.at + places <= base.rows.length) return;
  const longer = new Int32Array(Math.max(base.rows.length * 2, base.at + places));
  longer.set(base.rows.subarray(0, base.at));
  base.rows = longer;
}

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

/** Where no use is stated, by kind. */
const usualUse = vehicleKinds.map((kind) => useIndex(kind, null));

const placeOf = {
  ...place,
  ...(Object.fromEntries(statedKinds.map((kind, index) => [kind, place.stated + index])) as Record<
    StatedKind,
    number
  >), // built from the kinds
};

/** Adds vehicles, in the order of their ids. */
export function addVehicles(base: GrowingRows, columns: ColumnsOf<'vehicles'>): void {
  const count = columns.vehicleId.length;
  grow(base, count * rowLength);
  const { rows, at } = base;
  base.at = at + count * rowLength;
  rows.fill(none, at, base.at);
  for (const name of Object.keys(columns) as (keyof typeof columns)[]) {
    const column = columns[name];
    let to = at + placeOf[name];
    for (let index = 0; index < count; index += 1, to += rowLength) rows[to] = column[index] ?? none;
  }
  let last = at === 0 ? 0 : (rows[at - rowLength + place.vehicleId] ?? 0);
  for (let row = at; row < base.at; row += rowLength) {
    const id = rows[row + place.vehicleId] ?? 0;
    // Everything after finds a vehicle by its place in this order.
    if (id <= last) throw new Error(`vehicle ${id} was read after ${last}`);
    last = id;
    rows[row + place.inUse] = 1;
    rows[row + place.elsewhere] = 0;
    if (rows[row + place.customerId] === none) rows[row + place.customerId] = 0;
    if (rows[row + place.use] === none) rows[row + place.use] = usualUse[rows[row + place.kind] ?? 0] ?? none;
  }
}

/** Readings nearer than these say little of a day's distance, in days; nobody drives more kilometres a day. */
const shortestSpan = 30;
const longestDay = 1500;

/**
 * Orders in the order of vehicles and days onto rows in the order of vehicles: last visit, newest reading, the kilometres of a
 * day between the oldest and the newest reading, last second-level maintenance. Of readings of one day the larger is newer.
 */
export function addRepairs(rows: Int32Array, orders: ColumnsOf<'repairs'>): void {
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
  const open = (id: number): void => {
    close();
    vehicleId = id;
    firstDay = none;
    lastDay = none;
    if (row < 0) row = 0;
    while (row < rows.length && (rows[row + place.vehicleId] ?? 0) < id) row += rowLength;
    isMine = row < rows.length && rows[row + place.vehicleId] === id;
  };
  for (let order = 0; order < orders.vehicleId.length; order += 1) {
    const id = orders.vehicleId[order] ?? none;
    const day = orders.day[order] ?? none;
    const km = orders.km[order] ?? none;
    const maintained = orders.maintained[order] ?? none;
    if (id !== vehicleId) open(id);
    if (!isMine) continue;
    if (orders.isVisit[order] === 1) rows[row + place.lastVisit] = day;
    if (km > 0) {
      if (firstDay === none || (day === firstDay && km < firstKm)) [firstDay, firstKm] = [day, km];
      if (day > lastDay || km > lastKm) [lastDay, lastKm] = [day, km];
    }
    if (maintained > (rows[row + place.done + kindIndex.secondMaintenance] ?? none)) {
      rows[row + place.done + kindIndex.secondMaintenance] = maintained;
      rows[row + place.maintainedKm] = km;
    }
  }
  close();
}

/** What was done here or elsewhere and written down by hand, in any order: the newest of each kind counts. */
export function addDone({ rows, at }: GrowingRows, done: ColumnsOf<'done'>): void {
  for (let index = 0; index < done.vehicleId.length; index += 1) {
    const row = rowAt(rows, at / rowLength, done.vehicleId[index] ?? 0);
    const kind = done.kind[index] ?? none;
    const day = done.day[index] ?? none;
    if (row < 0 || kind < 0 || day < (rows[row + place.done + kind] ?? none)) continue;
    rows[row + place.done + kind] = day;
    const others = (rows[row + place.elsewhere] ?? 0) & ~(1 << kind);
    rows[row + place.elsewhere] = others | ((done.isElsewhere[index] ?? 0) << kind);
    if (kind === kindIndex.secondMaintenance) rows[row + place.maintainedKm] = done.km[index] ?? none;
  }
}

/** Warranties of repairs: the newest certificate of each vehicle, in any order. */
export function addWarranties({ rows, at }: GrowingRows, certificates: ColumnsOf<'certificates'>): void {
  for (let index = 0; index < certificates.vehicleId.length; index += 1) {
    const row = rowAt(rows, at / rowLength, certificates.vehicleId[index] ?? 0);
    const day = certificates.day[index] ?? none;
    if (row < 0 || day < (rows[row + place.repairWarrantyFrom] ?? none)) continue;
    rows[row + place.repairWarrantyFrom] = day;
    rows[row + place.repairWarrantyDays] = certificates.days[index] ?? none;
    rows[row + place.repairWarrantyKm] = certificates.km[index] ?? none;
  }
}

/** 主挂: a trailer runs the kilometres of its tractor and belongs to the tractor's owner where it names none itself. */
export function joinPairs(rows: Int32Array, count: number): void {
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
