import type { Day } from '#shared/kernel/day.ts';
import { addDays, addMonths, isOverdue } from '#shared/kernel/day.ts';
import type { vehicleKinds, vehicleUses } from './vehicle.fields.ts';

export type VehicleKind = (typeof vehicleKinds)[number];
export type VehicleUse = (typeof vehicleUses)[number];

/** What every row of a rule table says about itself. Days inclusive; no `validTo` means still in force. */
export type RuleOrigin = {
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly source: string;
  /** The figure was not checked against the text of the rule: show "please check" beside what it yields. */
  readonly pleaseCheck: boolean;
};

/** Which vehicles a row is for; absent means all. Masses in kg, bounds inclusive; `aboveMassKg` itself is outside. */
export type RuleScope = {
  readonly kinds?: readonly VehicleKind[];
  readonly uses?: readonly VehicleUse[];
  readonly aboveMassKg?: number;
  readonly upToMassKg?: number;
};

/** An interval in months for vehicles up to an age in months since registration; the last step has no age. */
export type AgeStep = { readonly upToAgeMonths?: number; readonly everyMonths: number };

export type SteppedRule = RuleOrigin &
  RuleScope & { readonly steps: readonly AgeStep[]; readonly earlyMonths: number };
export type MonthsRule = RuleOrigin & RuleScope & { readonly months: number };
export type DaysRule = RuleOrigin & RuleScope & { readonly days: number };
export type MaintenanceRule = DaysRule & { readonly kilometres: number };
export type TemporaryPlateRule = DaysRule & { readonly mostTimes: number };

/** The editable rules of one store. Of several rows that fit, the one with the latest `validFrom` counts, then the later row. */
export type VehicleRuleTable = {
  readonly annualTest: readonly SteppedRule[];
  readonly technicalInspection: readonly SteppedRule[];
  readonly compulsoryInsurance: readonly MonthsRule[];
  readonly secondMaintenance: readonly MaintenanceRule[];
  readonly temporaryPlate: readonly TemporaryPlateRule[];
  readonly purchaseTax: readonly DaysRule[];
};

/**
 * What the rules ask of a vehicle. A use that is not known counts as private for a car and commercial for all others;
 * mass is the gross mass (总质量). The `asOf` of every question chooses the rules in force.
 */
export type RuleSubject = {
  readonly kind: VehicleKind;
  readonly use?: VehicleUse | null;
  readonly grossMassKg?: number | null;
};

/** A computed due day. `earliest` is the first day on which the thing may be done. */
export type DueDate = {
  readonly due: Day;
  readonly earliest?: Day;
  readonly source: string;
  readonly pleaseCheck: boolean;
};

/** The row that counts for a vehicle on a day, or undefined where none fits. */
export function ruleFor<Row extends RuleOrigin & RuleScope>(
  rows: readonly Row[],
  subject: RuleSubject,
  asOf: Day,
): Row | undefined {
  let best: Row | undefined;
  for (const row of rows)
    if (
      inForce(row, asOf) &&
      inScope(row, subject) &&
      (best === undefined || row.validFrom >= best.validFrom)
    )
      best = row;
  return best;
}

function inForce(row: RuleOrigin, asOf: Day): boolean {
  return row.validFrom <= asOf && (row.validTo === undefined || asOf <= row.validTo);
}

/** An unknown mass does not fit rows with a lower bound: give such rows by kind as well. */
function inScope(row: RuleScope, subject: RuleSubject): boolean {
  if (row.kinds !== undefined && !row.kinds.includes(subject.kind)) return false;
  const use = subject.use ?? (subject.kind === 'car' ? 'private' : 'commercial');
  if (row.uses !== undefined && !row.uses.includes(use)) return false;
  const mass = subject.grossMassKg ?? undefined;
  if (row.aboveMassKg !== undefined && (mass === undefined || mass <= row.aboveMassKg)) return false;
  return row.upToMassKg === undefined || mass === undefined || mass <= row.upToMassKg;
}

/**
 * The next due day under steps by age. The new period starts on the day the thing was last done (registration where it
 * never was); the interval is that of the age reached on the due day, and a shorter interval brings nothing forward of
 * the birthday from which it applies.
 */
export function nextBySteps(
  registered: Day,
  lastDone: Day | undefined,
  steps: readonly AgeStep[],
): Day | undefined {
  const base = lastDone ?? registered;
  let stepFrom = registered;
  for (const step of steps) {
    const regular = addMonths(base, step.everyMonths);
    const due = regular > stepFrom ? regular : stepFrom;
    if (step.upToAgeMonths === undefined) return due;
    stepFrom = addMonths(registered, step.upToAgeMonths);
    if (due <= stepFrom) return due;
  }
  return undefined;
}

type SteppedInput = RuleSubject & { readonly registered: Day; readonly lastDone?: Day; readonly asOf: Day };

function steppedDue(rows: readonly SteppedRule[], input: SteppedInput): DueDate | undefined {
  const rule = ruleFor(rows, input, input.asOf);
  const due = rule && nextBySteps(input.registered, input.lastDone, rule.steps);
  if (rule === undefined || due === undefined) return undefined;
  const earliest = rule.earlyMonths > 0 ? { earliest: addMonths(due, -rule.earlyMonths) } : {};
  return { due, ...earliest, source: rule.source, pleaseCheck: rule.pleaseCheck };
}

/** Next annual test (安全技术检验, 年检) from the registration day and the day of the last test. Source: 实施条例 16. */
export function annualTestDue(table: VehicleRuleTable, input: SteppedInput): DueDate | undefined {
  return steppedDue(table.annualTest, input);
}

/** Next inspection of a transport vehicle (道路运输车辆检测, 技术等级评定); undefined for vehicles it does not concern. */
export function technicalInspectionDue(table: VehicleRuleTable, input: SteppedInput): DueDate | undefined {
  return steppedDue(table.technicalInspection, input);
}

/** Renewal of the compulsory insurance (交强险) from the first day of the present policy. */
export function compulsoryInsuranceDue(
  table: VehicleRuleTable,
  input: RuleSubject & { readonly policyStart: Day; readonly asOf: Day },
): DueDate | undefined {
  const rule = ruleFor(table.compulsoryInsurance, input, input.asOf);
  return (
    rule && {
      due: addMonths(input.policyStart, rule.months),
      source: rule.source,
      pleaseCheck: rule.pleaseCheck,
    }
  );
}

/** A vehicle's own maintenance plan, which goes before the table. Days and kilometres since the last maintenance. */
export type MaintenancePlan = { readonly days?: number; readonly kilometres?: number };

export type MaintenanceDue = DueDate & { readonly dueKilometres?: number };

/**
 * Next second-level maintenance (二级维护) by days, and by kilometres where the last odometer reading is known. The
 * vehicle's own plan replaces the table's figures one by one. Undefined where neither plan nor table names days.
 */
export function secondMaintenanceDue(
  table: VehicleRuleTable,
  input: RuleSubject & {
    readonly lastDone: Day;
    readonly lastKilometres?: number;
    readonly plan?: MaintenancePlan;
    readonly planSource?: string;
    readonly asOf: Day;
  },
): MaintenanceDue | undefined {
  const rule = ruleFor(table.secondMaintenance, input, input.asOf);
  const days = input.plan?.days ?? rule?.days;
  if (days === undefined) return undefined;
  const kilometres = input.plan?.kilometres ?? rule?.kilometres;
  const known = input.lastKilometres !== undefined && kilometres !== undefined;
  return {
    due: addDays(input.lastDone, days),
    ...(known ? { dueKilometres: (input.lastKilometres ?? 0) + (kilometres ?? 0) } : {}),
    source: input.plan?.days === undefined ? (rule?.source ?? '') : (input.planSource ?? ''),
    pleaseCheck: input.plan?.days === undefined && rule?.pleaseCheck === true,
  };
}

/**
 * Last day of a temporary plate (临时行驶车号牌) from its day of issue, which is not counted; `furtherPlates` is how many
 * more may be issued after the `timesIssued` so far.
 */
export function temporaryPlateDue(
  table: VehicleRuleTable,
  input: RuleSubject & { readonly issued: Day; readonly timesIssued: number; readonly asOf: Day },
): (DueDate & { readonly furtherPlates: number }) | undefined {
  const rule = ruleFor(table.temporaryPlate, input, input.asOf);
  if (rule === undefined) return undefined;
  const furtherPlates = Math.max(0, rule.mostTimes - input.timesIssued);
  return {
    due: addDays(input.issued, rule.days),
    furtherPlates,
    source: rule.source,
    pleaseCheck: rule.pleaseCheck,
  };
}

/** Last day to declare the purchase tax (车辆购置税) from the day of purchase, which is not counted. */
export function purchaseTaxDue(
  table: VehicleRuleTable,
  input: RuleSubject & { readonly purchased: Day; readonly asOf: Day },
): DueDate | undefined {
  const rule = ruleFor(table.purchaseTax, input, input.asOf);
  return (
    rule && { due: addDays(input.purchased, rule.days), source: rule.source, pleaseCheck: rule.pleaseCheck }
  );
}

/** Where a due date stands on a day: not yet open, open to be done, due on this very day, overdue. */
export type DueState = 'later' | 'open' | 'today' | 'overdue';

/** Due today is not overdue; without an earliest day a thing is open from the start. */
export function dueState(date: DueDate, today: Day): DueState {
  if (isOverdue(date.due, today)) return 'overdue';
  if (date.due === today) return 'today';
  return date.earliest !== undefined && today < date.earliest ? 'later' : 'open';
}
