import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './plain-table.module.css';

type PlainColumn = { readonly title: string; readonly right?: boolean };
type PlainRow = {
  readonly key: string | number;
  readonly cells: readonly ReactNode[];
  readonly total?: boolean;
};

/** A table that only tells: figures at the right, the last line may be the sum. */
export function PlainTable(props: {
  readonly label: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
}): ReactNode {
  const { label, columns, rows } = props;
  const place = (at: number): 'right' | undefined => (columns[at]?.right ? 'right' : undefined);
  return (
    <Table.ScrollContainer minWidth={520} type="native">
      <Table className={classes.table} verticalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title }, at) =>
              title === '' ? (
                <Table.Td key={at} />
              ) : (
                <Table.Th key={title} scope="col" ta={place(at)}>
                  {title}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells, total = false }) => (
            <Table.Tr key={key} className={total ? classes.total : undefined}>
              {cells.map((cell, at) => (
                <Table.Td key={at} ta={place(at)} className={place(at) ? 'figures' : undefined}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
