import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { isRight, type Column } from './list-columns.ts';
import { useFieldName } from './use-field-name.ts';
import classes from './list-table.module.css';

export type HeadProps = {
  readonly feature: string;
  readonly sort: ListInput['sort'];
  /** Fields that this person sees masked: they cannot be sorted by. */
  readonly hidden: ReadonlySet<string>;
  readonly onSort: (field: string, add: boolean) => void;
  /** Pixels; `done` when the column is let go. */
  readonly onWidth: (field: string, width: number, done: boolean) => void;
};

/** Pixels of the narrowest column. */
const narrowest = 48;

/** The head of a column: sorts by click or Enter, Shift adds a field; its edge or Alt with an arrow key makes it wider. */
export function ListHead(props: HeadProps & { readonly column: Column }): ReactNode {
  const { feature, column, sort, hidden, onSort, onWidth } = props;
  const { t } = useTexts();
  const fieldName = useFieldName(feature);
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const present = sort.find((one) => one.field === column.field);
  const direction = present ? (present.descending ? 'descending' : 'ascending') : 'none';
  const name = fieldName(column.field);
  const latest = useRef(column.width);
  useEffect(() => {
    latest.current = column.width;
  }, [column.width]);

  const drag = (event: PointerEvent): void => {
    if (!from) return;
    const width = Math.max(narrowest, Math.round(from.width + event.clientX - from.x));
    latest.current = width;
    onWidth(column.field, width, false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    onWidth(column.field, Math.max(narrowest, column.width + (event.key === 'ArrowRight' ? 16 : -16)), true);
  };

  return (
    <th scope="col" aria-sort={direction} className={clsx(isRight(column.kind) && classes.right)}>
      <button
        type="button"
        className={classes.head}
        disabled={hidden.has(column.field)}
        title={name}
        onClick={(event) => onSort(column.field, event.shiftKey)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.headText}>{name}</span>
        {present ? (
          present.descending ? (
            <IconArrowNarrowDown size={14} aria-label={t('list.sortedDown')} />
          ) : (
            <IconArrowNarrowUp size={14} aria-label={t('list.sortedUp')} />
          )
        ) : null}
      </button>
      <span
        className={classes.handle}
        aria-hidden
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom({ x: event.clientX, width: column.width });
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          setFrom(null);
          onWidth(column.field, latest.current, true);
        }}
      />
    </th>
  );
}
