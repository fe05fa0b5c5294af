import { itemsOf, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import {
  itemLack,
  itemVerdict,
  noAnswer,
  type ItemAnswer,
  type ItemLack,
  type ItemVerdict,
} from '#shared/features/checklist/checklist.rules.ts';
import type {
  AnswerLine,
  EarlierFinding,
  InspectionPhoto,
  InspectionView,
} from '#shared/features/inspection/inspection.contract.ts';
import type { GivenAnswer, QueuedAnswer } from './answer-queue.ts';

/** The answer alone: a line of the core has more beside it, which no call takes back. */
const givenIn = ({ result, number, choice, text, note }: GivenAnswer): GivenAnswer => ({
  result,
  number,
  choice,
  text,
  note,
});

/** An item as the page shows it: what the core knows, and over it what the person answered since. */
export type ItemState = {
  readonly item: ChecklistItem;
  readonly answer: ItemAnswer;
  readonly line: AnswerLine | undefined;
  readonly queued: QueuedAnswer | undefined;
  readonly photos: readonly InspectionPhoto[];
  readonly earlier: readonly EarlierFinding[];
  readonly verdict: ItemVerdict;
  readonly lack: ItemLack | null;
  /** OK in the check that this one inspects again, and untouched since. */
  readonly isCarried: boolean;
};

export function itemStates(
  view: InspectionView,
  entries: ReadonlyMap<string, QueuedAnswer>,
): ReadonlyMap<string, ItemState> {
  const lines = new Map(view.answers.map((line) => [line.item, line]));
  const photos = Map.groupBy(view.photos, ({ item }) => item);
  const earlier = Map.groupBy(view.earlier, ({ item }) => item);
  return new Map(
    itemsOf(view.content).map((item) => {
      const line = lines.get(item.code);
      const queued = entries.get(item.code);
      const own = photos.get(item.code) ?? [];
      const answer = { ...givenIn(queued?.answer ?? line ?? noAnswer), photos: own.length };
      return [
        item.code,
        {
          item,
          answer,
          line,
          queued,
          photos: own,
          earlier: earlier.get(item.code) ?? [],
          verdict: itemVerdict(item, answer),
          lack: itemLack(item, answer),
          isCarried: line !== undefined && line.carriedFrom !== null && queued === undefined,
        },
      ];
    }),
  );
}

export type Step = {
  readonly key: string;
  readonly kind: 'general' | 'section' | 'map';
  /** Items of a section; empty for the others. */
  readonly items: readonly ItemState[];
  readonly answered: number;
  readonly lacking: number;
  readonly ng: number;
};

/** Steps of a check: the vehicle, the damage map where the list has one, then its sections. */
export function stepsOf(view: InspectionView, states: ReadonlyMap<string, ItemState>): readonly Step[] {
  const empty = { items: [], answered: 0, lacking: 0, ng: 0 };
  const sections = view.content.sections.map((section): Step => {
    const items = section.items.flatMap(({ code }) => states.get(code) ?? []);
    return {
      key: section.code,
      kind: 'section',
      items,
      answered: items.filter(({ verdict }) => verdict !== 'open').length,
      lacking: items.filter(({ lack }) => lack !== null).length,
      ng: items.filter(({ verdict }) => verdict === 'ng').length,
    };
  });
  return [
    { ...empty, key: 'general', kind: 'general' },
    ...(view.content.damageMap ? [{ ...empty, key: 'map', kind: 'map' } as const] : []),
    ...sections,
  ];
}

/** Where to go on: the first section with something to answer, else the first of all. */
export const firstOpenStep = (steps: readonly Step[]): string =>
  (steps.find(({ lacking }) => lacking > 0) ?? steps.find(({ kind }) => kind === 'section') ?? steps[0])
    ?.key ?? '';

/** The next item that lacks something, behind the given one where there is one, else from the start. */
export function nextLack(
  steps: readonly Step[],
  after?: string,
): { readonly step: string; readonly item: string } | undefined {
  const all = steps.flatMap(({ key, items }) =>
    items.map(({ item, lack }) => ({ step: key, item: item.code, lack })),
  );
  const from = all.findIndex(({ item }) => item === after) + 1;
  return [...all.slice(from), ...all.slice(0, from)].find(({ lack }) => lack !== null);
}
