import type { Merge } from './merge-values.ts';

/** 撤销 what one person changed in something that others change, too: a step back takes away the own change alone. */
export type UndoStep<Value> = { readonly before: Value; readonly after: Value };
export type UndoHistory<Value> = {
  readonly done: readonly UndoStep<Value>[];
  readonly undone: readonly UndoStep<Value>[];
};

export const noHistory = { done: [], undone: [] } as const;

/** Steps that are kept. */
const most = 200;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A change more; one that goes on with the last one is part of it. What was undone cannot be redone any more. */
export function recorded<Value>(
  { done }: UndoHistory<Value>,
  step: UndoStep<Value>,
  goesOn: boolean,
): UndoHistory<Value> {
  const last = done.at(-1);
  return last && goesOn && same(last.after, step.before)
    ? { done: [...done.slice(0, -1), { before: last.before, after: step.after }], undone: [] }
    : { done: [...done, step].slice(-most), undone: [] };
}

type Stepped<Value> = { readonly value: Value; readonly history: UndoHistory<Value> };

/**
 * Takes back the last change in what stands there now; what others changed since stays. A change over which somebody else has
 * written can no longer be taken back: the one before it is. Undefined where there is nothing to take back.
 */
export function steppedBack<Value>(
  { done, undone }: UndoHistory<Value>,
  now: Value,
  merge: Merge<Value>,
): Stepped<Value> | undefined {
  for (let at = done.length - 1; at >= 0; at -= 1) {
    const step = done[at];
    const value = step && merge(step.after, step.before, now);
    if (value === undefined || same(value, now)) continue;
    return {
      value,
      history: { done: done.slice(0, at), undone: [...undone, { before: value, after: now }] },
    };
  }
  return undefined;
}

/** Makes the change again that was taken back last. */
export function steppedForward<Value>(
  { done, undone }: UndoHistory<Value>,
  now: Value,
  merge: Merge<Value>,
): Stepped<Value> | undefined {
  const turned = steppedBack(
    { done: undone.map(({ before, after }) => ({ before: after, after: before })), undone: [] },
    now,
    merge,
  );
  if (!turned) return undefined;
  const left = turned.history.done.length;
  return {
    value: turned.value,
    history: { done: [...done, { before: now, after: turned.value }], undone: undone.slice(0, left) },
  };
}
