import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';

/** A failed call as one sentence that says what to do; read aloud at once. Nothing without an error. */
export function ErrorNote(props: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const { error, onRetry } = props;
  const { t, error: sentence, issue } = useTexts();
  if (error === null || error === undefined) return null;
  const data = errorData(error);
  if (data.code === 'cancelled') return null;
  const lines = data.code === 'invalid-input' ? [...new Set(data.issues.map(issue))] : [sentence(data)];
  return (
    <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert" p="sm">
      <Group justify="space-between" gap="sm">
        <div>
          {lines.map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </div>
        {onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}
