import { ActionIcon, Button, Group, Indicator, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconProgressCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Job } from '#shared/features/job/job.contract.ts';
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

const shownEnded = 5;

/** 任务: what runs now with its progress, and what ended last. */
export function JobTray(props: { readonly onAll: () => void }): ReactNode {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const jobs = useJobs().data ?? [];
  const running = jobs.filter(isRunning);
  const ended = jobs.filter((job) => !isRunning(job)).slice(0, shownEnded);
  const label =
    running.length > 0
      ? `${t('job.title')} · ${t('job.running', { count: running.length })}`
      : t('job.title');
  return (
    <Popover opened={opened} onChange={setOpened} width={380} position="bottom-end" shadow="md" trapFocus>
      <Indicator label={running.length} size={16} disabled={running.length === 0} color="blue" offset={4}>
        <Popover.Target>
          <ActionIcon color="gray" size="lg" aria-label={label} onClick={() => setOpened(!opened)}>
            <IconProgressCheck size={20} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="sm" aria-label={t('job.title')}>
        <ScrollArea.Autosize mah={420}>
          <Stack gap="sm">
            {running.length === 0 ? (
              <Text c="dimmed" size="xs">
                {t('job.none')}
              </Text>
            ) : null}
            {[...running, ...ended].map((job) => (
              <TrayLine key={job.id} job={job} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="flex-end" mt="sm">
          <Button
            variant="subtle"
            onClick={() => {
              setOpened(false);
              props.onAll();
            }}
          >
            {t('job.showAll')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function TrayLine(props: { readonly job: Job }): ReactNode {
  const { job } = props;
  const texts = useJobTexts();
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="xs" fw={500} truncate>
          {texts.name(job)}
          {job.subject === '' ? '' : ` · ${job.subject}`}
        </Text>
        {isRunning(job) ? <JobCancel job={job} /> : <JobStateBadge job={job} />}
      </Group>
      {isRunning(job) ? <JobProgress job={job} /> : null}
      <JobTrouble job={job} />
      {job.fileName === null ? null : <JobDownload job={job} />}
    </div>
  );
}
