import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAgree, usePay } from './partner.queries.ts';

type Props = { readonly view: SettlementView; readonly onClose: () => void };

/** 定稿: closes the month. */
export function AgreeDialog({ view, onClose }: Props): ReactNode {
  const { t, month } = useTexts();
  const agree = useAgree();
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={t('partner.settle.agreeTitle', { month: month(view.month) })}
      confirm={t('partner.settle.agree')}
      busy={agree.isPending}
      error={agree.error}
      onClose={onClose}
      onSubmit={() => {
        agree.mutate(
          {
            partnerId: view.partnerId,
            month: view.month,
            seenNetFen: view.netFen,
            note: note.trim() === '' ? null : note.trim(),
          },
          {
            onSuccess: ({ number }) => {
              notifications.show({ message: t('partner.settle.agreed', { number }), color: 'green' });
              onClose();
            },
          },
        );
      }}
    >
      <Text size="sm">{t('partner.settle.agreeSentence')}</Text>
      <TextInput
        data-autofocus
        label={t('partner.settle.note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** 结清: the day, and the account that pays. */
export function PayDialog({ view, onClose }: Props): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const pay = usePay();
  const [onDay, setOnDay] = useState<string | null>(today);
  const [account, setAccount] = useState('');
  return (
    <FormDialog
      title={t('partner.settle.payTitle')}
      confirm={t('partner.settle.pay')}
      busy={pay.isPending}
      ready={onDay !== null}
      error={pay.error}
      onClose={onClose}
      onSubmit={() => {
        if (onDay === null || view.id === null) return;
        pay.mutate(
          { id: view.id, onDay, account: account.trim() === '' ? null : account.trim() },
          {
            onSuccess: () => {
              notifications.show({ message: t('partner.settle.paid'), color: 'green' });
              onClose();
            },
          },
        );
      }}
    >
      <Text size="sm">
        {view.netFen > 0
          ? t('partner.settle.payOut')
          : view.netFen < 0
            ? t('partner.settle.payIn')
            : t('partner.settle.payNone')}
      </Text>
      <DayInput label={t('partner.settle.payDay')} value={onDay} maxDate={today} onChange={setOnDay} />
      {view.netFen > 0 ? (
        <TextInput
          label={t('partner.settle.account')}
          maxLength={60}
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
      ) : null}
    </FormDialog>
  );
}
