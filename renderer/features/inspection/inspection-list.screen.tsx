import { Badge } from '@mantine/core';
import { IconBan, IconCheck, IconPlayerPlay, IconX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { inspectionFields } from '#shared/features/inspection/inspection.fields.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PrintBatch } from './print-batch.tsx';

const looks: Readonly<Record<string, readonly [colour: string, icon: Icon]>> = {
  open: ['blue', IconPlayerPlay],
  passed: ['green', IconCheck],
  failed: ['red', IconX],
  void: ['gray', IconBan],
};

function Result({ row }: { readonly row: Row }): ReactNode {
  const { choice } = useTexts();
  const state = String(row['state']);
  const [colour, Shown] = looks[state] ?? ['gray', IconBan];
  return (
    <Badge color={colour} leftSection={<Shown size={13} aria-hidden />}>
      {choice('inspection', 'state', state)}
    </Badge>
  );
}

const cells: Cells = { state: (row) => <Result row={row} /> };
const batch = (shown: ShownRows): ReactNode => <PrintBatch shown={shown} />;
const newestFirst = [{ field: 'id', descending: true }];

/** 检查记录: every check, signed or not. */
export function InspectionListScreen(): ReactNode {
  return (
    <RecordList
      feature="inspection"
      fields={inspectionFields}
      cells={cells}
      usualSort={newestFirst}
      actions={batch}
    />
  );
}
