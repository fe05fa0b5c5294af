import type { ComponentProps, ReactNode } from 'react';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A step of a membership that is kept with its reason. */
export function MemberReason(
  props: Omit<ComponentProps<typeof ReasonDialog>, 'label' | 'maxLength'>,
): ReactNode {
  const { t } = useTexts();
  return <ReasonDialog {...props} label={t('membership.reason')} maxLength={200} />;
}
