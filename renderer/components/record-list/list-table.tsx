import { Checkbox } from '@mantine/core';
import { clsx } from 'clsx';
import {
  useEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { Labels, Page } from '#shared/rpc/record.contract.ts';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import { numberShown, scaleOf } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ListHead, type HeadProps } from './list-head.tsx';
import { fieldNamed, isRight, type Column } from './list-columns.ts';
import type { Row } from './record.queries.ts';
import { useLink } from './use-go.ts';
import classes from './list-table.module.css';

/* eslint-disable jsx-a11y/control-has-associated-label, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a grid as the ARIA practices describe it: a native table whose rows take the keys */

/** A cell of a feature's own making, e.g. a due day that is coloured when it is past. */
export type Cells = Readonly<Record<string, (row: Row, labels: Labels) => ReactNode>>;

type TableProps = HeadProps & {
  readonly fields: Fields;
  readonly page: Page<Row>;
  readonly columns: readonly Column[];
  readonly cells?: Cells;
  readonly chosen: ReadonlySet<number>;
  readonly stale: boolean;
  /** Row that the keys act on. */
  readonly active: number;
  /** The keys go to the rows as soon as they are there. */
  readonly takesKeys: boolean;
  readonly hrefOf: (row: Row) => string;
  readonly onActive: (index: number) => void;
  readonly onChoose: (ids: readonly number[], chosen: boolean) => void;
  readonly onOpen: (row: Row) => void;
  readonly onPage: (by: -1 | 1, to: 'first' | 'last') => void;
};

/** The rows of one page: sticky head and totals, one row that the keys act on. */
export function ListTable(props: TableProps): ReactNode {
  const { feature, fields, page, columns, chosen, stale, active, onActive, onChoose, onOpen, onPage } = props;
  const { t, record, money } = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const anchor = useRef(0);
  const { rows } = page;
  const keepsKeys = useKeysInRows(body, rows, active, props.takesKeys);
  const allChosen = rows.length > 0 && rows.every((row) => chosen.has(row.id));
  const width = columns.reduce((sum, column) => sum + column.width, 34);

  const focusRow = (index: number): void => {
    onActive(index);
    const row = body.current?.rows[index];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };

  const choose = (index: number, range: boolean): void => {
    const row = rows[index];
    if (!row) return;
    const [from, to] = range
      ? [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      : [index, index];
    onChoose(
      rows.slice(from, to + 1).map((one) => one.id),
      range || !chosen.has(row.id),
    );
    anchor.current = index;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const last = rows.length - 1;
    const row = rows[active];
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(Math.min(active + 1, last)),
      ArrowUp: () => focusRow(Math.max(active - 1, 0)),
      Home: () => focusRow(0),
      End: () => focusRow(last),
      PageDown: () => onPage(1, 'first'),
      PageUp: () => onPage(-1, 'first'),
      Enter: () => row && onOpen(row),
      F2: () => row && onOpen(row),
      ' ': () => choose(active, event.shiftKey),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  return (
    <table
      role="grid"
      className={clsx(classes.table, stale && classes.stale)}
      style={{ width }}
      aria-label={t('list.tableOf', { name: record(feature, 'many') })}
      aria-rowcount={page.total}
      aria-busy={stale}
    >
      <colgroup>
        <col style={{ width: 34 }} />
        {columns.map((column) => (
          <col key={column.field} style={{ width: column.width }} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={classes.check}>
            <Checkbox
              size="xs"
              aria-label={t('list.selectPage')}
              checked={allChosen}
              indeterminate={!allChosen && rows.some((row) => chosen.has(row.id))}
              onChange={() =>
                onChoose(
                  rows.map((row) => row.id),
                  !allChosen,
                )
              }
            />
          </th>
          {columns.map((column) => (
            <ListHead key={column.field} {...props} column={column} />
          ))}
          <td role="presentation" />
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown} {...keepsKeys}>
        {rows.map((row, index) => (
          <tr
            key={row.id}
            className={classes.row}
            tabIndex={index === active ? 0 : -1}
            aria-selected={chosen.has(row.id)}
            data-active={index === active || undefined}
            data-chosen={chosen.has(row.id) || undefined}
            onFocus={() => onActive(index)}
            onClick={(event) =>
              event.ctrlKey || event.shiftKey ? choose(index, event.shiftKey) : onOpen(row)
            }
          >
            <td className={classes.check} onClick={(event) => event.stopPropagation()}>
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t('list.selectRow')}
                checked={chosen.has(row.id)}
                onChange={(event) => choose(index, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
              />
            </td>
            {columns.map((column, at) => (
              <Cell key={column.field} {...props} column={column} row={row} first={at === 0} />
            ))}
            <td />
          </tr>
        ))}
      </tbody>
      {Object.keys(page.sums).length > 0 && rows.length > 0 ? (
        <tfoot>
          <tr>
            <td className={classes.check} />
            {columns.map((column, at) => {
              const sum = fields[column.field]?.summed ? page.sums[column.field] : undefined;
              const shown =
                sum === undefined
                  ? null
                  : column.kind === 'money'
                    ? money(sum)
                    : numberShown(sum, scaleOf(column.field), true);
              return (
                <td
                  key={column.field}
                  className={clsx(isRight(column.kind) && classes.right)}
                  title={shown ?? undefined}
                >
                  {shown ?? (at === 0 ? t('list.total') : null)}
                </td>
              );
            })}
            <td />
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

/** Rows that held the keys may go (another page, another order, the bin): then the row that took their place has them. */
function useKeysInRows(
  body: RefObject<HTMLTableSectionElement | null>,
  rows: readonly Row[],
  active: number,
  takesKeys: boolean,
): { readonly onFocus: () => void; readonly onBlur: (event: FocusEvent) => void } {
  const held = useRef(takesKeys);
  const shown = rows[active]?.id;
  useEffect(() => {
    const row = shown === undefined ? undefined : body.current?.rows[active];
    const isFree = document.activeElement === document.body || document.activeElement?.id === 'content';
    if (!row || !isFree || !(held.current || takesKeys)) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [body, active, shown, takesKeys]);
  return {
    onFocus() {
      held.current = true;
    },
    // A row that is taken out of the page loses the focus to nobody.
    onBlur({ relatedTarget }) {
      if (relatedTarget instanceof Node) held.current = body.current?.contains(relatedTarget) ?? false;
    },
  };
}

function Cell(
  props: TableProps & { readonly column: Column; readonly row: Row; readonly first: boolean },
): ReactNode {
  const { feature, fields, page, column, row, first, cells, hrefOf } = props;
  const link = useLink();
  const field = fieldNamed(fields, column.field);
  if (!field) return <td />;
  const own = cells?.[column.field]?.(row, page.labels);
  const value = own ?? (
    <FieldValue
      feature={feature}
      name={column.field}
      field={field}
      value={row[column.field]}
      labels={page.labels}
    />
  );
  const isText = field.kind === 'note' || field.kind === 'text';
  const title = typeof own === 'string' ? own : isText ? String(row[column.field] ?? '') : undefined;
  return (
    <td
      className={clsx(isRight(field.kind) && classes.right, field.kind === 'day' && classes.day)}
      title={title || undefined}
    >
      {first ? (
        <a className={classes.link} tabIndex={-1} {...link(hrefOf(row))}>
          {value ?? `#${row.id}`}
        </a>
      ) : (
        value
      )}
    </td>
  );
}
