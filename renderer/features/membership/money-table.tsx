import type { ReactNode } from 'react';
import { PlainTable } from '#renderer/components/plain-table.tsx';
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
    <PlainTable
      label={label}
      columns={[
        { title: titles.what },
        { title: titles.count, right: true },
        { title: titles.money, right: true },
      ]}
      rows={[
        ...lines.map(({ name, count, fen }) => ({ key: name, cells: [name, count, money(fen)] })),
        { key: 'total', total: true, cells: [total.name, '', money(total.fen)] },
      ]}
    />
  );
}
