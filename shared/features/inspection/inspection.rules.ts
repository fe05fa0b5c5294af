import { addDays, type Day } from '../../kernel/day.ts';
import type { Role } from '../../rpc/rights.ts';
import {
  pdiPurposes,
  repairPurposes,
  type CheckPurpose,
  type PdiPurpose,
  type RepairPurpose,
} from '../checklist/checklist.content.ts';
import type { VehicleKind } from '../vehicle/vehicle.rules.ts';
import type { InspectionState } from './inspection.fields.ts';

/** Which posts carry out which check; `inspection.write` lets a person in, this says for what. Owner and manager stand in. */
const rolesOf: Readonly<Record<CheckPurpose, readonly Role[]>> = {
  arrival: ['owner', 'manager', 'inspector', 'technician'],
  departure: ['owner', 'manager', 'inspector', 'technician'],
  quality: ['owner', 'manager', 'inspector'],
  preparation: ['owner', 'manager', 'clerk', 'inspector', 'technician', 'salesConsultant', 'serviceAdviser'],
  ceremony: ['owner', 'manager', 'clerk', 'salesConsultant', 'serviceAdviser'],
  self: ['technician'],
  peer: ['technician', 'manager'],
  final: ['inspector'],
};

/** Whether a post carries out checks of a purpose. */
export const mayCheck = (roles: readonly Role[], purpose: CheckPurpose): boolean =>
  roles.some((role) => rolesOf[purpose].includes(role));

/** What the rules need to know of one check of a vehicle or repair. */
export type CheckDone = {
  readonly id: number;
  readonly purpose: CheckPurpose;
  readonly state: InspectionState;
  readonly round: number;
  readonly finishedOn: Day | null;
  /** Who signed; null while it is open. */
  readonly signerId: number | null;
};

/** 在库复检: a passed check of a purpose is due again that many days after it while the vehicle stands in stock. */
export type RepeatRule = {
  readonly purpose: PdiPurpose;
  /** null: every kind. */
  readonly vehicleKind: VehicleKind | null;
  readonly afterDays: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

export type PdiStanding = {
  readonly purpose: PdiPurpose;
  readonly state: 'missing' | 'open' | 'failed' | 'passed' | 'expired';
  /** The check that the state comes from. */
  readonly inspectionId: number | null;
  readonly passedOn: Day | null;
  /** Last day on which the pass counts; null without a rule. */
  readonly goodUntil: Day | null;
};

/** The rule in force for a kind of vehicle on a day; one for the kind goes before one for all, later ones before earlier. */
export function repeatRuleOn(
  rules: readonly RepeatRule[],
  purpose: PdiPurpose,
  kind: VehicleKind,
  day: Day,
): RepeatRule | undefined {
  return rules
    .filter(
      (rule) =>
        rule.purpose === purpose &&
        (rule.vehicleKind === null || rule.vehicleKind === kind) &&
        rule.validFrom <= day &&
        (rule.validTo === null || day <= rule.validTo),
    )
    .sort(
      (a, b) =>
        Number(b.vehicleKind !== null) - Number(a.vehicleKind !== null) ||
        (a.validFrom < b.validFrom ? 1 : -1),
    )[0];
}

/** The newest check of a purpose that was not voided. */
export const latestOf = (checks: readonly CheckDone[], purpose: CheckPurpose): CheckDone | undefined =>
  checks
    .filter((check) => check.purpose === purpose && check.state !== 'void')
    .sort((a, b) => b.id - a.id)[0];

/** 三次 PDI of one vehicle on a day. What was passed before the last failure does not count. */
export function pdiStandings(
  vehicle: { readonly kind: VehicleKind },
  checks: readonly CheckDone[],
  rules: readonly RepeatRule[],
  today: Day,
): readonly PdiStanding[] {
  return pdiPurposes.map((purpose) => {
    const last = latestOf(checks, purpose);
    if (!last) return { purpose, state: 'missing', inspectionId: null, passedOn: null, goodUntil: null };
    if (last.state !== 'passed' || last.finishedOn === null) {
      const state = last.state === 'failed' ? 'failed' : 'open';
      return { purpose, state, inspectionId: last.id, passedOn: null, goodUntil: null };
    }
    const rule = repeatRuleOn(rules, purpose, vehicle.kind, today);
    const goodUntil = rule ? addDays(last.finishedOn, rule.afterDays) : null;
    const state = goodUntil !== null && today > goodUntil ? 'expired' : 'passed';
    return { purpose, state, inspectionId: last.id, passedOn: last.finishedOn, goodUntil };
  });
}

/** Why a check cannot begin or be signed: the key of a sentence in the `problem` texts. */
export type CheckRefusal =
  | 'check-not-your-post'
  | 'check-vehicle-left'
  | 'check-arrival-first'
  | 'check-departure-first'
  | 'check-needs-other-person'
  | 'check-order'
  | 'check-level-passed'
  | 'check-not-the-technician'
  | 'check-not-the-team-leader'
  | 'check-team-leader-missing'
  | 'check-repair-class-missing'
  | 'check-parts-stopped'
  | 'check-rework-open';

/** PDI gate: no 出库 without passed 入库, no 质量 without passed 出库, and 质量 by someone else than 出库. Null: go ahead. */
export function pdiRefusal(
  purpose: PdiPurpose,
  standings: readonly PdiStanding[],
  signers: { readonly personId: number; readonly departureSignerId: number | null },
): CheckRefusal | null {
  const passed = (one: PdiPurpose): boolean =>
    standings.some(({ purpose: of, state }) => of === one && state === 'passed');
  if (purpose === 'arrival') return null;
  if (!passed('arrival')) return 'check-arrival-first';
  if (purpose === 'departure') return null;
  if (!passed('departure')) return 'check-departure-first';
  return signers.personId === signers.departureSignerId ? 'check-needs-other-person' : null;
}

/** The PDI that still stand between a vehicle and its hand-over; empty: it may leave. */
export const missingForHandOver = (standings: readonly PdiStanding[]): readonly PdiPurpose[] =>
  standings.filter(({ state }) => state !== 'passed').map(({ purpose }) => purpose);

/** A repair as its three levels see it. */
export type RepairChecked = {
  readonly hasClass: boolean;
  /** The order's technician and those of its lines. */
  readonly technicianIds: readonly number[];
  /** Leader of the technician's department; null where none is named. */
  readonly teamLeaderId: number | null;
  /** A part that is not original waits for a manager's reason. */
  readonly partsStopped: boolean;
  /** A rework order of the order is not finished. */
  readonly reworkOpen: boolean;
  /** Checks of the present round. */
  readonly checks: readonly CheckDone[];
};

/**
 * 三级质检: three different people, in order, each of the right post. A level that passed is closed as soon as a later one
 * has begun; after a void it is done again, by none of those who signed the others. Null: go ahead.
 */
export function repairCheckRefusal(
  purpose: RepairPurpose,
  repair: RepairChecked,
  person: { readonly id: number; readonly roles: readonly Role[] },
): CheckRefusal | null {
  if (!repair.hasClass) return 'check-repair-class-missing';
  if (repair.reworkOpen) return 'check-rework-open';
  const before = repairPurposes.slice(0, repairPurposes.indexOf(purpose));
  const passed = before.map((one) => latestOf(repair.checks, one));
  if (passed.some((check) => check?.state !== 'passed')) return 'check-order';
  const later = repairPurposes.slice(before.length + 1).flatMap((one) => latestOf(repair.checks, one) ?? []);
  if (later.length > 0 && latestOf(repair.checks, purpose)?.state === 'passed') return 'check-level-passed';
  if (purpose === 'self' && !repair.technicianIds.includes(person.id)) return 'check-not-the-technician';
  if (purpose === 'peer') {
    if (repair.teamLeaderId === null) return 'check-team-leader-missing';
    if (repair.teamLeaderId !== person.id) return 'check-not-the-team-leader';
  }
  if ([...passed, ...later].some((check) => check?.signerId === person.id)) return 'check-needs-other-person';
  if (!mayCheck(person.roles, purpose)) return 'check-not-your-post';
  if (purpose === 'final' && repair.partsStopped) return 'check-parts-stopped';
  return null;
}
