import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { DesignContent } from '#shared/features/membership/membership.content.ts';
import { tiersForSale } from '#shared/features/membership/membership-offer.rules.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useRefusals } from '#renderer/hooks/use-refusals.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ownReceiptKey } from './membership-words.ts';
import { useEnrol } from './membership.queries.ts';

const free = '';
const refusedAt = {
  'membership-receipt-taken': 'receipt',
  'membership-tier-not-sold': 'tier',
  'membership-price-changed': 'tier',
  'membership-above-limit': 'tier',
};

/** 入会 where the design sells tiers: free, or with the fee of one, in one step. */
export function EnrolDialog(props: {
  readonly customerId: number;
  readonly design: DesignContent;
  readonly onClose: () => void;
}): ReactNode {
  const { customerId, design, onClose } = props;
  const { t, money } = useTexts();
  const go = useGo();
  const enrol = useEnrol();
  const [tier, setTier] = useState(free);
  const [receipt, setReceipt] = useState('');
  const [ownKey] = useState(ownReceiptKey);
  const bought = tiersForSale(design).find(({ name }) => name === tier);
  const { problem, rest } = useRefusals(enrol.error, refusedAt);
  const submit = (): void => {
    enrol.mutate(
      {
        customerId,
        note: null,
        paid: bought
          ? { tier: bought.name, priceFen: bought.priceFen, receiptKey: receipt.trim() || ownKey }
          : null,
      },
      {
        onSuccess: ({ id }) => {
          notifications.show({ message: t('membership.enrolled'), color: 'green' });
          go(`/membership/${id}`);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('membership.enrolTitle')}
      confirm={t(bought ? 'membership.enrolPaid' : 'membership.enrol')}
      busy={enrol.isPending}
      error={rest}
      onClose={onClose}
      onSubmit={submit}
    >
      <NativeSelect
        data-autofocus
        label={t('membership.tier')}
        value={tier}
        error={problem('tier')}
        data={[
          { value: free, label: t('membership.enrolFree', { tier: design.tiers[0]?.name ?? '' }) },
          ...tiersForSale(design).map(({ name, priceFen, priceMonths }) => ({
            value: name,
            label: t('membership.feeOffer', { name, money: money(priceFen), months: priceMonths }),
          })),
        ]}
        onChange={(event) => setTier(event.currentTarget.value)}
      />
      {bought ? (
        <TextInput
          label={t('membership.receipt')}
          value={receipt}
          maxLength={60}
          error={problem('receipt')}
          onChange={(event) => setReceipt(event.currentTarget.value)}
        />
      ) : null}
    </FormDialog>
  );
}
