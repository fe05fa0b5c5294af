import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CustomerSignDialog } from './customer-sign.dialog.tsx';
import { useAcknowledge, useCancel, useHandOver, useSign, useWithdraw } from './delivery.queries.ts';

/** What can be asked for on the page of a delivery. */
export type AskedStep = 'sign' | 'handOver' | 'acknowledge' | 'withdraw' | 'cancel';

type StepProps = { readonly view: DeliveryView; readonly onClose: () => void };

/** One step of a delivery in its dialog. */
export function StepDialog(props: StepProps & { readonly step: AskedStep }): ReactNode {
  const { step, ...rest } = props;
  switch (step) {
    case 'sign':
      return <StoreSigns {...rest} />;
    case 'handOver':
      return <CustomerSigns {...rest} />;
    case 'acknowledge':
      return <CustomerAcknowledges {...rest} />;
    case 'withdraw':
    case 'cancel':
      return <WithReason {...rest} step={step} />;
  }
}

function Summary({ view }: { readonly view: DeliveryView }): ReactNode {
  const { t } = useTexts();
  const { model, vin, items, disclosures } = view;
  return (
    <Text size="sm" fw={600}>
      {t('delivery.sheet.summary', { model, vin, items: items.length, repairs: disclosures.length })}
    </Text>
  );
}

function StoreSigns({ view, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const [secret, setSecret] = useState(noSecret);
  const sign = useSign();
  return (
    <FormDialog
      title={t('delivery.sheet.storeSignTitle')}
      confirm={t('delivery.sheet.storeSign')}
      ready={isGiven(secret)}
      busy={sign.isPending}
      error={sign.error}
      onClose={onClose}
      onSubmit={() =>
        sign.mutate({ id: view.id, version: view.version, secret: secretOf(secret) }, { onSuccess: onClose })
      }
    >
      <Summary view={view} />
      <Text size="sm">{t('delivery.sheet.storeSignSentence')}</Text>
      <SecretFields secret={secret} onChange={setSecret} autoFocus />
    </FormDialog>
  );
}

function CustomerSigns({ view, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const handOver = useHandOver();
  const number = view.sheet?.number ?? '';
  return (
    <CustomerSignDialog
      title={t('delivery.sheet.customerSignTitle', { number })}
      submit={t('delivery.signing.handOver')}
      customerName={view.customerName}
      busy={handOver.isPending}
      error={handOver.error}
      onClose={onClose}
      onSign={(given) =>
        handOver.mutate(
          { id: view.id, version: view.version, ...given },
          {
            onSuccess: () => {
              notifications.show({
                color: 'green',
                message: t('delivery.sheet.done', { number }),
                closeButtonProps: { 'aria-label': t('common.close') },
              });
              onClose();
            },
          },
        )
      }
    >
      <Summary view={view} />
      <Text size="sm">{t('delivery.sheet.customerSignSentence')}</Text>
    </CustomerSignDialog>
  );
}

function CustomerAcknowledges({ view, onClose }: StepProps): ReactNode {
  const { t, day } = useTexts();
  const acknowledge = useAcknowledge();
  return (
    <CustomerSignDialog
      title={t('delivery.disclosure.acknowledgeTitle')}
      submit={t('delivery.signing.confirm')}
      customerName={view.customerName}
      busy={acknowledge.isPending}
      error={acknowledge.error}
      onClose={onClose}
      onSign={(given) =>
        acknowledge.mutate({ id: view.id, version: view.version, ...given }, { onSuccess: onClose })
      }
    >
      <Text size="sm">{t('delivery.disclosure.acknowledgeSentence')}</Text>
      <ul>
        {view.disclosures.map(({ number, on, disclosedText }) => (
          <li key={number}>
            {t('delivery.disclosure.repair', { number, day: day(on) })}：{disclosedText}
          </li>
        ))}
      </ul>
    </CustomerSignDialog>
  );
}

function WithReason(props: StepProps & { readonly step: 'withdraw' | 'cancel' }): ReactNode {
  const { view, step, onClose } = props;
  const { t } = useTexts();
  const cancel = useCancel();
  const withdraw = useWithdraw();
  const { mutate, isPending, error } = step === 'cancel' ? cancel : withdraw;
  return (
    <ReasonDialog
      title={t(`delivery.${step}Title`, {
        number: step === 'cancel' ? view.number : (view.sheet?.number ?? ''),
      })}
      sentence={step === 'withdraw' ? t('delivery.withdrawHint') : undefined}
      label={t('delivery.reason')}
      maxLength={500}
      confirm={t(`delivery.${step}`)}
      color="red"
      busy={isPending}
      error={error}
      onClose={onClose}
      onConfirm={(reason) => mutate({ id: view.id, version: view.version, reason }, { onSuccess: onClose })}
    />
  );
}
