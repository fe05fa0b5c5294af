import { Badge, Group, Tooltip } from '@mantine/core';
import { IconLock, IconPencil, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** 草稿 or 已确认, and whether the signatures still hold. */
export function StateBadges(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t } = useTexts();
  const { state } = view.verdict;
  return (
    <Group gap={6} wrap="nowrap">
      {view.state === 'draft' ? (
        <Badge color="orange" leftSection={<IconPencil size={12} aria-hidden />}>
          {t('meeting.states.draft')}
        </Badge>
      ) : (
        <Badge color="green" leftSection={<IconLock size={12} aria-hidden />}>
          {t('meeting.states.confirmed')}
        </Badge>
      )}
      {state === 'unsigned' ? null : (
        <Tooltip label={t(`meetingPage.verdictHint.${state}`)}>
          <Badge
            color={state === 'valid' ? 'green' : 'red'}
            variant={state === 'valid' ? 'light' : 'filled'}
            leftSection={
              state === 'valid' ? (
                <IconShieldCheck size={12} aria-hidden />
              ) : (
                <IconShieldX size={12} aria-hidden />
              )
            }
          >
            {t(`meetingPage.verdict.${state}`)}
          </Badge>
        </Tooltip>
      )}
    </Group>
  );
}
