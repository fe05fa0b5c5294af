import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** What was issued, redeemed and written off, a line for each agreement, with the total. */
export function SettlementLines({ view }: { readonly view: SettlementView }): ReactNode {
  const { t, money } = useTexts();
  if (view.lines.length === 0) return <Text size="sm">{t('partner.settle.linesNone')}</Text>;
  const counted = (fen: number, words: string): ReactNode => (
    <>
      {money(fen)}
      <Text size="xs" c="dimmed">
        {words}
      </Text>
    </>
  );
  return (
    <PlainTable
      label={t('partner.settle.total')}
      columns={[
        { title: t('partner.settle.columns.card') },
        ...(['issued', 'redeemed', 'expired', 'store', 'partner'] as const).map((name) => ({
          title: t(`partner.settle.columns.${name}`),
          right: true,
        })),
      ]}
      rows={[
        ...view.lines.map((line) => ({
          key: line.agreementId,
          cells: [
            line.cardName,
            counted(line.issuedFen, t('partner.settle.cards', { count: line.issued })),
            counted(line.redeemedFen, t('partner.settle.times', { count: line.redeemed })),
            counted(line.expiredFen, t('partner.settle.cards', { count: line.expired })),
            money(line.storeFen),
            money(line.partnerFen),
          ],
        })),
        {
          key: 'total',
          total: true,
          cells: [
            t('partner.settle.total'),
            money(view.issuedFen),
            money(view.redeemedFen),
            money(view.expiredFen),
            money(view.storeFen),
            money(view.partnerFen),
          ],
        },
      ]}
    />
  );
}
