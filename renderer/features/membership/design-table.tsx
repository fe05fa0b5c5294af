import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './membership.module.css';

/** A part of the design whose rows are fixed, with a sentence above; a head without words is an empty cell. */
export function DesignTable(props: {
  readonly label: string;
  readonly hint: string;
  readonly heads: readonly string[];
  /** The rows. */
  readonly children: ReactNode;
}): ReactNode {
  const { label, hint, heads, children } = props;
  return (
    <>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
      <Table withRowBorders={false} verticalSpacing={3} className={classes.table} aria-label={label} w="auto">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) =>
              head === '' ? (
                <Table.Td key="" />
              ) : (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </>
  );
}
