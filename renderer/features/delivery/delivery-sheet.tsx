import { Alert, Anchor, Badge, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck, IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { deliveryPaper } from './delivery.queries.ts';
import { SignedPicture } from './signed-picture.tsx';
import classes from './delivery.module.css';

/** 交接单: its number, both signatures and whether they still count; void numbers stay in sight. */
export function DeliverySheet({ view }: { readonly view: DeliveryView }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  const { sheet, voidSheets } = view;
  return (
    <section className={classes.sheet} aria-labelledby="delivery-sheet">
      <Title order={2} id="delivery-sheet" className={classes.heading}>
        {t('delivery.sections.sheet')} <span className="figures">{sheet?.number}</span>
      </Title>
      {sheet ? (
        <Signatures view={view} sheet={sheet} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('delivery.sheet.none')}
        </Text>
      )}
      {voidSheets.length > 0 ? (
        <ul className={classes.lines}>
          {voidSheets.map(({ number, voidedOn, reason }) => (
            <li key={number}>{t('delivery.sheet.voided', { number, day: day(voidedOn), reason })}</li>
          ))}
        </ul>
      ) : null}
      <Anchor size="xs" {...link(listAddress('handOverSheet'))}>
        {t('delivery.sheet.register')}
      </Anchor>
    </section>
  );
}

function Signatures(props: {
  readonly view: DeliveryView;
  readonly sheet: NonNullable<DeliveryView['sheet']>;
}): ReactNode {
  const { view, sheet } = props;
  const { t, instant } = useTexts();
  const { customer, signatures, verdict } = sheet;
  return (
    <div className={classes.signatures}>
      {verdict.state === 'void' ? (
        <Alert color="red" p="xs" icon={<IconAlertTriangle size={18} />} role="alert">
          {t('delivery.sheet.invalid')}
        </Alert>
      ) : null}
      {signatures.map(({ personName, signedAt }) => (
        <Text key={signedAt} size="sm">
          {t('delivery.sheet.store', { name: personName, at: instant(signedAt) })}
        </Text>
      ))}
      {customer ? (
        <>
          <Text size="sm">
            {t('delivery.sheet.customer', { name: customer.name, at: instant(customer.at) })}
          </Text>
          <SignedPicture deliveryId={view.id} signature={customer} />
        </>
      ) : (
        <Badge color="orange" leftSection={<IconSignature size={12} aria-hidden />}>
          {t('delivery.sheet.waits')}
        </Badge>
      )}
      {verdict.state === 'valid' ? (
        <Badge color="green" leftSection={<IconShieldCheck size={12} aria-hidden />}>
          {t('delivery.sheet.valid')}
        </Badge>
      ) : null}
      <Text size="xs" c="dimmed" className="code">
        {t('delivery.sheet.auditCode', { code: sheet.auditCode })}
      </Text>
      <PaperButton
        name={sheet.number}
        load={deliveryPaper(view.id, 'sheet')}
        label={t('delivery.sheet.print')}
        byKey
      />
    </div>
  );
}
