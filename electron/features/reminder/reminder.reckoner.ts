import {
  callListOf,
  soonestReasons,
  type CallList,
  type ListEntry,
  type ListedReason,
} from '#shared/features/reminder/reminder-list.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { dayNumber, type Day } from '#shared/kernel/day.ts';
import { readCarePeople, readHistory, readTerms } from './reminder.history.ts';
import { keptStore, type ReckonerConnection } from './reminder.kept.ts';
import { reckonPreview, type ReckonedPreview } from './reminder.preview.ts';
import { readReminderRules } from './reminder.repository.ts';

/** How many reasons of a customer the list names. */
const shownReasons = 4;

/** An entry without all its reasons: those of a fleet are thousands, and pass between threads. */
export type ShownEntry = Omit<ListEntry, 'kinds' | 'lastReason'> & {
  /** Those of the kind that was asked for first, then the soonest, by their day. */
  readonly soonest: readonly ListedReason[];
};

export type ListAsk = {
  readonly today: Day;
  /** Of one care person; null: everybody's. */
  readonly careId: number | null;
  /** Index of a kind; null: all. */
  readonly kind: number | null;
  readonly page: number;
  readonly pageSize: number;
};

/** A page of the list of a day, with sums over all that was asked for. */
export type ListAnswer = {
  readonly total: number;
  readonly overdue: number;
  readonly promised: number;
  readonly valueFen: number;
  readonly shown: readonly ShownEntry[];
  /** Customers of each care person in the whole list. */
  readonly totals: ReadonlyMap<number | null, number>;
};

/** What goes over all vehicles of a store: in a thread of its own where there are many, see `reckoning`. */
export type Reckoner = {
  list(asked: ListAsk): Promise<ListAnswer>;
  /** null: there is no such rule. */
  preview(asked: { readonly today: Day; readonly ruleId: number }): Promise<ReckonedPreview | null>;
};

function namedReasons(reasons: readonly ListedReason[], kind: number | null): readonly ListedReason[] {
  const asked =
    kind === null
      ? []
      : soonestReasons(
          reasons.filter((one) => one.kind === kind),
          shownReasons,
        );
  const others = kind === null ? reasons : reasons.filter((one) => one.kind !== kind);
  return [...asked, ...soonestReasons(others, shownReasons)].slice(0, shownReasons);
}

/** The list of a day with the customers of each care person. */
type DayList = CallList & Pick<ListAnswer, 'totals'>;
type KeptList = DayList & { readonly version: unknown; readonly today: Day };

/** Reckons on a connection of its own; keeps the base and the list between calls, until anybody writes anything. */
export function createReckoner(connection: ReckonerConnection): Reckoner {
  const { sqlite, reader } = connection;
  const kept = keptStore(connection);
  let list: KeptList | null = null;

  async function listOf(today: Day): Promise<DayList> {
    const version = sqlite.pragma('data_version', { simple: true });
    if (list && list.version === version && list.today === today) return list;
    const store = await kept.get(today);
    const history = { ...(await readHistory(reader, today)), silent: store.silent };
    const plan = reminderPlan(await readReminderRules(reader), today);
    const carePeople = (await readCarePeople(reader, today)).map(({ id }) => id);
    const terms = await readTerms(reader);
    const found = callListOf(store, plan, history, { today, terms, carePeople });
    const totals = new Map<number | null, number>();
    for (const { careId: of } of found.entries) totals.set(of, (totals.get(of) ?? 0) + 1);
    list = { version, today, ...found, totals };
    return list;
  }

  return {
    async list({ today, careId, kind, page, pageSize }) {
      const { entries, reasonsOf, totals } = await listOf(today);
      const chosen = entries.filter(
        (entry) =>
          (careId === null || entry.careId === careId) &&
          (kind === null || ((entry.kinds >> kind) & 1) === 1),
      );
      const now = dayNumber(today);
      let [overdue, promised, valueFen] = [0, 0, 0];
      for (const { due, promisedOn, valueFen: value } of chosen) {
        if (due < now) overdue += 1;
        if (promisedOn !== null) promised += 1;
        valueFen += value;
      }
      const shown = chosen.slice((page - 1) * pageSize, page * pageSize).map((entry) => {
        const { kinds: _kinds, lastReason: _lastReason, ...told } = entry;
        return { ...told, soonest: namedReasons(reasonsOf(entry), kind) };
      });
      return { total: chosen.length, overdue, promised, valueFen, shown, totals };
    },
    preview: async ({ today, ruleId }) =>
      reckonPreview(await kept.get(today), await readReminderRules(reader), ruleId, today),
  };
}
