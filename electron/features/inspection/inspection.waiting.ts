import { sql, type SqlBool } from 'kysely';
import type { WaitingCheck } from '#shared/features/inspection/inspection.contract.ts';
import {
  latestOf,
  mayCheck,
  pdiStandings,
  repairCheckRefusal,
  type CheckDone,
} from '#shared/features/inspection/inspection.rules.ts';
import {
  byPromise,
  nextLevel,
  nextPdi,
  ofPresentRound,
} from '#shared/features/inspection/inspection-work.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { dayOfInstant, type Day } from '#shared/kernel/day.ts';
import { maskPlate } from '#shared/kernel/plate.ts';
import { may } from '#shared/rpc/rights.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { listPlannedDays } from '../delivery/delivery.repository.ts';
import { readRepairChecked } from '../repair/repair.checking.ts';
import { listDoneOf, listRepeatRules } from './inspection.repository.ts';

type Waiting = Omit<WaitingCheck, 'answered' | 'items'>;

/** Planned hand-over day of vehicles that are promised to a customer, by stock id; null: promised without a day. */
async function promises(
  reader: Reader,
  vehicles: readonly { id: number; vin: string; state: string }[],
): Promise<ReadonlyMap<number, Day | null>> {
  const orders = await reader
    .selectFrom('vehicleOrder')
    .select(['stockId', 'vin', 'plannedOn'])
    .where(sql<SqlBool>`state in ('open', 'allocated')`)
    .where('removedAt', 'is', null)
    .where((row) => row.or([row('stockId', 'is not', null), row('vin', 'is not', null)]))
    .execute();
  const byStock = new Map<number, Day | null>();
  const byVin = new Map(vehicles.map(({ id, vin }) => [vin, id]));
  for (const { id, state } of vehicles) if (state === 'reserved') byStock.set(id, null);
  for (const { stockId, vin, plannedOn } of orders) {
    const id = stockId ?? byVin.get(vin ?? '');
    if (id === undefined) continue;
    const known = byStock.get(id) ?? null;
    byStock.set(id, known === null || (plannedOn !== null && plannedOn < known) ? plannedOn : known);
  }
  // A planned delivery knows the vehicle's own day, also where an order has several vehicles.
  for (const { stockId, plannedOn } of await listPlannedDays(reader)) byStock.set(stockId, plannedOn);
  return byStock;
}

/** PDI of the vehicles that stand in the store. */
async function waitingInStock({ reader, clock, actor }: QueryContext, mine: boolean): Promise<Waiting[]> {
  const vehicles = await reader
    .selectFrom('stock')
    .select(['id', 'vin', 'kind', 'model', 'place', 'state'])
    .where(sql<SqlBool>`removed_at is null and left_on is null and state in ('inStock', 'reserved')`)
    .execute();
  const ids = vehicles.map(({ id }) => id);
  const done = await listDoneOf(reader, 'stockId', ids);
  const promised = await promises(reader, vehicles);
  const rules = await listRepeatRules(reader);
  const today = clock.today();
  return vehicles.flatMap(({ id, vin, kind, model, place }) => {
    const checks = done.get(id) ?? [];
    // Written through the field table only.
    const standings = pdiStandings({ kind: kind as VehicleKind }, checks, rules, today);
    const next = nextPdi(standings, promised.has(id));
    if (!next) return [];
    const { purpose, reason } = next;
    const isOther = purpose !== 'quality' || latestOf(checks, 'departure')?.signerId !== actor.personId;
    if (mine && !(mayCheck(actor.roles, purpose) && isOther)) return [];
    const open = latestOf(checks, purpose);
    return [
      {
        key: `stock-${id}-${purpose}`,
        purpose,
        inspectionId: open && open.state !== 'passed' ? open.id : null,
        stockId: id,
        repairId: null,
        vin,
        plate: null,
        model,
        place,
        promisedOn: promised.get(id) ?? null,
        promisedAt: null,
        reason,
      },
    ];
  });
}

/** 三级质检 of the repair orders whose work is done, or whose levels have begun. */
async function waitingRepairs({ reader, actor }: QueryContext, mine: boolean): Promise<Waiting[]> {
  const orders = await reader
    .selectFrom('repair')
    .leftJoin('vehicle', 'vehicle.id', 'repair.vehicleId')
    .select([
      'repair.id',
      'repair.vin',
      'repair.plate',
      'repair.finishedAt',
      'repair.state',
      'repair.bay',
      'repair.promisedAt',
      'vehicle.model',
    ])
    .where(sql<SqlBool>`repair.removed_at is null and repair.state in ('working', 'done')`)
    .execute();
  const done = await listDoneOf(
    reader,
    'repairId',
    orders.map(({ id }) => id),
  );
  const seesPlate = may(actor.roles, 'customer.seePhone');
  const waiting: Waiting[] = [];
  for (const { id, vin, plate, finishedAt, state, bay, promisedAt, model } of orders) {
    const checks: readonly CheckDone[] = done.get(id) ?? [];
    const level = nextLevel(checks);
    if (!level || (checks.length === 0 && finishedAt === null && state !== 'done')) continue;
    const open = latestOf(ofPresentRound(checks), level);
    if (mine) {
      if (!mayCheck(actor.roles, level)) continue;
      const checked = await readRepairChecked(reader, id);
      if (repairCheckRefusal(level, checked, { id: actor.personId, roles: actor.roles })) continue;
    }
    waiting.push({
      key: `repair-${id}-${level}`,
      purpose: level,
      inspectionId: open?.state === 'open' ? open.id : null,
      stockId: null,
      repairId: id,
      vin,
      plate: plate === null || seesPlate ? plate : maskPlate(plate),
      model,
      place: bay,
      promisedOn: promisedAt === null ? null : dayOfInstant(promisedAt, storeOffsetMinutes),
      promisedAt,
      reason: 'level',
    });
  }
  return waiting;
}

/** How far the open ones are. */
async function progress(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { answered: number; items: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('inspection')
    .select(({ selectFrom }) => [
      'id',
      'itemCount as items',
      selectFrom('inspectionAnswer')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('inspectionAnswer.inspectionId', '=', 'inspection.id')
        .where('verdict', '!=', 'open')
        .as('answered'),
    ])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, items, answered }) => [id, { items, answered: answered ?? 0 }]));
}

/** What waits, by promise and place. `mine`: only what the person may do now. */
export async function listWaiting(context: QueryContext, mine: boolean): Promise<readonly WaitingCheck[]> {
  const waiting = [...(await waitingInStock(context, mine)), ...(await waitingRepairs(context, mine))];
  const open = waiting.flatMap(({ inspectionId }) => (inspectionId === null ? [] : [inspectionId]));
  const far = await progress(context.reader, open);
  return waiting
    .map((one) => ({ ...one, answered: 0, items: 0, ...far.get(one.inspectionId ?? 0) }))
    .sort(byPromise);
}
