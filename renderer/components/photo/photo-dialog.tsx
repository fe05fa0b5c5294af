import { Button, Group, Loader, Modal, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { FileAddress } from '#renderer/hooks/use-file-address.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './photo.module.css';

/** A picture in full with who took it when, and the way to remove it where that may still be. */
export function PhotoDialog(props: {
  readonly picture: FileAddress;
  readonly title: string;
  readonly takenBy: { readonly personName: string; readonly at: string };
  readonly removing?: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly onRemove: () => void;
  };
  readonly onClose: () => void;
}): ReactNode {
  const { picture, title, takenBy, removing, onClose } = props;
  const { t, instant } = useTexts();
  const { address, error } = picture;
  return (
    <Modal
      opened
      size="xl"
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.closePhoto') }}
    >
      {address !== undefined ? (
        <img className={classes.photo} src={address} alt={title} />
      ) : error ? (
        <ErrorNote error={error} />
      ) : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed">
          {t('common.photoBy', { name: takenBy.personName, at: instant(takenBy.at) })}
        </Text>
        {removing ? (
          <Button
            size="md"
            variant="light"
            color="red"
            leftSection={<IconTrash size={18} aria-hidden />}
            loading={removing.isPending}
            onClick={removing.onRemove}
          >
            {t('common.removePhoto')}
          </Button>
        ) : null}
      </Group>
      <ErrorNote error={removing?.error} />
    </Modal>
  );
}
