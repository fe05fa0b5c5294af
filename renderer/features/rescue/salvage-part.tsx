import { Button, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSalvage } from './rescue.queries.ts';

/** 抢救: the last resort, explained before it is asked for. */
export function SalvagePart(props: { readonly hasSound: boolean }): ReactNode {
  const { hasSound } = props;
  const { t } = useTexts();
  const salvage = useSalvage(({ asideFolder, rows, incomplete }) => {
    const gaps =
      incomplete.length === 0
        ? t('rescue.salvagedWhole')
        : t('rescue.salvagedGaps', { count: incomplete.length });
    notifications.show({
      message: `${t('rescue.salvaged', { count: rows, folder: asideFolder })} ${gaps}`,
      color: incomplete.length === 0 ? 'green' : 'orange',
      autoClose: false,
    });
  });
  const [asking, setAsking] = useState(false);
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('rescue.salvage')}
      </Title>
      <Text c="dimmed">{t('rescue.salvageSentence')}</Text>
      <Button
        w="fit-content"
        variant="default"
        leftSection={<IconLifebuoy size={16} />}
        onClick={() => setAsking(true)}
      >
        {t('rescue.salvage')}
      </Button>
      {asking ? (
        <ConfirmDialog
          opened
          danger={hasSound}
          title={t('rescue.salvageTitle')}
          confirm={t('rescue.salvage')}
          busy={salvage.isPending}
          onClose={() => (salvage.isPending ? undefined : setAsking(false))}
          onConfirm={() => salvage.mutate({})}
        >
          <Stack gap="xs">
            {hasSound ? <Text fw={600}>{t('rescue.salvageBackupFirst')}</Text> : null}
            <Text>{t('rescue.salvageWarning')}</Text>
            <Text size="xs" role="status">
              {salvage.isPending ? t('rescue.working') : ''}
            </Text>
            <ErrorNote error={salvage.error} />
          </Stack>
        </ConfirmDialog>
      ) : null}
    </Stack>
  );
}
