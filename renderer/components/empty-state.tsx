import { Stack, Text, ThemeIcon } from '@mantine/core';
import { IconInbox, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Nothing here yet: one sentence and one button. */
export function EmptyState(props: {
  readonly sentence: string;
  readonly icon?: Icon;
  readonly action?: ReactNode;
}): ReactNode {
  const { sentence, icon: Shown = IconInbox, action } = props;
  return (
    <Stack align="center" gap="sm" py="xl" px="md">
      <ThemeIcon variant="light" size={44} radius="xl" aria-hidden>
        <Shown size={24} stroke={1.5} />
      </ThemeIcon>
      <Text ta="center" maw={440}>
        {sentence}
      </Text>
      {action}
    </Stack>
  );
}
