import { addDays, dayFromNumber, type Day } from '#shared/kernel/day.ts';
import { monthDays, yearOf } from '#shared/kernel/period.ts';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import { periodKindOf, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { actionRecord } from '../../action/action.record.ts';
import { analyse } from '../../gap/gap.analysis.ts';
import { gapRecord } from '../../gap/gap.record.ts';
import { saveWhys } from '../../gap/gap.repository.ts';
import { readWall } from '../../indicator/indicator.wall.ts';
import type { Workers } from '../quality/sample-shop.ts';
import { gapWords, type GapWords } from './sample-gap-words.ts';

/** 差异分析 of the sample: months that were behind, why, and what was done about it: one closed, one under way, one overdue. */

type Shop = {
  readonly writer: Writer;
  readonly bulk: BulkWriter;
  readonly workers: Workers;
  readonly number: (letter: string, day: string) => string;
  /** Day number. */
  readonly today: number;
};

type Behind = {
  readonly about: { readonly key: string; readonly period: string; readonly who: Who };
  readonly words: GapWords;
};
type Stand = 'closed' | 'underWay' | 'overdue';

const atTen = (day: Day): string => `${day}T02:00:00.000Z`;

const knownWords = new Map(gapWords.map((words) => [words.key, words]));

/** What the wall shows as behind of the store now, then its months that are over, newest first; each indicator once. */
async function behindOf(writer: Writer, today: Day): Promise<readonly Behind[]> {
  const viewer = { personId: 1, roles: ['owner'] as const };
  const { store, red } = await readWall(writer, yearOf(today), today, viewer);
  const past = store
    .flatMap(({ key, who, cells }) =>
      cells.flatMap(({ month, tone }) => (tone === 'behind' ? [{ key, who, period: month }] : [])),
    )
    .filter(({ period }) => monthDays(period).last < today)
    .sort((a, b) => b.period.localeCompare(a.period));
  const all = [...red.filter(({ who }) => who.level === 'store'), ...past].flatMap(({ key, period, who }) => {
    const words = knownWords.get(key);
    return words ? [{ about: { key, period, who }, words }] : [];
  });
  return all.filter(({ about }, at) => all.findIndex((one) => one.about.key === about.key) === at);
}

type Item = GapWords['actions'][number] & {
  readonly ownerId: number;
  readonly dueOn: Day;
  readonly closedOn: Day | null;
};

async function raise(
  { writer, bulk, workers, number }: Shop,
  gapId: number,
  day: Day,
  item: Item,
): Promise<void> {
  const owner = workers.first('总经理');
  const { text, check, evidence, ownerId, dueOn, closedOn } = item;
  const isClosed = closedOn !== null;
  const values = {
    number: number('A', day),
    text,
    ownerId,
    dueOn,
    check,
    raisedOn: day,
    gapId,
    state: isClosed ? 'closed' : 'open',
    reportedOn: closedOn,
    closedOn,
    closedById: isClosed ? owner.id : null,
    evidence: isClosed ? evidence : null,
  };
  const actionId = bulk.insert(actionRecord, values, atTen(day));
  const lines = [
    { kind: 'raised' as const, at: atTen(day), text },
    ...(closedOn === null ? [] : [{ kind: 'closed' as const, at: atTen(closedOn), text: evidence }]),
  ];
  for (const line of lines)
    await writer
      .insertInto('actionLine')
      .values({ actionId, meetingId: null, personId: owner.id, personName: owner.name, ownerId, ...line })
      .execute();
}

/** Writes one gap record as it stands after some weeks. */
async function addGap(shop: Shop, { about, words }: Behind, stand: Stand): Promise<void> {
  const { writer, bulk, workers, number } = shop;
  const today = dayFromNumber(shop.today);
  const afterwards = addDays(periodSpan(about.period).last, 3);
  const day = afterwards < today ? afterwards : addDays(today, -9);
  const manager = workers.first(words.post);
  const { goalDue, actual } = await analyse(writer, about, today, { personId: 1, roles: ['owner'] });
  const closedOn = stand === 'closed' ? (addDays(day, 24) < today ? addDays(day, 24) : today) : null;
  const gapId = bulk.insert(
    gapRecord,
    {
      number: number('G', day),
      indicator: about.key,
      periodKind: periodKindOf(about.period) ?? 'month',
      period: about.period,
      ...about.who,
      goal: goalDue,
      actual: actual.value,
      state: closedOn === null ? 'open' : 'closed',
      ownerId: manager.id,
      raisedOn: day,
      cause: words.cause,
      closedOn,
      closedById: closedOn === null ? null : workers.first('总经理').id,
      result: closedOn === null ? null : words.result,
    },
    atTen(day),
  );
  await saveWhys(writer, gapId, words.whys);
  for (const [at, action] of words.actions.entries()) {
    const done = stand === 'closed' || (stand === 'underWay' && at === 0);
    const wanted = stand === 'overdue' && at === 0 ? addDays(today, -2) : addDays(today, 6 + 3 * at);
    const dueOn = done ? addDays(day, 6 + 4 * at) : wanted;
    const doneOn = dueOn < today ? dueOn : today;
    await raise(shop, gapId, day, { ...action, ownerId: manager.id, dueOn, closedOn: done ? doneOn : null });
  }
}

export async function addGaps(shop: Shop): Promise<void> {
  const found = await behindOf(shop.writer, dayFromNumber(shop.today));
  // What was behind longest ago has had the time to be closed.
  const stands: readonly Stand[] = ['underWay', 'overdue', 'closed'];
  const byAge = [...found.slice(0, 2), ...found.slice(2).slice(-1)];
  const chosen = byAge.map((behind, at) => ({ behind, stand: stands[at] ?? 'underWay' }));
  for (const { behind, stand } of chosen.reverse()) await addGap(shop, behind, stand);
}
