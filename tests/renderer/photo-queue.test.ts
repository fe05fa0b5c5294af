import { describe, expect, it } from 'vitest';
import { photoQueue, type PhotoQueueParts } from '#renderer/features/inspection/photo-queue.ts';
import type { KeptPhoto, PhotoShelf } from '#renderer/features/inspection/photo-shelf.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';

const paint = { item: 'paint', markId: null };
const jpeg = (name: string): File => new File(['x'], name, { type: 'image/jpeg' });

/** What the browser keeps over a reload. */
function memoryShelf(): PhotoShelf & { readonly rows: Map<number, KeptPhoto & { check: string }> } {
  const rows = new Map<number, KeptPhoto & { check: string }>();
  let last = 0;
  return {
    rows,
    list: async (check) => [...rows.values()].filter((one) => one.check === check),
    put: async (check, place, file) => {
      last += 1;
      rows.set(last, { key: last, place, file, check });
      return last;
    },
    drop: async (key) => void rows.delete(key),
  };
}

/** A window with its queue: `core` answers each photo, `timers` hold what was put off. */
function openWindow(shelf: PhotoShelf, core: (file: File) => Promise<unknown>, check = 'desk-check.1.7') {
  const timers: (() => void)[] = [];
  const sent: string[] = [];
  const parts: PhotoQueueParts = {
    check,
    shelf,
    async send(_place, file) {
      await core(file);
      sent.push(file.name);
    },
    errorOf: (error) =>
      error instanceof DeskError ? error.data : { code: 'unavailable', reason: 'no-connection' },
    onChange: () => undefined,
    later: (work) => {
      timers.push(work);
      return () => undefined;
    },
  };
  return { queue: photoQueue(parts), timers, sent };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const away = (): Promise<never> =>
  Promise.reject(new DeskError({ code: 'unavailable', reason: 'no-connection' }));

describe('photos on their way', () => {
  it('are kept before they are sent, in their order, and dropped when they have arrived', async () => {
    const shelf = memoryShelf();
    const keptAt: number[] = [];
    const { queue, sent } = openWindow(shelf, async () => void keptAt.push(shelf.rows.size));
    await queue.give(paint, [jpeg('1'), jpeg('2')]);
    await settled();
    expect([sent, keptAt, shelf.rows.size]).toEqual([['1', '2'], [2, 1], 0]);
    expect(queue.state()).toEqual({ waiting: [], isAway: false, refused: new Map() });
  });

  it('outlive the window while the core is away, and go out from the next one', async () => {
    const shelf = memoryShelf();
    const before = openWindow(shelf, away);
    await before.queue.give(paint, [jpeg('1')]);
    expect(before.queue.state()).toMatchObject({ isAway: true, waiting: [{ place: paint }] });
    const other = openWindow(shelf, async () => undefined, 'desk-check.sample.1.7');
    const after = openWindow(shelf, async () => undefined);
    await settled();
    expect([other.sent, after.sent, shelf.rows.size]).toEqual([[], ['1'], 0]);
  });

  it('are tried again while the core is away, without losing their turn', async () => {
    const shelf = memoryShelf();
    let isHere = false;
    const { queue, sent, timers } = openWindow(shelf, () => (isHere ? Promise.resolve() : away()));
    await queue.give(paint, [jpeg('1'), jpeg('2')]);
    expect([sent, timers.length]).toEqual([[], 1]);
    isHere = true;
    timers[0]?.();
    await settled();
    expect([sent, queue.state().isAway]).toEqual([['1', '2'], false]);
  });

  it('that are refused are taken off with the reason at their place, the others go on', async () => {
    const shelf = memoryShelf();
    const refusal = new DeskError({ code: 'rule-violated', reason: 'not-a-photo' });
    const { queue, sent } = openWindow(shelf, (file) =>
      file.name === 'text' ? Promise.reject(refusal) : Promise.resolve(),
    );
    await queue.give(paint, [jpeg('text'), jpeg('2')]);
    await settled();
    expect([sent, shelf.rows.size, queue.state().waiting]).toEqual([['2'], 0, []]);
    expect(queue.state().refused).toEqual(new Map([['paint.', refusal]]));
    await queue.give(paint, [jpeg('3')]);
    expect(queue.state().refused.size).toBe(0);
  });

  it('stay in the window where the browser keeps nothing', async () => {
    const full = { list: () => away(), put: () => away(), drop: () => away() };
    const { queue, sent } = openWindow(full, async () => undefined);
    await queue.give(paint, [jpeg('1')]);
    expect(sent).toEqual(['1']);
  });
});
