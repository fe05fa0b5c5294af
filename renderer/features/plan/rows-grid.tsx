import { ActionIcon, Button, Table, Textarea, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent, ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { moveInGrid, pastedCells } from './grid-keys.ts';
import { NumberCell, shownFigure, typedFigure, type NumberKind } from './number-cell.tsx';
import classes from './plan.module.css';

/** A column of a grid: written by a person, or computed from the row. */
export type GridColumn<Row> = {
  readonly id: string;
  readonly title: string;
  readonly width?: number;
} & (
  | {
      readonly kind: 'text';
      readonly max: number;
      readonly get: (row: Row) => string;
      readonly set: (row: Row, value: string) => Row;
    }
  | {
      readonly kind: NumberKind;
      readonly get: (row: Row) => number | null;
      readonly set: (row: Row, value: number | null) => Row;
    }
  | {
      readonly kind: 'shown';
      readonly show: (row: Row) => ReactNode;
      /** Words, at the left; else figures. */
      readonly words?: true;
    }
);

export type GridProps<Row extends { readonly key: string }> = {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly editable: boolean;
  readonly onChange: (rows: Row[]) => void;
  readonly onLeave: () => void;
  /** Makes an empty row; absent: rows are neither added nor taken away here. */
  readonly create?: { readonly words: string; readonly make: () => Row };
  readonly nameOf: (row: Row) => string;
  /** Sums below the rows, one per column. */
  readonly foot?: readonly ReactNode[];
};

/** The row with a pasted cell; as it was where the cell does not fit the column. */
function withPasted<Row>(row: Row, column: GridColumn<Row> | undefined, text: string): Row {
  if (!column || column.kind === 'shown') return row;
  if (column.kind === 'text') return column.set(row, text.trim().slice(0, column.max));
  const figure = typedFigure(text, column.kind);
  return figure === undefined ? row : column.set(row, figure);
}

/** Rows that several fields make, as a table to type in: arrows move, a block from a spreadsheet is pasted at the field. */
export function RowsGrid<Row extends { readonly key: string }>(props: GridProps<Row>): ReactNode {
  const { label, columns, rows, editable, onChange, onLeave, create, nameOf, foot } = props;
  const { t } = useTexts();
  const put = (at: number, row: Row): void => onChange(rows.map((one, index) => (index === at ? row : one)));
  const paste = (event: ClipboardEvent, at: number, from: number): void => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    const next = [...rows];
    cells.forEach((line, offset) => {
      const row = next[at + offset] ?? create?.make();
      if (!row) return;
      next[at + offset] = line.reduce<Row>(
        (done, text, index) => withPasted(done, columns[from + index], text),
        row,
      );
    });
    onChange(next);
  };
  const isNumber = (column: GridColumn<Row>): boolean =>
    column.kind === 'shown' ? column.words !== true : column.kind !== 'text';
  return (
    <div className={classes.gridFrame}>
      <Table className={classes.grid} aria-label={label} onKeyDown={moveInGrid} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.id} miw={column.width} ta={isNumber(column) ? 'right' : 'left'}>
                {column.title}
              </Table.Th>
            ))}
            {editable && create ? <Table.Td w={30} /> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={row.key}>
              {columns.map((column, index) => (
                <Table.Td
                  key={column.id}
                  data-row={at}
                  data-column={index}
                  ta={isNumber(column) ? 'right' : 'left'}
                  className={`${isNumber(column) ? 'figures' : classes.words} ${editable && column.kind === 'shown' ? classes.shownCell : ''}`}
                  onPaste={(event) => paste(event, at, index)}
                >
                  <GridCell
                    column={column}
                    row={row}
                    label={`${nameOf(row) || String(at + 1)} ${column.title}`}
                    editable={editable}
                    onChange={(changed) => put(at, changed)}
                    onLeave={onLeave}
                  />
                </Table.Td>
              ))}
              {editable && create ? (
                <Table.Td>
                  <Tooltip label={t('plan.ui.remove', { name: nameOf(row) || String(at + 1) })}>
                    <ActionIcon
                      color="gray"
                      aria-label={t('plan.ui.remove', { name: nameOf(row) || String(at + 1) })}
                      onClick={() => onChange(rows.filter((one) => one !== row))}
                    >
                      <IconTrash size={15} />
                    </ActionIcon>
                  </Tooltip>
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {foot && rows.length > 0 ? (
          <Table.Tfoot>
            <Table.Tr>
              {columns.map((column, index) => (
                <Table.Td
                  key={column.id}
                  ta={isNumber(column) ? 'right' : 'left'}
                  className={`figures ${classes.footCell}`}
                >
                  {foot[index]}
                </Table.Td>
              ))}
              {editable && create ? <Table.Td /> : null}
            </Table.Tr>
          </Table.Tfoot>
        ) : null}
      </Table>
      {editable && create ? (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...rows, create.make()])}
        >
          {create.words}
        </Button>
      ) : null}
    </div>
  );
}

function GridCell<Row>(props: {
  readonly column: GridColumn<Row>;
  readonly row: Row;
  readonly label: string;
  readonly editable: boolean;
  readonly onChange: (row: Row) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { column, row, label, editable, onChange, onLeave } = props;
  const { money } = useTexts();
  if (column.kind === 'shown') return column.show(row);
  if (!editable) {
    if (column.kind === 'text') return column.get(row);
    const value = column.get(row);
    return column.kind === 'money' && value !== null ? money(value) : shownFigure(value, column.kind);
  }
  if (column.kind === 'text')
    return (
      <Textarea
        aria-label={label}
        value={column.get(row)}
        maxLength={column.max}
        autosize
        minRows={1}
        maxRows={8}
        onChange={(event) => onChange(column.set(row, event.currentTarget.value))}
        onBlur={onLeave}
        classNames={{ input: classes.wordsInput }}
      />
    );
  return (
    <NumberCell
      label={label}
      kind={column.kind}
      value={column.get(row)}
      onChange={(value) => onChange(column.set(row, value))}
      onLeave={onLeave}
    />
  );
}
