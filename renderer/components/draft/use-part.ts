import { useEffect, useMemo, useRef, useState } from 'react';
import { errorData } from '#renderer/transport/client.ts';
import type { DraftPlace } from './draft-shelf.ts';
import { mergeWhole, type Merge } from './merge-values.ts';
import { partDrafts } from './part-draft-shelf.ts';
import { useDraftKeeping } from './use-draft-keeping.ts';

/** Typed text reaches the core within a second. */
const delayMs = 600;
/** While the core is away the words stay in the draft and are sent again. */
const retryMs = 3000;

/** What a change was made over, and its version. */
export type Seen<Value> = { readonly base: Value; readonly version: number };

export type PartStatus = 'saved' | 'waiting' | 'kept' | 'conflict' | 'failed';

export type PartEditing<Value> = {
  readonly value: Value;
  /** Takes over what was typed; over `seen` where that is not what the part holds now, as of a dialog. */
  readonly change: (value: Value, seen?: Seen<Value>) => void;
  /** The part as it stands, for a change that takes its time. */
  readonly seen: Seen<Value>;
  /** `kept`: the core is away, the words are in this computer's draft. */
  readonly status: PartStatus;
  /** Who saved the same part meanwhile, and what they wrote. */
  readonly conflict:
    | { readonly by: string; readonly base: Value; readonly mine: Value; readonly theirs: Value }
    | undefined;
  readonly error: unknown;
  /** Ends a conflict with what was chosen. */
  readonly settle: (value: Value) => void;
  readonly takeTheirs: () => void;
  /** Does not wait for the pause in typing. */
  readonly flush: () => void;
};

/** How a part reaches the core. */
export type PartSaving<Value> = {
  readonly mutate: (
    part: { readonly version: number; readonly value: Value },
    then: {
      readonly onSuccess: (done: { version: number }) => void;
      readonly onError: (error: unknown) => void;
    },
  ) => void;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  readonly reset: () => void;
};

export type PartSource<Value> = {
  /** Where its draft is kept. */
  readonly place: DraftPlace;
  readonly saved: Value;
  /** Version of what is saved; 0: never saved. */
  readonly version: number;
  /** false while the part cannot be saved as it is; also of a draft of an older form. */
  readonly fits: (value: Value) => boolean;
  readonly save: PartSaving<Value>;
  /** The part as it stands in the core now. */
  readonly fresh: () => Promise<{ readonly value: Value; readonly version: number }>;
  readonly merge?: Merge<Value>;
  /** false: the part is only looked at. */
  readonly enabled: boolean;
};

type Typed<Value> = {
  readonly value: Value;
  /** What it was typed over. */
  readonly base: Value;
  readonly version: number;
  readonly dirty: boolean;
};
type Clash<Value> = { readonly by: string; readonly theirs: Value; readonly version: number };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * One part of something that several people write while it is edited: saved by itself shortly after each change and when it
 * is left, kept as a draft of this computer until then. What somebody else saved meanwhile is put together with it where
 * both changed different things, and never overwritten silently.
 */
export function usePart<Value>(source: PartSource<Value>): PartEditing<Value> {
  const { place, saved, version, fits, save, fresh, merge = mergeWhole, enabled } = source;
  const [typed, setTyped] = useState<Typed<Value> | null>(() => {
    const draft = enabled ? partDrafts.read(place) : undefined;
    if (!draft) return null;
    const value = draft.value as Value; // checked in the next lines
    if (!safely(() => fits(value)) || same(value, saved)) {
      partDrafts.drop(place);
      return null;
    }
    return { value, base: draft.base as Value, version: draft.version, dirty: true };
  });
  const [clash, setClash] = useState<Clash<Value>>();
  const value = enabled && typed && (typed.dirty || typed.version > version) ? typed.value : saved;
  const dirty = enabled && (typed?.dirty ?? false);
  const { isPending } = save;
  const failed = save.isError && !clash;
  const away = failed && errorData(save.error).code === 'unavailable';

  /** Somebody saved the part since these words were begun. */
  const compare = async (sent: Typed<Value>, by: string): Promise<void> => {
    const theirs = await fresh().catch(() => undefined);
    if (!theirs) return; // the refusal stays told, saving can be tried again
    const both = merge(sent.base, sent.value, theirs.value);
    if (both === undefined) setClash({ by, theirs: theirs.value, version: theirs.version });
    else {
      save.reset();
      setTyped({
        value: both,
        base: theirs.value,
        version: theirs.version,
        dirty: !same(both, theirs.value),
      });
    }
  };

  const send = (): void => {
    if (!enabled || !typed?.dirty || isPending || clash) return;
    if (!fits(typed.value)) return;
    const sent = typed;
    save.mutate(
      { version: sent.version, value: sent.value },
      {
        onSuccess: (done) =>
          setTyped(
            (now) =>
              now && {
                ...now,
                base: sent.value,
                version: done.version,
                dirty: !same(now.value, sent.value),
              },
          ),
        onError: (error) => {
          const data = errorData(error);
          if (data.code === 'conflict') void compare(sent, data.by ?? '');
        },
      },
    );
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });

  useEffect(() => {
    if (!enabled || !typed?.dirty || isPending || clash || (failed && !away)) return undefined;
    const timer = setTimeout(() => latest.current(), away ? retryMs : delayMs);
    return () => clearTimeout(timer);
  }, [enabled, typed, isPending, clash, failed, away]);

  // What was typed just before the part is left goes out at once.
  useEffect(() => () => latest.current(), []);

  const kept = useMemo(
    () => (typed?.dirty ? { version: typed.version, base: typed.base, value: typed.value } : undefined),
    [typed],
  );
  useDraftKeeping(partDrafts, place, kept);

  const settle = (chosen: Value): void => {
    if (!clash) return;
    setTyped({
      value: chosen,
      base: clash.theirs,
      version: clash.version,
      dirty: !same(chosen, clash.theirs),
    });
    setClash(undefined);
    save.reset();
  };
  /** What the next change is made over: what was typed over before it, else what is saved. */
  const seenOf = (now: Typed<Value> | null): Seen<Value> =>
    now !== null && (now.dirty || now.version > version)
      ? { base: now.base, version: now.version }
      : { base: saved, version };
  return {
    value,
    seen: seenOf(typed),
    change(next, seen) {
      if (failed && !away) save.reset();
      setTyped((now) => ({ value: next, ...(seen ?? seenOf(now)), dirty: true }));
    },
    status: clash ? 'conflict' : away ? 'kept' : failed ? 'failed' : dirty || isPending ? 'waiting' : 'saved',
    conflict: clash && { by: clash.by, base: typed?.base ?? saved, mine: value, theirs: clash.theirs },
    error: failed && !away ? save.error : null,
    settle,
    takeTheirs: () => {
      if (clash) settle(clash.theirs);
    },
    flush: send,
  };
}

/** A draft of another form may not be of the shape that a part expects. */
function safely<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
