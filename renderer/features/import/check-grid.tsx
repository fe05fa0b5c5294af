import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportLook } from '#shared/features/import/import.contract.ts';
import { isTotalRow } from '#shared/features/import/import-table.rules.ts';
import type { ImportAddress } from '#shared/features/import/import-column.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useImportNames } from './import-names.ts';
import classes from './import-grid.module.css';

const mostColumns = 60;

/** Columns that say anything, in their order. */
function columnsOf(look: ImportLook): number[] {
  const width = Math.max(look.headers.length, ...look.firstRows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      (look.headers[column] ?? '') !== '' ||
      look.firstRows.some((row) => row.row >= look.firstDataRow && (row.cells[column] ?? '') !== ''),
  );
}

/** The beginning of the file as it stands, with where each column goes above it; another row can be made the headings. */
export function CheckGrid(props: {
  readonly look: ImportLook;
  readonly busy: boolean;
  readonly onHeaderRow: (row: number) => void;
  readonly onMap: (column: number, address: ImportAddress | null) => void;
}): ReactNode {
  const { look, busy, onHeaderRow, onMap } = props;
  const { t } = useTexts();
  const names = useImportNames();
  const all = columnsOf(look);
  const columns = all.slice(0, mostColumns);
  const groups = look.kind ? names.groups(look.kind) : [];

  return (
    <div className={classes['gridBox']} data-busy={busy || undefined}>
      <table className={classes['grid']} aria-label={t('import.check.grid')} aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col" className={classes['rowNumber']}>
              {t('import.preview.row')}
            </th>
            {columns.map((column) => {
              const to = look.mapping[column];
              const heading = look.headers[column] ?? '';
              return (
                <th key={column} scope="col" data-mapped={to !== undefined || undefined}>
                  <NativeSelect
                    aria-label={t('import.check.column', {
                      column: column + 1,
                      heading: heading || t('import.check.noHeading'),
                    })}
                    value={to ?? ''}
                    disabled={look.kind === null}
                    onChange={(event) => onMap(column, event.currentTarget.value || null)}
                  >
                    <option value="">{t('import.check.ignore')}</option>
                    {groups.map((group) => (
                      <optgroup key={group.name} label={group.name}>
                        {group.addresses.map(({ value, label }) => (
                          <option key={value} value={value}>
                            {label}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                  </NativeSelect>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {look.firstRows.map(({ row, cells }) => {
            const isHeader = row === look.headerRow;
            return (
              <tr
                key={row}
                data-header={isHeader || undefined}
                data-above={(!isHeader && (row < look.firstDataRow || isTotalRow(cells))) || undefined}
              >
                <th scope="row" className={classes['rowNumber']}>
                  <button
                    type="button"
                    aria-pressed={isHeader}
                    aria-label={t('import.check.makeHeader', { row })}
                    title={t('import.check.makeHeader', { row })}
                    disabled={busy}
                    onClick={() => isHeader || onHeaderRow(row)}
                  >
                    {row}
                  </button>
                </th>
                {columns.map((column) => (
                  <td
                    key={column}
                    data-ignored={look.mapping[column] === undefined || undefined}
                    data-number={typeof cells[column] === 'number' || undefined}
                    title={String(cells[column] ?? '')}
                  >
                    {isHeader ? look.headers[column] : String(cells[column] ?? '')}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {all.length > columns.length ? (
        <Text size="xs" c="dimmed" p="xs">
          {t('import.check.moreColumns', { count: all.length - columns.length })}
        </Text>
      ) : null}
    </div>
  );
}
