import { sql } from 'kysely';
import type { RepairClass } from '#shared/features/checklist/checklist.content.ts';
import { ofPresentRound } from '#shared/features/inspection/inspection-work.rules.ts';
import type { CheckDone } from '#shared/features/inspection/inspection.rules.ts';
import type { PartException, ReworkLine } from '#shared/features/repair/repair.contract.ts';
import {
  partStops,
  type LeftRepair,
  type PartOrigin,
  type WarrantyRule,
} from '#shared/features/repair/repair.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listDone } from '../inspection/inspection.repository.ts';

/** A repair order as its checks, certificate and warranty need it. */
export type CheckedRepair = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly vehicleId: number | null;
  readonly customerName: string | null;
  readonly plate: string | null;
  readonly vin: string | null;
  readonly repairClass: RepairClass | null;
  readonly state: string;
  readonly checkedInOn: Day;
  readonly handedOverOn: Day | null;
  readonly odometerKm: number | null;
  readonly technicianId: number | null;
  readonly returnOfId: number | null;
  readonly isReturn: boolean | null;
};

/** Error: not-found, also for an order in the bin. */
export async function readCheckedRepair(reader: Reader | Writer, id: number): Promise<CheckedRepair> {
  const row = await reader
    .selectFrom('repair')
    .select([
      'id',
      'version',
      'number',
      'vehicleId',
      'customerName',
      'plate',
      'vin',
      'repairClass',
      'state',
      'checkedInOn',
      'handedOverOn',
      'odometerKm',
      'technicianId',
      'returnOfId',
      'isReturn',
    ])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('repair', id);
  return {
    ...row,
    repairClass: row.repairClass as RepairClass | null, // a choice of the field table
    isReturn: row.isReturn === null ? null : Boolean(row.isReturn),
  };
}

type PartFilter = { readonly repairId: number } | { readonly from: Day; readonly to: Day };

/** Parts that are not 原厂, of one order or of the orders that checked in between two days, in their order. */
export async function listPartExceptions(
  reader: Reader | Writer,
  filter: PartFilter,
): Promise<readonly PartException[]> {
  let query = reader
    .selectFrom('repairPart')
    .innerJoin('repair', 'repair.id', 'repairPart.repairId')
    .leftJoin('person', 'person.id', 'repairPart.allowedById')
    .select([
      'repairPart.id as partId',
      'repairPart.version',
      'repairPart.repairId',
      'repair.number as repairNumber',
      'repairPart.code',
      'repairPart.name',
      'repairPart.origin',
      'repairPart.supplier',
      'repairPart.voucher',
      'repairPart.quantityHundredths',
      'repairPart.amountFen',
      'repairPart.consentBy',
      'repairPart.consentOn',
      'repairPart.allowedReason',
      'repairPart.allowedFor',
      'person.name as allowedByName',
      'repairPart.allowedOn',
    ])
    .where('repairPart.removedAt', 'is', null)
    .where('repair.removedAt', 'is', null)
    .where('repairPart.origin', '!=', 'original')
    .orderBy('repairPart.id');
  query =
    'repairId' in filter
      ? query.where('repairPart.repairId', '=', filter.repairId)
      : query
          .where('repair.checkedInOn', '>=', filter.from)
          .where('repair.checkedInOn', '<=', filter.to)
          .where('repair.state', '!=', 'cancelled');
  const rows = await query.execute();
  return rows.map(({ quantityHundredths, allowedFor, ...row }) => {
    const origin = row.origin as PartOrigin; // a choice of the field table
    const stops = partStops({ ...row, origin, quantityHundredths, allowedFor });
    // An allowance for the part as it was before a change is not shown as one of this part.
    const allowed = stops ? { allowedReason: null, allowedByName: null, allowedOn: null } : {};
    return { ...row, ...allowed, origin, stops };
  });
}

/** Rework orders of a repair, oldest first. */
export async function listReworks(reader: Reader | Writer, repairId: number): Promise<readonly ReworkLine[]> {
  const rows = await reader
    .selectFrom('rework')
    .leftJoin('person', 'person.id', 'rework.technicianId')
    .select([
      'rework.id',
      'rework.number',
      'rework.round',
      'rework.state',
      'rework.reason',
      'person.name as technicianName',
      'rework.raisedOn',
      'rework.doneOn',
      'rework.doneNote',
    ])
    .where('rework.repairId', '=', repairId)
    .where('rework.removedAt', 'is', null)
    .orderBy('rework.id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ReworkLine['state'] })); // a choice of the field table
}

/** What the gate of the hand-over asks of one order, except its class. */
export async function readLeaving(
  reader: Reader | Writer,
  repairId: number,
): Promise<{
  readonly partsStopped: boolean;
  readonly reworkOpen: boolean;
  readonly checks: readonly CheckDone[];
  readonly certificateIssued: boolean;
}> {
  const certificate = await reader
    .selectFrom('certificate')
    .select('id')
    .where('repairId', '=', repairId)
    .where('state', '=', 'issued')
    .executeTakeFirst();
  return {
    partsStopped: (await listPartExceptions(reader, { repairId })).some(({ stops }) => stops),
    reworkOpen: (await listReworks(reader, repairId)).some(({ state }) => state === 'open'),
    checks: ofPresentRound(await listDone(reader, { stockId: null, repairId })),
    certificateIssued: certificate !== undefined,
  };
}

export async function listWarrantyRules(reader: Reader | Writer): Promise<readonly WarrantyRule[]> {
  const rows = await reader
    .selectFrom('warrantyRule')
    .select(['repairClass', 'days', 'kilometres', 'validFrom', 'validTo'])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows as readonly WarrantyRule[]; // choices of the field table
}

/** Repairs of the same vehicle that left, with a class; by the vehicle's record or its VIN. */
export async function listLeftRepairs(
  reader: Reader | Writer,
  visit: Pick<CheckedRepair, 'id' | 'vehicleId' | 'vin'>,
): Promise<readonly LeftRepair[]> {
  const rows = await reader
    .selectFrom('repair')
    .select(['id', 'number', 'repairClass', 'handedOverOn', 'odometerKm'])
    .where('removedAt', 'is', null)
    .where('id', '!=', visit.id)
    .where('state', '=', 'handedOver')
    .where('repairClass', 'is not', null)
    .where('handedOverOn', 'is not', null)
    .where((row) =>
      row.or([
        ...(visit.vehicleId === null ? [] : [row('vehicleId', '=', visit.vehicleId)]),
        ...(visit.vin === null ? [] : [row('vin', '=', visit.vin)]),
        sql<boolean>`false`,
      ]),
    )
    .execute();
  return rows.map(({ handedOverOn, ...row }) => ({
    ...row,
    repairClass: row.repairClass as RepairClass, // not null, and a choice of the field table
    leftOn: handedOverOn ?? '',
  }));
}
