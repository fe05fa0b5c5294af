import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** No page at this address, or none for this person. */
export function NotFound(): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <PageFrame title={t('shell.notFound.title')}>
      <EmptyState
        icon={IconMapQuestion}
        sentence={t('shell.notFound.sentence')}
        action={<Button onClick={() => void navigate({ to: '/' })}>{t('shell.notFound.home')}</Button>}
      />
    </PageFrame>
  );
}
