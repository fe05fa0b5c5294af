import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDiscarded, useRestoreMeeting } from './meeting.queries.ts';

/** 回收站: drafts opened by mistake, all or of one week, with the way back. Nothing when there are none. */
export function DiscardedDrafts(props: { readonly week?: string }): ReactNode {
  const { week } = props;
  const { t, instant } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const discarded = useDiscarded(week, may('meeting.write'));
  const restore = useRestoreMeeting();
  const rows = discarded.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Paper className="sheet" p="sm" component="section" aria-label={t('meetingPage.discard.bin')}>
      <Title order={2} size="h4" mb={4}>
        <IconTrash size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('meetingPage.discard.bin')}
      </Title>
      {rows.map((row) => (
        <Group key={row.id} gap="md" py={2}>
          <Text size="sm">{t('meetingPage.name', { week: Number(row.period.slice(6)) })}</Text>
          <Text size="xs" c="dimmed" className="figures">
            {row.number} ·{' '}
            {t('meetingPage.discard.at', { at: row.removedAt === null ? '' : instant(row.removedAt) })}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} />}
            loading={restore.isPending && restore.variables.id === row.id}
            onClick={() => restore.mutate({ id: row.id }, { onSuccess: () => go(`/meeting/${row.period}`) })}
          >
            {t('meetingPage.discard.restore')}
          </Button>
        </Group>
      ))}
      <ErrorNote error={restore.error} />
    </Paper>
  );
}
