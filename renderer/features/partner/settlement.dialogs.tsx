import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAgree, usePay } from './partner.queries.ts';

type Props = { readonly view: SettlementView; readonly onClose: () => void };

/** 定稿: closes the month. */
export function AgreeDialog({ view, onClose }: Props): ReactNode {
  const { t, month } = useTexts();
  const agree = useAgree();
  const [note, setNote] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('partner.settle.agreeTitle', { month: month(view.month) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (agree.isPending) return;
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
        <Stack gap="sm">
          <Text size="sm">{t('partner.settle.agreeSentence')}</Text>
          <TextInput
            data-autofocus
            label={t('partner.settle.note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNote error={agree.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={agree.isPending}>
              {t('partner.settle.agree')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
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
    <Modal
      opened
      onClose={onClose}
      title={t('partner.settle.payTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (onDay === null || view.id === null || pay.isPending) return;
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
        <Stack gap="sm">
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
          <ErrorNote error={pay.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={pay.isPending} disabled={onDay === null}>
              {t('partner.settle.pay')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
