import { ActionIcon, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDiscardMeeting } from './meeting.queries.ts';

/** What is seldom done with a draft: putting it into the bin. */
export function MoreMenu(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t } = useTexts();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const discard = useDiscardMeeting();
  const { attendance, decisions, raised, period } = view.content;
  const signed = attendance.filter(({ signedWith }) => signedWith !== null).length;
  return (
    <>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('meetingPage.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            disabled={signed > 0}
            onClick={() => setAsking(true)}
          >
            {t('meetingPage.discard.item')}
          </Menu.Item>
          {signed > 0 ? (
            <Text size="xs" c="dimmed" px="sm" pb={6} maw={240}>
              {t('meetingPage.discard.signed', { count: signed })}
            </Text>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asking}
        danger
        title={t('meetingPage.discard.title', { week: Number(period.slice(6)) })}
        confirm={t('meetingPage.discard.confirm')}
        busy={discard.isPending}
        onConfirm={() =>
          discard.mutate(
            { id: view.id },
            {
              onSuccess: () => {
                notifications.show({
                  message: t('meetingPage.discard.done'),
                });
                go('/meeting');
              },
            },
          )
        }
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('meetingPage.discard.question')}</Text>
        {decisions.length + raised.length > 0 ? (
          <Text size="sm" mt="xs">
            {t('meetingPage.discard.takesAlong', { decisions: decisions.length, actions: raised.length })}
          </Text>
        ) : null}
        <ErrorNote error={discard.error} />
      </ConfirmDialog>
    </>
  );
}
