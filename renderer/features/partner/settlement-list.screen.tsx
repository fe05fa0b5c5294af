import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { monthDays } from '#shared/kernel/period.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { partnerSettlementList } from './partner.layout.ts';
import { useOpenMonths } from './partner.queries.ts';
import { settlementAddress } from './settlement-address.ts';

/** 合作卡结算: months that wait above those that are agreed. */
export function SettlementListScreen(): ReactNode {
  return (
    <RecordList {...partnerSettlementList} widths={{ number: 120, partnerId: 180 }} notice={<Waiting />} />
  );
}

const most = 12;

function Waiting(): ReactNode {
  const { t, month } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const { data } = useOpenMonths();
  if (!data) return null;
  return (
    <Group gap="0 16px" px="xs" py={4}>
      <Text size="sm" fw={600}>
        {t('partner.settle.due')}
      </Text>
      {data.length === 0 ? <Text size="sm">{t('partner.settle.dueNone')}</Text> : null}
      {data.slice(0, most).map((one) => (
        <Anchor
          key={`${one.partnerId} ${one.month}`}
          size="sm"
          lh="24px"
          c={monthDays(one.month).last < today ? undefined : 'dimmed'}
          {...link(settlementAddress(one.partnerId, one.month))}
        >
          {t('partner.settle.dueLine', { name: one.partnerName, month: month(one.month) })}
        </Anchor>
      ))}
    </Group>
  );
}
