import { z } from 'zod';
import type { ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';

/**
 * Answers on their way to the core. Each is kept on this computer before it is sent, so that neither a kill nor a lost
 * connection loses one; one is sent at a time, in the order in which they were given, and tried again while the core is
 * away. A conflict or a refusal stays beside its item until the person decides.
 */

export type GivenAnswer = Omit<ItemAnswer, 'photos'>;

/** Nothing answered; without the number of photos, which the core counts itself. */
export const emptyAnswer: GivenAnswer = { result: null, number: null, choice: null, text: null, note: null };

const answerSchema = z.strictObject({
  result: z.enum(['ok', 'ng', 'notApplicable']).nullable(),
  number: z.number().nullable(),
  choice: z.string().nullable(),
  text: z.string().nullable(),
  note: z.string().nullable(),
});
const waitingSchema = z.strictObject({
  item: z.string(),
  answer: answerSchema,
  /** Version of the item that the person saw. */
  version: z.number().int().min(0),
});

export type QueuedAnswer = z.infer<typeof waitingSchema> & {
  readonly state: 'waiting' | 'sending' | 'conflict' | 'refused';
  readonly error: DeskErrorData | null;
};

export type QueueParts = {
  readonly key: string;
  readonly shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Sends one answer; gives the item's new version. Rejects with what `errorOf` understands. */
  readonly send: (item: string, version: number, answer: GivenAnswer) => Promise<number>;
  readonly errorOf: (error: unknown) => DeskErrorData;
  /** Told after each change of the queue. */
  readonly onChange: () => void;
  /** An answer has arrived with its new version. */
  readonly onSaved: (item: string, version: number, answer: GivenAnswer) => void;
  /** Runs work later; gives what stops it. */
  readonly later: (work: () => void, ms: number) => () => void;
};

export type AnswerQueue = {
  readonly entries: () => ReadonlyMap<string, QueuedAnswer>;
  readonly give: (item: string, version: number, answer: GivenAnswer) => void;
  /** Sends a refused or conflicting answer again, over the version that is known by now. */
  readonly again: (item: string, version: number) => void;
  readonly drop: (item: string) => void;
  /** Tries at once what waits for the core. */
  readonly wake: () => void;
};

const firstPauseMs = 1000;
const longestPauseMs = 15_000;

/** While the core is away or the session is locked, nothing was decided about the answer. */
const isAway = ({ code }: DeskErrorData): boolean => code === 'unavailable' || code === 'signed-out';

function kept({ shelf, key }: QueueParts): readonly z.infer<typeof waitingSchema>[] {
  try {
    const parsed = z.array(waitingSchema).safeParse(JSON.parse(shelf.getItem(key) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

export function answerQueue(parts: QueueParts): AnswerQueue {
  const { key, shelf, send, errorOf, onChange, onSaved, later } = parts;
  let entries = new Map<string, QueuedAnswer>();
  for (const one of kept(parts)) entries.set(one.item, { ...one, state: 'waiting', error: null });
  let busy = false;
  let pause = firstPauseMs;
  let stopWaiting: (() => void) | undefined;

  function put(next: Map<string, QueuedAnswer>): void {
    entries = next;
    try {
      const list = [...entries.values()].map(({ item, answer, version }) => ({ item, answer, version }));
      if (list.length === 0) shelf.removeItem(key);
      else shelf.setItem(key, JSON.stringify(list));
    } catch {
      // A full or refused storage: the queue still holds them in this window.
    }
    onChange();
  }

  const set = (entry: QueuedAnswer): void => put(new Map(entries).set(entry.item, entry));

  function without(item: string): Map<string, QueuedAnswer> {
    const next = new Map(entries);
    next.delete(item);
    return next;
  }

  async function sendNext(): Promise<void> {
    const entry = [...entries.values()].find(({ state }) => state === 'waiting');
    if (busy || !entry) return;
    busy = true;
    set({ ...entry, state: 'sending' });
    try {
      const version = await send(entry.item, entry.version, entry.answer);
      pause = firstPauseMs;
      onSaved(entry.item, version, entry.answer);
      const now = entries.get(entry.item);
      // Answered anew while it was on its way: the newer answer follows over the new version.
      if (now && now.answer !== entry.answer) set({ ...now, version, state: 'waiting', error: null });
      else put(without(entry.item));
    } catch (error) {
      const data = errorOf(error);
      const now = entries.get(entry.item) ?? entry;
      if (isAway(data)) {
        set({ ...now, state: 'waiting', error: data });
        const ms = pause;
        pause = Math.min(pause * 2, longestPauseMs);
        stopWaiting = later(() => void sendNext(), ms);
        busy = false;
        return;
      }
      set({ ...now, state: data.code === 'conflict' ? 'conflict' : 'refused', error: data });
    }
    busy = false;
    await sendNext();
  }

  return {
    entries: () => entries,
    give(item, version, answer) {
      const before = entries.get(item);
      const sending = before?.state === 'sending';
      set({
        item,
        answer,
        version: before && before.state !== 'conflict' ? before.version : version,
        state: sending ? 'sending' : 'waiting',
        error: null,
      });
      void sendNext();
    },
    again(item, version) {
      const entry = entries.get(item);
      if (entry) set({ ...entry, version, state: 'waiting', error: null });
      void sendNext();
    },
    drop(item) {
      put(without(item));
    },
    wake() {
      stopWaiting?.();
      pause = firstPauseMs;
      void sendNext();
    },
  };
}
