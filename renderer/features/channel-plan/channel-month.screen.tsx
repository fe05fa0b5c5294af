import { Anchor, Button, Loader, Paper, Table, Text } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ChannelLine } from '#shared/features/channel-plan/channel-plan.contract.ts';
import { monthDays, monthOf } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MonthField } from '#renderer/components/month-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import {
  listAddress,
  newRecordAddress,
  recordAddress,
} from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useChannelMonth } from './channel-plan.queries.ts';
import { useCostText } from './use-cost-text.ts';

/** Months that can be planned ahead. */
const ahead = 12;

/** 渠道工作计划: the channels of a month side by side; every figure opens its rows. */
export function ChannelMonthScreen(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const [month, setMonth] = useState(monthOf(today));
  const { data, error, refetch } = useChannelMonth(month);
  return (
    <PageFrame
      title={t('channelPlan.compare')}
      actions={
        <>
          <MonthField label={t('channelPlan.month')} value={month} onChange={setMonth} ahead={ahead} />
          <Button
            component="a"
            variant="default"
            leftSection={<IconList size={15} aria-hidden />}
            {...link(listAddress('channelPlan'))}
          >
            {t('channelPlan.list')}
          </Button>
        </>
      }
    >
      <Text c="dimmed">{t('channelPlan.rule')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <Paper className="sheet" p="sm">
        {data ? <Lines lines={data} month={month} /> : <Loader size="sm" aria-label={t('common.loading')} />}
      </Paper>
    </PageFrame>
  );
}

function Lines({
  lines,
  month,
}: {
  readonly lines: readonly ChannelLine[];
  readonly month: string;
}): ReactNode {
  const { t } = useTexts();
  const numbers = ['leads', 'orders', 'cost', 'perLead', 'perOrder', 'actions'] as const;
  return (
    <Table aria-label={t('channelPlan.compare')}>
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
          <Line key={line.channel} line={line} month={month} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Line({ line, month }: { readonly line: ChannelLine; readonly month: string }): ReactNode {
  const { t, choice, money } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const cost = useCostText();
  const { channel, planId, costFen, actions, actionsDone } = line;
  const { first, last } = monthDays(month);
  const rows = (feature: 'lead' | 'order', field: string): string =>
    listAddress(feature, {
      filters: [
        { field: 'channel', operator: 'is', value: channel },
        { field, operator: 'from', value: first },
        { field, operator: 'to', value: last },
      ],
    });
  const figure = (value: number, goal: number | null, address: string): ReactNode => (
    <Table.Td ta="right" className="figures">
      <Anchor inherit {...link(address)}>
        {goal === null ? value : t('channelPlan.ofGoal', { value, goal })}
      </Anchor>
    </Table.Td>
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">{choice('channelPlan', 'channel', channel)}</Table.Th>
      {figure(line.leads, line.goalLeads, rows('lead', 'arrivedOn'))}
      {figure(line.orders, line.goalOrders, rows('order', 'orderedOn'))}
      <Table.Td ta="right" className="figures">
        {costFen === null ? t('channelPlan.noCost') : money(costFen)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {cost(line.perLead, 'leads')}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {cost(line.perOrder, 'orders')}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {planId === null
          ? t('channelPlan.noPlan')
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
    </Table.Tr>
  );
}
