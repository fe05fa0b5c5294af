import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysBetween } from '#shared/kernel/day.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useListStandings } from '#renderer/features/inspection/inspection.queries.ts';
import { StandingMarks } from '#renderer/features/inspection/standing-marks.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { stockLayout } from './stock.layout.ts';

/** 入库日期 with 库龄, the days in stock, while the vehicle stands here. */
function Arrived({ row }: { readonly row: Row }): ReactNode {
  const { t, day } = useTexts();
  const { today } = useSession();
  const arrived = row['arrivedOn'];
  if (typeof arrived !== 'string') return null;
  const age = daysBetween(arrived, today);
  const stands = row['state'] === 'inStock' || row['state'] === 'reserved';
  return (
    <>
      {day(arrived)}
      {stands && arrived <= today ? (
        <Text span inherit c="dimmed" ml={6}>
          {t('list.stockDays', { days: age, count: age })}
        </Text>
      ) : null}
    </>
  );
}

/** 库存状态 with the three checks of a vehicle that stands here. */
function State({ row }: { readonly row: Row }): ReactNode {
  const { choice } = useTexts();
  const { may } = useSession();
  const state = String(row['state']);
  const stands = state !== 'sold' && state !== 'returned' && row['leftOn'] === null;
  const { data } = useListStandings(row.id, stands && may('inspection.read'));
  return (
    <Group gap={10} wrap="nowrap">
      {choice('stock', 'state', state)}
      {data ? <StandingMarks standings={data} /> : null}
    </Group>
  );
}

const cells: Cells = {
  arrivedOn: (row) => <Arrived row={row} />,
  state: (row) => <State row={row} />,
};

export function StockListScreen(): ReactNode {
  return <RecordList {...stockLayout} cells={cells} widths={{ arrivedOn: 170, state: 210 }} />;
}
