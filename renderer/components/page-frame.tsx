import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/**
 * The frame of a page: heading, actions at its right, content. Names the document too.
 * `fill` gives the content the rest of the window's height (lists); otherwise the page scrolls.
 */
export function PageFrame(props: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Stands before the title, e.g. a back button. */
  readonly before?: ReactNode;
  readonly actions?: ReactNode;
  readonly fill?: boolean;
  /** Widest content in px; forms read better narrow. */
  readonly maxWidth?: number;
  readonly children: ReactNode;
}): ReactNode {
  const { title, subtitle, before, actions, fill = false, maxWidth, children } = props;
  const { t } = useTexts();
  const productName = t('common.productName');
  useEffect(() => {
    document.title = title ? `${title} · ${productName}` : productName;
  }, [title, productName]);

  return (
    <Stack gap="sm" p="md" h={fill ? '100%' : undefined} maw={maxWidth} mih={0}>
      <Group justify="space-between" gap="sm" wrap="wrap" mih={30}>
        <Group gap="xs" wrap="nowrap">
          {before}
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {typeof subtitle === 'string' ? (
            <Text c="dimmed" size="xs">
              {subtitle}
            </Text>
          ) : (
            subtitle
          )}
        </Group>
        {actions ? (
          <Group gap="xs" className="not-printed">
            {actions}
          </Group>
        ) : null}
      </Group>
      {fill ? (
        <Box flex={1} mih={0}>
          {children}
        </Box>
      ) : (
        children
      )}
    </Stack>
  );
}
