import { Text, TextInput } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconArrowRight, IconPencilCheck } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { importField } from '#shared/features/import/import-fields.ts';
import type { FieldChange, PreviewRow, RowEdit } from '#shared/features/import/import.contract.ts';
import type { ImportAddress } from '#shared/features/import/import-column.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { ImportNames } from './import-names.ts';
import classes from './import-grid.module.css';

export type GridColumn = {
  readonly index: number;
  readonly address: ImportAddress;
  readonly name: string;
  readonly heading: string;
};

type Problem = PreviewRow['problems'][number];

/** A value of a row as it will be written, editable in place, with what is wrong beside it. */
export function PreviewCell(props: {
  readonly row: PreviewRow;
  readonly column: GridColumn;
  readonly names: ImportNames;
  readonly typed: string | undefined;
  readonly editing: boolean;
  readonly cellProps: object;
  readonly onEdit: () => void;
  readonly onSave: (edit: RowEdit) => void;
  readonly onEndEdit: () => void;
}): ReactNode {
  const { row, column, names, typed, editing, cellProps, onEdit, onSave, onEndEdit } = props;
  const { t } = useTexts();
  const { index, address, name } = column;
  const raw = typed ?? row.cells[index] ?? null;
  const kind = importField(address)?.kind;
  const problems = typed === undefined ? row.problems.filter((problem) => problem.column === index) : [];
  const wrong = problems.some((problem) => !problem.warning);
  const change =
    typed === undefined && row.verdict === 'update'
      ? row.changes.find((one) => `${one.feature}.${one.field}` === address)
      : undefined;
  const shown = names.cell(raw, address);

  if (editing) {
    const before = raw === null ? '' : String(raw);
    const end = (text: string): void => {
      if (text !== before) onSave({ cell: { column: index, text } });
      onEndEdit();
    };
    return (
      <td data-editing>
        <TextInput
          autoFocus
          defaultValue={before}
          aria-label={t('import.preview.edit', { row: row.row, column: name })}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => end(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
            if (event.nativeEvent.isComposing) return;
            event.stopPropagation();
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') {
              event.currentTarget.value = before;
              event.currentTarget.blur();
            }
          }}
        />
      </td>
    );
  }
  return (
    <td
      {...cellProps}
      data-wrong={wrong || undefined}
      data-changed={change !== undefined || undefined}
      data-number={kind === 'money' || kind === 'integer' || undefined}
      title={shown}
      onDoubleClick={onEdit}
    >
      <span className={kind === 'plate' || kind === 'vin' ? 'code' : 'figures'}>
        {change && change.before !== null ? (
          <Change
            change={change}
            after={names.value(change.feature, change.field, change.after) ?? shown}
            names={names}
          />
        ) : (
          shown
        )}
        {typed !== undefined || row.corrected.includes(index) ? (
          <IconPencilCheck size={13} className={classes['mark']} aria-label={t('import.preview.corrected')} />
        ) : null}
      </span>
      <Problems problems={problems} />
    </td>
  );
}

/** Old → new. */
export function Change(props: {
  readonly change: FieldChange;
  readonly after: string | undefined;
  readonly names: ImportNames;
}): ReactNode {
  const { change, after, names } = props;
  const { t } = useTexts();
  const before = names.value(change.feature, change.field, change.before);
  return (
    <>
      {before ? (
        <>
          <Text
            span
            inherit
            c="dimmed"
            td="line-through"
            component="del"
            aria-label={`${t('import.preview.was')} ${before}`}
          >
            {before}
          </Text>
          <IconArrowRight size={12} className={classes['mark']} aria-hidden />
        </>
      ) : null}
      <Text span inherit fw={600} component="ins" td="none">
        {after ?? String(change.after ?? '')}
      </Text>
    </>
  );
}

/** Sentences of what is wrong (red) or worth a look (orange). */
export function Problems(props: {
  readonly problems: readonly Problem[];
  readonly mild?: boolean;
}): ReactNode {
  const { problems, mild = false } = props;
  return problems.map(({ code, message, warning }) => (
    <Text
      key={code}
      size="xs"
      className={classes['problem']}
      c={warning || mild ? 'var(--mantine-color-orange-text)' : 'var(--mantine-color-error)'}
    >
      {warning || mild ? (
        <IconAlertTriangle size={12} aria-hidden />
      ) : (
        <IconAlertCircle size={12} aria-hidden />
      )}{' '}
      {message}
    </Text>
  ));
}
