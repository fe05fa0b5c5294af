import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StoreVerdict } from '#shared/features/backup/backup.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useProblem } from '#renderer/hooks/use-problem.ts';
import { useTexts, type ScreenTexts } from '#renderer/hooks/use-texts.ts';
import { useVerifyStore } from './backup.queries.ts';

/** Integrity of the store, its audit trail and all its backups, asked for by hand. */
export function VerifyStore(): ReactNode {
  const { t } = useTexts();
  const problem = useProblem();
  const verify = useVerifyStore();
  const verdict = verify.data;
  const lines = verdict ? problemsOf(verdict, t, problem) : [];
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('backup.verify')}
      </Button>
      <div role="status">
        {verdict ? (
          <Alert
            p="xs"
            color={verdict.ok ? 'green' : 'red'}
            icon={verdict.ok ? <IconShieldCheck size={18} /> : <IconShieldX size={18} />}
          >
            {verdict.ok ? t('backup.verifyOk', { count: verdict.backups.length }) : t('backup.verifyBad')}
            {lines.map((line) => (
              <Text key={line} size="xs">
                {line}
              </Text>
            ))}
          </Alert>
        ) : null}
      </div>
      <ErrorNote error={verify.error} />
    </Group>
  );
}

function problemsOf(
  { integrity, danglingReferences, audit, backups }: StoreVerdict,
  t: ScreenTexts['t'],
  problem: (reason: string) => string,
): readonly string[] {
  return [
    ...integrity.map((message) => t('backup.verifyIntegrity', { message })),
    ...(danglingReferences > 0 ? [t('backup.verifyDangling', { count: danglingReferences })] : []),
    ...(audit.brokenAt === null ? [] : [t('backup.verifyAudit', { seq: audit.brokenAt })]),
    ...backups.flatMap(({ path, problem: found }) =>
      found ? [`${t('backup.verifyBackup', { file: path })} ${problem(found)}`] : [],
    ),
  ];
}
