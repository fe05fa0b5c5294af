import { Button, NativeSelect, Paper, SegmentedControl, Text } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Channel } from '#shared/features/channel-plan/channel-plan.contract.ts';
import { channels } from '#shared/features/order/order.fields.ts';
import { partsOfDay } from '#shared/kernel/day.ts';
import { monthOf } from '#shared/kernel/period.ts';
import { MonthField } from '#renderer/components/month-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ChannelMonthTable } from './channel-month-table.tsx';
import { ChannelYearTable } from './channel-year-table.tsx';

/** Months that can be planned ahead. */
const ahead = 13;
/** Years that can be looked back on, and next year. */
const yearsBack = 4;

const views = ['byMonth', 'byYear'] as const;

/** 渠道工作计划: the channels of a month side by side, or a channel month by month; every figure opens its rows. */
export function ChannelMonthScreen(): ReactNode {
  const { t, choice } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const thisYear = partsOfDay(today).year;
  const [view, setView] = useState<(typeof views)[number]>('byMonth');
  const [month, setMonth] = useState(monthOf(today));
  const [year, setYear] = useState(thisYear);
  const [channel, setChannel] = useState<Channel | null>(null);
  return (
    <PageFrame
      title={t('channelPlan.compare')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('channelPlan.view')}
            value={view}
            onChange={(value) => setView(value)}
            data={views.map((one) => ({ value: one, label: t(`channelPlan.${one}`) }))}
          />
          {view === 'byMonth' ? (
            <MonthField label={t('channelPlan.month')} value={month} onChange={setMonth} ahead={ahead} />
          ) : (
            <>
              <NativeSelect
                aria-label={t('channelPlan.channel')}
                value={channel ?? ''}
                onChange={(event) =>
                  setChannel(channels.find((one) => one === event.currentTarget.value) ?? null)
                }
                data={[
                  { value: '', label: t('channelPlan.allChannels') },
                  ...channels.map((one) => ({ value: one, label: choice('channelPlan', 'channel', one) })),
                ]}
              />
              <NativeSelect
                aria-label={t('channelPlan.year')}
                value={String(year)}
                onChange={(event) => setYear(Number(event.currentTarget.value))}
                data={Array.from({ length: yearsBack + 2 }, (_, at) => String(thisYear + 1 - at))}
              />
            </>
          )}
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
      <Text c="dimmed" size="sm">
        {t('channelPlan.rule')}
      </Text>
      <Paper className="sheet" p="sm">
        {view === 'byMonth' ? (
          <ChannelMonthTable month={month} />
        ) : (
          <ChannelYearTable year={year} channel={channel} />
        )}
      </Paper>
    </PageFrame>
  );
}
