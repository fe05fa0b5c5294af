import { setImmediate as turn } from 'node:timers/promises';
import { rowLength } from '#shared/features/reminder/reminder-facts.ts';
import type { ReadRows } from '#electron/kernel/read-rows.ts';
import {
  columnsOf,
  lastVehicleSql,
  namedSources,
  rangedSources,
  type Ask,
  type Sources,
  type VehicleRange,
} from './reminder.columns.ts';
import {
  addDone,
  addRepairs,
  addVehicles,
  addWarranties,
  grow,
  joinPairs,
  roomFor,
  type GrowingRows,
} from './reminder.rows.ts';

/**
 * What the engine reckons with: all vehicles as rows of whole numbers (`reminder-facts`), read in few narrow passes. The
 * sum of the orders' visits and readings is made by SQLite over one index that holds all of it.
 */
export type ReminderBase = {
  /** Rows of `rowLength` numbers, one after another. */
  readonly rows: Int32Array;
  readonly count: number;
};

/** Vehicles that are read at once: their texts are garbage before the next ones come. */
const portion = 10_000;

/** Reads the base in the order of the vehicles' ids, of some vehicles where theirs are given. */
export async function readReminderBase(read: ReadRows, ids?: readonly number[]): Promise<ReminderBase> {
  if (!ids) return whole(await readOnward(read, { from: 1, to: await lastVehicleOf(read) }));
  const base = roomFor(ids.length);
  const ask: Ask = (sql) => read(sql, ids);
  await readVehicles(ask, base, namedSources);
  await readSingle(ask, base, namedSources);
  return whole(base);
}

/** Rows of the vehicles of a range, tractors and trailers not yet joined. */
export async function readReminderRange(
  read: ReadRows,
  range: VehicleRange,
): Promise<Int32Array<ArrayBuffer>> {
  const { rows, at } = await readOnward(read, range);
  return rows.subarray(0, at);
}

/** Stores with more vehicles are read by two threads. */
const oneThread = 200_000;
/** What this thread reads: the other one has to start, meanwhile this one reads the customers. */
const ownShare = 0.57;

/**
 * Reads the base of all vehicles, of a large store the later ones in another thread meanwhile. What is written between the two
 * readings is a change like any other: who keeps a base asks for changes since before it was read. The other thread is called at
 * once, before this returns. `to`: the last vehicle's id.
 */
export async function readReminderTogether(
  read: ReadRows,
  to: number,
  beside: (range: VehicleRange) => Promise<Int32Array>,
  most: number = oneThread,
): Promise<ReminderBase> {
  if (to <= most) return readReminderBase(read);
  const middle = Math.ceil(to * ownShare);
  const range = { from: middle + 1, to };
  const rest = beside(range).catch(() => null);
  const base = await readOnward(read, { from: 1, to: middle }, to);
  // A thread that could not be had leaves the work here; what is wrong with the store shows here as well.
  const second = (await rest) ?? (await readReminderRange(read, range));
  grow(base, second.length);
  base.rows.set(second, base.at);
  base.at += second.length;
  return whole(base);
}

async function lastVehicleOf(read: ReadRows): Promise<number> {
  const [[last] = []] = [...(await read(lastVehicleSql, undefined))];
  return Number(last ?? 0);
}

/** Reads a range; `room`: vehicles for which there is to be room, where more are to follow. */
async function readOnward(
  read: ReadRows,
  { from, to }: VehicleRange,
  room = to - from + 1,
): Promise<GrowingRows> {
  const base = roomFor(room);
  const ask: Ask = (sql) => read(sql, undefined);
  for (let first = from; first <= to; first += portion) {
    const last = Math.min(first + portion - 1, to);
    await readVehicles(ask, base, rangedSources({ from: first, to: last }));
    // A thread that is started meanwhile cannot begin while this one never rests.
    if (last < to) await turn();
  }
  await readSingle(ask, base, rangedSources({ from, to }));
  return base;
}

function whole({ rows, at }: GrowingRows): ReminderBase {
  joinPairs(rows, at / rowLength);
  return { rows: rows.subarray(0, at), count: at / rowLength };
}

/** Adds vehicles with their orders. */
async function readVehicles(ask: Ask, base: GrowingRows, { vehicles, repairs }: Sources): Promise<void> {
  const first = base.at;
  addVehicles(base, await columnsOf(ask, vehicles));
  addRepairs(base.rows.subarray(first, base.at), await columnsOf(ask, repairs));
}

/** Adds to the vehicles what only few of them have. */
async function readSingle(ask: Ask, base: GrowingRows, { done, certificates }: Sources): Promise<void> {
  addDone(base, await columnsOf(ask, done));
  addWarranties(base, await columnsOf(ask, certificates));
}
