import { place, rowLength } from '#shared/features/reminder/reminder-facts.ts';
import type { MemberFacts } from '#shared/features/reminder/reminder-member.rules.ts';
import type { ReminderStore } from '#shared/features/reminder/reminder-open.rules.ts';
import { dayNumber, isDay, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { rowsOf, type ReadRows } from '#electron/kernel/read-rows.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { readOpenTouches } from '../campaign/campaign.open.ts';
import { designOn } from '../membership/membership.design.ts';
import { readReminderBase, readReminderTogether } from './reminder.base.ts';
import { lastVehicleSql, type VehicleRange } from './reminder.columns.ts';
import { storeChanges, type SeenStore, type StoreChanges } from './reminder.changes.ts';
import { membersBy, readMemberFacts, salesSince } from './reminder.members.ts';
import { rowAt } from './reminder.rows.ts';

/** Everything the lists of a store are made of. */
export type KeptStore = ReminderStore & {
  /** Customers who are not to be called: 免打扰, or no consent. */
  readonly silent: ReadonlySet<number>;
};

type Kept = {
  rows: Int32Array;
  readonly births: Map<number, number>;
  readonly silent: Set<number>;
  readonly memberFacts: Map<number, MemberFacts>;
  version: unknown;
  seen: SeenStore;
  readonly today: Day;
  /** Sales are read after this day, see `salesSince`. */
  readonly since: string;
};

// 出生日期 as it was told, or as it stands in the identity number of eighteen places; and who is not to be called.
const peopleSql = (where: string): string => `select * from (
    select id,
      case when removed_at is null and kind = 'person' then coalesce(born_on,
        case when length(identity_number) = 18 then substr(identity_number, 7, 4) || '-'
          || substr(identity_number, 11, 2) || '-' || substr(identity_number, 13, 2) end) end as born,
      do_not_call = 1 or consent = 'refused' or removed_at is not null as is_silent
    from customer${where})
  where born is not null or is_silent`;
// Tractors and trailers that hang together, however many name each other: what one of them says may change another's row.
const nearSql = `with recursive near (id) as (
    select value from json_each(?)
    union select vehicle.id from near join vehicle on vehicle.paired_id = near.id
    union select vehicle.paired_id from near join vehicle on vehicle.id = near.id where vehicle.paired_id is not null)
  select id from near`;

/** One connection, as typed queries and as itself. */
export type ReckonerConnection = {
  readonly sqlite: Sqlite;
  readonly reader: Reader;
  /** Reads the rows of a range in another thread. Absent: all is read here. */
  readonly beside?: (range: VehicleRange) => Promise<Int32Array>;
};

/**
 * What the lists of one open store are made of, kept between calls. SQLite tells whether anybody has written since
 * (`data_version`), the audit, the imports and the ledger tell to which records; only these are read again, or everything
 * where that is less work.
 */
export function keptStore({ sqlite, reader, beside }: ReckonerConnection): {
  get(today: Day): Promise<KeptStore>;
} {
  const changes = storeChanges(sqlite);
  const readAll = rowsOf(sqlite);
  const readSome: ReadRows = (sql, ids) =>
    sqlite.prepare<[string], readonly (string | number | null)[]>(sql).raw().all(JSON.stringify(ids));
  let kept: Kept | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function addPeople(to: Pick<Kept, 'births' | 'silent'>, ids?: readonly number[]): void {
    const where = ids ? ' where id in (select value from json_each(?))' : '';
    for (const [id, born, isSilent] of sqlite
      .prepare<string[], [number, string | null, number | null]>(peopleSql(where))
      .raw()
      .iterate(...(ids ? [JSON.stringify(ids)] : []))) {
      if (born !== null && isDay(born)) to.births.set(id, dayNumber(born));
      if (isSilent === 1) to.silent.add(id);
    }
  }

  async function readWhole(today: Day, since: string, version: unknown): Promise<Kept> {
    const seen = changes.now();
    const people = { births: new Map<number, number>(), silent: new Set<number>() };
    const last = sqlite.prepare<[], number>(lastVehicleSql).pluck().get() ?? 0;
    const [{ rows }] = await Promise.all([
      beside ? readReminderTogether(readAll, last, beside) : readReminderBase(readAll),
      (async () => addPeople(people))(),
    ]);
    const memberFacts = await readMemberFacts(readAll, { today, since });
    return { rows, ...people, memberFacts, version, seen, today, since };
  }

  /** Reads again what changed. */
  async function patch(old: Kept, { vehicles, customers, members }: StoreChanges): Promise<void> {
    for (const id of customers) {
      old.births.delete(id);
      old.silent.delete(id);
    }
    if (customers.size > 0) addPeople(old, [...customers]);
    if (members.size > 0) {
      for (const id of members) old.memberFacts.delete(id);
      for (const [id, facts] of await readMemberFacts(readSome, old, [...members]))
        old.memberFacts.set(id, facts);
    }
    if (vehicles.size === 0) return;
    const near = new Set(vehicles);
    for (const id of vehicles) {
      const at = rowAt(old.rows, old.rows.length / rowLength, id);
      const mate = at < 0 ? 0 : (old.rows[at + place.pairedId] ?? 0);
      if (mate > 0) near.add(mate);
    }
    const ids = sqlite
      .prepare<[string], number>(nearSql)
      .pluck()
      .all(JSON.stringify([...near]));
    old.rows = mergedRows(old.rows, (await readReminderBase(readSome, ids)).rows, new Set(ids));
  }

  async function fresh(today: Day, since: string): Promise<Kept> {
    // Taken before reading: what is written meanwhile is looked at again with the next call.
    const version = sqlite.pragma('data_version', { simple: true });
    const isOf = kept?.today === today && kept.since === since;
    if (kept && isOf && kept.version === version) return kept;
    const now = changes.now();
    const changed = kept && isOf ? changes.since(kept.seen, now) : null;
    if (!kept || !changed) return (kept = await readWhole(today, since, version));
    const old = kept;
    // A patch that fails half way leaves nothing to rely on.
    kept = undefined;
    await patch(old, changed);
    old.version = version;
    old.seen = now;
    return (kept = old);
  }

  return {
    async get(today) {
      const { content } = await designOn(reader, today);
      const run = last.then(async () => fresh(today, salesSince(content, today)));
      last = run.catch(() => undefined);
      const { rows, births, silent, memberFacts } = await run;
      const touches = Map.groupBy(await readOpenTouches(reader, today), ({ customerId: of }) => of);
      return { rows, births, silent, members: membersBy(memberFacts, content), touches };
    },
  };
}

/** Rows in the order of their ids in which those of some vehicles are exchanged; such as have none any more go. */
function mergedRows(old: Int32Array, read: Int32Array, ids: ReadonlySet<number>): Int32Array {
  const count = old.length / rowLength;
  let isInPlace = true;
  let found = 0;
  for (const id of ids) if (rowAt(old, count, id) >= 0) found += 1;
  for (let at = 0; at < read.length && isInPlace; at += rowLength)
    isInPlace = rowAt(old, count, read[at + place.vehicleId] ?? 0) >= 0;
  if (isInPlace && found === read.length / rowLength) {
    for (let at = 0; at < read.length; at += rowLength)
      old.set(read.subarray(at, at + rowLength), rowAt(old, count, read[at + place.vehicleId] ?? 0));
    return old;
  }
  const merged = new Int32Array(old.length + read.length);
  let [to, next] = [0, 0];
  const add = (rows: Int32Array, at: number): void => {
    merged.set(rows.subarray(at, at + rowLength), to);
    to += rowLength;
  };
  for (let at = 0; at < old.length; at += rowLength) {
    const id = old[at + place.vehicleId] ?? 0;
    for (; next < read.length && (read[next + place.vehicleId] ?? 0) <= id; next += rowLength)
      add(read, next);
    if (!ids.has(id)) add(old, at);
  }
  for (; next < read.length; next += rowLength) add(read, next);
  return merged.subarray(0, to);
}
