import { Anchor, Loader, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChannelLine } from '#shared/features/channel-plan/channel-plan.contract.ts';
import { passedShare } from '#shared/features/meeting/meeting.rates.ts';
import { monthDays } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { newRecordAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { GoalCell, MoneyCells } from './channel-cells.tsx';
import { useChannelMonth } from './channel-plan.queries.ts';

const numbers = ['leads', 'orders', 'cost', 'perLead', 'perOrder', 'actions'] as const;

/** The channels of a month side by side. */
export function ChannelMonthTable({ month }: { readonly month: string }): ReactNode {
  const { t, choice } = useTexts();
  const { today } = useSession();
  const { data, error, refetch } = useChannelMonth(month);
  const { first, last } = monthDays(month);
  const passed = passedShare(first, last, today);
  if (!data)
    return error ? (
      <ErrorNote error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader size="sm" aria-label={t('common.loading')} />
    );
  const { lines, total } = data;
  const rows = (channel: string | null) => ({ channel, first, last });
  return (
    <Table aria-label={t('channelPlan.compare')} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('channelPlan.channel')}</Table.Th>
          {numbers.map((name) => (
            <Table.Th key={name} scope="col" ta="right">
              {t(`channelPlan.${name}`)}
            </Table.Th>
          ))}
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.channel}>
            <Table.Th scope="row">{choice('channelPlan', 'channel', line.channel)}</Table.Th>
            <GoalCell
              feature="lead"
              value={line.leads}
              goal={line.goalLeads}
              rows={rows(line.channel)}
              passed={passed}
            />
            <GoalCell
              feature="order"
              value={line.orders}
              goal={line.goalOrders}
              rows={rows(line.channel)}
              passed={passed}
            />
            <MoneyCells line={line} />
            <Plan line={line} month={month} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('channelPlan.all')}</Table.Th>
          <GoalCell
            feature="lead"
            value={total.leads}
            goal={total.goalLeads}
            rows={rows(null)}
            passed={passed}
          />
          <GoalCell
            feature="order"
            value={total.orders}
            goal={total.goalOrders}
            rows={rows(null)}
            passed={passed}
          />
          <MoneyCells line={total} />
          <Table.Td colSpan={2} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

/** How far the week's actions are, and the way to the plan. */
function Plan({ line, month }: { readonly line: ChannelLine; readonly month: string }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { planId, channel, actions, actionsDone } = line;
  return (
    <>
      <Table.Td ta="right" className="figures">
        {planId === null
          ? t('channelPlan.noPlan')
          : actions === 0
            ? t('channelPlan.noAction')
            : t('channelPlan.done', { done: actionsDone, count: actions })}
      </Table.Td>
      <Table.Td ta="right">
        {planId !== null ? (
          <Anchor size="sm" {...link(recordAddress('channelPlan', planId))}>
            {t('channelPlan.openPlan')}
          </Anchor>
        ) : may('channelPlan.write') ? (
          <Anchor size="sm" {...link(newRecordAddress('channelPlan', { month, channel }))}>
            {t('channelPlan.make')}
          </Anchor>
        ) : null}
      </Table.Td>
    </>
  );
}
