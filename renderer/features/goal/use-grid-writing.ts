import { useCallback, useRef, useState } from 'react';
import type { CellDone } from '#shared/features/goal/goal.contract.ts';
import type { GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import type { ChangeDone, GoalChange, SentCell, useGoalChange } from './goal.queries.ts';
import { columnAmount } from './grid-days.ts';
import { columnAt, maySet, type GridLine, type GridModel, type GridView } from './grid-model.ts';
import { readAmount } from './grid-typing.ts';
import type { Place } from './use-grid-place.ts';

/** A cell that could not be written yet: what was typed, and why. */
export type Pending = { readonly text: string; readonly problem: string | null };

/** Name of a cell across reloads: indicator, row and period. */
export const cellName = (model: GridModel, line: GridLine, column: number): string => {
  const period = columnAt(model, column)?.period ?? '';
  const sheet = model.sheets[line.sheet]?.view.indicator ?? '';
  return `${sheet}\n${model.rows[line.row]?.key ?? ''}${line.isOwn ? '#' : ''}\n${period}`;
};

/** Cells of one call at most. */
export const mostCells = 8000;

/** A step that can be taken back: changes of what was given, or of promises. */
type Step = { readonly kind: 'takeBack' | 'promise'; readonly changes: readonly CellDone[] };

/** What was done and may be taken back, and what was taken back and may be done again; the newest last. */
type Steps = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

const copied = (days: readonly number[] | null): number[] | null => days && [...days];

const inverse = ({ kind, changes }: Step): GoalChange => ({
  kind,
  cells: changes.map(({ before, after, days, ...one }) => ({
    ...one,
    value: before,
    seen: after,
    ...(days ? { days: { value: copied(days.before), seen: copied(days.after) } } : {}),
  })),
});
const again = ({ kind, changes }: Step): GoalChange => ({
  kind,
  cells: changes.map(({ before, after, days, ...one }) => ({
    ...one,
    value: after,
    seen: before,
    ...(days ? { days: { value: copied(days.after), seen: copied(days.before) } } : {}),
  })),
});

/**
 * Writing cells of the grid: texts are read, and written all or none. What is wrong stays in the grid with its sentence
 * beside the cell until it is mended or dropped. Undo and redo of what was done in this window.
 */
export function useGridWriting(options: {
  readonly model: GridModel;
  readonly lines: readonly GridLine[];
  readonly view: GridView;
  readonly mode: GoalMode;
  readonly changing: ReturnType<typeof useGoalChange>;
}) {
  const { model, lines, view, mode, changing } = options;
  const { t, issue: sentence } = useTexts();
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const [steps, setSteps] = useState<Steps>({ done: [], undone: [] });
  // As they are now, for keys that come faster than the answers.
  const known = useRef(steps);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [last, setLast] = useState<ChangeDone | null>(null);

  const keep = useCallback((after: Steps): void => {
    known.current = after;
    setSteps(after);
  }, []);

  const note = useCallback(
    (result: ChangeDone, kind: Step['kind'] = 'takeBack'): void => {
      setLast(result);
      if (result.changes.length === 0) return;
      keep({ done: [...known.current.done.slice(-99), { kind, changes: result.changes }], undone: [] });
    },
    [keep],
  );

  /** One after the other: a key that is pressed while the change before is on its way waits for it. */
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const mine = turn.current.then(work);
    turn.current = mine.catch(() => undefined); // who asked for it is told
    return mine;
  };

  /** What a text in a place means; a sentence where it cannot be written. */
  const read = (place: Place, text: string): { cell: SentCell } | { problem: string } => {
    const line = lines[place.line];
    const sheet = line && model.sheets[line.sheet];
    const column = columnAt(model, place.column);
    if (!line || !sheet || !column || !maySet(model, line, column, view))
      return { problem: t('goal.pending.readOnly') };
    const { indicator, unit } = sheet.view;
    const typed = readAmount(text, unit);
    if (typed.problem) return { problem: t(`goal.pending.${typed.problem}`, { text }) };
    const seen = columnAmount(model, line, column, view);
    const { period } = column;
    return { cell: { indicator, row: model.rows[line.row]?.key ?? '', period, value: typed.value, seen } };
  };

  const placeOf = (name: string): Place | undefined => {
    for (const [at, line] of lines.entries())
      for (let column = -1; column < model.columns.length; column += 1)
        if (cellName(model, line, column) === name) return { line: at, column };
    return undefined;
  };

  /** Writes texts into places, all or none; with one wrong they all wait in the grid. */
  const write = async (
    texts: readonly { readonly place: Place; readonly text: string }[],
  ): Promise<boolean> => {
    const named = texts.flatMap(({ place, text }) => {
      const line = lines[place.line];
      return line ? [{ name: cellName(model, line, place.column), text, answer: read(place, text) }] : [];
    });
    const wait = (problemOf: (at: number) => string | null): false => {
      setPending((before) => {
        const after = new Map(before);
        for (const [at, { name, text }] of named.entries()) after.set(name, { text, problem: problemOf(at) });
        return after;
      });
      return false;
    };
    const problems = named.map(({ answer }) => ('problem' in answer ? answer.problem : null));
    if (problems.some((problem) => problem !== null)) return wait((at) => problems[at] ?? null);
    const cells = named.flatMap(({ answer }) => ('cell' in answer ? [answer.cell] : []));
    // What is as it was need not be sent; in a block it may be a sum that comes with its parts.
    const moved = cells.filter(({ value, seen }) => value !== seen);
    const forget = (): void =>
      setPending((before) => {
        const after = new Map(before);
        for (const { name } of named) after.delete(name);
        return after.size === before.size ? before : after;
      });
    if (moved.length === 0) {
      forget();
      return true;
    }
    const change: GoalChange =
      view === 'promised' ? { kind: 'promise', cells: moved } : { kind: 'set', cells, mode };
    try {
      await inTurn(async () =>
        note(await changing.mutateAsync(change), change.kind === 'promise' ? 'promise' : 'takeBack'),
      );
      forget();
      return true;
    } catch (error) {
      const data = errorData(error);
      if (data.code !== 'invalid-input') return wait(() => null);
      const byCell = new Map(data.issues.map((one: FieldIssue) => [Number(one.field.split('.')[1]), one]));
      const ofSent = (at: number): string | null => {
        const found = byCell.get(view === 'promised' ? moved.indexOf(cells[at] as SentCell) : at); // at is in range
        return found ? sentence(found) : null;
      };
      return wait(ofSent);
    }
  };

  const takeBack = (): Promise<void> =>
    inTurn(async () => {
      const step = known.current.done.at(-1);
      if (!step) return;
      await changing.mutateAsync(inverse(step));
      const { done, undone } = known.current;
      keep({ done: done.slice(0, -1), undone: [...undone, step] });
      setLast(null);
    });
  const redo = (): Promise<void> =>
    inTurn(async () => {
      const step = known.current.undone.at(-1);
      if (!step) return;
      await changing.mutateAsync(again(step));
      const { done, undone } = known.current;
      keep({ done: [...done, step], undone: undone.slice(0, -1) });
      setLast(null);
    });

  return {
    pending,
    last,
    write,
    note,
    takeBack,
    redo,
    mayTakeBack: steps.done.length > 0,
    mayRedo: steps.undone.length > 0,
    /** Tries everything that waits again. */
    writePending: () =>
      write(
        [...pending].flatMap(([name, { text }]) => {
          const place = placeOf(name);
          return place ? [{ place, text }] : [];
        }),
      ),
    dropPending: () => setPending(new Map()),
    drop: (name: string) =>
      setPending((before) => {
        const after = new Map(before);
        after.delete(name);
        return after;
      }),
    /** Keeps a text beside others that wait. */
    keep: (name: string, text: string) =>
      setPending((before) => new Map(before).set(name, { text, problem: null })),
  };
}

export type GridWriting = ReturnType<typeof useGridWriting>;
