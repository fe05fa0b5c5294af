import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Steps through the pages of a list; nothing where all of it stands on one. */
export function PageSteps(props: {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { page, pageSize, total, onPage } = props;
  const { t } = useTexts();
  if (total <= pageSize) return null;
  return (
    <Group gap="sm">
      <Button variant="default" size="xs" disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t('list.previousPage')}
      </Button>
      <Text size="sm" className="figures">
        {t('reminder.call.pages', { page, pages: Math.ceil(total / pageSize) })}
      </Text>
      <Button
        variant="default"
        size="xs"
        disabled={page * pageSize >= total}
        onClick={() => onPage(page + 1)}
      >
        {t('list.nextPage')}
      </Button>
    </Group>
  );
}
