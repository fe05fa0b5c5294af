import { dayFromNumber, dayNumber, type Day } from '../../kernel/day.ts';
import { worthOf, type OpenTouch } from './reminder-campaign.rules.ts';
import { kindIndex, place } from './reminder-facts.ts';
import { eachOpen, type ReminderStore } from './reminder-open.rules.ts';
import type { ReminderPlan } from './reminder-plan.rules.ts';
import type { ReminderBasis } from './reminder-emit.rules.ts';
import {
  callableFrom,
  careOf,
  isReasonOpen,
  type LastOfReason,
  type LastTalk,
  type ReminderTerms,
} from './reminder-call.rules.ts';

/** What was said before, and who may not or need not be called. */
export type CallHistory = {
  readonly silent: ReadonlySet<number>;
  /** By `reasonKey`. */
  readonly reasons: ReadonlyMap<number, LastOfReason>;
  readonly talks: ReadonlyMap<number, LastTalk & { readonly personId: number | null }>;
  /** Customers with an appointment to come. */
  readonly booked: ReadonlySet<number>;
};

/** Names a reason: the kind with its vehicle, a customer's own with the customer. */
export const reasonKey = (kind: number, vehicleId: number, customerId: number): number =>
  (vehicleId === 0 ? -customerId : vehicleId) * 32 + (vehicleId === 0 ? -kind : kind);

export type ListReason = {
  readonly kind: number;
  /** 0: the customer's own. */
  readonly vehicleId: number;
  readonly ruleId: number;
  /** Day number. */
  readonly due: number;
  readonly basis: ReminderBasis;
  readonly valueFen: number;
  /** What expires or is missing, of a member; null where there is no amount. */
  readonly amountFen: number | null;
  /** The campaign or trigger that it is; null of everything else. */
  readonly touch: OpenTouch | null;
};

/** A reason as the list tells it. */
export type ListedReason = Pick<ListReason, 'kind' | 'vehicleId' | 'due'>;

export type ListEntry = {
  readonly customerId: number;
  reasonCount: number;
  /** A bit for each kind that is among the reasons. */
  kinds: number;
  /** The newest of its reasons in the list's log. */
  lastReason: number;
  valueFen: number;
  /** The soonest due day, as a number. */
  due: number;
  /** The day that the customer agreed to. */
  readonly promisedOn: Day | null;
  readonly careId: number | null;
};

export type CallList = {
  readonly entries: readonly ListEntry[];
  /** In the order in which they were found. */
  reasonsOf(entry: ListEntry): readonly ListedReason[];
};

/**
 * 应联系名单 of a day: one entry for a customer with all reasons. Ranked by what is at stake, the sum of the rules' estimated
 * values of all reasons; calls that were agreed for this day stand before, the longest due decides between equals.
 */
export function callListOf(
  store: ReminderStore,
  plan: ReminderPlan,
  history: CallHistory,
  options: { readonly today: Day; readonly terms: ReminderTerms; readonly carePeople: readonly number[] },
): CallList {
  const { today, terms, carePeople } = options;
  const { silent, reasons, talks, booked } = history;
  const { rows } = store;
  const entries = new Map<number, ListEntry | null>();
  const log = reasonLog();
  // Most vehicles of a customer follow one another.
  let [lastId, entry]: [number, ListEntry | null | undefined] = [-1, undefined];
  eachOpen(store, plan, dayNumber(today), (at, customerId, kind, rule, due, _basis, _amountFen, touch) => {
    if (customerId !== lastId) entry = entries.get(customerId);
    lastId = customerId;
    if (entry === null) return;
    const vehicleId = at < 0 ? 0 : (rows[at + place.vehicleId] ?? 0);
    // A campaign knows its own answers: those of one say nothing of the next.
    const last =
      kind === kindIndex.campaign ? undefined : reasons.get(reasonKey(kind, vehicleId, customerId));
    if (last && !isReasonOpen(last, dayFromNumber(due), rule.repeatDays, today)) return;
    if (!entry) {
      const talk = talks.get(customerId);
      const from = callableFrom(talk, terms);
      if (
        customerId === 0 ||
        silent.has(customerId) ||
        booked.has(customerId) ||
        (from !== null && from > today)
      ) {
        entry = null;
        entries.set(customerId, entry);
        return;
      }
      entry = {
        customerId,
        reasonCount: 0,
        kinds: 0,
        lastReason: -1,
        valueFen: 0,
        due,
        promisedOn: talk?.nextOn ?? null,
        careId: careOf(customerId, talk?.personId ?? undefined, carePeople),
      };
      entries.set(customerId, entry);
    }
    entry.lastReason = log.add(entry.lastReason, kind, vehicleId, due);
    entry.reasonCount += 1;
    entry.kinds |= 1 << kind;
    entry.valueFen += worthOf(rule, touch);
    if (due < entry.due) entry.due = due;
  });
  return {
    entries: [...entries.values()].filter((entry) => entry !== null).sort(compareEntries),
    reasonsOf: ({ lastReason }) => log.upTo(lastReason),
  };
}

/**
 * The reasons of all entries as one array of numbers, each with the place of the one before it of the same entry: a large store
 * has more than a million, and a page shows fifty entries.
 */
function reasonLog(): {
  add(before: number, kind: number, vehicleId: number, due: number): number;
  upTo(last: number): readonly ListedReason[];
} {
  const length = 4;
  let numbers = new Int32Array(length * 1024);
  let end = 0;
  return {
    add(before, kind, vehicleId, due) {
      if (end === numbers.length) {
        const longer = new Int32Array(numbers.length * 2);
        longer.set(numbers);
        numbers = longer;
      }
      const at = end;
      numbers[at] = before;
      numbers[at + 1] = kind;
      numbers[at + 2] = vehicleId;
      numbers[at + 3] = due;
      end += length;
      return at;
    },
    upTo(last) {
      const found: ListedReason[] = [];
      for (let at = last; at >= 0; at = numbers[at] ?? -1)
        found.push({
          kind: numbers[at + 1] ?? 0,
          vehicleId: numbers[at + 2] ?? 0,
          due: numbers[at + 3] ?? 0,
        });
      return found.reverse();
    },
  };
}

function compareEntries(a: ListEntry, b: ListEntry): number {
  const promised = Number(b.promisedOn !== null) - Number(a.promisedOn !== null);
  if (promised !== 0) return promised;
  return b.valueFen - a.valueFen || a.due - b.due || a.customerId - b.customerId;
}

/** The reasons that fall due soonest, in this order; of those of one day the first. One pass: a fleet has thousands. */
export function soonestReasons(reasons: readonly ListedReason[], count: number): readonly ListedReason[] {
  const soonest: ListedReason[] = [];
  for (const reason of reasons) {
    const last = soonest.at(-1);
    if (last && soonest.length === count && reason.due >= last.due) continue;
    soonest.splice(soonest.findLastIndex(({ due }) => due <= reason.due) + 1, 0, reason);
    if (soonest.length > count) soonest.pop();
  }
  return soonest;
}
