import { addDays, addMonths, daysBetween, type Day } from '#shared/kernel/day.ts';
import type { ReminderVehicle } from '#shared/features/reminder/reminder-facts.ts';
import type { ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import type { ReminderKind, StatedKind } from '#shared/features/reminder/reminder.fields.ts';

/**
 * The due days of domain rules §3 as one would write them down first: whole rules looked through for every question, days
 * as texts, ages tried out one after another. Slow, and only for comparison with the engine.
 */
export type Found = {
  readonly kind: ReminderKind;
  readonly ruleId: number;
  readonly dueOn: Day;
  readonly endsOn: Day | null;
  readonly basis: string;
};

const trucks = ['lightTruck', 'mediumTruck', 'heavyTruck', 'tractor'];

export function slowReminders(
  vehicle: ReminderVehicle,
  all: readonly ReminderRule[],
  today: Day,
): readonly Found[] {
  if (!vehicle.inUse) return [];
  const use = vehicle.use ?? (vehicle.kind === 'car' ? 'private' : 'commercial');
  const mass = vehicle.grossMassKg ?? null;
  const { registeredOn, purchasedOn, stated, done, plan, reading } = vehicle;
  const registered = registeredOn ?? null;
  const purchased = purchasedOn ?? null;
  const born = registered ?? purchased;
  const inForce = all.filter(
    (rule) =>
      rule.active &&
      rule.validFrom <= today &&
      (rule.validTo === null || rule.validTo >= today) &&
      (rule.vehicleKind === null ||
        rule.vehicleKind === vehicle.kind ||
        (rule.vehicleKind === 'truck' && trucks.includes(vehicle.kind))) &&
      (rule.use === null || rule.use === use) &&
      (rule.aboveMassKg === null || (mass !== null && mass > rule.aboveMassKg)) &&
      (rule.upToMassKg === null || mass === null || mass <= rule.upToMassKg),
  );
  const rank = (rule: ReminderRule): readonly (number | string)[] => [
    rule.vehicleKind === null ? 0 : rule.vehicleKind === 'truck' ? 1 : 2,
    rule.use === null ? 0 : 1,
    rule.aboveMassKg === null && rule.upToMassKg === null ? 0 : 1,
    rule.aboveAgeMonths === null && rule.upToAgeMonths === null ? 0 : 1,
    rule.validFrom,
    rule.id,
  ];
  const best = (rules: readonly ReminderRule[]): ReminderRule | null =>
    rules.toSorted((a, b) => {
      const [first, second] = [rank(a), rank(b)];
      for (const [index, value] of first.entries()) {
        const other = second[index] ?? 0;
        if (value !== other) return value > other ? -1 : 1;
      }
      return 0;
    })[0] ?? null;
  const youngest = (kind: ReminderKind): ReminderRule | null => {
    for (let age = 1; age <= 600; age += 1) {
      const found = ruleOfAge(kind, age);
      if (found) return found;
    }
    return null;
  };
  const kept = new Map<string, ReminderRule | null>();
  const ruleOfAge = (kind: ReminderKind, age: number): ReminderRule | null => {
    const key = `${kind} ${age}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = best(inForce.filter((rule) => rule.kind === kind && covers(rule, age)));
    kept.set(key, found);
    return found;
  };
  /** The rule for an age: which of the whole months the day lies in is found by counting them. */
  const ruleOn = (kind: ReminderKind, day: Day): ReminderRule | null => {
    if (born === null) return youngest(kind);
    let age = 1;
    while (addMonths(born, age) < day) age += 1;
    return ruleOfAge(kind, age);
  };
  /** `age` 1 is the first month, which ends on the day one month after birth. */
  const covers = (rule: ReminderRule, age: number): boolean =>
    (rule.aboveAgeMonths === null || age > rule.aboveAgeMonths) &&
    (rule.upToAgeMonths === null || age <= rule.upToAgeMonths);
  const period = (rule: ReminderRule, from: Day): Day | null => {
    if (rule.kind === 'secondMaintenance' && plan?.days) return addDays(from, plan.days);
    if (rule.everyMonths !== null) return addMonths(from, rule.everyMonths);
    return rule.everyDays === null ? null : addDays(from, rule.everyDays);
  };
  /**
   * The first age, month by month, at which the period of that age's rule is over: the due day is then the end of the
   * period, or the day on which that rule began to hold when the period was over before.
   */
  const next = (kind: ReminderKind, from: Day): Day | null => {
    if (born === null) {
      const rule = ruleOn(kind, from);
      return rule && period(rule, from);
    }
    for (let age = 1; age <= 900; age += 1) {
      const rule = ruleOfAge(kind, age);
      if (!rule) continue;
      const regular = period(rule, from);
      if (regular === null) return null;
      const [begin, end] = [age === 1 ? born : addMonths(born, age - 1), addMonths(born, age)];
      if (regular <= end) return regular > begin ? regular : begin;
    }
    return null;
  };
  const found: Found[] = [];
  const tell = (kind: ReminderKind, dueOn: Day | null, from: Day | null, basis: string): void => {
    const rule =
      dueOn === null ? null : kind === 'repairWarrantyEnd' && from ? ruleOn(kind, from) : ruleOn(kind, dueOn);
    if (dueOn === null || rule === null) return;
    const endsOn =
      rule.untilMonths !== null && from !== null
        ? addDays(addMonths(from, rule.untilMonths), -1)
        : rule.openDays === null
          ? null
          : addDays(dueOn, rule.openDays);
    found.push({ kind, ruleId: rule.id, dueOn, endsOn, basis });
  };
  const known = (kind: StatedKind): { readonly dueOn: Day; readonly basis: string } | null => {
    const [paper, doneOn] = [stated?.[kind] ?? null, done?.[kind]?.on ?? null];
    if (paper !== null) {
      if (doneOn === null) return { dueOn: paper, basis: 'stated' };
      const rule = ruleOn(kind, paper);
      if (rule) {
        const own = kind === 'secondMaintenance' ? plan?.days : null;
        const days = own ?? (rule.everyMonths === null ? (rule.everyDays ?? 0) : rule.everyMonths * 30);
        if (daysBetween(doneOn, paper) * 2 > days) return { dueOn: paper, basis: 'stated' };
      }
    }
    if (doneOn === null) return null;
    const dueOn = next(kind, doneOn);
    const basis = done?.[kind]?.place === 'elsewhere' ? 'doneElsewhere' : 'doneHere';
    return dueOn === null ? null : { dueOn, basis: dueOn === paper ? 'stated' : basis };
  };
  for (const kind of [
    'annualTest',
    'compulsoryInsurance',
    'commercialInsurance',
    'secondMaintenance',
    'transportPermit',
    'technicalGrade',
  ] as const) {
    if (!inForce.some((rule) => rule.kind === kind)) continue;
    let answer = known(kind);
    if (!answer && kind === 'compulsoryInsurance') {
      const leading = known('commercialInsurance');
      answer = leading && { dueOn: leading.dueOn, basis: 'led' };
    }
    if (!answer && born !== null && ['annualTest', 'compulsoryInsurance', 'technicalGrade'].includes(kind)) {
      let due = next(kind, born);
      while (due !== null && due < today) due = next(kind, due);
      answer = due === null ? null : { dueOn: due, basis: 'estimated' };
    }
    if (kind === 'secondMaintenance') {
      const doneOn = done?.secondMaintenance?.on ?? null;
      const rule = answer ? ruleOn(kind, answer.dueOn) : youngest(kind);
      const every = plan?.km ?? rule?.everyKm ?? null;
      const daily = vehicle.dailyKm ?? rule?.usualDailyKm ?? null;
      const sinceDone = doneOn === null ? null : next(kind, doneOn);
      const isKnown = !answer || (sinceDone !== null && answer.dueOn <= sinceDone);
      if (rule && isKnown && doneOn !== null && every !== null) {
        const since = vehicle.maintainedKm ?? null;
        let onKm: Day | null = null;
        if (since !== null && reading && reading.on >= doneOn) {
          const left = since + every - reading.km;
          if (left <= 0) onKm = reading.on;
          else if (daily !== null) onKm = addDays(reading.on, Math.ceil(left / daily));
        } else if (daily !== null) onKm = addDays(doneOn, Math.ceil(every / daily));
        if (onKm !== null && (!answer || onKm < answer.dueOn)) answer = { dueOn: onKm, basis: 'odometer' };
      }
    }
    if (answer) tell(kind, answer.dueOn, null, answer.basis);
  }

  const last = (...days: readonly (Day | null | undefined)[]): Day | null =>
    days
      .filter((day): day is Day => Boolean(day))
      .toSorted()
      .at(-1) ?? null;
  const visited = vehicle.lastVisitOn ?? null;
  const serviced = last(visited, done?.firstService?.on, done?.regularService?.on);
  if (purchased !== null && (serviced === null || serviced < purchased))
    tell('firstService', next('firstService', purchased), purchased, 'purchase');
  if (serviced !== null && (purchased === null || serviced >= purchased)) {
    const later =
      (done?.regularService?.on ?? '') >= (done?.firstService?.on ?? '')
        ? done?.regularService
        : done?.firstService;
    const basis =
      visited === serviced ? 'visit' : later?.place === 'elsewhere' ? 'doneElsewhere' : 'doneHere';
    tell('regularService', next('regularService', serviced), serviced, basis);
  }
  if (visited !== null) tell('lostCustomer', next('lostCustomer', visited), visited, 'visit');

  if (purchased !== null) {
    const end = next('warrantyEnd', purchased);
    const rule = end === null ? null : ruleOn('warrantyEnd', end);
    if (end !== null && rule) {
      let due = end;
      if (rule.everyKm !== null && reading) {
        if (reading.km >= rule.everyKm) due = reading.on < due ? reading.on : due;
        else if (vehicle.dailyKm) {
          const onKm = addDays(reading.on, Math.ceil((rule.everyKm - reading.km) / vehicle.dailyKm));
          due = onKm < due ? onKm : due;
        }
      }
      const doneOn = done?.warrantyEnd?.on;
      if (!doneOn || doneOn < addDays(due, -rule.leadDays)) tell('warrantyEnd', due, null, 'purchase');
    }
  }
  if (vehicle.repairWarranty) {
    const { from, days, km } = vehicle.repairWarranty;
    const byDay = addDays(from, days);
    const byKm = km > 0 && vehicle.dailyKm ? addDays(from, Math.ceil(km / vehicle.dailyKm)) : byDay;
    const doneOn = done?.repairWarrantyEnd?.on;
    const rule = ruleOn('repairWarrantyEnd', from);
    const dueOn = byKm < byDay ? byKm : byDay;
    if (rule && (!doneOn || doneOn < from))
      found.push({
        kind: 'repairWarrantyEnd',
        ruleId: rule.id,
        dueOn,
        endsOn: rule.openDays === null ? null : addDays(dueOn, rule.openDays),
        basis: 'repair',
      });
  }
  if (purchased !== null && registered === null) {
    const rule = ruleOn('purchaseTax', purchased);
    const dueOn = rule && period(rule, purchased);
    const doneOn = done?.purchaseTax?.on;
    if (rule && dueOn && (!doneOn || doneOn < purchased))
      found.push({
        kind: 'purchaseTax',
        ruleId: rule.id,
        dueOn,
        endsOn: rule.openDays === null ? null : addDays(dueOn, rule.openDays),
        basis: 'purchase',
      });
  }
  const yearly = (kind: ReminderKind, from: Day | null, doneOn: Day | null, basis: string): void => {
    if (from === null) return;
    if (!inForce.some((rule) => rule.kind === kind)) return;
    for (let months = 1; months <= 900; months += 1) {
      const dueOn = addMonths(from, months);
      const rule = ruleOn(kind, dueOn);
      if (!rule || rule.everyMonths === null || months % rule.everyMonths !== 0) continue;
      if (addDays(dueOn, rule.openDays ?? 0) < today) continue;
      if (doneOn !== null && doneOn >= addDays(dueOn, -rule.leadDays)) continue;
      return tell(kind, dueOn, null, basis);
    }
  };
  yearly('freeInspection', born, last(visited, done?.freeInspection?.on), 'age');
  yearly('milestone', purchased, done?.milestone?.on ?? null, 'purchase');
  return found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
