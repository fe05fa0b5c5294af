import { IconLock } from '@tabler/icons-react';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { Translate } from '#shared/text/texts.ts';
import {
  amountAt,
  amountShown,
  columnAmount,
  isClosed,
  wholeYear,
  type GridLine,
  type GridModel,
  type GridView,
} from './grid-model.ts';
import classes from './goal-grid.module.css';
import type { useRowName } from './row-name.ts';
import { cellName, type Pending } from './use-grid-writing.ts';

export type Widths = { readonly name: number; readonly year: number; readonly cell: number };
export type Editing = { readonly column: number; readonly text: string };

/** Words of all lines: asked for once by the grid, not by each line that comes into sight. */
export type LineWords = { readonly t: Translate; readonly nameOf: ReturnType<typeof useRowName> };

/** What an open cell tells the grid. */
export type EditingCalls = {
  readonly onType: (text: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onLeave: () => void;
};

/** One line of the grid. Drawn again only when something of its own changed. */
export const GoalGridLine = memo(function GoalGridLine(props: {
  readonly model: GridModel;
  readonly line: GridLine;
  readonly index: number;
  readonly top: number;
  readonly view: GridView;
  readonly widths: Widths;
  readonly isOpen: boolean;
  readonly showsDifference: boolean;
  /** Chosen columns of this line, and the cursor's. */
  readonly from: number | null;
  readonly to: number | null;
  readonly cursor: number | null;
  readonly editing: Editing | null;
  readonly calls: EditingCalls;
  readonly pending: ReadonlyMap<string, Pending> | null;
  readonly raised: ReadonlySet<string> | null;
  readonly onToggle: (key: string) => void;
  readonly words: LineWords;
}): ReactNode {
  const { model, line, index, top, view, widths, isOpen } = props;
  const { t, nameOf } = props.words;
  const sheet = model.sheets[line.sheet];
  const row = model.rows[line.row];
  if (!sheet || !row) return null;
  const { unit } = sheet.view;
  const many = model.sheets.length > 1;
  const name = line.isOwn
    ? t('goal.ownRow')
    : many && line.row === 0
      ? nameOf.indicator(sheet.view.indicator)
      : nameOf.row(row);
  const difference = props.showsDifference ? amountAt(model, line, wholeYear, 'difference') : null;

  const cell = (column: number, value: number | null, width: number, isSum: boolean): ReactNode => {
    const id = props.pending || props.raised ? cellName(model, line, column) : '';
    const waiting = props.pending?.get(id);
    const isCursor = props.cursor === column;
    const span = column < 0 ? wholeYear : (model.columns[column]?.span ?? null);
    const period = column < 0 ? String(model.year) : (model.columns[column]?.period ?? '');
    const locker = line.isOwn ? undefined : sheet.locked.get(`${line.row} ${period}`);
    const shut = span !== null && !line.isOwn && isClosed(model, line, span);
    const chosen = props.from !== null && props.to !== null && column >= props.from && column <= props.to;
    const text = waiting ? waiting.text : amountShown(value, unit);
    const isEditing = isCursor && props.editing !== null;
    return (
      <div
        key={column}
        role="gridcell"
        id={isCursor ? `goal-${index}-${column}` : undefined}
        aria-colindex={column + 3}
        aria-selected={chosen}
        aria-invalid={waiting?.problem ? true : undefined}
        className={classes['cell']}
        style={{ width }}
        data-column={column}
        data-sum={isSum || undefined}
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
        {locker ? (
          <IconLock
            className={classes['lock']}
            size={11}
            aria-label={t('goal.lockedBy', { person: locker })}
          />
        ) : null}
        {text}
        {isEditing && props.editing ? (
          <input
            className={classes['input']}
            ref={(element) => element?.focus()}
            aria-label={`${name} ${nameOf.period(period)}`}
            inputMode="decimal"
            value={props.editing.text}
            onChange={(event) => props.calls.onType(event.currentTarget.value)}
            onKeyDown={props.calls.onKey}
            onBlur={props.calls.onLeave}
          />
        ) : null}
        {isCursor && waiting?.problem ? (
          <span className={classes['problem']} role="alert">
            {waiting.problem}
          </span>
        ) : null}
      </div>
    );
  };

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['line']}
      data-kind={line.isOwn ? 'own' : row.kind}
      data-line={index}
      data-top={props.cursor !== null || undefined}
      style={{ top }}
    >
      <div className={classes['frozen']}>
        <div
          role="rowheader"
          aria-colindex={1}
          className={classes['name']}
          style={{ width: widths.name, paddingInlineStart: 6 + line.depth * 12 }}
          title={line.isOwn ? t('goal.ownRowHint', { name: nameOf.row(row) }) : name}
        >
          {line.hasBelow ? (
            <button
              type="button"
              tabIndex={-1}
              className={classes['toggle']}
              aria-expanded={isOpen}
              aria-label={isOpen ? t('goal.collapse', { name }) : t('goal.expand', { name })}
              onClick={() => props.onToggle(row.key)}
            >
              {isOpen ? '▾' : '▸'}
            </button>
          ) : null}
          <span>{name}</span>
        </div>
        {cell(-1, amountAt(model, line, wholeYear, view), widths.year, true)}
        {props.showsDifference ? (
          <div
            role="gridcell"
            aria-colindex={model.columns.length + 3}
            className={classes['cell']}
            style={{ width: widths.cell, cursor: 'default' }}
            data-tone={difference !== null && difference < 0 ? 'less' : undefined}
          >
            {difference !== null && difference > 0 ? '+' : ''}
            {amountShown(difference, unit)}
          </div>
        ) : null}
      </div>
      {model.columns.map((one, column) =>
        cell(column, columnAmount(model, line, column, view), widths.cell, one.kind === 'quarter'),
      )}
    </div>
  );
});
