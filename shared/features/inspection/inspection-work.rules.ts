import { compareDays, type Day } from '../../kernel/day.ts';
import {
  itemsOf,
  repairPurposes,
  type CheckPurpose,
  type ChecklistContent,
  type PdiPurpose,
  type RepairPurpose,
} from '../checklist/checklist.content.ts';
import { itemLack, noAnswer, type ItemAnswer, type ItemLack } from '../checklist/checklist.rules.ts';
import type { VehicleKind } from '../vehicle/vehicle.rules.ts';
import type { PdiCoverage, WaitingCheck } from './inspection.contract.ts';
import {
  latestOf,
  missingForHandOver,
  pdiStandings,
  type CheckDone,
  type PdiStanding,
  type RepeatRule,
} from './inspection.rules.ts';

/** What a check still lacks before it can be signed, item by item in the list's order. */
export const lacksOf = (
  content: ChecklistContent,
  answers: ReadonlyMap<string, ItemAnswer>,
): readonly { readonly item: string; readonly lack: ItemLack }[] =>
  itemsOf(content).flatMap((item) => {
    const lack = itemLack(item, answers.get(item.code) ?? noAnswer);
    return lack ? [{ item: item.code, lack }] : [];
  });

type Next = { readonly purpose: PdiPurpose; readonly reason: WaitingCheck['reason'] };

/** Why the check of a standing waits; `missing` is said by the caller. */
const reasonOf = { open: 'running', failed: 'failed', expired: 'expired' } as const;

/**
 * The PDI that a vehicle in the store waits for. 入库 always; 出库 and 质量 once the vehicle is promised to a customer, or
 * when they were begun. Null: nothing for now.
 */
export function nextPdi(standings: readonly PdiStanding[], isPromised: boolean): Next | null {
  for (const { purpose, state } of standings) {
    if (state === 'passed') continue;
    const begun = state === 'open' || state === 'failed';
    if (purpose !== 'arrival' && !isPromised && !begun) return null;
    if (state !== 'missing') return { purpose, reason: reasonOf[state] };
    return { purpose, reason: purpose === 'arrival' ? 'new' : 'handOver' };
  }
  return null;
}

/** 轮次 of a repair: every failed check sends it back and begins the next round. */
export const repairRound = (checks: readonly CheckDone[]): number =>
  1 + checks.filter(({ state }) => state === 'failed').length;

/** The checks of the present round of a repair. */
export const ofPresentRound = (checks: readonly CheckDone[]): readonly CheckDone[] => {
  const round = repairRound(checks);
  return checks.filter((check) => check.round === round);
};

/** The level that a repair waits for in its present round; null when the final check has passed. */
export const nextLevel = (checks: readonly CheckDone[]): RepairPurpose | null =>
  repairPurposes.find((level) => latestOf(ofPresentRound(checks), level)?.state !== 'passed') ?? null;

type Promised = Pick<WaitingCheck, 'promisedOn' | 'promisedAt' | 'place' | 'key'>;

/** Order of the work list: what was promised first, earliest day and hour first, then by place. */
export const byPromise = (a: Promised, b: Promised): number =>
  Number(a.promisedOn === null) - Number(b.promisedOn === null) ||
  (a.promisedOn !== null && b.promisedOn !== null ? compareDays(a.promisedOn, b.promisedOn) : 0) ||
  (a.promisedAt ?? '\uffff').localeCompare(b.promisedAt ?? '\uffff') ||
  (a.place ?? '\uffff').localeCompare(b.place ?? '\uffff') ||
  a.key.localeCompare(b.key);

/** A vehicle that left the store, with the checks that were signed for it. */
export type LeftVehicle = {
  readonly stockId: number | null;
  readonly vin: string;
  readonly model: string;
  readonly kind: VehicleKind;
  readonly leftOn: Day;
  readonly checks: readonly CheckDone[];
};

/** 三检覆盖率 of the vehicles that left between two days: what stood passed on the day counts, nothing signed afterwards. */
export function coverageOf(
  vehicles: readonly LeftVehicle[],
  rules: readonly RepeatRule[],
  span: { readonly from: Day; readonly to: Day },
): Omit<PdiCoverage, 'unsigned'> {
  const exceptions = vehicles
    .map(({ checks, kind, ...vehicle }) => {
      const signed = checks.filter(({ finishedOn }) => finishedOn !== null && finishedOn <= vehicle.leftOn);
      const missing: readonly CheckPurpose[] = missingForHandOver(
        pdiStandings({ kind }, signed, rules, vehicle.leftOn),
      );
      return { ...vehicle, missing };
    })
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => compareDays(b.leftOn, a.leftOn) || a.vin.localeCompare(b.vin));
  const handedOver = vehicles.length;
  const covered = handedOver - exceptions.length;
  // Rounded down: 100 % is said only when nothing is missing.
  const rateBasisPoints = handedOver === 0 ? null : Math.floor((covered * 10_000) / handedOver);
  return { ...span, handedOver, covered, rateBasisPoints, exceptions };
}
