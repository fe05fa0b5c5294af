import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PayPart } from './pay-part.tsx';
import { usePayEditions, useWithdrawPay } from './pay.queries.ts';

/** Every edition of the rule, newest first; nothing while there is one only. */
export function PayEditions({ lineId }: { readonly lineId: number }): ReactNode {
  const { t, money, instant } = useTexts();
  const { data } = usePayEditions(lineId);
  if (!data || data.length < 2) return null;
  return (
    <PayPart title={t('pay.editions')}>
      {data.map((one) => (
        <Group key={one.id} gap="xs">
          <Text size="sm">{t('pay.editionLine', { edition: one.edition, name: one.createdByName })}</Text>
          <Text size="sm" c="dimmed" className="figures">
            {instant(one.createdAt)} · {t('pay.base')} {money(one.content.baseFen)}
            {one.replacedAt === null ? ` · ${t('pay.present')}` : ''}
          </Text>
        </Group>
      ))}
    </PayPart>
  );
}

/** 撤回规则, asked about. */
export function WithdrawPay({ id }: { readonly id: number }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const [asked, setAsked] = useState(false);
  const withdrawing = useWithdrawPay();
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('pay.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('pay.withdraw')}
        confirm={t('pay.withdraw')}
        danger
        busy={withdrawing.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          withdrawing.mutate(
            { id },
            {
              onSuccess: () => {
                notifications.show({ message: t('pay.withdrawn') });
                go('/pay');
              },
              onSettled: () => setAsked(false),
            },
          )
        }
      >
        {t('pay.withdrawSure')}
      </ConfirmDialog>
      <ErrorNote error={withdrawing.error} />
    </>
  );
}
