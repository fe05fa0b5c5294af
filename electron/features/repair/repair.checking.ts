import {
  repairPurposes,
  type RepairClass,
  type RepairPurpose,
} from '#shared/features/checklist/checklist.content.ts';
import { repairCheckRefusal, type RepairChecked } from '#shared/features/inspection/inspection.rules.ts';
import { ofPresentRound, repairRound } from '#shared/features/inspection/inspection-work.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { invalidField, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CheckGate } from '../inspection/inspection.gate.ts';
import { listDone } from '../inspection/inspection.repository.ts';
import { listPartExceptions, listReworks } from './repair-check.repository.ts';
import { raiseRework } from './rework.ts';

/** 三级质检 gates of repair orders: who may check which level, by what the order knows. */

type Order = {
  readonly id: number;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly vehicleId: number | null;
  readonly technicianId: number | null;
  readonly repairClass: RepairClass | null;
  readonly odometerKm: number | null;
};

async function readOrder(reader: Reader | Writer, id: number): Promise<Order> {
  const row = await reader
    .selectFrom('repair')
    .select(['id', 'vin', 'plate', 'vehicleId', 'technicianId', 'odometerKm', 'repairClass'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('repair', id);
  return { ...row, repairClass: row.repairClass as RepairClass | null }; // a choice of the field table
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

/**
 * 班组长: who leads the department of a technician; where nobody does, or the technician leads it, who leads the one above.
 * Null where no department up to the top has another leader.
 */
async function teamLeaderId(
  reader: Reader | Writer,
  technicianId: number | undefined,
): Promise<number | null> {
  if (technicianId === undefined) return null;
  const person = await reader
    .selectFrom('person')
    .select('departmentId')
    .where('id', '=', technicianId)
    .executeTakeFirst();
  const seen = new Set<number>();
  for (let id = person?.departmentId ?? null; id !== null && !seen.has(id);) {
    seen.add(id);
    const team = await reader
      .selectFrom('department')
      .select(['leaderId', 'parentId'])
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (team?.leaderId && team.leaderId !== technicianId) return team.leaderId;
    id = team?.parentId ?? null;
  }
  return null;
}

/** A repair order as the rules of its three levels see it. Error: not-found. */
export async function readRepairChecked(reader: Reader | Writer, repairId: number): Promise<RepairChecked> {
  const order = await readOrder(reader, repairId);
  const technicians = await technicianIds(reader, order);
  return {
    hasClass: order.repairClass !== null,
    technicianIds: technicians,
    teamLeaderId: await teamLeaderId(reader, technicians[0]),
    partsStopped: (await listPartExceptions(reader, { repairId })).some(({ stops }) => stops),
    reworkOpen: (await listReworks(reader, repairId)).some(({ state }) => state === 'open'),
    checks: ofPresentRound(await listDone(reader, { stockId: null, repairId })),
  };
}

const isLevel = (purpose: string): purpose is RepairPurpose => repairPurposes.some((one) => one === purpose);

export const repairGate: CheckGate = {
  async thing(reader, { repairId }) {
    if (repairId === undefined || repairId === null) throw invalidField('repairId', 'required');
    const { vin, plate, vehicleId, odometerKm, repairClass } = await readOrder(reader, repairId);
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
      repairClass,
      round: repairRound(await listDone(reader, { stockId: null, repairId })),
    };
  },
  async refusal(reader, { repairId, purpose }, { personId, roles }) {
    if (repairId === null || !isLevel(purpose)) throw notFound('repair');
    return repairCheckRefusal(purpose, await readRepairChecked(reader, repairId), { id: personId, roles });
  },
  async failed(context, { id, repairId, round }, found) {
    if (repairId === null) return;
    const [technicianId = null] = await technicianIds(
      context.writer,
      await readOrder(context.writer, repairId),
    );
    await raiseRework(context, { repairId, inspectionId: id, round, technicianId, reason: found.join('\n') });
    context.changed({ feature: 'repair', id: repairId, changes: [] });
  },
};
