import { Button, Group, Text, Title } from '@mantine/core';
import { IconFileDownload, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { PaperDialog } from '#renderer/components/paper/paper-dialog.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DeletionDialog } from './deletion-dialog.tsx';
import { copyPaper } from './personal-data.queries.ts';

/** 副本与删除 for who may: a copy of everything for the person, and the way to a deletion. */
export function CopyAndDeletion(props: { readonly customerId: number; readonly name: string }): ReactNode {
  const { customerId, name } = props;
  const { t } = useTexts();
  const [asking, setAsking] = useState<'copy' | 'erase' | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  return (
    <section aria-label={t('personalData.manage')}>
      <Title order={2} size="h4" mb={4}>
        {t('personalData.manage')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('personalData.copyHint')} {t('personalData.eraseHint')}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
          onClick={() => setAsking('copy')}
        >
          {t('personalData.copy')}
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setAsking('erase')}
        >
          {t('personalData.erase')}
        </Button>
      </Group>
      {asking === 'copy' ? (
        <ReasonDialog
          title={t('personalData.copy')}
          sentence={t('personalData.copyHint')}
          label={t('personalData.reason')}
          maxLength={200}
          confirm={t('personalData.copyMake')}
          busy={false}
          error={null}
          onClose={() => setAsking(null)}
          onConfirm={(given) => {
            setAsking(null);
            setReason(given);
          }}
        />
      ) : null}
      {asking === 'erase' ? (
        <DeletionDialog customerId={customerId} name={name} onClose={() => setAsking(null)} />
      ) : null}
      {reason === null ? null : (
        <PaperDialog
          name={`${t('personalData.copy')} ${name}`}
          load={copyPaper(customerId, reason)}
          onClose={() => setReason(null)}
        />
      )}
    </section>
  );
}
