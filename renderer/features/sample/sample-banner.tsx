import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconTestPipe } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useLeaveSample } from './sample.queries.ts';

/** 示范门店: always told, with the way back. */
export function SampleBanner(): ReactNode {
  const { t } = useTexts();
  const leave = useLeaveSample();
  return (
    <Group
      role="status"
      justify="center"
      gap="sm"
      px="md"
      py={4}
      bg="var(--mantine-color-orange-light)"
      c="var(--mantine-color-orange-light-color)"
    >
      <IconTestPipe size={16} aria-hidden />
      <Text size="xs">{t('sample.banner')}</Text>
      <Button
        variant="white"
        color="orange"
        size="compact-xs"
        leftSection={<IconArrowBackUp size={14} />}
        loading={leave.isPending}
        onClick={() => leave.mutate()}
      >
        {t('sample.leave')}
      </Button>
    </Group>
  );
}
