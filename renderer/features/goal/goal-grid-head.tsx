import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GridColumn, GridModel } from './grid-model.ts';
import classes from './goal-grid.module.css';
import { useRowName } from './row-name.ts';

/** Heads of what stays at the left. */
export function GoalHeadNames({ showsDifference }: { readonly showsDifference: boolean }): ReactNode {
  const { t } = useTexts();
  return (
    <div role="row" aria-rowindex={1} className={classes['line']} data-kind="head" style={{ top: 0 }}>
      <div role="columnheader" className={classes['name']}>
        {t('goal.rowHead')}
      </div>
      <div role="columnheader" className={classes['year']}>
        {t('goal.yearTotal')}
      </div>
      {showsDifference ? (
        <div role="columnheader" className={classes['difference']}>
          {t('goal.difference')}
        </div>
      ) : null}
    </div>
  );
}

/** Heads of the columns in sight. */
export function GoalHeadCells(props: {
  readonly model: GridModel;
  readonly columns: readonly [number, number];
}): ReactNode {
  const { model, columns } = props;
  const { t } = useTexts();
  const nameOf = useRowName();
  const word = ({ kind, period }: GridColumn): string => {
    if (kind === 'quarter') return t('goal.quarter', { quarter: period.slice(6) });
    if (kind === 'week') return t('goal.week', { week: Number(period.slice(-2)) });
    return kind === 'day' ? nameOf.day(period) : nameOf.month(period);
  };
  return (
    <div role="row" aria-rowindex={1} className={classes['cells']} data-kind="head" style={{ top: 0 }}>
      {model.columns.slice(columns[0], columns[1]).map((column) => (
        <div
          key={column.period}
          role="columnheader"
          aria-label={nameOf.period(column.period)}
          className={classes['cell']}
          data-sum={column.isSum || undefined}
        >
          {word(column)}
        </div>
      ))}
    </div>
  );
}
