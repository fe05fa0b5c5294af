import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Back to where the gap was opened from. */
export function GapBack(): ReactNode {
  const { t } = useTexts();
  const router = useRouter();
  return (
    <Tooltip label={t('common.back')}>
      <ActionIcon color="gray" aria-label={t('common.back')} onClick={() => router.history.back()}>
        <IconArrowLeft size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
