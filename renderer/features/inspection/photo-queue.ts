import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { PhotoPlace, PhotoShelf } from './photo-shelf.ts';

/**
 * Photos of one check on their way to the core: kept on this computer before they are sent, one after the other, tried again
 * while the core is away. A refused one is taken off with its reason beside its place.
 */

export type WaitingPhoto = {
  /** Null: the browser kept it not; it lives in this window only. */
  readonly key: number | null;
  readonly place: PhotoPlace;
  readonly file: File;
};

export type PhotoQueueState = {
  readonly waiting: readonly WaitingPhoto[];
  readonly isAway: boolean;
  /** The last refusal of each place, by `placeKey`. */
  readonly refused: ReadonlyMap<string, unknown>;
};

export type PhotoQueue = {
  readonly state: () => PhotoQueueState;
  readonly give: (place: PhotoPlace, files: readonly File[]) => Promise<void>;
  /** Tries at once what waits for the core. */
  readonly wake: () => void;
};

export type PhotoQueueParts = {
  readonly check: string;
  readonly shelf: PhotoShelf;
  readonly send: (place: PhotoPlace, file: File) => Promise<unknown>;
  readonly errorOf: (error: unknown) => DeskErrorData;
  readonly onChange: () => void;
  /** Runs work later; gives what stops it. */
  readonly later: (work: () => void, ms: number) => () => void;
};

export const placeKey = ({ item, markId }: PhotoPlace): string => `${item ?? ''}.${markId ?? ''}`;

const retryMs = 5000;

export function photoQueue({ check, shelf, send, errorOf, onChange, later }: PhotoQueueParts): PhotoQueue {
  let state: PhotoQueueState = { waiting: [], isAway: false, refused: new Map() };
  let busy = false;
  let stopWaiting: (() => void) | undefined;
  const put = (change: Partial<PhotoQueueState>): void => {
    state = { ...state, ...change };
    onChange();
  };

  async function takeOff(photo: WaitingPhoto): Promise<void> {
    put({ waiting: state.waiting.filter((one) => one !== photo) });
    if (photo.key !== null) await shelf.drop(photo.key).catch(() => undefined);
  }

  async function sendNext(): Promise<void> {
    const [photo] = state.waiting;
    if (busy || !photo) return;
    busy = true;
    stopWaiting?.();
    try {
      await send(photo.place, photo.file);
      put({ isAway: false });
      await takeOff(photo);
    } catch (error) {
      const { code } = errorOf(error);
      if (code === 'unavailable' || code === 'signed-out') {
        put({ isAway: true });
        stopWaiting = later(() => void sendNext(), retryMs);
        busy = false;
        return;
      }
      put({ refused: new Map(state.refused).set(placeKey(photo.place), error) });
      await takeOff(photo);
    }
    busy = false;
    await sendNext();
  }

  const kept = shelf.list(check).then(
    (photos) => {
      put({ waiting: [...photos, ...state.waiting] });
      void sendNext();
    },
    () => undefined, // a browser that keeps nothing
  );

  return {
    state: () => state,
    async give(place, files) {
      await kept;
      const refused = new Map(state.refused);
      refused.delete(placeKey(place));
      put({ refused });
      for (const file of files) {
        const key = await shelf.put(check, place, file).catch(() => null);
        put({ waiting: [...state.waiting, { key, place, file }] });
      }
      await sendNext();
    },
    wake() {
      stopWaiting?.();
      void sendNext();
    },
  };
}
