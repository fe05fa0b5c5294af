import { Anchor, Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePartnerDesk } from './partner.queries.ts';
import { settlementAddress } from './settlement-address.ts';

const shown = 4;

/** 合作卡 on the desk of who keeps the partners: quotas nearly used up, agreements that end, settlements. Nothing while none. */
export function PartnerDeskCard(): ReactNode {
  const { t, month } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const enabled = may('partner.write');
  const { data } = usePartnerDesk(enabled);
  if (!enabled || !data) return null;
  const { quotas, ending, settlements } = data;
  const count = quotas.length + ending.length + settlements.length;
  if (count === 0) return null;
  const inDays = (days: number): string =>
    days === 0
      ? t('partner.desk.today')
      : days > 0
        ? t('partner.desk.days', { count: days })
        : t('partner.desk.late', { count: -days });
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('partner.desk.title')}</Title>
        <Anchor size="xs" ml="auto" {...link('/partner-settlement')}>
          {t('partner.settle.due')} {settlements.length}
        </Anchor>
      </Group>
      <DeskLines>
        {settlements.slice(0, shown).map((one) => (
          <DeskLine
            key={`${one.partnerId} ${one.month}`}
            link={link(settlementAddress(one.partnerId, one.month))}
            what={one.partnerName}
            detail={`${t('partner.desk.settle')} ${month(one.month)}`}
            end={inDays(one.days)}
            tone={one.days < 0 ? 'red' : undefined}
          />
        ))}
        {quotas.slice(0, shown).map((one) => (
          <DeskLine
            key={`quota ${one.agreementId}`}
            link={link(recordAddress('partnerAgreement', one.agreementId))}
            what={`${one.partnerName} · ${one.cardName}`}
            detail={t(one.scope === 'month' ? 'partner.desk.quotaMonth' : 'partner.desk.quotaTotal')}
            end={t('partner.desk.left', { count: one.left })}
            tone={one.left === 0 ? 'red' : undefined}
          />
        ))}
        {ending.slice(0, shown).map((one) => (
          <DeskLine
            key={`end ${one.agreementId}`}
            link={link(recordAddress('partnerAgreement', one.agreementId))}
            what={`${one.partnerName} · ${one.cardName}`}
            detail={t('partner.desk.ending')}
            end={inDays(one.days)}
          />
        ))}
      </DeskLines>
    </Paper>
  );
}
