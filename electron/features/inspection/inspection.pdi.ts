import {
  pdiPurposes,
  type CheckPurpose,
  type PdiPurpose,
} from '#shared/features/checklist/checklist.content.ts';
import {
  latestOf,
  mayCheck,
  missingForHandOver,
  pdiRefusal,
  pdiStandings,
  type CheckDone,
  type PdiStanding,
} from '#shared/features/inspection/inspection.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CheckGate } from './inspection.gate.ts';
import { listDone, listRepeatRules } from './inspection.repository.ts';

/** 三次 PDI: gates of the vehicles in stock. */

export type StockVehicle = {
  readonly id: number;
  readonly vin: string;
  readonly kind: VehicleKind;
  readonly model: string;
  readonly state: string;
  readonly leftOn: Day | null;
};

/** Error: not-found, also for a vehicle in the bin. */
export async function readStockVehicle(reader: Reader | Writer, id: number): Promise<StockVehicle> {
  const row = await reader
    .selectFrom('stock')
    .select(['id', 'vin', 'kind', 'model', 'state', 'leftOn'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('stock', id);
  return { ...row, kind: row.kind as VehicleKind }; // written through the field table only
}

/** A vehicle's checks and where its three PDI stand on a day. */
export async function readPdi(
  reader: Reader | Writer,
  vehicle: Pick<StockVehicle, 'id' | 'kind'>,
  today: Day,
): Promise<{ readonly checks: readonly CheckDone[]; readonly standings: readonly PdiStanding[] }> {
  const checks = await listDone(reader, { stockId: vehicle.id, repairId: null });
  return { checks, standings: pdiStandings(vehicle, checks, await listRepeatRules(reader), today) };
}

const isPdi = (purpose: CheckPurpose): purpose is PdiPurpose => pdiPurposes.some((one) => one === purpose);

const hasLeft = ({ state, leftOn }: StockVehicle): boolean =>
  leftOn !== null || state === 'sold' || state === 'returned';

/** Checks of a stock vehicle: the three PDI by their rules; 车辆准备 and 交车仪式 by post, while the vehicle is here. */
export const stockGate: CheckGate = {
  async thing(reader, { stockId, purpose }) {
    if (stockId === undefined || stockId === null) throw invalidField('stockId', 'required');
    const { vin, kind } = await readStockVehicle(reader, stockId);
    const before = await listDone(reader, { stockId, repairId: null });
    const round = 1 + before.filter((one) => one.purpose === purpose && one.state !== 'void').length;
    return {
      stockId,
      repairId: null,
      vin,
      plate: null,
      vehicleKind: kind,
      repairClass: null,
      odometerKm: null,
      round,
    };
  },
  async refusal(reader, { stockId, purpose }, { personId, roles }, today) {
    if (stockId === null) throw notFound('stock');
    if (!mayCheck(roles, purpose)) return 'check-not-your-post';
    const vehicle = await readStockVehicle(reader, stockId);
    if (!isPdi(purpose)) return vehicle.leftOn === null ? null : 'check-vehicle-left';
    if (hasLeft(vehicle)) return 'check-vehicle-left';
    const { checks, standings } = await readPdi(reader, vehicle, today);
    const departureSignerId = latestOf(checks, 'departure')?.signerId ?? null;
    return pdiRefusal(purpose, standings, { personId, departureSignerId });
  },
};

/** Reasons of a refused hand-over, by the first check that stands in its way. */
const handOverReasons = {
  arrival: () => ruleViolated('hand-over-arrival'),
  departure: () => ruleViolated('hand-over-departure'),
  quality: () => ruleViolated('hand-over-quality'),
} as const;

/**
 * Gate of the hand-over: a vehicle that leaves, is sold or delivered by hand has its three PDI passed on the day it left, or
 * today while it is still here. No role passes without. Errors: `hand-over-arrival`, `hand-over-departure`, `hand-over-quality`.
 */
export async function assertMayLeave(
  reader: Reader | Writer,
  vehicle: Pick<StockVehicle, 'id' | 'kind' | 'leftOn'>,
  today: Day,
): Promise<void> {
  const day = vehicle.leftOn !== null && vehicle.leftOn < today ? vehicle.leftOn : today;
  const { standings } = await readPdi(reader, vehicle, day);
  const [missing] = missingForHandOver(standings);
  if (missing) throw handOverReasons[missing]();
}
