import { ActionIcon, NativeSelect, Text } from '@mantine/core';
import { IconArrowBackUp, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FieldChange, PreviewRow, RowEdit } from '#shared/features/import/import.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { VerdictBadge } from './import-badges.tsx';
import type { ImportNames } from './import-names.ts';
import type { PendingEdit } from './import-session.ts';
import { Change, PreviewCell, Problems, type GridColumn } from './preview-cell.tsx';
import classes from './import-grid.module.css';

type LineProps = {
  readonly row: PreviewRow;
  /** Place on the page, from 0. */
  readonly at: number;
  readonly columns: readonly GridColumn[];
  readonly names: ImportNames;
  readonly edit: PendingEdit | undefined;
  readonly others: readonly { readonly name: string; readonly change: FieldChange }[] | undefined;
  readonly activeColumn: number | null;
  readonly editingColumn: number | null;
  readonly onActive: (column: number) => void;
  readonly onEdit: (column: number) => void;
  readonly onSave: (edit: RowEdit) => void;
  readonly onEndEdit: (column: number) => void;
};

/** One row of the check: leave it out, what will happen, each value, what changes beside it. */
export function PreviewLine(props: LineProps): ReactNode {
  const {
    row,
    at,
    columns,
    names,
    edit,
    others,
    activeColumn,
    editingColumn,
    onActive,
    onEdit,
    onSave,
    onEndEdit,
  } = props;
  const { t } = useTexts();
  const excluded = edit?.excluded ?? row.verdict === 'excluded';
  const known = new Set(columns.map((column) => column.index));
  const rowProblems = row.problems.filter(({ column }) => column === null || !known.has(column));
  const cellProps = (column: number) => ({
    'data-at': `${at}:${column}`,
    tabIndex: activeColumn === column || (at === 0 && column === 0 && activeColumn === null) ? 0 : -1,
    onFocus: () => onActive(column),
  });
  const toggle = t(excluded ? 'import.preview.takeBack' : 'import.preview.leaveOut', { row: row.row });

  return (
    <tr
      data-verdict={row.verdict}
      data-out={excluded || undefined}
      data-pending={edit !== undefined || undefined}
    >
      <th scope="row" className={classes['rowNumber']} {...cellProps(0)}>
        <span className={classes['rowTools']}>
          {row.row}
          <ActionIcon
            size={24}
            color="gray"
            tabIndex={-1}
            aria-label={toggle}
            title={toggle}
            onClick={() => onSave({ excluded: !excluded })}
          >
            {excluded ? <IconArrowBackUp size={13} /> : <IconMinus size={13} />}
          </ActionIcon>
        </span>
      </th>
      <td className={classes['verdict']} {...cellProps(1)}>
        <VerdictBadge verdict={row.verdict} />
        {row.verdict === 'update' ? <ChangedNames row={row} names={names} /> : null}
        {edit ? (
          <Text size="xs" c="var(--mantine-color-orange-text)">
            {t('import.preview.pendingRow')}
          </Text>
        ) : null}
        <Problems problems={rowProblems} mild={row.verdict === 'ask'} />
        {row.verdict === 'ask' ? <Decision row={row} edit={edit} onSave={onSave} /> : null}
      </td>
      {columns.map((column, place) => (
        <PreviewCell
          key={column.index}
          row={row}
          column={column}
          names={names}
          typed={edit?.cells?.[column.index]}
          editing={editingColumn === place + 2}
          cellProps={cellProps(place + 2)}
          onEdit={() => onEdit(place + 2)}
          onSave={onSave}
          onEndEdit={() => onEndEdit(place + 2)}
        />
      ))}
      {others ? (
        <td>
          {others.map(({ name, change }) => (
            <Text key={name} size="xs">
              {`${name} `}
              <Change
                change={change}
                after={names.value(change.feature, change.field, change.after)}
                names={names}
              />
            </Text>
          ))}
        </td>
      ) : null}
    </tr>
  );
}

/** Names of what an update changes, so that nobody has to look for the coloured cells. */
function ChangedNames(props: Pick<LineProps, 'row' | 'names'>): ReactNode {
  const { row, names } = props;
  const { t } = useTexts();
  const changed = row.changes.flatMap(({ feature, field }) => names.changed(feature, field) ?? []);
  return (
    <Text size="xs" c="dimmed">
      {[...new Set(changed)].join(t('import.preview.comma'))}
    </Text>
  );
}

/** 待确认: one of the records that could be meant, or a new one. */
function Decision(props: Pick<LineProps, 'row' | 'edit' | 'onSave'>): ReactNode {
  const { row, edit, onSave } = props;
  const { t } = useTexts();
  const feature = row.candidates[0]?.feature ?? '';
  return (
    <NativeSelect
      mt={4}
      aria-label={`${t('import.preview.row')} ${row.row}: ${t('import.preview.decide')}`}
      value={edit?.decision ? String(edit.decision.id) : ''}
      onChange={(event) => {
        const id = event.currentTarget.value;
        if (id !== '') onSave({ decision: { feature, id: Number(id) } });
      }}
    >
      <option value="">{t('import.preview.decide')}</option>
      {row.candidates.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
      <option value="0">{t('import.preview.newRecord')}</option>
    </NativeSelect>
  );
}
