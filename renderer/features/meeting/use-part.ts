import { useEffect, useRef, useState } from 'react';
import type { MeetingPart, MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useFreshMeeting, useSavePart } from './meeting.queries.ts';

/** Typed text reaches the core within a second. */
const delayMs = 600;

export type PartStatus = 'saved' | 'waiting' | 'conflict' | 'failed';

export type PartEditing<Value> = {
  readonly value: Value;
  readonly change: (value: Value) => void;
  readonly status: PartStatus;
  /** Who saved the same part meanwhile, and what they wrote. */
  readonly conflict: { readonly by: string; readonly theirs: Value } | undefined;
  readonly error: unknown;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Does not wait for the pause in typing. */
  readonly flush: () => void;
};

type Typed<Value> = { readonly value: Value; readonly version: number; readonly dirty: boolean };
type Clash<Value> = { readonly by: string; readonly theirs: Value; readonly version: number };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * One part of a meeting's draft while it is edited: saved by itself shortly after each change and when it is left;
 * what somebody else saved meanwhile is never overwritten silently.
 */
export function usePart<Value>(options: {
  readonly meetingId: number;
  readonly version: number;
  readonly saved: Value;
  /** Reads the part's value and version from a fresh view. */
  readonly read: (view: MeetingView) => { readonly value: Value; readonly version: number };
  /** Undefined while the part cannot be saved as it is. */
  readonly toChange: (value: Value) => MeetingPart | undefined;
}): PartEditing<Value> {
  const { meetingId, version, saved, read, toChange } = options;
  const [typed, setTyped] = useState<Typed<Value> | null>(null);
  const [clash, setClash] = useState<Clash<Value>>();
  const save = useSavePart(meetingId);
  const fresh = useFreshMeeting(meetingId);
  const value = typed && (typed.dirty || typed.version > version) ? typed.value : saved;
  const dirty = typed?.dirty ?? false;
  const { isPending } = save;
  const failed = save.isError && !clash;

  /** Somebody saved the part meanwhile: the same words are no conflict. */
  const compare = async (sent: Value, by: string): Promise<void> => {
    const theirs = read(await fresh());
    if (same(theirs.value, sent)) setTyped({ value: sent, version: theirs.version, dirty: false });
    else setClash({ by, theirs: theirs.value, version: theirs.version });
  };

  const send = (): void => {
    if (!typed?.dirty || isPending || clash) return;
    const change = toChange(typed.value);
    if (change === undefined) return;
    const sent = typed.value;
    save.mutate(
      { version: typed.version, change },
      {
        onSuccess: (done) =>
          setTyped((now) => now && { ...now, version: done.version, dirty: !same(now.value, sent) }),
        onError: (error) => {
          const data = errorData(error);
          if (data.code !== 'conflict') return;
          void compare(sent, data.by ?? '');
        },
      },
    );
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });

  useEffect(() => {
    if (!typed?.dirty || isPending || failed) return undefined;
    const timer = setTimeout(() => latest.current(), delayMs);
    return () => clearTimeout(timer);
  }, [typed, isPending, failed]);

  // What was typed just before the part is left goes out at once.
  useEffect(() => () => latest.current(), []);

  return {
    value,
    change(next) {
      if (failed) save.reset();
      setTyped((now) => ({
        value: next,
        version: now && (now.dirty || now.version > version) ? now.version : version,
        dirty: true,
      }));
    },
    status: clash ? 'conflict' : failed ? 'failed' : dirty || isPending ? 'waiting' : 'saved',
    conflict: clash,
    error: failed ? save.error : null,
    keepMine() {
      if (!clash) return;
      setTyped((now) => now && { ...now, version: clash.version, dirty: true });
      setClash(undefined);
      save.reset();
    },
    takeTheirs() {
      if (!clash) return;
      setTyped(null);
      setClash(undefined);
      save.reset();
    },
    flush: send,
  };
}
