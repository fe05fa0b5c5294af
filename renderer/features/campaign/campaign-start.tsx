import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AudienceFigures } from './audience-figures.tsx';
import { useCampaignPreview, useStartCampaign } from './campaign.queries.ts';
import { ControlShare } from './control-share.tsx';
import { SourceLine } from './source-line.tsx';

/** 启动前预览 of a draft, and the key that freezes the audience. */
export function CampaignStart({ id, record }: { readonly id: number; readonly record: Row }): ReactNode {
  const { t, error: sentence } = useTexts();
  const [share, setShare] = useState<number | null>(Number(record['controlBp']));
  const [asking, setAsking] = useState(false);
  const controlBp = share ?? 0;
  const { data, error, isFetching, refetch } = useCampaignPreview(id, controlBp);
  const start = useStartCampaign();
  const begin = (): void => {
    if (!data) return;
    start.mutate(
      { id, controlBp, seen: data.heads },
      {
        onSuccess: (counts) =>
          notifications.show({ message: t('campaign.preview.started', counts), color: 'green' }),
        onSettled: () => setAsking(false),
      },
    );
  };
  const controlHeads = data?.controlHeads ?? 0;
  // Told before anybody is asked to confirm; the core refuses it too.
  const hasOffer = (record['offer'] ?? '') !== '';
  return (
    <Paper className="sheet" p="md" component="section" aria-labelledby="campaign-preview">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} id="campaign-preview">
            {t('campaign.preview.title')}
          </Title>
          <Button
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            disabled={!data || !hasOffer || data.heads === controlHeads || isFetching}
            onClick={() => toUnread(document) || setAsking(true)}
          >
            {t('campaign.preview.start')}
          </Button>
        </Group>
        {hasOffer ? null : (
          <Text size="sm" role="status">
            {sentence({ code: 'rule-violated', reason: 'campaign-no-offer', params: {} })}
          </Text>
        )}
        <SourceLine record={record} />
        <ControlShare
          description={t('campaign.make.controlHint')}
          w={360}
          value={share}
          onChange={setShare}
        />
        <ErrorNote error={error ?? start.error} onRetry={() => void refetch()} />
        {data ? <AudienceFigures preview={data} /> : <Loader size="sm" aria-label={t('common.loading')} />}
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={t('campaign.preview.startTitle', { name: String(record['name']) })}
        confirm={t('campaign.preview.start')}
        busy={start.isPending}
        onClose={() => setAsking(false)}
        onConfirm={begin}
      >
        <Text>
          {t('campaign.preview.startSentence', {
            treated: (data?.heads ?? 0) - controlHeads,
            control: controlHeads,
          })}
        </Text>
      </ConfirmDialog>
    </Paper>
  );
}
