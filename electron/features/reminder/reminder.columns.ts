import { none, type place } from '#shared/features/reminder/reminder-facts.ts';
import { vehicleReminderKinds, type StatedKind } from '#shared/features/reminder/reminder.fields.ts';
import { vehicleKinds, vehicleUses } from '#shared/features/vehicle/vehicle.fields.ts';
import { packedSql, unpacked } from '#electron/kernel/packed-columns.ts';
import type { ReadRows } from '#electron/kernel/read-rows.ts';

/** The last vehicle's id, 0 in a store without any: ids say how large a store is without counting it. */
export const lastVehicleSql = 'select coalesce(max(id), 0) from vehicle';

const indexOf = (column: string, names: readonly string[]): string =>
  `case ${column} ${names.map((name, index) => `when '${name}' then ${index}`).join(' ')} end`;

/** By the name of their place in a row. */
const vehicle = {
  vehicleId: 'id',
  customerId: 'customer_id',
  kind: indexOf('kind', vehicleKinds),
  use: indexOf('use', vehicleUses),
  massKg: 'gross_mass_kg',
  registered: 'registered_on',
  purchased: 'purchased_on',
  annualTest: 'annual_test_due_on',
  compulsoryInsurance: 'compulsory_insurance_due_on',
  commercialInsurance: 'commercial_insurance_due_on',
  secondMaintenance: 'second_maintenance_due_on',
  transportPermit: 'transport_permit_due_on',
  technicalGrade: 'technical_grade_due_on',
  planDays: 'maintenance_days',
  planKm: 'maintenance_km',
  dailyKm: 'daily_km',
  pairedId: 'paired_id',
} satisfies Partial<Record<keyof typeof place | StatedKind, string>>;
/** One pass over an index that holds all of it: visits, readings, second-level maintenance. */
const repair = {
  vehicleId: 'vehicle_id',
  day: 'checked_in_on',
  isVisit: "type <> 'internal'",
  km: 'odometer_km',
  maintained: "case when repair_class = 'secondMaintenance' then handed_over_on end",
};
const done = {
  vehicleId: 'vehicle_id',
  kind: indexOf('kind', vehicleReminderKinds),
  day: 'done_on',
  isElsewhere: "place = 'elsewhere'",
  km: 'odometer_km',
};
const certificate = {
  vehicleId: 'repair.vehicle_id',
  day: 'certificate.issued_on',
  days: 'certificate.warranty_days',
  km: 'certificate.warranty_km',
};

type Source<Columns> = { readonly columns: Columns; readonly from: string; readonly order?: string };
/** What is read for some vehicles: themselves, their orders, what was done, certificates. */
export type Sources = {
  readonly vehicles: Source<typeof vehicle>;
  readonly repairs: Source<typeof repair>;
  readonly done: Source<typeof done>;
  readonly certificates: Source<typeof certificate>;
};
/** Columns of equal length as they were read: numbers, days as day numbers, `none` where nothing is known. */
export type ColumnsOf<Kind extends keyof Sources> = Readonly<
  Record<keyof Sources[Kind]['columns'], Int32Array>
>;

const vehiclesFrom = "from vehicle where removed_at is null and state = 'inUse' and id";
const repairsFrom = (index: string): string =>
  `from repair ${index} where removed_at is null and state <> 'cancelled' and vehicle_id`;
const doneFrom = 'from reminder_done where removed_at is null and vehicle_id';
const certificatesFrom = (join: string): string => `from certificate ${join} repair
  on repair.id = certificate.repair_id where certificate.state = 'issued'
  and certificate.removed_at is null and repair.vehicle_id`;

const isNamed = 'in (select value from json_each(?))';
/** Vehicles whose ids follow as a JSON array. */
export const namedSources: Sources = {
  vehicles: { columns: vehicle, from: `${vehiclesFrom} ${isNamed}`, order: 'id' },
  repairs: { columns: repair, from: `${repairsFrom('')} ${isNamed}`, order: 'vehicle_id, checked_in_on' },
  done: { columns: done, from: `${doneFrom} ${isNamed}` },
  certificates: { columns: certificate, from: `${certificatesFrom('join')} ${isNamed}` },
};

/** Ids from one to another, both of them. */
export type VehicleRange = { readonly from: number; readonly to: number };

/** A range of ids. The table and the index are gone through in the order that is needed: sorting would cost a third more. */
export function rangedSources({ from, to }: VehicleRange): Sources {
  const isIn = `between ${from} and ${to}`;
  return {
    vehicles: { columns: vehicle, from: `${vehiclesFrom} ${isIn}` },
    repairs: { columns: repair, from: `${repairsFrom('indexed by repair_visit')} ${isIn}` },
    done: { columns: done, from: `${doneFrom} ${isIn}` },
    // From the certificates to the orders: most orders have none.
    certificates: { columns: certificate, from: `${certificatesFrom('cross join')} ${isIn}` },
  };
}

/** Reads a statement for the vehicles that are asked for. */
export type Ask = (sql: string) => ReturnType<ReadRows>;

/** The columns of a statement, by their names. */
export async function columnsOf<Name extends string>(
  ask: Ask,
  { columns, from, order }: Source<Readonly<Record<Name, string>>>,
): Promise<Readonly<Record<Name, Int32Array>>> {
  const names = Object.keys(columns) as Name[]; // its own names
  const [[count, ...texts] = []] = [
    ...(await ask(
      packedSql(
        names.map((name) => columns[name]),
        from,
        order,
      ),
    )),
  ];
  const read = names.map((name, index) => {
    const text = texts[index];
    return [name, unpacked(text instanceof Uint8Array ? text : nothing, Number(count), none)];
  });
  return Object.fromEntries(read) as Record<Name, Int32Array>; // built from the names
}
const nothing = new Uint8Array();
