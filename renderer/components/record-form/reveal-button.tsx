import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { isRevealed, reveal } from './reveal.queries.ts';

/** Shows a masked value in full after a purpose was given; the value stays in this dialog only. */
export function RevealButton(props: {
  readonly feature: string;
  readonly id: number;
  readonly field: string;
}): ReactNode {
  const { feature, id, field } = props;
  const { t, field: fieldName } = useTexts();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (!isRevealed(feature)) return null;
  const name = fieldName(feature, field);
  const close = (): void => {
    setOpen(false);
    setValue(null);
    setReason('');
    setError(null);
  };
  return (
    <>
      <Tooltip label={t('form.reveal')}>
        <ActionIcon size="sm" aria-label={`${t('form.reveal')} ${name}`} onClick={() => setOpen(true)}>
          <IconEye size={15} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={open} onClose={close} title={t('form.revealTitle', { name })}>
        {value === null ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              setError(null);
              reveal({ feature, id, field, reason }).then((shown) => setValue(shown.value ?? ''), setError);
            }}
          >
            <Stack gap="sm">
              <TextInput
                data-autofocus
                required
                label={t('form.revealReason')}
                description={t('form.revealReasonHint')}
                value={reason}
                maxLength={200}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <ErrorNote error={error} />
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={close}>
                  {t('common.cancel')}
                </Button>
                <Button type="submit" disabled={reason.trim().length < 2}>
                  {t('form.revealShow')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Stack gap="sm">
            <Text size="xl" className="code" ta="center" role="status">
              {value || t('common.none')}
            </Text>
            <Group justify="flex-end">
              <Button data-autofocus onClick={close}>
                {t('common.close')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}
