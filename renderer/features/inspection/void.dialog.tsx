import type { ReactNode } from 'react';
import { SignedReasonDialog } from '#renderer/features/signature/signed-reason-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useVoid } from './inspection.queries.ts';

/** 作废: a manager says why, and signs. */
export function VoidDialog(props: {
  readonly id: number;
  readonly number: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, number, onClose } = props;
  const { t } = useTexts();
  const { mutate, isPending, error } = useVoid();
  return (
    <SignedReasonDialog
      title={t('inspection.sheet.voidTitle', { number })}
      sentence={t('inspection.sheet.voidSentence')}
      label={t('inspection.sheet.voidReason')}
      confirm={t('inspection.sheet.voidIt')}
      busy={isPending}
      error={error}
      onClose={onClose}
      onConfirm={(given) => mutate({ id, ...given }, { onSuccess: onClose })}
    />
  );
}
