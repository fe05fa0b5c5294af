import type { ReactNode } from 'react';
import { numberShown } from '#renderer/components/fields/typing.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { goalLayout, isMoney } from './goal.layout.ts';

function Value({ row }: { readonly row: Row }): ReactNode {
  const { money } = useTexts();
  const value = Number(row['value']);
  return isMoney(row['indicator']) ? money(value) : numberShown(value, 0, true);
}

const cells: Cells = { value: (row) => <Value row={row} /> };

export function GoalListScreen(): ReactNode {
  return <RecordList {...goalLayout} cells={cells} widths={{ value: 140 }} />;
}
