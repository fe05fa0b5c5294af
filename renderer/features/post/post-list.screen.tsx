import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberShown } from '#renderer/components/fields/typing.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { postLayout } from './post.layout.ts';
import { usePostHolders } from './post.queries.ts';

/** 编制 with 在岗 beside it, and what is missing. */
function Headcount({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTexts();
  const holders = usePostHolders();
  const planned = row['plannedHeadcount'];
  const held = holders.data?.[row.id] ?? 0;
  const short = typeof planned === 'number' ? planned - held : 0;
  return (
    <>
      {holders.data ? (
        <Text span inherit c="dimmed" mr={8}>
          {t(short > 0 ? 'list.postShort' : 'list.postHeld', { held, short, count: held })}
        </Text>
      ) : null}
      {typeof planned === 'number' ? numberShown(planned, 0, true) : null}
    </>
  );
}

const cells: Cells = { plannedHeadcount: (row) => <Headcount row={row} /> };

export function PostListScreen(): ReactNode {
  return <RecordList {...postLayout} cells={cells} widths={{ plannedHeadcount: 190 }} />;
}
