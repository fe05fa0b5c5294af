import type { ReactNode } from 'react';
import type { CustomerSignature } from '#shared/features/delivery/delivery.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSignature } from './delivery.queries.ts';
import classes from './delivery.module.css';

/** What the customer signed: the stroke, or the photo of the paper. */
export function SignedPicture(props: {
  readonly deliveryId: number;
  readonly signature: CustomerSignature;
}): ReactNode {
  const { deliveryId, signature } = props;
  const { t } = useTexts();
  const address = useSignature(deliveryId, signature.id);
  return (
    <span className={classes.signed}>
      {address === undefined ? null : (
        <img src={address} alt={t('delivery.sheet.picture', { name: signature.name })} />
      )}
      <small>{t(`delivery.sheet.way.${signature.way}`)}</small>
    </span>
  );
}
