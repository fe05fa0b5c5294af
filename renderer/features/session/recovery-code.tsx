import { Box, Button, Checkbox, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { platform } from '#renderer/platform/platform.ts';

/** 恢复码: shown once; goes on only when the person says that it is kept. */
export function RecoveryCode(props: {
  readonly storeName: string;
  readonly code: string;
  readonly onDone: () => void;
}): ReactNode {
  const { storeName, code, onDone } = props;
  const { t } = useTexts();
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="md">
      <Text>{t('session.setUp.recoverySentence')}</Text>
      <Box className="sheet code" p="md" ta="center" fz="1.375rem" fw={600} data-testid="recovery-code">
        {code}
      </Box>
      <Group gap="xs">
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => platform.print()}>
          {t('common.print')}
        </Button>
      </Group>
      <Checkbox
        label={t('session.setUp.recoveryDone')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!kept} onClick={onDone}>
          {t('common.next')}
        </Button>
      </Group>
      {createPortal(
        <Box className="printed-only" p="xl" aria-hidden>
          <Title order={2}>{t('session.setUp.printTitle', { store: storeName })}</Title>
          <Text className="code" fz="2rem" my="xl">
            {code}
          </Text>
          <Text>{t('session.setUp.printSentence')}</Text>
        </Box>,
        document.body,
      )}
    </Stack>
  );
}
