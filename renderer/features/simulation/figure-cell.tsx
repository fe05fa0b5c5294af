import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** A cell of figures, or the head above them. */
export function FigureCell(props: { readonly head?: true; readonly children?: ReactNode }): ReactNode {
  return props.head ? (
    <Table.Th scope="col" ta="right">
      {props.children}
    </Table.Th>
  ) : (
    <Table.Td ta="right" className="figures">
      {props.children}
    </Table.Td>
  );
}
