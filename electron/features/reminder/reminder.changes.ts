import type { AuditDetail } from '#electron/kernel/audit.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/** How far a store was seen: the newest audit row, import and ledger entry, and how many imports were taken back. */
export type SeenStore = {
  readonly head: number;
  readonly imported: number;
  readonly undone: number;
  readonly entry: number;
};

/** What changed of what the lists are made of, by id. */
export type StoreChanges = {
  readonly vehicles: ReadonlySet<number>;
  readonly customers: ReadonlySet<number>;
  /** Customers whose membership changed. */
  readonly members: ReadonlySet<number>;
};

/** More calls than these since the last look are not looked through one by one. */
const mostCalls = 500;
/** More records than these are read as quickly with all the others. */
const mostRecords = 3000;

const seenSql = `select coalesce((select max(seq) from audit), 0) as head,
  coalesce((select max(id) from import), 0) as imported,
  (select count(undone_at) from import) as undone,
  coalesce((select max(id) from membership_entry), 0) as entry`;

// Vehicles of repair orders, certificates and entries of what was done; of customers, whose vehicles may have moved with them.
const vehiclesSql = `select vehicle_id from repair where id in (select value from json_each(@repairs)) and vehicle_id is not null
  union select repair.vehicle_id from certificate join repair on repair.id = certificate.repair_id
    where certificate.id in (select value from json_each(@certificates)) and repair.vehicle_id is not null
  union select vehicle_id from reminder_done where id in (select value from json_each(@dones))
  union select id from vehicle where customer_id in (select value from json_each(@customers))`;
// A membership's sales count for the one that it was merged into.
const membersSql = `with touched (id) as (
    select membership_id from membership_entry where id > @entry
    union select value from json_each(@memberships))
  select customer_id from membership where id in (select id from touched)
    or id in (select merged_into_id from membership where id in (select id from touched))`;

type Named = Record<
  'vehicle' | 'customer' | 'repair' | 'certificate' | 'reminderDone' | 'membership',
  Set<number>
>;
const isNamed = (named: Named, feature: string): feature is keyof Named => feature in named;

/** Looks at what was written since: a few small statements, none of them over a whole table. */
export function storeChanges(sqlite: Sqlite): {
  now(): SeenStore;
  /** null: too much, or something that is not told record by record; read everything anew. */
  since(seen: SeenStore, now: SeenStore): StoreChanges | null;
} {
  const seenNow = sqlite.prepare<[], SeenStore>(seenSql);
  const audit = sqlite.prepare<[number, number, number], { call: string; detail: string }>(
    'select call, detail from audit where seq > ? and seq <= ? limit ?',
  );
  const imported = sqlite.prepare<
    [number, number, number],
    { feature: string; recordId: number; before: string | null }
  >(
    'select feature, record_id as recordId, before from import_change where import_id > ? and import_id <= ? limit ?',
  );
  const vehiclesOf = sqlite.prepare<unknown[], number>(vehiclesSql).pluck();
  const membersOf = sqlite.prepare<unknown[], number>(membersSql).pluck();

  /** Notes what the audit says; false where it does not say it by single records. */
  function noteAudit({ call, detail }: { call: string; detail: string }, named: Named): boolean {
    if (/merge|design/iu.test(call)) return false;
    const { records } = JSON.parse(detail) as AuditDetail; // written by appendAudit
    for (const { feature, id, changes } of records) {
      if (!isNamed(named, feature)) continue;
      named[feature].add(id);
      // An order that went to another vehicle changes both.
      for (const { field, before } of changes) {
        if ((field !== 'vehicleId' && field !== 'repairId') || before === null || before === undefined)
          continue;
        if (typeof before !== 'number') return false;
        named[field === 'vehicleId' ? 'vehicle' : 'repair'].add(before);
      }
    }
    return true;
  }

  return {
    now: () => seenNow.get() ?? { head: 0, imported: 0, undone: 0, entry: 0 },
    since(seen, now) {
      if (now.undone !== seen.undone || now.head < seen.head || now.imported < seen.imported) return null;
      const named: Named = {
        vehicle: new Set(),
        customer: new Set(),
        repair: new Set(),
        certificate: new Set(),
        reminderDone: new Set(),
        membership: new Set(),
      };
      const calls = audit.all(seen.head, now.head, mostCalls + 1);
      if (calls.length > mostCalls || !calls.every((call) => noteAudit(call, named))) return null;
      const rows = imported.all(seen.imported, now.imported, mostRecords + 1);
      if (rows.length > mostRecords) return null;
      for (const { feature, recordId, before } of rows) {
        if (!isNamed(named, feature)) continue;
        // What an import changed of an order may be its vehicle.
        if (before !== null && (feature === 'repair' || feature === 'certificate')) return null;
        named[feature].add(recordId);
      }
      const ids = (of: ReadonlySet<number>): string => JSON.stringify([...of]);
      const vehicles = new Set(named.vehicle);
      for (const id of vehiclesOf.all({
        repairs: ids(named.repair),
        certificates: ids(named.certificate),
        dones: ids(named.reminderDone),
        customers: ids(named.customer),
      }))
        vehicles.add(id);
      if (vehicles.size + named.customer.size > mostRecords) return null;
      const members = new Set(named.customer);
      for (const id of membersOf.all({ entry: seen.entry, memberships: ids(named.membership) }))
        members.add(id);
      return members.size > mostRecords ? null : { vehicles, customers: named.customer, members };
    },
  };
}
