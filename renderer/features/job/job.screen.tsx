import { Group, Paper, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Job } from '#shared/features/job/job.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import {
  isRunning,
  JobCancel,
  JobDownload,
  JobProgress,
  JobStateBadge,
  JobTrouble,
  useJobTexts,
} from './job-parts.tsx';
import { useJobs } from './job.queries.ts';

/** 任务: the last fifty. */
export function JobScreen(): ReactNode {
  const { t } = useTexts();
  const jobs = useJobs();
  return (
    <PageFrame title={t('page.job')}>
      <ErrorNote error={jobs.error} onRetry={() => void jobs.refetch()} />
      <Paper className="sheet" p={0}>
        {jobs.data?.length === 0 ? (
          <EmptyState sentence={t('job.noneEver')} />
        ) : (
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('job.name')}</Table.Th>
                <Table.Th>{t('job.state')}</Table.Th>
                <Table.Th>{t('job.startedAt')}</Table.Th>
                <Table.Th ta="right">{t('job.took')}</Table.Th>
                <Table.Th>{t('job.result')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(jobs.data ?? []).map((job) => (
                <JobLine key={job.id} job={job} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paper>
    </PageFrame>
  );
}

function JobLine(props: { readonly job: Job }): ReactNode {
  const { job } = props;
  const { t, instant } = useTexts();
  const texts = useJobTexts();
  const seconds =
    job.endedAt === null ? null : Math.round((Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000);
  return (
    <Table.Tr>
      <Table.Td>
        {texts.name(job)}
        <Text size="xs" c="dimmed">
          {job.subject}
        </Text>
      </Table.Td>
      <Table.Td miw={130}>
        {isRunning(job) ? <JobProgress job={job} /> : <JobStateBadge job={job} />}
      </Table.Td>
      <Table.Td className="figures">{instant(job.startedAt)}</Table.Td>
      <Table.Td ta="right" className="figures">
        {seconds === null
          ? ''
          : seconds < 120
            ? t('job.seconds', { count: seconds })
            : t('job.minutes', { count: Math.round(seconds / 60) })}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          {isRunning(job) ? <JobCancel job={job} /> : null}
          <JobTrouble job={job} />
          {job.fileName === null ? null : <JobDownload job={job} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
