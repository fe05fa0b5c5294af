import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Group,
  Loader,
  Tabs,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconDeviceFloppy, IconPlayerPlay } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { assumptionsSchema } from '#shared/features/simulation/simulation.content.ts';
import type { SimulationView } from '#shared/features/simulation/simulation.contract.ts';
import { fieldIssuesOf } from '#shared/rpc/field-issues.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { isRunning, JobProgress, JobTrouble } from '#renderer/features/job/job-parts.tsx';
import { useCancelJob } from '#renderer/features/job/job.queries.ts';
import { DesignFields } from '#renderer/features/membership/design-fields.tsx';
import { readTyped, typedDesignSchema, typedOf } from '#renderer/features/membership/design-typed.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AssumptionFields, typedAssumptionsSchema } from './assumption-fields.tsx';
import { ResultView } from './simulation-result.tsx';
import { GoLiveButton, RemoveButton } from './simulation-buttons.tsx';
import { useRun, useSaveSimulation, useSimulation } from './simulation.queries.ts';
import classes from './simulation.module.css';

/** One draft: its rules, assumptions and what they would have cost. */
export function SimulationScreen(): ReactNode {
  const { t } = useTexts();
  const id = Number(useParams({ strict: false })['id']);
  const { data, error } = useSimulation(id);
  const run = useRun();
  if (data) return <Editor key={`${data.id}-${data.version}`} view={data} run={run} />;
  return (
    <PageFrame title={t('simulation.title')}>
      <ErrorNote error={error} />
      {error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
    </PageFrame>
  );
}

const typedSchema = z.strictObject({
  name: z.string(),
  design: typedDesignSchema,
  assumptions: typedAssumptionsSchema,
});

function Editor({
  view,
  run,
}: {
  readonly view: SimulationView;
  readonly run: ReturnType<typeof useRun>;
}): ReactNode {
  const { t, day, issue } = useTexts();
  const { id, version, edition, result } = view;
  const readOnly = edition !== null;
  const empty = useMemo(
    () => ({ name: view.name, design: typedOf(view.content), assumptions: view.assumptions }),
    [view],
  );
  const [typed, setTyped, drop] = useDraft({ feature: 'simulation', id }, typedSchema, empty);
  const [tab, setTab] = useState<string | null>(result || run.busy ? 'result' : 'design');
  const go = useGo();
  const saving = useSaveSimulation();
  const { content, issues } = useMemo(() => readTyped(typed.design), [typed.design]);
  const assumed = useMemo(() => assumptionsSchema.safeParse(typed.assumptions), [typed.assumptions]);
  const isChanged = JSON.stringify(typed) !== JSON.stringify(empty);
  const isReady = content !== null && assumed.success && typed.name.trim() !== '' && !readOnly;
  const ofDesign = (field: string): string | undefined => {
    const found = issues.find((one) => one.field === field);
    return found && issue(found);
  };
  const ofAssumptions = (field: string): string | undefined => {
    const found = assumed.error && fieldIssuesOf(assumed.error).find((one) => one.field === field);
    return found && issue(found);
  };
  const save = (after?: () => void): void => {
    if (toUnread(document) || !isReady || saving.isPending) return;
    if (!isChanged) {
      after?.();
      return;
    }
    saving.mutate(
      { id, version, name: typed.name.trim(), content, assumptions: assumed.data },
      {
        onSuccess: () => {
          drop();
          if (after) after();
          else notifications.show({ message: t('simulation.saved'), color: 'green' });
        },
      },
    );
  };
  const start = (): void => {
    if (toUnread(document)) return;
    setTab('result');
    save(() => run.start({ id }));
  };
  useShortcut('mod+s', () => save());
  return (
    <PageFrame
      title={view.name}
      maxWidth={1280}
      before={
        <Tooltip label={t('simulation.back')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('simulation.back')}
            onClick={() => go('/simulation')}
          >
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={
        edition === null ? null : (
          <Badge variant="light">
            {t('simulation.states.live', { edition, day: day(view.fromDay ?? '') })}
          </Badge>
        )
      }
      actions={
        readOnly ? null : (
          <>
            <RemoveButton view={view} />
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={15} aria-hidden />}
              disabled={!isReady || !isChanged}
              loading={saving.isPending}
              onClick={() => save()}
            >
              {t('simulation.save')}
            </Button>
            <Button
              variant={result && !isChanged ? 'default' : 'filled'}
              leftSection={<IconPlayerPlay size={15} aria-hidden />}
              disabled={!isReady || run.busy}
              onClick={start}
            >
              {t('simulation.run')}
            </Button>
            <GoLiveButton view={view} disabled={!result || isChanged || run.busy} />
          </>
        )
      }
    >
      <ErrorNote error={saving.error ?? run.error} />
      <RunState run={run} />
      {readOnly ? (
        <Text size="sm">{t('simulation.live', { edition, day: day(view.fromDay ?? '') })}</Text>
      ) : null}
      <Tabs
        value={tab}
        // A tab that is left forgets what could not be read.
        onChange={(next) => toUnread(document) || setTab(next)}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="design">{t('simulation.tabs.design')}</Tabs.Tab>
          <Tabs.Tab value="assumptions">{t('simulation.tabs.assumptions')}</Tabs.Tab>
          <Tabs.Tab value="result">{t('simulation.tabs.result')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="design" pt="sm">
          <Group align="flex-end" mb="sm">
            <TextInput
              label={t('simulation.name')}
              w={280}
              value={typed.name}
              maxLength={40}
              readOnly={readOnly}
              onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
            />
          </Group>
          <DesignFields
            typed={typed.design}
            onChange={(design) => setTyped({ ...typed, design })}
            problem={ofDesign}
            readOnly={readOnly}
          />
        </Tabs.Panel>
        <Tabs.Panel value="assumptions" pt="sm">
          <section className={`sheet ${classes['part']}`} aria-label={t('simulation.assumptions')}>
            <AssumptionFields
              typed={typed.assumptions}
              onChange={(assumptions) => setTyped({ ...typed, assumptions })}
              problem={ofAssumptions}
              readOnly={readOnly}
            />
          </section>
        </Tabs.Panel>
        <Tabs.Panel value="result" pt="sm">
          {isChanged && !readOnly ? (
            <Text size="sm" c="dimmed" mb="xs">
              {t('simulation.unsaved')}
            </Text>
          ) : null}
          {result ? <ResultView id={id} result={result} names={view.names} /> : null}
          {result === null && !run.busy ? <Text size="sm">{t('simulation.stale')}</Text> : null}
        </Tabs.Panel>
      </Tabs>
    </PageFrame>
  );
}

/** Progress with a button to stop, and how the last run ended. */
function RunState({ run }: { readonly run: ReturnType<typeof useRun> }): ReactNode {
  const { t } = useTexts();
  const cancel = useCancelJob();
  const { job } = run;
  if (!job) return null;
  if (isRunning(job))
    return (
      <Group gap="sm" role="status" aria-label={t('simulation.running')}>
        <div style={{ flex: 1 }}>
          <JobProgress job={job} />
        </div>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: job.id })}>
          {t('simulation.cancel')}
        </Button>
      </Group>
    );
  if (job.state === 'cancelled')
    return (
      <Alert color="gray" role="status">
        {t('simulation.cancelled')}
      </Alert>
    );
  return <JobTrouble job={job} />;
}
