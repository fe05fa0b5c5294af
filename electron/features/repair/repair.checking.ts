import { repairPurposes, type RepairPurpose } from '#shared/features/checklist/checklist.content.ts';
import { repairCheckRefusal, type RepairChecked } from '#shared/features/inspection/inspection.rules.ts';
import { ofPresentRound, repairRound } from '#shared/features/inspection/inspection-work.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { invalidField, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CheckGate } from '../inspection/inspection.gate.ts';
import { listDone } from '../inspection/inspection.repository.ts';

/** 三级质检 gates of repair orders: who may check which level, by what the order knows. */

type Order = {
  readonly id: number;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly vehicleId: number | null;
  readonly technicianId: number | null;
  readonly odometerKm: number | null;
};

async function readOrder(reader: Reader | Writer, id: number): Promise<Order> {
  const row = await reader
    .selectFrom('repair')
    .select(['id', 'vin', 'plate', 'vehicleId', 'technicianId', 'odometerKm'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('repair', id);
  return row;
}

/** The order's technician first, then those of its lines. */
async function technicianIds(reader: Reader | Writer, order: Order): Promise<readonly number[]> {
  const lines = await reader
    .selectFrom('repairLine')
    .select('technicianId')
    .distinct()
    .where('repairId', '=', order.id)
    .where('removedAt', 'is', null)
    .execute();
  const all = [order.technicianId, ...lines.map((line) => line.technicianId)];
  return [...new Set(all.filter((one) => one !== null))];
}

/** 班组长: who leads the department of a technician. */
async function teamLeaderId(
  reader: Reader | Writer,
  technicianId: number | undefined,
): Promise<number | null> {
  if (technicianId === undefined) return null;
  const row = await reader
    .selectFrom('person')
    .innerJoin('department', 'department.id', 'person.departmentId')
    .select('department.leaderId')
    .where('person.id', '=', technicianId)
    .executeTakeFirst();
  return row?.leaderId ?? null;
}

/** A repair order as the rules of its three levels see it. Error: not-found. */
export async function readRepairChecked(reader: Reader | Writer, repairId: number): Promise<RepairChecked> {
  const order = await readOrder(reader, repairId);
  const technicians = await technicianIds(reader, order);
  return {
    hasClass: true,
    technicianIds: technicians,
    teamLeaderId: await teamLeaderId(reader, technicians[0]),
    partsStopped: false,
    checks: ofPresentRound(await listDone(reader, { stockId: null, repairId })),
  };
}

const isLevel = (purpose: string): purpose is RepairPurpose => repairPurposes.some((one) => one === purpose);

export const repairGate: CheckGate = {
  async thing(reader, { repairId }) {
    if (repairId === undefined || repairId === null) throw invalidField('repairId', 'required');
    const { vin, plate, vehicleId, odometerKm } = await readOrder(reader, repairId);
    const vehicle =
      vehicleId === null
        ? undefined
        : await reader.selectFrom('vehicle').select('kind').where('id', '=', vehicleId).executeTakeFirst();
    return {
      stockId: null,
      repairId,
      vin,
      plate,
      odometerKm,
      vehicleKind: (vehicle?.kind ?? null) as VehicleKind | null, // written through the field table only
      repairClass: null,
      round: repairRound(await listDone(reader, { stockId: null, repairId })),
    };
  },
  async refusal(reader, { repairId, purpose }, { personId, roles }) {
    if (repairId === null || !isLevel(purpose)) throw notFound('repair');
    return repairCheckRefusal(purpose, await readRepairChecked(reader, repairId), { id: personId, roles });
  },
};
