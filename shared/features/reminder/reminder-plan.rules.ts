import type { Day } from '../../kernel/day.ts';
import { vehicleKinds, vehicleUses } from '../vehicle/vehicle.fields.ts';
import { none } from './reminder-facts.ts';
import {
  reminderKinds,
  vehicleReminderKinds,
  type reminderRuleFields,
  type ReminderKind,
} from './reminder.fields.ts';
import type { ValuesOf } from '../../kernel/field.ts';

/** What the engine reads of a rule; months, days, kilometres, kilograms. */
export type ReminderRule = { readonly id: number } & Omit<
  ValuesOf<typeof reminderRuleFields>,
  'name' | 'nameEn' | 'script' | 'scriptEn' | 'source'
>;

/** The rule of the vehicle's ages up to `upTo` months; the last has no end. null: no rule for these ages. */
export type Segment = { readonly upTo: number; readonly rule: ReminderRule | null };

/** The rules that count on a day: for every sort of vehicle and every kind of reminder its segments by age. */
export type ReminderPlan = {
  readonly rules: readonly ReminderRule[];
  /** By kind, the rules of what is a customer's own and not a vehicle's: birthdays, memberships. */
  readonly own: ReadonlyMap<ReminderKind, ReminderRule>;
  /** By kind of reminder; empty where no rule is in force. */
  of(vehicleKind: number, use: number, massKg: number): readonly (readonly Segment[])[];
};

/** Kinds that are a customer's own. */
const ownKinds: readonly ReminderKind[] = ['birthday', ...reminderKinds.slice(vehicleReminderKinds.length)];

const trucks: readonly string[] = ['lightTruck', 'mediumTruck', 'heavyTruck', 'tractor'];

/** Whether a rule holds on a day; both its days belong to it. */
export const isInForce = ({ validFrom, validTo }: ReminderRule, on: Day): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/** An unknown mass fits no row with a lower bound: give such rows by kind as well. */
function isInScope(rule: ReminderRule, vehicleKind: string, use: string, massKg: number): boolean {
  if (
    rule.vehicleKind === 'truck'
      ? !trucks.includes(vehicleKind)
      : (rule.vehicleKind ?? vehicleKind) !== vehicleKind
  )
    return false;
  if (rule.use !== null && rule.use !== use) return false;
  if (rule.aboveMassKg !== null && (massKg === none || massKg <= rule.aboveMassKg)) return false;
  return rule.upToMassKg === null || massKg === none || massKg <= rule.upToMassKg;
}

/** How closely a rule names its vehicles: one kind before all trucks before all, then use, mass and age. */
const closeness = (rule: ReminderRule): number =>
  (rule.vehicleKind === null ? 0 : rule.vehicleKind === 'truck' ? 8 : 16) +
  (rule.use === null ? 0 : 4) +
  (rule.aboveMassKg === null && rule.upToMassKg === null ? 0 : 2) +
  (rule.aboveAgeMonths === null && rule.upToAgeMonths === null ? 0 : 1);

/** Of several rules that fit, the one that names the vehicle more closely counts, then the later `validFrom`, then the later row. */
function isBetter(a: ReminderRule, b: ReminderRule | null): boolean {
  if (b === null) return true;
  const closer = closeness(a) - closeness(b);
  return closer === 0 ? isLater(a, b) : closer > 0;
}

/** Of two rules the one with the later `validFrom` counts, then the later row. */
const isLater = (a: ReminderRule, b: ReminderRule | null): boolean =>
  b === null || (a.validFrom === b.validFrom ? a.id > b.id : a.validFrom > b.validFrom);

const ofVehicles = [
  'vehicleKind',
  'use',
  'aboveMassKg',
  'upToMassKg',
  'aboveAgeMonths',
  'upToAgeMonths',
  'everyDays',
  'everyKm',
  'usualDailyKm',
  'earlyMonths',
  'untilMonths',
] as const satisfies readonly (keyof ReminderRule)[];
const anniversaries: readonly ReminderKind[] = ['birthday', 'memberYears'];
const amounts: readonly ReminderKind[] = ['memberPoints', 'memberBonus', 'memberUnits'];

/** Fields of a rule of a kind that the engine does not read: its editor does not show them. */
export function fieldsWithoutEffect(kind: ReminderKind): readonly (keyof ReminderRule)[] {
  const least = amounts.includes(kind) ? [] : (['minWorthFen'] as const);
  if (!ownKinds.includes(kind)) return least;
  const period = anniversaries.includes(kind) ? [] : (['everyMonths', 'openDays'] as const);
  return [...ofVehicles, ...period, ...least];
}

function segmentsOf(rules: readonly ReminderRule[]): readonly Segment[] {
  if (rules.length === 0) return [];
  const bounds = new Set<number>([Number.POSITIVE_INFINITY]);
  for (const { aboveAgeMonths, upToAgeMonths } of rules) {
    if (aboveAgeMonths !== null && aboveAgeMonths > 0) bounds.add(aboveAgeMonths);
    if (upToAgeMonths !== null) bounds.add(upToAgeMonths);
  }
  let from = 0;
  return [...bounds]
    .sort((a, b) => a - b)
    .map((upTo): Segment => {
      let best: ReminderRule | null = null;
      for (const rule of rules)
        if (
          (rule.aboveAgeMonths ?? 0) <= from &&
          upTo <= (rule.upToAgeMonths ?? Number.POSITIVE_INFINITY) &&
          isBetter(rule, best)
        )
          best = rule;
      from = upTo;
      return { upTo, rule: best };
    });
}

/** The plan of a day out of the rules that are switched on. */
export function reminderPlan(all: readonly ReminderRule[], today: Day): ReminderPlan {
  const rules = all.filter((rule) => rule.active && isInForce(rule, today));
  const byKind = new Map<ReminderKind, ReminderRule[]>();
  for (const rule of rules) {
    const same = byKind.get(rule.kind);
    if (same) same.push(rule);
    else byKind.set(rule.kind, [rule]);
  }
  // Masses between two bounds of the rules are one sort of vehicle.
  const bounds = [...new Set(rules.flatMap(({ aboveMassKg, upToMassKg }) => [aboveMassKg, upToMassKg]))]
    .filter((mass) => mass !== null)
    .sort((a, b) => a - b);
  const known = new Map<number, readonly (readonly Segment[])[]>();
  const sortOf = (massKg: number): number => {
    if (massKg === none) return 0;
    let sort = 1;
    while (sort <= bounds.length && massKg > (bounds[sort - 1] ?? 0)) sort += 1;
    return sort;
  };
  const own = new Map<ReminderKind, ReminderRule>();
  for (const kind of ownKinds) {
    let best: ReminderRule | null = null;
    for (const rule of byKind.get(kind) ?? []) if (isLater(rule, best)) best = rule;
    if (best) own.set(kind, best);
  }
  return {
    rules,
    own,
    of(vehicleKind, use, massKg) {
      const key = (sortOf(massKg) * vehicleKinds.length + vehicleKind) * vehicleUses.length + use;
      let found = known.get(key);
      if (!found) {
        const [kindName, useName] = [vehicleKinds[vehicleKind] ?? '', vehicleUses[use] ?? ''];
        found = reminderKinds.map((kind) =>
          segmentsOf((byKind.get(kind) ?? []).filter((rule) => isInScope(rule, kindName, useName, massKg))),
        );
        known.set(key, found);
      }
      return found;
    },
  };
}
