import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Labels } from '#shared/rpc/record.contract.ts';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import { isRight } from '#renderer/components/record-list/list-columns.ts';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { SubRecordsProps } from './sub-record-props.ts';
import classes from './record-form.module.css';

/** One line that is not being written: a click, Enter or F2 opens it. */
export function ShownLine(
  props: Pick<SubRecordsProps, 'feature' | 'fields' | 'columns'> & {
    readonly row: Row;
    readonly labels: Labels;
    /** None: the person may not change it. */
    readonly onEdit: (() => void) | undefined;
    readonly onRemove: (() => void) | undefined;
  },
): ReactNode {
  const { feature, fields, columns, row, labels, onEdit, onRemove } = props;
  const { t } = useTexts();
  return (
    <tr
      tabIndex={onEdit ? 0 : undefined}
      onClick={onEdit}
      onKeyDown={(event) => {
        if (!onEdit || event.target !== event.currentTarget) return;
        if (event.key !== 'Enter' && event.key !== 'F2') return;
        event.preventDefault();
        onEdit();
      }}
    >
      {columns.map((name) => {
        const field = fields[name];
        return (
          <td key={name} className={clsx(isRight(field?.kind ?? 'text') && classes.right)}>
            {field ? (
              <FieldValue feature={feature} name={name} field={field} value={row[name]} labels={labels} />
            ) : null}
          </td>
        );
      })}
      <td className={classes.tail}>
        {onRemove ? (
          <ActionIcon
            size="sm"
            color="gray"
            aria-label={t('form.removeLine')}
            title={t('form.removeLine')}
            onClick={(event) => {
              event.stopPropagation();
              onRemove();
            }}
          >
            <IconTrash size={14} />
          </ActionIcon>
        ) : null}
      </td>
    </tr>
  );
}
