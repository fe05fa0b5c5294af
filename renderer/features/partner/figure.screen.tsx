import { Anchor, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PartnerFigures } from '#shared/features/partner/partner.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePartnerFigures } from './partner.queries.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import classes from './partner.module.css';

/** 合作卡分析: what the cards of a time cost and brought. */
export function FigureScreen(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const [from, setFrom] = useState(`${yearOf(today)}-01-01`);
  const [to, setTo] = useState(today);
  const { data, error } = usePartnerFigures(from, to);
  return (
    <PageFrame title={t('partner.figure.title')} maxWidth={1100}>
      <Group gap="sm">
        <DayInput
          label={t('partner.figure.from')}
          w={160}
          value={from}
          onChange={(day) => setFrom(day ?? from)}
        />
        <DayInput label={t('partner.figure.to')} w={160} value={to} onChange={(day) => setTo(day ?? to)} />
      </Group>
      <ErrorNote error={error} />
      {data?.partners.length === 0 ? (
        <Text role="status" size="sm">
          {t('partner.figure.none')}
        </Text>
      ) : null}
      {data && data.partners.length > 0 ? <Figures figures={data} /> : null}
    </PageFrame>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={`sheet ${classes.part}`} aria-label={title}>
      <Title order={2} size="h4" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Figures({ figures }: { readonly figures: PartnerFigures }): ReactNode {
  const { t, money } = useTexts();
  const link = useLink();
  const { partners, tiers, customers } = figures;
  const sum = (of: (partner: (typeof partners)[number]) => number): number =>
    partners.reduce((all, one) => all + of(one), 0);
  const rate = (bp: number | null): string =>
    bp === null ? t('partner.figure.unknown') : `${(bp / 100).toFixed(1)}%`;
  const columns = (
    names: readonly (
      | 'issued'
      | 'redeemed'
      | 'rate'
      | 'store'
      | 'partner'
      | 'open'
      | 'customers'
      | 'cards'
      | 'got'
    )[],
  ) => names.map((name) => ({ title: t(`partner.figure.columns.${name}`), right: true }));
  return (
    <>
      <Part title={t('partner.figure.byPartner')}>
        <PlainTable
          label={t('partner.figure.byPartner')}
          columns={[
            { title: t('partner.figure.columns.name') },
            ...columns(['issued', 'redeemed', 'rate', 'store', 'partner', 'open']),
          ]}
          rows={[
            ...partners.map((one) => ({
              key: one.partnerId,
              cells: [
                <Anchor key="name" size="sm" lh="24px" {...link(recordAddress('partner', one.partnerId))}>
                  {one.name}
                </Anchor>,
                money(one.issuedFen),
                money(one.redeemedFen),
                rate(one.rateBp),
                money(one.storeFen),
                money(one.partnerFen),
                money(one.openFen),
              ],
            })),
            {
              key: 'total',
              total: true,
              cells: [
                t('partner.figure.total'),
                money(sum((one) => one.issuedFen)),
                money(sum((one) => one.redeemedFen)),
                '',
                money(sum((one) => one.storeFen)),
                money(sum((one) => one.partnerFen)),
                money(sum((one) => one.openFen)),
              ],
            },
          ]}
        />
      </Part>
      <Part title={t('partner.figure.byTier')}>
        <PlainTable
          label={t('partner.figure.byTier')}
          columns={[
            { title: t('partner.figure.columns.tier') },
            ...columns(['customers', 'cards', 'redeemed', 'store', 'partner']),
          ]}
          rows={tiers.map((one) => ({
            key: one.tier ?? '',
            cells: [
              one.tier ?? t('partner.figure.noMember'),
              one.customers,
              one.issued,
              money(one.redeemedFen),
              money(one.storeFen),
              money(one.partnerFen),
            ],
          }))}
        />
      </Part>
      {customers.length > 0 ? (
        <Part title={t('partner.figure.byCustomer')}>
          <PlainTable
            label={t('partner.figure.byCustomer')}
            columns={[
              { title: t('partner.figure.columns.customer') },
              { title: t('partner.figure.columns.tier') },
              ...columns(['cards', 'got']),
            ]}
            rows={customers.map((one) => ({
              key: one.customerId,
              cells: [
                <Anchor key="name" size="sm" lh="24px" {...link(recordAddress('customer', one.customerId))}>
                  {one.name}
                </Anchor>,
                one.tier ?? t('partner.figure.noMember'),
                one.cards,
                money(one.gotFen),
              ],
            }))}
          />
        </Part>
      ) : null}
    </>
  );
}
