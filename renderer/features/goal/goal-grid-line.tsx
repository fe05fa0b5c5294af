import { memo, type ReactNode } from 'react';
import { amountAt, wholeYear } from './grid-model.ts';
import { amountShown } from './grid-typing.ts';
import { gridCell, lineName, type LineProps } from './goal-grid-cell.tsx';
import classes from './goal-grid.module.css';

/**
 * A line of the grid in two parts: what stays at the left lies in one pane that sticks, the columns in another. A sticky part
 * in each line would be a layer of the browser each, which costs most of a frame. For readers both are rows of the same
 * `aria-rowindex`, the right one called by the left one's name. Each is drawn again only when something of its own changed.
 */
export const GoalLineHead = memo(function GoalLineHead(
  props: LineProps & {
    readonly isOpen: boolean;
    readonly showsDifference: boolean;
    readonly onToggle: (key: string) => void;
  },
): ReactNode {
  const { model, line, index, top, isOpen } = props;
  const { t, nameOf } = props.words;
  const sheet = model.sheets[line.sheet];
  const row = model.rows[line.row];
  if (!sheet || !row) return null;
  const name = lineName(props);
  const difference = props.showsDifference ? amountAt(model, line, wholeYear, 'difference') : null;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['line']}
      data-kind={line.isOwn ? 'own' : row.kind}
      data-row={row.key}
      data-line={index}
      data-top={props.cursor !== null || undefined}
      style={{ top }}
    >
      <div
        id={nameId(index)}
        role="rowheader"
        aria-colindex={1}
        className={classes['name']}
        data-depth={Math.min(line.depth, 6)}
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
      {gridCell(props, -1)}
      {props.showsDifference ? (
        <div
          role="gridcell"
          aria-colindex={model.columns.length + 3}
          className={classes['difference']}
          data-tone={difference !== null && difference < 0 ? 'less' : undefined}
        >
          {`${difference !== null && difference > 0 ? '+' : ''}${amountShown(difference, sheet.view.unit)}`}
        </div>
      ) : null}
    </div>
  );
});

/** The columns in sight of a line. */
export const GoalLineCells = memo(function GoalLineCells(
  props: LineProps & { readonly columns: readonly [number, number] },
): ReactNode {
  const { model, line, index, top, columns } = props;
  const row = model.rows[line.row];
  if (!row) return null;
  const cells: ReactNode[] = [];
  for (let at = columns[0]; at < Math.min(columns[1], model.columns.length); at += 1)
    cells.push(gridCell(props, at));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-labelledby={nameId(index)}
      className={classes['cells']}
      data-kind={line.isOwn ? 'own' : row.kind}
      data-row={row.key}
      data-line={index}
      data-top={props.cursor !== null || undefined}
      style={{ top }}
    >
      {cells}
    </div>
  );
});

const nameId = (index: number): string => `goal-name-${index}`;
