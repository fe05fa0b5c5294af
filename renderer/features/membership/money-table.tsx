import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Lines of what, how many and how much, with their sum. Money in fen. */
export function MoneyTable(props: {
  readonly label: string;
  readonly titles: { readonly what: string; readonly count: string; readonly money: string };
  readonly lines: readonly { readonly name: string; readonly count: string; readonly fen: number }[];
  readonly total: { readonly name: string; readonly fen: number };
}): ReactNode {
  const { label, titles, lines, total } = props;
  const { money } = useTexts();
  return (
    <Table verticalSpacing={4} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{titles.what}</Table.Th>
          <Table.Th scope="col" ta="right">
            {titles.count}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {titles.money}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ name, count, fen }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right" className="figures">
              {count}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {money(fen)}
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Td fw={600}>{total.name}</Table.Td>
          <Table.Td />
          <Table.Td ta="right" fw={600} className="figures">
            {money(total.fen)}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
