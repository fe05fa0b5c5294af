import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { entryText, quantityText } from './partner-words.ts';
import classes from './partner.module.css';

/** 本月流水: every entry that the settlement counts. */
export function SettlementEntries({ entries }: Pick<SettlementView, 'entries'>): ReactNode {
  const texts = useTexts();
  const { t, day, money } = texts;
  if (entries.length === 0) return <Text size="sm">{t('partner.settle.entriesNone')}</Text>;
  return (
    <PlainTable
      label={t('partner.settle.entries')}
      columns={[
        { title: t('partner.entryColumns.day') },
        { title: t('partner.entryColumns.kind') },
        { title: t('partner.entryColumns.number') },
        { title: t('partner.entryColumns.customer') },
        { title: t('partner.entryColumns.change'), right: true },
        { title: t('partner.settle.columns.store'), right: true },
        { title: t('partner.settle.columns.partner'), right: true },
        { title: t('partner.entryColumns.receipt') },
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <>
            {day(entry.onDay)}
            {entry.late ? (
              <Text size="xs" c="orange.9">
                {t('partner.settle.late')}
              </Text>
            ) : null}
          </>,
          entryText(entry, texts),
          <span key="number" className={classes.number}>
            {entry.number}
          </span>,
          entry.customerName,
          quantityText(entry.unit, entry.quantity, texts),
          money(entry.storeFen),
          money(entry.partnerFen),
          entry.receiptKey ?? '',
        ],
      }))}
    />
  );
}
