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

/** How many files, and the beginnings of the first three names, by which support finds them. */
const named = (hashes: readonly string[]): { count: number; hashes: string } => ({
  count: hashes.length,
  hashes: `${hashes
    .slice(0, 3)
    .map((hash) => hash.slice(0, 8))
    .join(', ')}${hashes.length > 3 ? ' …' : ''}`,
});

function problemsOf(
  { integrity, danglingReferences, attachments, audit, backups }: StoreVerdict,
  t: ScreenTexts['t'],
  problem: (reason: string) => string,
): readonly string[] {
  const { missing, changed } = attachments;
  return [
    ...integrity.map((message) => t('backup.verifyIntegrity', { message })),
    ...(danglingReferences > 0 ? [t('backup.verifyDangling', { count: danglingReferences })] : []),
    ...(audit.brokenAt === null ? [] : [t('backup.verifyAudit', { seq: audit.brokenAt })]),
    ...(missing.length > 0 ? [t('backup.verifyMissing', named(missing))] : []),
    ...(changed.length > 0 ? [t('backup.verifyChanged', named(changed))] : []),
    ...backups.flatMap(({ path, problem: found, attachments: kept }) => {
      const name = t('backup.verifyBackup', { file: path });
      const lost = kept.missing.length + kept.changed.length;
      return [
        ...(found ? [`${name} ${problem(found)}`] : []),
        ...(lost > 0 ? [`${name} ${t('backup.verifyBackupLost', { count: lost })}`] : []),
      ];
    }),
  ];
}
