import { Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ImportLook, PreviewRow, RowEdit } from '#shared/features/import/import.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { editRow } from './import-flow.ts';
import { useImportNames } from './import-names.ts';
import type { ImportFile } from './import-session.ts';
import type { GridColumn } from './preview-cell.tsx';
import { PreviewLine } from './preview-line.tsx';
import classes from './import-grid.module.css';

export type GridPlace = { readonly row: number; readonly column: number };

/** The rows of a check as a grid: arrows move, Enter or F2 edits, one cell at a time takes the keyboard. */
export function PreviewGrid(props: {
  readonly file: ImportFile;
  readonly look: ImportLook;
  readonly rows: readonly PreviewRow[];
  readonly loading: boolean;
}): ReactNode {
  const { file, look, rows, loading } = props;
  const { t, error } = useTexts();
  const names = useImportNames();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<GridPlace | null>(null);

  const columns: readonly GridColumn[] = Object.entries(look.mapping).map(([index, address]) => ({
    index: Number(index),
    address,
    name: names.address(address),
    heading: look.headers[Number(index)] ?? '',
  }));
  const mapped = new Set(columns.map((column) => column.address));
  const othersOf = (row: PreviewRow) =>
    row.verdict === 'update'
      ? row.changes.flatMap((change) => {
          const name = mapped.has(`${change.feature}.${change.field}`)
            ? undefined
            : names.changed(change.feature, change.field);
          return name === undefined ? [] : [{ name, change }];
        })
      : [];
  const hasOthers = rows.some((row) => othersOf(row).length > 0);
  const lastColumn = columns.length + 1;

  const focus = (place: GridPlace): void => {
    const row = Math.max(0, Math.min(rows.length - 1, place.row));
    const column = Math.max(0, Math.min(lastColumn, place.column));
    setActive({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)?.focus();
  };
  const save = (row: PreviewRow, edit: RowEdit): void =>
    void editRow(file, row.row, edit).catch((caught: unknown) =>
      notifications.show({
        color: 'red',
        message: error(errorData(caught)),
      }),
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement; // a cell, or a field inside of one
    if (editing || event.nativeEvent.isComposing || target.dataset['at'] === undefined) return;
    const step: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-10, 0],
      PageDown: [10, 0],
      Home: [0, -lastColumn],
      End: [0, lastColumn],
    };
    const by = step[event.key];
    if (by) focus({ row: active.row + by[0], column: active.column + by[1] });
    else if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') {
      if (active.column >= 2 && event.key !== ' ') setEditing(active);
      else target.querySelector<HTMLElement>('button, select')?.[active.column === 0 ? 'click' : 'focus']();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={classes['gridBox']}>
      <table
        ref={table}
        // A grid by the keyboard: cells take the focus, the table hears their keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className={classes['grid']}
        aria-label={t('import.preview.grid')}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={classes['rowNumber']}>
              {t('import.preview.row')}
            </th>
            <th scope="col" className={classes['verdict']}>
              {t('import.preview.verdict')}
            </th>
            {columns.map(({ index, name, heading }) => (
              <th key={index} scope="col">
                {name}
                {heading !== name && heading !== '' ? (
                  <Text span size="xs" c="dimmed" className={classes['heading']}>
                    {heading}
                  </Text>
                ) : null}
              </th>
            ))}
            {hasOthers ? <th scope="col">{t('import.preview.others')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <PreviewLine
              key={row.row}
              row={row}
              at={index}
              columns={columns}
              names={names}
              edit={file.edits[row.row]}
              others={hasOthers ? othersOf(row) : undefined}
              activeColumn={active.row === index ? active.column : null}
              editingColumn={editing?.row === index ? editing.column : null}
              onActive={(column) => setActive({ row: index, column })}
              onEdit={(column) => setEditing({ row: index, column })}
              onSave={(given) => save(row, given)}
              onEndEdit={(column) => {
                setEditing(null);
                // After the field is gone, the keyboard is back in its cell.
                setTimeout(() => focus({ row: index, column }));
              }}
            />
          ))}
        </tbody>
      </table>
      {loading ? <Skeleton h={120} m="sm" /> : null}
      {!loading && rows.length === 0 ? (
        <Text c="dimmed" size="sm" p="md">
          {t('import.preview.none')}
        </Text>
      ) : null}
    </div>
  );
}
