import { addDays, isOverdue, type Day } from '../../kernel/day.ts';
import type { FollowUpCaller, FollowUpResult } from './follow-up.fields.ts';

export type FollowUpRule = {
  readonly id: number;
  readonly dayAfter: number;
  readonly repeatDays: number | null;
  readonly untilDay: number | null;
  readonly openDays: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** A call that was made for an order, in the order in which they were made. */
export type MadeCall = {
  readonly ruleId: number;
  readonly dueOn: Day;
  readonly happenedOn: Day;
  readonly result: FollowUpResult | null;
  readonly nextOn: Day | null;
};

/**
 * planned: not yet its day · due · late: its day has passed · done · missed: over without the customer having been reached ·
 * ended: the customer wants no more calls.
 */
export type PlanState = 'planned' | 'due' | 'late' | 'done' | 'missed' | 'ended';

export type PlannedCall = {
  readonly ruleId: number;
  /** Day on which it fell or falls due by the rule; names the call together with the rule. */
  readonly dueOn: Day;
  /** Day on which to call: later than `dueOn` where the customer asked for a later day. */
  readonly callOn: Day;
  readonly state: PlanState;
  /** How often the customer was not reached. */
  readonly attempts: number;
  /** Day of the last attempt or call. */
  readonly lastOn: Day | null;
};

/** An appointment with the customer lies at most so many days ahead. */
export const longestPromiseDays = 90;

/** Results after which a call needs no other. */
const isAnswered = (result: FollowUpResult | null): boolean =>
  result !== null && result !== 'notReached' && result !== 'callAgain';

/** Days after the delivery on which a rule asks for a call. */
export function daysOfRule({
  dayAfter,
  repeatDays,
  untilDay,
}: Pick<FollowUpRule, 'dayAfter' | 'repeatDays' | 'untilDay'>): readonly number[] {
  if (repeatDays === null || untilDay === null || untilDay < dayAfter) return [dayAfter];
  const count = Math.floor((untilDay - dayAfter) / repeatDays) + 1;
  return Array.from({ length: count }, (_, step) => dayAfter + step * repeatDays);
}

/** How long after a delivery calls can be open, in days. */
export const windowDays = (rules: readonly FollowUpRule[]): number =>
  Math.max(0, ...rules.map((rule) => (daysOfRule(rule).at(-1) ?? 0) + rule.openDays)) + longestPromiseDays;

type Occurrence = { readonly rule: FollowUpRule; readonly dueOn: Day };

function occurrencesOf(rules: readonly FollowUpRule[], deliveredOn: Day): Occurrence[] {
  return rules
    .filter(
      ({ validFrom, validTo }) => validFrom <= deliveredOn && (validTo === null || deliveredOn <= validTo),
    )
    .flatMap((rule) => daysOfRule(rule).map((days) => ({ rule, dueOn: addDays(deliveredOn, days) })))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.rule.id - b.rule.id));
}

/**
 * 回访计划 of one delivered order as it stands today, by due day. Only the newest call whose day has come is open: an earlier
 * one that was not made is missed, for nobody calls twice. A day that the customer asked for goes before the rule's. Not
 * reached stays due; refused ends all that would follow.
 */
export function planOf(
  rules: readonly FollowUpRule[],
  deliveredOn: Day,
  calls: readonly MadeCall[],
  today: Day,
): readonly PlannedCall[] {
  const occurrences = occurrencesOf(rules, deliveredOn);
  const newest = occurrences.findLastIndex(({ dueOn }) => dueOn <= today);
  const last = calls.at(-1);
  const promised = last?.result === 'callAgain' ? last.nextOn : null;
  const hasRefused = calls.some(({ result }) => result === 'refused');
  return occurrences.map(({ rule, dueOn }, index): PlannedCall => {
    const own = calls.filter((call) => call.ruleId === rule.id && call.dueOn === dueOn);
    const callOn = index === newest && promised !== null && promised > dueOn ? promised : dueOn;
    const state = (): PlanState => {
      if (isAnswered(own.at(-1)?.result ?? null)) return 'done';
      if (index < newest) return 'missed';
      if (hasRefused) return 'ended';
      if (callOn > today) return 'planned';
      if (isOverdue(addDays(callOn, rule.openDays), today)) return 'missed';
      return isOverdue(callOn, today) ? 'late' : 'due';
    };
    return {
      ruleId: rule.id,
      dueOn,
      callOn,
      state: state(),
      attempts: own.filter(({ result }) => result === 'notReached').length,
      lastOn: own.at(-1)?.happenedOn ?? null,
    };
  });
}

/** Whether the call is still to be made. */
export const isOpen = ({ state }: Pick<PlannedCall, 'state'>): boolean => state === 'due' || state === 'late';

/** Whether a result may be entered for a call: it is open, or its day was put off by the customer who now was reached. */
export const mayEnter = (planned: PlannedCall, today: Day): boolean =>
  isOpen(planned) || (planned.state === 'planned' && planned.dueOn <= today);

/** 我的: what the customer agreed with me, my own deliveries where consultants call, customer care where care does. */
export function isMine(
  line: {
    readonly caller: FollowUpCaller;
    readonly consultantId: number | null;
    readonly promisedById: number | null;
  },
  person: { readonly personId: number; readonly isCare: boolean },
): boolean {
  if (line.promisedById !== null) return line.promisedById === person.personId;
  if (line.caller === 'consultant' && line.consultantId !== null)
    return line.consultantId === person.personId;
  return person.isCare;
}

/** Order of the list: what nobody tried today first, then the longest due. */
export function compareLines(
  a: { readonly callOn: Day; readonly lastOn: Day | null; readonly orderId: number },
  b: { readonly callOn: Day; readonly lastOn: Day | null; readonly orderId: number },
  today: Day,
): number {
  const tried = Number(a.lastOn === today) - Number(b.lastOn === today);
  if (tried !== 0) return tried;
  return a.callOn < b.callOn ? -1 : a.callOn > b.callOn ? 1 : a.orderId - b.orderId;
}

/** What stands for each name in a script, in Chinese and in English. */
const marks = {
  customer: ['〔客户〕', '〔customer〕'],
  model: ['〔车型〕', '〔model〕'],
  plate: ['〔车牌〕', '〔plate〕'],
  due: ['〔到期日〕', '〔due〕'],
  amount: ['〔金额〕', '〔amount〕'],
  me: ['〔我〕', '〔me〕'],
  store: ['〔门店〕', '〔store〕'],
} as const;

/** A script with the names in their places; an unknown one stays as a gap to be filled by voice. */
export function spoken(script: string, names: Partial<Readonly<Record<keyof typeof marks, string>>>): string {
  let said = script;
  for (const name of ['customer', 'model', 'plate', 'due', 'amount', 'me', 'store'] as const) {
    const put = names[name];
    if (put !== undefined) for (const mark of marks[name]) said = said.replaceAll(mark, () => put);
  }
  return said;
}
