import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './partner.module.css';

/** 商户对账清单: what it comes to, and the rows that match nothing. */
export function PartnersList({ list }: { readonly list: SettlementView['list'] }): ReactNode {
  const { t, day, money } = useTexts();
  if (list === null) return <Text size="sm">{t('partner.settle.listNone')}</Text>;
  return (
    <>
      <Text size="sm" className="figures">
        {t('partner.settle.listLine', { name: list.name, money: money(list.listFen) })}
      </Text>
      <Text size="sm" className="figures" c={list.differenceFen === 0 ? undefined : 'red'}>
        {t('partner.settle.difference')}: {money(list.differenceFen)}
      </Text>
      {list.open.length > 0 ? (
        <PlainTable
          label={t('partner.settle.openRows')}
          columns={[
            { title: t('partner.list.columns.line'), right: true },
            { title: t('partner.list.columns.number') },
            { title: t('partner.list.columns.day') },
            { title: t('partner.list.columns.amount'), right: true },
            { title: t('partner.list.columns.receipt') },
            { title: t('partner.list.columns.verdict') },
          ]}
          rows={list.open.map((row) => ({
            key: row.line,
            cells: [
              row.line,
              <span key="number" className={classes.number}>
                {row.number}
              </span>,
              row.onDay === null ? '' : day(row.onDay),
              row.amountFen === null ? '' : money(row.amountFen),
              row.receipt ?? '',
              t(`partner.verdicts.${row.verdict}`),
            ],
          }))}
        />
      ) : null}
    </>
  );
}
