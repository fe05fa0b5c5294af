import { monthsLater } from '../../kernel/day-number.ts';
import {
  bornOn,
  dayOfKilometres,
  forever,
  knownDue,
  maintenance,
  nextDue,
  periodEnd,
  ruleAt,
} from './reminder-due.rules.ts';
import { kindIndex, none, place } from './reminder-facts.ts';
import type { ReminderRule, Segment } from './reminder-plan.rules.ts';
import { statedKinds } from './reminder.fields.ts';

/**
 * Where a due day comes from: the vehicle's papers · a day on which it was done here or elsewhere · kilometres · the
 * commercial insurance, whose date leads · reckoned from registration because nobody knows · the last visit · the purchase ·
 * the age · the birth · a repair · the end of what a member has · the day of joining · the sales that reach a tier · a campaign.
 */
const reminderBases = [
  'stated',
  'doneHere',
  'doneElsewhere',
  'odometer',
  'led',
  'estimated',
  'visit',
  'purchase',
  'age',
  'birth',
  'repair',
  'lots',
  'joined',
  'sales',
  'campaign',
] as const;
export type ReminderBasis = (typeof reminderBases)[number];

/** Takes what the engine finds. `opens` … `ends`: the days on which customers are called about it; `forever` without an end. */
export type Emit = (
  kind: number,
  rule: ReminderRule,
  due: number,
  opens: number,
  ends: number,
  basis: ReminderBasis,
) => void;

const insurance = kindIndex.commercialInsurance;

/** Kinds whose day is reckoned from the registration as long as nobody has told it. */
const isEstimated = (kind: number): boolean =>
  kind === kindIndex.annualTest ||
  kind === kindIndex.compulsoryInsurance ||
  kind === kindIndex.technicalGrade;

/** Kinds with papers or a day on which they were done: insurance, tests, maintenance. */
export function emitDated(
  data: Int32Array,
  at: number,
  plan: readonly (readonly Segment[])[],
  today: number,
  emit: Emit,
): void {
  const born = bornOn(data, at);
  for (let kind = 0; kind < statedKinds.length; kind += 1) {
    const segments = plan[kind];
    if (!segments || segments.length === 0) continue;
    const done = data[at + place.done + kind] ?? none;
    let due = knownDue(data, at, segments, kind, born);
    let basis: ReminderBasis =
      due === (data[at + place.stated + kind] ?? none)
        ? 'stated'
        : ((data[at + place.elsewhere] ?? 0) >> kind) & 1
          ? 'doneElsewhere'
          : 'doneHere';
    if (due === none && kind === kindIndex.compulsoryInsurance) {
      due = knownDue(data, at, plan[insurance] ?? [], insurance, born);
      basis = 'led';
    }
    if (due === none && isEstimated(kind) && born !== none) {
      due = nextDue(segments, born, born, none);
      while (due !== none && due < today) due = nextDue(segments, born, due, none);
      basis = 'estimated';
    }
    if (kind === maintenance) {
      const rule = ruleAt(segments, due === none ? none : born, due);
      const own = data[at + place.planDays] ?? none;
      // Papers that reach beyond the period since the last one known here: it was done again elsewhere, at unknown kilometres.
      const isKnown = done !== none && due <= nextDue(segments, born, done, own);
      const byKm = rule && (isKnown || due === none) ? dayOfKilometres(data, at, rule, done) : none;
      if (byKm !== none && (due === none || byKm < due)) {
        due = byKm;
        basis = 'odometer';
      }
    }
    const rule = due === none ? null : ruleAt(segments, born, due);
    if (rule) emitAt(kind, rule, due, none, basis, emit);
  }
}

/** Tells a due day with its window; `from` is the start of the period that `untilMonths` counts from. */
function emitAt(
  kind: number,
  rule: ReminderRule,
  due: number,
  from: number,
  basis: ReminderBasis,
  emit: Emit,
): void {
  const ends =
    rule.untilMonths !== null && from !== none
      ? monthsLater(from, rule.untilMonths) - 1
      : rule.openDays === null
        ? forever
        : due + rule.openDays;
  emit(kind, rule, due, due - rule.leadDays, ends, basis);
}

/** First and regular service, customers who stayed away: by the purchase and the last visit. */
export function emitVisits(
  data: Int32Array,
  at: number,
  plan: readonly (readonly Segment[])[],
  born: number,
  emit: Emit,
): void {
  const purchased = data[at + place.purchased] ?? none;
  const visited = data[at + place.lastVisit] ?? none;
  const firstDone = data[at + place.done + kindIndex.firstService] ?? none;
  const regularDone = data[at + place.done + kindIndex.regularService] ?? none;
  const serviced = Math.max(visited, firstDone, regularDone);
  const tell = (kind: number, from: number, basis: ReminderBasis): void => {
    const segments = plan[kind];
    if (!segments || segments.length === 0) return;
    const due = nextDue(segments, born, from, none);
    const rule = due === none ? null : ruleAt(segments, born, due);
    if (rule) emitAt(kind, rule, due, from, basis, emit);
  };
  if (purchased !== none && serviced < purchased) tell(kindIndex.firstService, purchased, 'purchase');
  if (serviced !== none && serviced >= purchased) {
    const last = regularDone >= firstDone ? kindIndex.regularService : kindIndex.firstService;
    const isElsewhere = (((data[at + place.elsewhere] ?? 0) >> last) & 1) === 1;
    tell(
      kindIndex.regularService,
      serviced,
      visited === serviced ? 'visit' : isElsewhere ? 'doneElsewhere' : 'doneHere',
    );
  }
  if (visited !== none) tell(kindIndex.lostCustomer, visited, 'visit');
}

/** What comes again with every anniversary of a day, from the one whose window is not over and that nobody has done. */
export function emitAnniversary(
  kind: number,
  segments: readonly Segment[],
  from: number,
  born: number,
  done: number,
  today: number,
  basis: ReminderBasis,
  emit: Emit,
): void {
  let reached = none;
  for (const { upTo, rule } of segments) {
    const end = born === none || upTo === Number.POSITIVE_INFINITY ? forever : monthsLater(born, upTo);
    const months = rule?.everyMonths ?? null;
    if (rule && months !== null) {
      const open = rule.openDays ?? 0;
      for (let count = Math.max(1, Math.floor((today - open - from) / 31 / months)); ; count += 1) {
        const due = monthsLater(from, count * months);
        if (due > end) break;
        if (due + open < today || due <= reached || done >= due - rule.leadDays) continue;
        emitAt(kind, rule, due, none, basis, emit);
        return;
      }
    }
    reached = end;
  }
}

/** What ends once: warranties, the purchase tax. */
export function emitEnds(
  data: Int32Array,
  at: number,
  plan: readonly (readonly Segment[])[],
  born: number,
  emit: Emit,
): void {
  const daily = data[at + place.dailyKm] ?? none;
  const purchased = data[at + place.purchased] ?? none;
  const warranty = plan[kindIndex.warrantyEnd];
  if (warranty && warranty.length > 0 && purchased !== none) {
    let due = nextDue(warranty, born, purchased, none);
    const rule = due === none ? null : ruleAt(warranty, born, due);
    if (rule) {
      const [on, km] = [data[at + place.readingDay] ?? none, data[at + place.readingKm] ?? none];
      const every = rule.everyKm;
      if (every !== null && km !== none && on !== none && (km >= every || daily > 0))
        due = Math.min(due, km >= every ? on : on + Math.ceil((every - km) / daily));
      if ((data[at + place.done + kindIndex.warrantyEnd] ?? none) < due - rule.leadDays)
        emitAt(kindIndex.warrantyEnd, rule, due, none, 'purchase', emit);
    }
  }
  const from = data[at + place.repairWarrantyFrom] ?? none;
  const rule = from === none ? null : ruleAt(plan[kindIndex.repairWarrantyEnd] ?? [], born, from);
  if (rule && (data[at + place.done + kindIndex.repairWarrantyEnd] ?? none) < from) {
    const km = data[at + place.repairWarrantyKm] ?? none;
    const byDay = from + Math.max(0, data[at + place.repairWarrantyDays] ?? 0);
    const due = km > 0 && daily > 0 ? Math.min(byDay, from + Math.ceil(km / daily)) : byDay;
    emitAt(kindIndex.repairWarrantyEnd, rule, due, none, 'repair', emit);
  }
  const tax = plan[kindIndex.purchaseTax];
  if (tax && tax.length > 0 && purchased !== none && (data[at + place.registered] ?? none) === none) {
    const taxRule = ruleAt(tax, born, purchased);
    const due = taxRule ? periodEnd(taxRule, purchased, none) : none;
    if (taxRule && due !== none && (data[at + place.done + kindIndex.purchaseTax] ?? none) < purchased)
      emitAt(kindIndex.purchaseTax, taxRule, due, none, 'purchase', emit);
  }
}
