import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { answerQueue, emptyAnswer, type GivenAnswer } from '#renderer/features/inspection/answer-queue.ts';
import { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';

const answer = (result: GivenAnswer['result'], note: string | null = null): GivenAnswer => ({
  result,
  number: null,
  choice: null,
  text: null,
  note,
});
const away = new DeskError({ code: 'unavailable', reason: 'no-connection' });

/** A queue over a core that the test answers by hand, and a shelf that outlives it. */
function desk(shelf = new Map<string, string>()) {
  const sent: { item: string; version: number; answer: GivenAnswer }[] = [];
  const open: { resolve: (version: number) => void; reject: (error: unknown) => void }[] = [];
  const waits: { work: () => void; ms: number }[] = [];
  const saved: string[] = [];
  const queue = answerQueue({
    key: 'check',
    shelf: {
      getItem: (key) => shelf.get(key) ?? null,
      setItem: (key, text) => void shelf.set(key, text),
      removeItem: (key) => void shelf.delete(key),
    },
    send: (item, version, given) => {
      sent.push({ item, version, answer: given });
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    errorOf: (error): DeskErrorData => (error as DeskError).data,
    onChange: () => undefined,
    onSaved: (item, version) => void saved.push(`${item} ${version}`),
    later: (work, ms) => {
      const wait = { work, ms };
      waits.push(wait);
      return () => void waits.splice(waits.indexOf(wait), 1);
    },
  });
  const settle = async (end: (last: (typeof open)[number]) => void): Promise<void> => {
    const next = open.shift();
    if (!next) throw new Error('nothing is on its way');
    end(next);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const states = (): string[] => [...queue.entries().values()].map(({ item, state }) => `${item} ${state}`);
  return { queue, sent, waits, saved, shelf, settle, states };
}

it('an empty answer has exactly the fields that the contract takes', async () => {
  const input = { id: 1, item: 'paint', version: 0, answer: emptyAnswer };
  const schema = (inspectionContract.answer as unknown as { '~orpc': { inputSchema: z.ZodType } })['~orpc'];
  expect(schema.inputSchema.safeParse(input).success).toBe(true);
  const withMore = { ...input, answer: { ...emptyAnswer, photos: 0 } };
  expect(schema.inputSchema.safeParse(withMore).success).toBe(false);
});

describe('answers on their way', () => {
  it('are sent one at a time, in order, and forgotten when they have arrived', async () => {
    const { queue, sent, saved, shelf, settle, states } = desk();
    queue.give('paint', 0, answer('ok'));
    queue.give('lamps', 2, answer('ng'));
    expect(states()).toEqual(['paint sending', 'lamps waiting']);
    await settle(({ resolve }) => resolve(1));
    expect(states()).toEqual(['lamps sending']);
    await settle(({ resolve }) => resolve(3));
    expect([states(), saved, [...shelf]]).toEqual([[], ['paint 1', 'lamps 3'], []]);
    expect(sent.map(({ item, version }) => `${item} ${version}`)).toEqual(['paint 0', 'lamps 2']);
  });

  it('of one item follow each other over the new version', async () => {
    const { queue, sent, settle, states } = desk();
    queue.give('paint', 0, answer('ok'));
    queue.give('paint', 0, answer('ng'));
    queue.give('paint', 0, answer('ng', '划伤'));
    await settle(({ resolve }) => resolve(1));
    await settle(({ resolve }) => resolve(2));
    expect(sent.map(({ version, answer: { result, note } }) => [version, result, note])).toEqual([
      [0, 'ok', null],
      [1, 'ng', '划伤'],
    ]);
    expect(states()).toEqual([]);
  });

  it('wait longer and longer while the core is away, and go out when it is back', async () => {
    const { queue, waits, settle, states } = desk();
    queue.give('paint', 0, answer('ok'));
    await settle(({ reject }) => reject(away));
    expect([states(), waits.map(({ ms }) => ms)]).toEqual([['paint waiting'], [1000]]);
    waits.shift()?.work();
    await settle(({ reject }) => reject(away));
    expect(waits.map(({ ms }) => ms)).toEqual([2000]);
    queue.wake();
    await settle(({ resolve }) => resolve(1));
    expect([states(), waits]).toEqual([[], []]);
  });

  it('survive a kill, the one on its way included', async () => {
    const before = desk();
    before.queue.give('paint', 0, answer('ng', '划伤'));
    before.queue.give('lamps', 4, answer('ok'));
    const after = desk(before.shelf);
    expect(after.states()).toEqual(['paint waiting', 'lamps waiting']);
    after.queue.wake();
    await after.settle(({ resolve }) => resolve(1));
    expect(after.sent[0]).toEqual({ item: 'paint', version: 0, answer: answer('ng', '划伤') });
    expect(after.states()).toEqual(['lamps sending']);
  });

  it('start with nothing when what was kept is no longer readable', () => {
    expect(desk(new Map([['check', '{"paint":']])).states()).toEqual([]);
    expect(desk(new Map([['check', '[{"item":1}]']])).states()).toEqual([]);
  });

  it('in conflict wait beside their item while the others go on', async () => {
    const { queue, sent, settle, states } = desk();
    queue.give('paint', 0, answer('ok'));
    queue.give('lamps', 0, answer('ok'));
    await settle(({ reject }) =>
      reject(new DeskError({ code: 'conflict', feature: 'inspection', id: 1, by: '李' })),
    );
    expect(states()).toEqual(['paint conflict', 'lamps sending']);
    await settle(({ resolve }) => resolve(1));
    queue.again('paint', 7);
    expect(sent.at(-1)).toMatchObject({ item: 'paint', version: 7 });
    await settle(({ reject }) =>
      reject(new DeskError({ code: 'rule-violated', reason: 'inspection-finished' })),
    );
    expect(states()).toEqual(['paint refused']);
    queue.drop('paint');
    expect(states()).toEqual([]);
  });
});
