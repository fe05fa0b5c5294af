import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { ResponseCode, TriggerKind } from './campaign.fields.ts';
import { isReached, isToAsk, type AskAgain } from './campaign.rules.ts';

export type TriggerTerms = {
  readonly kind: TriggerKind;
  /** Days after what happened or before what is to come; months of age of `vehicleAge`. */
  readonly days: number;
  readonly openDays: number;
  readonly coolingDays: number;
  readonly capPerYear: number;
};

/** Kinds that speak before their day; the customer leaves the list with it where something ends on it. */
const before: readonly TriggerKind[] = ['birthday', 'pointsExpiring', 'voucherExpiring'];
const ending: readonly TriggerKind[] = ['pointsExpiring', 'voucherExpiring'];

const isBefore = (kind: TriggerKind): boolean => before.includes(kind);
/** The days of a rule around an event; the age of a vehicle is an event of its own. */
const shift = ({ kind, days }: TriggerTerms): number =>
  kind === 'vehicleAge' ? 0 : isBefore(kind) ? -days : days;

/** The days on which an event of a day puts the customer on the list. */
export function triggerWindow(rule: TriggerTerms, eventOn: Day): { readonly from: Day; readonly until: Day } {
  const from = addDays(eventOn, shift(rule));
  const until = addDays(from, rule.openDays - 1);
  return { from, until: ending.includes(rule.kind) && eventOn < until ? eventOn : until };
}

/** The days of which events are on the list today. */
export function eventDays(rule: TriggerTerms, today: Day): { readonly from: Day; readonly to: Day } {
  const to = addDays(today, -shift(rule));
  const from = addDays(to, 1 - rule.openDays);
  return { from: ending.includes(rule.kind) && from < today ? today : from, to };
}

/** Registered on such days, vehicles reach the rule's months of age within the event days; a day more at either end. */
export const registeredDays = (
  { days }: TriggerTerms,
  span: { readonly from: Day; readonly to: Day },
): { readonly from: Day; readonly to: Day } => ({
  from: addDays(addMonths(span.from, -days), -3),
  to: addDays(addMonths(span.to, -days), 3),
});

/** An answer of the customer about the same rule. */
export type TriggerAnswer = { readonly code: ResponseCode; readonly on: Day; readonly nextOn: Day | null };

/**
 * Whether a rule may speak to a customer today. `answers`: those about the same rule, oldest first; `from`: first day of the
 * occasion. Within one occasion as `isToAsk` says; a new one waits for the days of rest since the customer was reached, and
 * for the next year where the cap is used up.
 */
export function mayTrigger(
  rule: TriggerTerms,
  answers: readonly TriggerAnswer[],
  from: Day,
  today: Day,
  days: AskAgain,
): boolean {
  const last = answers.at(-1);
  if (last && last.on >= from) return isToAsk(last, today, days);
  const reached = answers.filter(({ code }) => isReached(code));
  const lastReached = reached.at(-1);
  if (lastReached && addDays(lastReached.on, rule.coolingDays) > today) return false;
  const year = today.slice(0, 4);
  return reached.filter(({ on }) => on.startsWith(year)).length < rule.capPerYear;
}

/** Sales of a member on a day, in the order of days. */
export type DaySales = { readonly on: Day; readonly fen: number };

/**
 * The last day within a span on which the sales of twelve months lifted a member to a higher tier. `starts`: where the tiers
 * begin, in fen, the lowest first.
 */
export function tierReachedOn(
  sales: readonly DaySales[],
  starts: readonly number[],
  span: { readonly from: Day; readonly to: Day },
): Day | null {
  const tierAt = (day: Day): number => {
    const since = addMonths(day, -12);
    const sum = sales.reduce((fen, one) => (one.on > since && one.on <= day ? fen + one.fen : fen), 0);
    return starts.findLastIndex((start) => sum >= start);
  };
  const days = [...new Set(sales.map(({ on }) => on))].filter((on) => on >= span.from && on <= span.to);
  return days.sort().findLast((on) => tierAt(on) > tierAt(addDays(on, -1))) ?? null;
}
