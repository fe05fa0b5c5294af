import { Anchor, Loader, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Channel } from '#shared/features/channel-plan/channel-plan.contract.ts';
import type { ChannelGoals, ChannelResult } from '#shared/features/channel-plan/channel-plan.rules.ts';
import { passedShare } from '#shared/features/meeting/meeting.rates.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import { monthDays } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { GoalCell, MoneyCells } from './channel-cells.tsx';
import { useChannelYear } from './channel-plan.queries.ts';

const numbers = ['leads', 'orders', 'cost', 'perLead', 'perOrder'] as const;

/** Goal against actual of a channel (of all) month by month. */
export function ChannelYearTable(props: {
  readonly year: number;
  readonly channel: Channel | null;
}): ReactNode {
  const { year, channel } = props;
  const { t, month } = useTexts();
  const link = useLink();
  const { data, error, refetch } = useChannelYear(year, channel);
  if (!data)
    return error ? (
      <ErrorNote error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader size="sm" aria-label={t('common.loading')} />
    );
  const { months, total } = data;
  return (
    <Table aria-label={t('channelPlan.byYear')} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('channelPlan.month')}</Table.Th>
          {numbers.map((name) => (
            <Table.Th key={name} scope="col" ta="right">
              {t(`channelPlan.${name}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map((one) => (
          <Table.Tr key={one.month}>
            <Table.Th scope="row">
              {one.planId === null ? (
                month(one.month)
              ) : (
                <Anchor inherit {...link(recordAddress('channelPlan', one.planId))}>
                  {month(one.month)}
                </Anchor>
              )}
            </Table.Th>
            <Cells line={one} channel={channel} span={monthDays(one.month)} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('channelPlan.wholeYear')}</Table.Th>
          <Cells line={total} channel={channel} span={{ first: `${year}-01-01`, last: `${year}-12-31` }} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function Cells(props: {
  readonly line: ChannelResult & ChannelGoals;
  readonly channel: Channel | null;
  readonly span: DaySpan;
}): ReactNode {
  const { line, channel, span } = props;
  const { today } = useSession();
  const rows = { channel, ...span };
  const passed = passedShare(span.first, span.last, today);
  return (
    <>
      <GoalCell feature="lead" value={line.leads} goal={line.goalLeads} rows={rows} passed={passed} />
      <GoalCell feature="order" value={line.orders} goal={line.goalOrders} rows={rows} passed={passed} />
      <MoneyCells line={line} />
    </>
  );
}
