import { Anchor, Loader, NumberInput, Paper, Table } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ExpiringLine } from '#shared/features/campaign/campaign-views.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { MakeCampaignOf } from './make-campaign.tsx';
import { expiringPaper, useExpiring } from './campaign.queries.ts';

const usualDays = 60;

/** 会员到期清单: whose points, bonus or vouchers end within some days, with what they are worth; printed or as Word. */
export function ExpiringScreen(): ReactNode {
  const { t, money } = useTexts();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [typed, setTyped] = useState<number | string>(Number(search['days']) || usualDays);
  const days = Math.min(366, Math.max(1, Math.round(Number(typed) || usualDays)));
  const { data, error, refetch } = useExpiring(days);
  return (
    <PageFrame
      title={t('campaign.expiring.title')}
      subtitle={
        data
          ? t('campaign.expiring.sentence', { days, members: data.members, worth: money(data.worthFen) })
          : undefined
      }
      actions={
        <>
          <MakeCampaignOf source={{ feature: 'expiring', list: { days } }} total={data?.lines.length ?? 0} />
          <PaperButton name={t('campaign.expiring.title')} load={expiringPaper(days)} word inHead byKey />
        </>
      }
    >
      <NumberInput
        label={t('campaign.expiring.days')}
        w={160}
        min={1}
        max={366}
        allowDecimal={false}
        value={typed}
        onChange={setTyped}
      />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data?.lines.length === 0 ? (
        <Paper className="sheet">
          <EmptyState sentence={t('campaign.expiring.none')} />
        </Paper>
      ) : null}
      {data && data.lines.length > 0 ? <Lines lines={data.lines} /> : null}
    </PageFrame>
  );
}

function Lines({ lines }: { readonly lines: readonly ExpiringLine[] }): ReactNode {
  const { t, day, money } = useTexts();
  const link = useLink();
  return (
    <Paper className="sheet" p="xs">
      <Table.ScrollContainer minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('campaign.expiring.expiresOn')}</Table.Th>
              <Table.Th>{t('campaign.expiring.member')}</Table.Th>
              <Table.Th>{t('campaign.expiring.phone')}</Table.Th>
              <Table.Th>{t('campaign.expiring.what')}</Table.Th>
              <Table.Th ta="right">{t('campaign.expiring.rest')}</Table.Th>
              <Table.Th ta="right">{t('campaign.expiring.worth')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, at) => (
              <Table.Tr key={`${line.membershipId}-${at}`}>
                <Table.Td className="figures">{day(line.expiresOn)}</Table.Td>
                <Table.Td>
                  <Anchor inherit {...link(recordAddress('membership', line.membershipId))}>
                    {line.customerName} {line.number}
                  </Anchor>
                </Table.Td>
                <Table.Td className="figures">{line.phone}</Table.Td>
                <Table.Td>{line.name ?? t(`membership.accounts.${line.account}`)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {line.account === 'bonus' || line.account === 'principal' ? money(line.rest) : line.rest}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {money(line.worthFen)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
