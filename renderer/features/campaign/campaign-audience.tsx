import { Anchor, Button, Group, Loader, Paper, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPlayerStop } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { phaseOf } from '#shared/features/campaign/campaign.rules.ts';
import {
  audienceGroups,
  type AudienceGroup,
  type AudienceLine,
} from '#shared/features/campaign/campaign-views.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAudience, useExportAudience, useStopCampaign } from './campaign.queries.ts';
import { SourceLine } from './source-line.tsx';

const pageSize = 50;

/** 名单 as it was frozen: who gets the offer, who does not, who was left out. */
export function CampaignAudience({ id, record }: { readonly id: number; readonly record: Row }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const exporting = useExportAudience();
  const [group, setGroup] = useState<AudienceGroup>('treated');
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useAudience(id, group, page);
  const counts = {
    treated: useAudience(id, 'treated', 1).data?.total ?? 0,
    control: useAudience(id, 'control', 1).data?.total ?? 0,
  };
  return (
    <Paper className="sheet" p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t('campaign.tabs.audience')}
            value={group}
            onChange={(value) => {
              setGroup(audienceGroups.find((one) => one === value) ?? 'treated');
              setPage(1);
            }}
            data={audienceGroups.map((value) => ({
              value,
              label:
                value === 'leftOut'
                  ? t('campaign.audience.leftOut')
                  : t(`campaign.audience.${value}`, { count: counts[value] }),
            }))}
          />
          <Group gap="xs">
            {may('record.export') ? (
              <Button
                variant="default"
                leftSection={<IconDownload size={15} aria-hidden />}
                loading={exporting.isPending}
                onClick={() => exporting.mutate(id)}
              >
                {t('campaign.audience.export')}
              </Button>
            ) : null}
            <StopButton id={id} record={record} />
          </Group>
        </Group>
        <SourceLine record={record} />
        <Text size="xs" c="dimmed">
          {t('campaign.audience.controlNote')} {t('campaign.audience.seed', { seed: String(record['seed']) })}
        </Text>
        <ErrorNote error={exporting.error} />
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data ? (
          <Lines lines={data.lines} group={group} />
        ) : (
          <Loader size="sm" aria-label={t('common.loading')} />
        )}
        {data ? (
          <PageNumbers size="sm" page={page} pages={Math.ceil(data.total / pageSize)} onPage={setPage} />
        ) : null}
      </Stack>
    </Paper>
  );
}

function Lines(props: { readonly lines: readonly AudienceLine[]; readonly group: AudienceGroup }): ReactNode {
  const { lines, group } = props;
  const { t, day } = useTexts();
  const link = useLink();
  if (lines.length === 0) return <Text role="status">{t('campaign.audience.none')}</Text>;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('campaign.audience.customer')}</Table.Th>
            <Table.Th>{t('campaign.audience.phone')}</Table.Th>
            <Table.Th>{t('campaign.audience.why')}</Table.Th>
            <Table.Th>{t('campaign.audience.last')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, at) => (
            <Table.Tr key={`${line.customerId ?? 0}-${at}`}>
              <Table.Td>
                {line.customerId === null ? null : (
                  <Anchor inherit {...link(recordAddress('customer', line.customerId))}>
                    {line.name}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td className="figures">{line.phone}</Table.Td>
              <Table.Td>
                {line.leftOut
                  ? t(`campaign.reasons.${line.leftOut}`)
                  : line.why || t('campaign.audience.whyAll')}
              </Table.Td>
              <Table.Td>
                {line.last && group === 'treated'
                  ? `${day(line.last.on)} ${t(`campaign.codes.${line.last.code}`)} · ${line.last.personName}`
                  : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** 提前结束 while the campaign runs. */
function StopButton({ id, record }: { readonly id: number; readonly record: Row }): ReactNode {
  const { t } = useTexts();
  const { may, today } = useSession();
  const stop = useStopCampaign();
  const [asking, setAsking] = useState(false);
  const { state, startsOn, endsOn } = record;
  const phase = phaseOf({ state: String(state), startsOn: String(startsOn), endsOn: String(endsOn) }, today);
  if (!may('campaign.write') || phase !== 'running' || endsOn === today) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={15} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('campaign.stop')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('campaign.stopTitle')}
        confirm={t('campaign.stop')}
        busy={stop.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          stop.mutate(
            { id },
            {
              onSuccess: () => {
                setAsking(false);
                notifications.show({ message: t('campaign.stopped'), color: 'green' });
              },
            },
          )
        }
      >
        <Text>{t('campaign.stopSentence')}</Text>
        <ErrorNote error={stop.error} />
      </ConfirmDialog>
    </>
  );
}
