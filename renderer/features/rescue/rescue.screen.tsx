import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFolder, IconRefresh, IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { RescueState, StoreProblem } from '#shared/features/rescue/rescue.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { EntryFrame } from '#renderer/features/session/entry-frame.tsx';
import { useProblem } from '#renderer/hooks/use-problem.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BackupChoice } from './backup-choice.tsx';
import { useRescueRetry, useRescueState } from './rescue.queries.ts';
import { SalvagePart } from './salvage-part.tsx';

/** 数据打不开: what happened, what is kept, and the ways out. Nothing here deletes anything. */
export function RescueScreen(props: { readonly problem: StoreProblem }): ReactNode {
  const { t } = useTexts();
  const problem = useProblem();
  const [folder, setFolder] = useState('');
  const rescue = useRescueState(folder);
  const state = rescue.data;
  const { reason } = state?.problem ?? props.problem;
  const isNewer = reason === 'newer-database';
  return (
    <EntryFrame title={isNewer ? t('rescue.newerTitle') : t('rescue.title')} width={860}>
      <Stack gap={6}>
        <Text fw={600}>{problem(reason)}</Text>
        <Group gap={6} wrap="nowrap" align="flex-start">
          <IconShieldCheck size={18} stroke={1.6} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Text>{isNewer ? t('rescue.untouched') : t('rescue.kept')}</Text>
        </Group>
      </Stack>
      <ErrorNote error={rescue.error} onRetry={() => void rescue.refetch()} />
      {state ? (
        <>
          {state.actions.includes('restore') ? (
            <BackupChoice state={state} looking={rescue.isFetching} onFolder={setFolder} />
          ) : null}
          {state.actions.includes('retry') ? <RetryPart /> : null}
          {state.actions.includes('salvage') ? (
            <SalvagePart hasSound={state.backups.some(({ check }) => check === 'sound')} />
          ) : null}
          <WherePart state={state} />
        </>
      ) : rescue.error ? null : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </EntryFrame>
  );
}

function RetryPart(): ReactNode {
  const { t } = useTexts();
  const retry = useRescueRetry();
  return (
    <Stack gap="xs">
      <Text c="dimmed">{t('rescue.retrySentence')}</Text>
      <ErrorNote error={retry.error} />
      <Button
        w="fit-content"
        leftSection={<IconRefresh size={16} />}
        loading={retry.isPending}
        onClick={() => retry.mutate({})}
      >
        {t('rescue.retry')}
      </Button>
    </Stack>
  );
}

function WherePart(props: { readonly state: RescueState }): ReactNode {
  const { dataFolder, databasePath } = props.state;
  const { t } = useTexts();
  const line = (name: string, value: string): ReactNode => (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Text component="dt" size="xs" c="dimmed" style={{ flex: 'none' }}>
        {name}
      </Text>
      <Text component="dd" m={0} size="sm" className="code" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </Group>
  );
  return (
    <Stack gap={4} component="section">
      <Group gap={6}>
        <IconFolder size={18} stroke={1.6} aria-hidden />
        <Title order={2} size="h4">
          {t('rescue.where')}
        </Title>
      </Group>
      <Stack component="dl" gap={2} m={0}>
        {line(t('rescue.dataFolder'), dataFolder)}
        {line(t('rescue.databaseFile'), databasePath)}
      </Stack>
    </Stack>
  );
}
