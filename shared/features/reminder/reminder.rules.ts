import { dayFromNumber, dayNumber, isOverdue, type Day } from '../../kernel/day.ts';
import { monthsLater } from '../../kernel/day-number.ts';
import { kindIndex, none, place, rowOf, type ReminderVehicle } from './reminder-facts.ts';
import { reminderKinds, statedKinds, type ReminderKind } from './reminder.fields.ts';
import { reminderPlan, type ReminderPlan, type ReminderRule, type Segment } from './reminder-plan.rules.ts';

/**
 * Where a due day comes from: the vehicle's papers · a day on which it was done here or elsewhere · kilometres · the
 * commercial insurance, whose date leads · reckoned from registration because nobody knows · the last visit · the purchase ·
 * the age · the birth · a repair.
 */
export const reminderBases = [
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
export const forever = 2_147_483_647;

const insurance = kindIndex.commercialInsurance;
const maintenance = kindIndex.secondMaintenance;

/** The period of a rule from a day on, `own` days in its place where the vehicle has a plan; `none` without a period in time. */
function periodEnd(rule: ReminderRule, from: number, own: number): number {
  if (own !== none) return from + own;
  if (rule.everyMonths !== null) return monthsLater(from, rule.everyMonths);
  return rule.everyDays === null ? none : from + rule.everyDays;
}

/** The rule for the age that a vehicle has on a day; of an unknown age that of the youngest. */
function ruleAt(segments: readonly Segment[], born: number, day: number): ReminderRule | null {
  for (const { upTo, rule } of segments) {
    if (born === none) {
      if (rule) return rule;
    } else if (upTo === Number.POSITIVE_INFINITY || day <= monthsLater(born, upTo)) return rule;
  }
  return null;
}

/**
 * The next due day after something was done: the period is that of the age reached on the due day, and a shorter period
 * brings nothing forward of the birthday from which it applies. Source: 道路交通安全法实施条例 16.
 */
function nextDue(segments: readonly Segment[], born: number, done: number, own: number): number {
  let reached = born;
  for (const { upTo, rule } of segments) {
    const isLast = born === none || upTo === Number.POSITIVE_INFINITY;
    const end = isLast ? forever : monthsLater(born, upTo);
    if (rule) {
      const regular = periodEnd(rule, done, own);
      if (regular === none) return none;
      const due = reached !== none && reached > regular ? reached : regular;
      if (due <= end) return due;
    }
    // Of an unknown age the youngest rule counts.
    reached = born === none ? none : end;
  }
  return none;
}

/** A stated day nearer than half a period after the thing was done belongs to the period before. */
function isOld(stated: number, done: number, rule: ReminderRule, own: number): boolean {
  if (done === none) return false;
  const days =
    own === none ? (rule.everyMonths === null ? (rule.everyDays ?? 0) : rule.everyMonths * 30) : own;
  return stated <= done + days / 2;
}

/** The day on which the kilometres of a maintenance period are reached; `none` where they cannot be told. */
function dayOfKilometres(data: Int32Array, at: number, rule: ReminderRule, done: number): number {
  const own = data[at + place.planKm] ?? none;
  const every = own === none ? (rule.everyKm ?? none) : own;
  const measured = data[at + place.dailyKm] ?? none;
  const daily = measured === none ? (rule.usualDailyKm ?? none) : measured;
  if (every === none || done === none) return none;
  const [since, on, km] = [
    data[at + place.maintainedKm] ?? none,
    data[at + place.readingDay] ?? none,
    data[at + place.readingKm] ?? none,
  ];
  if (since !== none && km !== none && on >= done && since + every <= km) return on;
  if (daily === none || daily < 1) return none;
  const isRead = since !== none && km !== none && on >= done;
  return isRead ? on + Math.ceil((since + every - km) / daily) : done + Math.ceil(every / daily);
}

/** Due day of a kind with papers or a day on which it was done; `none` where neither is known. */
function knownDue(
  data: Int32Array,
  at: number,
  segments: readonly Segment[],
  kind: number,
  born: number,
): number {
  const [stated, done] = [data[at + place.stated + kind] ?? none, data[at + place.done + kind] ?? none];
  const own = kind === maintenance ? (data[at + place.planDays] ?? none) : none;
  if (stated !== none) {
    const rule = ruleAt(segments, born, stated);
    if (done === none || (rule && !isOld(stated, done, rule, own))) return stated;
  }
  return done === none ? none : nextDue(segments, born, done, own);
}

/** Kinds whose day is reckoned from the registration as long as nobody has told it. */
const isEstimated = (kind: number): boolean =>
  kind === kindIndex.annualTest ||
  kind === kindIndex.compulsoryInsurance ||
  kind === kindIndex.technicalGrade;

function emitDated(
  data: Int32Array,
  at: number,
  plan: readonly (readonly Segment[])[],
  today: number,
  emit: Emit,
): void {
  const registered = data[at + place.registered] ?? none;
  const born = registered === none ? (data[at + place.purchased] ?? none) : registered;
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

/** The due day of a period that starts on the last day on which a kind was done; `none` where no rule names a period. */
export function dueAfterDone(data: Int32Array, at: number, rules: ReminderPlan, kind: number): number {
  const segments = rules.of(
    data[at + place.kind] ?? 0,
    data[at + place.use] ?? 0,
    data[at + place.massKg] ?? none,
  )[kind];
  const done = data[at + place.done + kind] ?? none;
  if (!segments || segments.length === 0 || done === none) return none;
  const registered = data[at + place.registered] ?? none;
  const born = registered === none ? (data[at + place.purchased] ?? none) : registered;
  return nextDue(segments, born, done, kind === maintenance ? (data[at + place.planDays] ?? none) : none);
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
function emitVisits(
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
function emitAnniversary(
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

function emitEnds(
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

/**
 * 到期引擎: every reminder of one vehicle on a day, out of its facts and the rules; nothing of it is stored. A vehicle that is
 * sold, scrapped or transferred has none. Membership adds its own source of reminders beside `eachBirthday`.
 */
export function eachReminder(
  data: Int32Array,
  at: number,
  rules: ReminderPlan,
  today: number,
  emit: Emit,
): void {
  if (data[at + place.inUse] !== 1) return;
  const plan = rules.of(
    data[at + place.kind] ?? 0,
    data[at + place.use] ?? 0,
    data[at + place.massKg] ?? none,
  );
  const [registered, purchased] = [data[at + place.registered] ?? none, data[at + place.purchased] ?? none];
  const born = registered === none ? purchased : registered;
  emitDated(data, at, plan, today, emit);
  emitVisits(data, at, plan, born, emit);
  emitEnds(data, at, plan, born, emit);
  const free = plan[kindIndex.freeInspection];
  if (free && free.length > 0 && born !== none) {
    const done = Math.max(
      data[at + place.lastVisit] ?? none,
      data[at + place.done + kindIndex.freeInspection] ?? none,
    );
    emitAnniversary(kindIndex.freeInspection, free, born, born, done, today, 'age', emit);
  }
  const milestone = plan[kindIndex.milestone];
  if (milestone && milestone.length > 0 && purchased !== none) {
    const done = data[at + place.done + kindIndex.milestone] ?? none;
    emitAnniversary(kindIndex.milestone, milestone, purchased, born, done, today, 'purchase', emit);
  }
}

/** The birthday of a customer who still has a vehicle in use, by the rule for all vehicles. */
export function eachBirthday(born: number, rules: ReminderPlan, today: number, emit: Emit): void {
  const rule = rules.birthday;
  if (!rule) return;
  const segments = [{ upTo: Number.POSITIVE_INFINITY, rule }];
  emitAnniversary(kindIndex.birthday, segments, born, none, none, today, 'birth', emit);
}

/** One reminder in words. */
export type Reminder = {
  readonly kind: ReminderKind;
  readonly ruleId: number;
  readonly dueOn: Day;
  /** First day on which the thing may be done; null where the rule names none. */
  readonly earliestOn: Day | null;
  readonly opensOn: Day;
  /** Last day on which customers are called about it; null: until it is done. */
  readonly endsOn: Day | null;
  readonly basis: ReminderBasis;
  readonly state: ReminderState;
};

/** later: not yet its time to call · open · today · overdue, by the one definition · over: the window has passed. */
export type ReminderState = 'later' | 'open' | 'today' | 'overdue' | 'over';

export function reminderState(due: Day, opens: Day, ends: Day | null, today: Day): ReminderState {
  if (today < opens) return 'later';
  if (ends !== null && today > ends) return 'over';
  return isOverdue(due, today) ? 'overdue' : due === today ? 'today' : 'open';
}

/** What the engine emits, in words. */
export function reminderOf(
  kind: number,
  rule: ReminderRule,
  due: number,
  opens: number,
  ends: number,
  basis: ReminderBasis,
  today: Day,
): Reminder {
  const [dueOn, opensOn] = [dayFromNumber(due), dayFromNumber(opens)];
  const endsOn = ends === forever ? null : dayFromNumber(ends);
  const early = rule.earlyMonths ?? 0;
  return {
    kind: reminderKinds[kind] ?? 'annualTest',
    ruleId: rule.id,
    dueOn,
    earliestOn: early > 0 ? dayFromNumber(monthsLater(due, -early)) : null,
    opensOn,
    endsOn,
    basis,
    state: reminderState(dueOn, opensOn, endsOn, today),
  };
}

/** Every reminder of one vehicle, soonest first. */
export function remindersOf(
  vehicle: ReminderVehicle,
  rules: readonly ReminderRule[],
  today: Day,
): Reminder[] {
  const found: Reminder[] = [];
  eachReminder(rowOf(vehicle), 0, reminderPlan(rules, today), dayNumber(today), (...told) => {
    found.push(reminderOf(...told, today));
  });
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
