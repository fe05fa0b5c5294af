import { ActionIcon, Badge, Button, Progress, Text, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconDownload,
  IconLoader2,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unfinishedOf, type Job, type JobState } from '#shared/features/job/job.contract.ts';
import { textAt } from '#shared/text/texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCancelJob, useJobFile } from './job.queries.ts';

const partLook = { icon: IconAlertTriangle, color: 'yellow' };

const looks: Record<JobState, { icon: Icon; color: string }> = {
  queued: { icon: IconClock, color: 'gray' },
  running: { icon: IconLoader2, color: 'blue' },
  done: { icon: IconCheck, color: 'green' },
  failed: { icon: IconAlertTriangle, color: 'red' },
  cancelled: { icon: IconBan, color: 'gray' },
};

export const isRunning = (job: Job): boolean => job.state === 'running' || job.state === 'queued';

/** Names of jobs and steps; their keys are data. */
export function useJobTexts(): {
  readonly name: (job: Job) => string;
  readonly step: (job: Job) => string;
  readonly unfinished: (job: Pick<Job, 'state' | 'result'>) => readonly string[];
} {
  const { i18n } = useTranslation();
  return {
    name: (job) => textAt(i18n, `job.kinds.${job.kind.replaceAll('.', '_')}`),
    step: (job) => textAt(i18n, `job.steps.${job.step}`),
    unfinished: (job) => unfinishedOf(job).map((part) => textAt(i18n, `job.unfinished.${part}`)),
  };
}

/** 状态 with icon and word. */
export function JobStateBadge(props: { readonly job: Job }): ReactNode {
  const { t } = useTexts();
  const { state } = props.job;
  const inPart = unfinishedOf(props.job).length > 0;
  const { icon: Shown, color } = inPart ? partLook : looks[state];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {inPart ? t('job.doneInPart') : t(`job.states.${state}`)}
    </Badge>
  );
}

/** Why a job failed, or what it left undone; nothing for all others. */
export function JobTrouble(props: { readonly job: Job }): ReactNode {
  const { job } = props;
  const { error } = useTexts();
  const { unfinished } = useJobTexts();
  if (job.state === 'failed' && job.error)
    return (
      <Text size="xs" c="red">
        {error(job.error)}
      </Text>
    );
  return unfinished(job).map((sentence) => (
    <Text key={sentence} size="xs">
      {sentence}
    </Text>
  ));
}

/** Progress with step and percent while it runs. */
export function JobProgress(props: { readonly job: Job }): ReactNode {
  const { job } = props;
  const texts = useJobTexts();
  return (
    <div>
      <Progress value={job.percent} size="sm" animated aria-label={texts.name(job)} />
      <Text size="xs" c="dimmed" mt={2} className="figures">
        {texts.step(job)} · {job.percent}%
      </Text>
    </div>
  );
}

export function JobCancel(props: { readonly job: Job }): ReactNode {
  const { t } = useTexts();
  const cancel = useCancelJob();
  return (
    <Tooltip label={t('job.cancel')}>
      <ActionIcon
        color="gray"
        aria-label={t('job.cancel')}
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ id: props.job.id })}
      >
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

export function JobDownload(props: { readonly job: Job }): ReactNode {
  const { t } = useTexts();
  const file = useJobFile();
  return (
    <Button
      variant="light"
      leftSection={<IconDownload size={16} />}
      loading={file.isPending}
      onClick={() => file.mutate(props.job.id)}
    >
      {t('job.download')}
    </Button>
  );
}
