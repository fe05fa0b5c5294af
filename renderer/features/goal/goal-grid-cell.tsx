import { IconLock } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Translate } from '#shared/text/texts.ts';
import { columnAmount } from './grid-days.ts';
import { columnAt, isClosed, type GridLine, type GridModel, type GridView } from './grid-model.ts';
import { amountShown } from './grid-typing.ts';
import classes from './goal-grid.module.css';
import type { useRowName } from './row-name.ts';
import { cellName, type Pending } from './use-grid-writing.ts';

export type Editing = { readonly column: number; readonly text: string };

/** Words of all lines: asked for once by the grid, not by each line that comes into sight. */
export type LineWords = { readonly t: Translate; readonly nameOf: ReturnType<typeof useRowName> };

/** What an open cell tells the grid. */
export type EditingCalls = {
  readonly onType: (text: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onLeave: () => void;
};

/** What both parts of a line are drawn from. */
export type LineProps = {
  readonly model: GridModel;
  readonly line: GridLine;
  readonly index: number;
  readonly top: number;
  readonly view: GridView;
  /** Chosen columns of this line, and the cursor's. */
  readonly from: number | null;
  readonly to: number | null;
  readonly cursor: number | null;
  readonly editing: Editing | null;
  readonly calls: EditingCalls;
  readonly pending: ReadonlyMap<string, Pending> | null;
  readonly raised: ReadonlySet<string> | null;
  readonly words: LineWords;
};

/** Id of a cell for `aria-activedescendant`. */
export const cellId = (line: number, column: number): string => `goal-${line}-${column}`;

/** Name of a line: the indicator above its rows where there are several, else the row. */
export function lineName({ model, line, words: { t, nameOf } }: LineProps): string {
  const sheet = model.sheets[line.sheet];
  const row = model.rows[line.row];
  if (line.isOwn || !sheet || !row) return t('goal.ownRow');
  return model.sheets.length > 1 && line.row === 0 ? nameOf.named(sheet.view.name) : nameOf.row(row);
}

/** One cell; column −1 is the year. A function, not a component: a line has many, and all are drawn together. */
export function gridCell(props: LineProps, column: number): ReactNode {
  const { model, line, index, view } = props;
  const { t, nameOf } = props.words;
  const sheet = model.sheets[line.sheet];
  const row = model.rows[line.row];
  if (!sheet || !row) return null;
  const one = columnAt(model, column);
  if (!one) return null;
  const value = columnAmount(model, line, one, view);
  const id = props.pending || props.raised ? cellName(model, line, column) : '';
  const waiting = props.pending?.get(id);
  const isCursor = props.cursor === column;
  const locker = line.isOwn ? undefined : sheet.locked.get(`${line.row} ${one.period}`);
  const shut = !line.isOwn && isClosed(model, line, one.span);
  const chosen = props.from !== null && props.to !== null && column >= props.from && column <= props.to;
  const text = waiting ? waiting.text : amountShown(value, sheet.view.unit);
  const open = isCursor ? props.editing : null;
  const problem = isCursor ? waiting?.problem : null;
  // One text alone: a line that comes into sight changes texts and touches no style.
  const isPlain = !locker && !open && !problem;
  return (
    <div
      key={column}
      role="gridcell"
      id={isCursor ? cellId(index, column) : undefined}
      aria-colindex={column + 3}
      aria-selected={chosen}
      aria-invalid={waiting?.problem ? true : undefined}
      className={column < 0 ? classes['year'] : classes['cell']}
      data-column={column}
      data-sum={one.isSum || undefined}
      data-closed={shut || undefined}
      data-chosen={chosen || undefined}
      data-cursor={isCursor || undefined}
      data-pending={waiting ? true : undefined}
      data-wrong={waiting?.problem ? true : undefined}
      data-raised={props.raised?.has(id) || undefined}
      data-tone={view === 'difference' && value !== null && value < 0 ? 'less' : undefined}
      title={
        locker
          ? t('goal.lockedBy', { person: locker })
          : shut && row.personId !== null
            ? t('goal.closed', { person: row.name })
            : undefined
      }
    >
      {isPlain ? (
        text
      ) : (
        <>
          {locker ? (
            <IconLock
              className={classes['lock']}
              size={11}
              aria-label={t('goal.lockedBy', { person: locker })}
            />
          ) : null}
          {text}
          {open ? (
            <input
              className={classes['input']}
              ref={(element) => element?.focus()}
              aria-label={`${lineName(props)} ${nameOf.period(one.period)}`}
              inputMode="decimal"
              value={open.text}
              onChange={(event) => props.calls.onType(event.currentTarget.value)}
              onKeyDown={props.calls.onKey}
              onBlur={props.calls.onLeave}
            />
          ) : null}
          {problem ? (
            <span className={classes['problem']} role="alert">
              {problem}
            </span>
          ) : null}
        </>
      )}
    </div>
  );
}
