import { useRef, useState, type KeyboardEvent } from 'react';
import type { Merge } from './merge-values.ts';
import { noHistory, recorded, steppedBack, steppedForward, type UndoHistory } from './undo-history.ts';
import type { PartEditing } from './use-part.ts';

/** Typing that pauses longer than this is a step of its own. */
const pauseMs = 1000;

/** What is there, whatever it says: a line more is no typing that goes on. */
const shapeOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? '' : typeof one === 'number' ? 0 : one,
  );

export type Undoing<Value> = {
  /** The part whose changes can be taken back. */
  readonly part: PartEditing<Value>;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z anywhere in the part. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** 撤销/重做 of a part across its fields, also of what was saved already. `onStep`: told what stood there and what stands now. */
export function useUndo<Value>(
  part: PartEditing<Value>,
  merge: Merge<Value>,
  onStep: (before: Value, after: Value) => void,
): Undoing<Value> {
  const [history, setHistory] = useState<UndoHistory<Value>>(noHistory);
  const last = useRef<{ readonly at: number; readonly field: Element | null }>(undefined);
  const { value, change } = part;
  const take =
    (step: typeof steppedBack): (() => void) =>
    () => {
      const stepped = step(history, value, merge);
      last.current = undefined;
      if (!stepped) return setHistory(noHistory);
      setHistory(stepped.history);
      change(stepped.value);
      onStep(value, stepped.value);
    };
  const undo = history.done.length > 0 ? take(steppedBack) : undefined;
  const redo = history.undone.length > 0 ? take(steppedForward) : undefined;
  return {
    part: {
      ...part,
      change(next, seen) {
        const now = { at: performance.now(), field: document.activeElement };
        const goesOn =
          last.current?.field === now.field &&
          now.at - last.current.at < pauseMs &&
          shapeOf(value) === shapeOf(next);
        last.current = now;
        setHistory((before) => recorded(before, { before: value, after: next }, goesOn));
        change(next, seen);
      },
    },
    undo,
    redo,
    onKeyDown(event) {
      const { target, key } = event;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.nativeEvent.isComposing) return;
      const way = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && event.shiftKey) ? redo : undo;
      if (!['z', 'y'].includes(key.toLowerCase())) return;
      // What is no figure yet is the field's alone, and so is its undo.
      if (target instanceof HTMLElement && target.getAttribute('aria-invalid') === 'true') return;
      event.preventDefault();
      way?.();
    },
  };
}
