import { addDays, addMonths, dayNumber, dayOfInstant, minuteOfInstant, type Day } from '../../kernel/day.ts';
import { normalText } from '../../kernel/normal-text.ts';
import type { VehicleKind, VehicleUse } from '../vehicle/vehicle.rules.ts';

export type LemonVehicle = {
  readonly kind: VehicleKind;
  readonly use: VehicleUse | null;
  readonly model: string | null;
  readonly purchasedOn: Day | null;
  readonly registeredOn: Day | null;
};

/** A repair under warranty that was not cancelled. Instants where the store has them, else days. */
export type LemonRepair = {
  readonly id: number;
  readonly number: string;
  readonly inOn: Day;
  readonly inAt: string | null;
  readonly outOn: Day | null;
  readonly outAt: string | null;
  readonly odometerKm: number | null;
  /** What was wrong: codes or names of the work, and the order's own words. */
  readonly faults: readonly string[];
};

export type LemonRule = {
  readonly name: string;
  readonly totalDays: number;
  readonly sameFaultTimes: number;
  readonly spareFromDay: number;
  readonly periodMonths: number;
  readonly periodKm: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly confirmed: boolean;
  readonly source: string | null;
};

/** Whether 三包 covers a vehicle: family cars and pick-ups; nothing for business, never a truck. */
export function isCovered({ kind, use, model }: Pick<LemonVehicle, 'kind' | 'use' | 'model'>): boolean {
  if (use === 'commercial') return false;
  return kind === 'car' || (kind === 'lightTruck' && /皮卡|pick-?up/iu.test(model ?? ''));
}

const dayMinutes = 1440;
/** China has one time zone. */
const storeOffsetMinutes = 480;
/** Minutes since 1970 UTC of midnight at the store. */
const startOf = (day: Day): number => dayNumber(day) * dayMinutes - storeOffsetMinutes;

type Span = { readonly from: number; readonly to: number };

/** 修理占用时间 from the agreement to repair until it was done; without times of day its days count whole. */
function spanOf(repair: LemonRepair, now: string): Span {
  const from = repair.inAt === null ? startOf(repair.inOn) : minuteOfInstant(repair.inAt);
  const end =
    repair.outAt !== null
      ? minuteOfInstant(repair.outAt)
      : repair.outOn === null
        ? minuteOfInstant(now)
        : startOf(repair.outOn) + dayMinutes;
  return { from, to: Math.max(from, end) };
}

/** Every 24 hours are a day, a part of a day is one (三包规定). */
const daysOfSpan = ({ from, to }: Span): number => Math.max(1, Math.ceil((to - from) / dayMinutes));

/** Days that one repair took until now. */
export const repairDays = (repair: LemonRepair, now: string): number => daysOfSpan(spanOf(repair, now));

/** Days of several repairs; two orders of the same days count once. */
export function totalRepairDays(repairs: readonly LemonRepair[], now: string): number {
  const spans = repairs.map((repair) => spanOf(repair, now)).sort((a, b) => a.from - b.from);
  let days = 0;
  let open: Span | undefined;
  for (const span of spans) {
    if (open && span.from < open.to) open = { from: open.from, to: Math.max(open.to, span.to) };
    else {
      if (open) days += daysOfSpan(open);
      open = span;
    }
  }
  return open ? days + daysOfSpan(open) : days;
}

export type LemonFault = { readonly fault: string; readonly repairIds: readonly number[] };

/** Faults by how many repairs they led to, most first. The same words in other spelling are the same fault. */
export function faultsOf(repairs: readonly LemonRepair[]): readonly LemonFault[] {
  const faults = new Map<string, { fault: string; repairIds: number[] }>();
  for (const { id, faults: named } of repairs) {
    for (const name of new Set(named.map((one) => normalText(one)))) {
      if (name === '') continue;
      const key = name.toLowerCase().replaceAll(/[\s,，。、;；]/gu, '');
      const found = faults.get(key) ?? { fault: name, repairIds: [] };
      if (!found.repairIds.includes(id)) found.repairIds.push(id);
      faults.set(key, found);
    }
  }
  return [...faults.values()].sort((a, b) => b.repairIds.length - a.repairIds.length);
}

/** 备用车: repairs that lasted until the day from which on a spare vehicle or money is due. */
export type LemonSpare = {
  readonly repairId: number;
  readonly number: string;
  readonly days: number;
  readonly dueFrom: Day;
  /** The vehicle is still in the shop. */
  readonly isOpen: boolean;
};

export type LemonStanding = {
  readonly rule: Pick<
    LemonRule,
    'name' | 'totalDays' | 'sameFaultTimes' | 'spareFromDay' | 'confirmed' | 'source'
  >;
  /** Day from which the period is reckoned; null: neither purchase nor registration is known, so all repairs count. */
  readonly boughtOn: Day | null;
  readonly periodEndsOn: Day | null;
  readonly periodKm: number;
  readonly repairs: number;
  readonly totalDays: number;
  readonly isOverDays: boolean;
  /** Faults that came back, most often first. */
  readonly faults: readonly LemonFault[];
  readonly sameFaultTimes: number;
  readonly isOverTimes: boolean;
  readonly spares: readonly LemonSpare[];
};

/** The rule in force on the day of purchase; the newest where that day is unknown. */
export const lemonRuleOn = (rules: readonly LemonRule[], boughtOn: Day | null): LemonRule | undefined =>
  rules
    .filter(
      ({ validFrom, validTo }) =>
        boughtOn === null || (validFrom <= boughtOn && (validTo === null || boughtOn <= validTo)),
    )
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];

/** 三包 counts of a vehicle; undefined where 三包 does not cover it or no rule was in force when it was bought. */
export function lemonStanding(
  vehicle: LemonVehicle,
  repairs: readonly LemonRepair[],
  rules: readonly LemonRule[],
  now: string,
): LemonStanding | undefined {
  if (!isCovered(vehicle)) return undefined;
  const boughtOn = vehicle.purchasedOn ?? vehicle.registeredOn;
  const rule = lemonRuleOn(rules, boughtOn);
  if (!rule) return undefined;
  const periodEndsOn = boughtOn === null ? null : addMonths(boughtOn, rule.periodMonths);
  const within = repairs.filter(
    ({ inOn, odometerKm }) =>
      (periodEndsOn === null || inOn <= periodEndsOn) && (odometerKm === null || odometerKm <= rule.periodKm),
  );
  const faults = faultsOf(within).filter(({ repairIds }) => repairIds.length > 1);
  const totalDays = totalRepairDays(within, now);
  const sameFaultTimes = faults[0]?.repairIds.length ?? Math.min(1, within.length);
  const spares = within.flatMap((repair): LemonSpare[] => {
    const days = repairDays(repair, now);
    if (days < rule.spareFromDay) return [];
    const first = repair.inAt === null ? repair.inOn : dayOfInstant(repair.inAt, storeOffsetMinutes);
    const isOpen = repair.outOn === null && repair.outAt === null;
    const dueFrom = addDays(first, rule.spareFromDay - 1);
    return [{ repairId: repair.id, number: repair.number, days, dueFrom, isOpen }];
  });
  const { name, confirmed, source, spareFromDay } = rule;
  return {
    rule: {
      name,
      totalDays: rule.totalDays,
      sameFaultTimes: rule.sameFaultTimes,
      spareFromDay,
      confirmed,
      source,
    },
    boughtOn,
    periodEndsOn,
    periodKm: rule.periodKm,
    repairs: within.length,
    totalDays,
    isOverDays: totalDays > rule.totalDays,
    faults,
    sameFaultTimes,
    isOverTimes: sameFaultTimes > rule.sameFaultTimes,
    spares,
  };
}
