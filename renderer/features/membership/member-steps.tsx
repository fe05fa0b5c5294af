import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useClose, useMerge, useReplaceCard } from './membership.queries.ts';
import { MemberReason } from './reason.dialog.tsx';

type StepProps = { readonly view: MemberView; readonly onClose: () => void };

export function ReplaceCard({ view, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const replace = useReplaceCard();
  return (
    <MemberReason
      title={t('membership.replaceTitle')}
      confirm={t('membership.replaceCard')}
      busy={replace.isPending}
      error={replace.error}
      onClose={onClose}
      onConfirm={(reason) =>
        replace.mutate(
          { id: view.id, reason },
          {
            onSuccess: ({ cardNumber }) => {
              notifications.show({
                message: t('membership.replaced', { number: cardNumber }),
                color: 'green',
              });
              onClose();
            },
          },
        )
      }
    />
  );
}

export function CloseMembership({ view, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const closing = useClose();
  return (
    <MemberReason
      title={t('membership.closeTitle')}
      sentence={t('membership.closeSentence')}
      confirm={t('membership.close')}
      busy={closing.isPending}
      error={closing.error}
      onClose={onClose}
      onConfirm={(reason) => closing.mutate({ id: view.id, reason }, { onSuccess: onClose })}
    />
  );
}

export function MergeDialog({
  view,
  into,
  onClose,
}: StepProps & { readonly into: MemberView['others'][number] }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const merging = useMerge();
  return (
    <MemberReason
      title={t('membership.mergeTitle', { from: view.number, into: into.number })}
      sentence={t('membership.mergeSentence', { into: into.number })}
      confirm={t('membership.merge')}
      busy={merging.isPending}
      error={merging.error}
      onClose={onClose}
      onConfirm={(reason) =>
        merging.mutate(
          { id: view.id, intoId: into.id, reason },
          {
            onSuccess: () => {
              notifications.show({ message: t('membership.done'), color: 'green' });
              onClose();
              go(`/membership/${into.id}`);
            },
          },
        )
      }
    />
  );
}
